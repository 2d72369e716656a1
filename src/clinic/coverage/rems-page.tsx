import { remsReady } from '../../submission/coverage-wire.ts';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';
import type { Open, QueuePlace } from '../router.ts';
import { Groups, NotReady, SheetHead, useSheet, Waiting } from './sheet-parts.tsx';
import { forRems } from './staff-field-list.ts';
import { StaffForm } from './staff-form.tsx';

const WHAT = 'REMS sheet';

/** What is known for enrollment in the SPRAVATO REMS, ready to copy. It is not the official form. */
export function RemsPage({ place }: { readonly place: QueuePlace & { readonly open: Open } }) {
  const { id } = place.open;
  const found = useSheet(remsReady, id, 'rems');
  if (found.isPending) return <Waiting what={WHAT} />;
  if (found.isError) return <NotReady what={WHAT} error={found.error} retry={() => void found.refetch()} />;
  const { source, caution, groups, staff } = found.data;
  return (
    <article className="case sheet">
      <SheetHead
        title="SPRAVATO REMS: what is known"
        source={source}
        place={place}
        actions={
          <>
            <ButtonLink
              look="secondary"
              href={`/api/staff/submissions/${id}/rems/sheet.pdf`}
              download="rems-sheet.pdf"
            >
              PDF
            </ButtonLink>
            <Button look="quiet" className="print-button" onClick={() => print()}>
              Print
            </Button>
          </>
        }
      />
      <div className="sheet-caution">
        <p>{caution}</p>
      </div>
      <Groups groups={groups} />
      <section className="case-section no-print">
        <h2>For staff to fill in</h2>
        <StaffForm
          caseId={id}
          groups={forRems}
          staff={staff}
          reload={async () => (await found.refetch()).data?.staff}
        />
      </section>
    </article>
  );
}
