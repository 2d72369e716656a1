import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { SheetSource, WireField, WireGroup } from '../../submission/coverage-wire.ts';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import { linkTo, type Open, type QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { PageHeading } from '../shell/heading.tsx';
import { Trouble } from '../trouble.tsx';

/** Reads a sheet of a case. Each reading is audited as one, so nothing of it is kept when it is left. */
export function useSheet<S extends z.ZodMiniType>(schema: S, id: string, path: string) {
  return useQuery({
    queryKey: ['sheet', id, path],
    queryFn: ({ signal }) => ask(schema, `/api/staff/submissions/${id}/${path}`, { byItself: true, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export const Waiting = ({ what }: { readonly what: string }) => (
  <p className="loading" role="status">
    Preparing the {what}…
  </p>
);

export const NotReady = ({
  what,
  error,
  retry,
}: {
  readonly what: string;
  readonly error: Error;
  readonly retry: () => void;
}) => <Trouble title={`The ${what} could not be prepared`} takesFocus error={error} retry={retry} />;

interface HeadProps {
  readonly title: string;
  readonly source: SheetSource;
  readonly place: QueuePlace & { readonly open: Open };
  readonly actions: ReactNode;
}

/** Whose sheet it is, the way back to the case, and what can be done with it. */
export function SheetHead({ title, source, place, actions }: HeadProps) {
  const timeZone = useClinic()?.timeZone;
  const { kind, id } = place.open;
  return (
    <header className="sheet-head">
      <a className="back-to-case" {...linkTo({ ...place, open: { kind, id } })}>
        Back to the case
      </a>
      <PageHeading page={`${id} ${title}`}>{title}</PageHeading>
      <p className="sheet-source">
        {source.name} · {source.reference} · answers received {moment(source.receivedAt, timeZone)} · form{' '}
        {source.formVersion} · rules {source.rulesVersion}
      </p>
      <div className="sheet-actions">{actions}</div>
    </header>
  );
}

const gapWords: Readonly<Record<WireField['from'], string>> = {
  patient: 'left blank by the patient',
  staff: 'for staff to fill in',
  notAsked: 'to be written in by hand',
};

/** Every field of the sheet; a gap is drawn as one. */
export function Groups({ groups }: { readonly groups: readonly WireGroup[] }) {
  return (
    <div className="sheet-groups">
      {groups.map(({ title, fields }) => (
        <section key={title} className="sheet-group">
          <h3>{title}</h3>
          <dl className="facts wide">
            {fields.map(({ label, value, from }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value === null ? (
                    <span className="answer blank">{gapWords[from]}</span>
                  ) : (
                    <span className="answer">{value}</span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
