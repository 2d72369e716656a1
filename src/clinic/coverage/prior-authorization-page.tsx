import { useState } from 'react';
import {
  type PriorAuthorization,
  priorAuthorization,
  type WireCriterion,
} from '../../submission/coverage-wire.ts';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import { refusalBehind } from '../api.ts';
import { goTo, type Open, type QueuePlace } from '../router.ts';
import { handOver, rememberOpen } from '../session/memory.ts';
import { troubleWords } from '../trouble.tsx';
import { choosePayer } from './choose-payer.ts';
import { Groups, NotReady, SheetHead, useSheet, Waiting } from './sheet-parts.tsx';
import { forPayer } from './staff-field-list.ts';
import { StaffForm } from './staff-form.tsx';

type Place = QueuePlace & { readonly open: Open };

interface Props {
  readonly place: Place;
  /** A pack, or `proposed`. */
  readonly pack: string;
}

const WHAT = 'prior authorization';

/** What a payer asks for, held against the case: what is missing first, with the paper or answer that settles it. */
export function PriorAuthorizationPage({ place, pack }: Props) {
  const { id } = place.open;
  const found = useSheet(priorAuthorization, id, `prior-authorization/${pack}`);
  if (found.isPending) return <Waiting what={WHAT} />;
  if (found.isError) return <NotReady what={WHAT} error={found.error} retry={() => void found.refetch()} />;
  const sheet = found.data;
  return (
    <article className="case sheet">
      <SheetHead
        title={`Prior authorization: ${sheet.pack.payer}`}
        source={sheet.source}
        place={place}
        actions={
          <>
            <PayerChoice sheet={sheet} place={place} />
            <ButtonLink
              look="secondary"
              href={`/api/staff/submissions/${id}/prior-authorization/${sheet.pack.id}/sheet.pdf`}
              download="prior-authorization.pdf"
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
        <p>{sheet.caution}</p>
        {sheet.pack.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <StillMissing sheet={sheet} place={place} />
      <section className="case-section">
        <h2>Met</h2>
        <Conditions
          criteria={sheet.criteria.filter(({ result }) => result === 'met')}
          none="No condition is met yet by what is known."
        />
      </section>
      <section className="case-section no-print">
        <h2>For staff to fill in</h2>
        <StaffForm
          caseId={id}
          groups={forPayer}
          staff={sheet.staff}
          reload={async () => (await found.refetch()).data?.staff}
        />
      </section>
      <section className="case-section">
        <h2>All fields</h2>
        <Groups groups={sheet.groups} />
      </section>
    </article>
  );
}

/** The proposal is a reading of what the patient typed: the clinician decides. */
function PayerChoice({ sheet, place }: { readonly sheet: PriorAuthorization; readonly place: Place }) {
  const { kind, id } = place.open;
  const [trouble, setTrouble] = useState<string>();
  const choose = async (pack: string) => {
    try {
      await choosePayer(id, sheet.staff, pack);
      setTrouble(undefined);
    } catch (error) {
      setTrouble(`The choice was not kept on the case. ${troubleWords(refusalBehind(error))}`);
    }
    goTo({ ...place, open: { kind, id, sheet: { name: 'prior-authorization', pack } } }, 'replace');
  };
  return (
    <div className="payer-choice">
      <label htmlFor="payer">Payer</label>
      <select
        id="payer"
        className="input"
        aria-describedby="payer-why"
        value={sheet.pack.id}
        onChange={({ currentTarget }) => void choose(currentTarget.value)}
      >
        {sheet.packs.map(({ id: packId, payer, edition }) => (
          <option key={packId} value={packId}>
            {payer}
            {packId === sheet.proposed.pack ? ' (proposed)' : ''} · {edition}
          </option>
        ))}
      </select>
      <p id="payer-why" className="muted small">
        {sheet.proposed.why}
      </p>
      <p role="status" className="form-trouble">
        {trouble}
      </p>
    </div>
  );
}

/** To the form on the case, with these questions chosen: nothing is sent before somebody has read it there. */
function askFor(place: Place, asked: PriorAuthorization['askPatient']): void {
  const { kind, id } = place.open;
  handOver(
    id,
    asked.map(({ key }) => key),
  );
  rememberOpen({ kind, id }, 'ask', true);
  goTo({ ...place, open: { kind, id } });
}

function StillMissing({ sheet, place }: { readonly sheet: PriorAuthorization; readonly place: Place }) {
  const { criteria, askPatient, gaps } = sheet;
  const open = [
    ...criteria.filter(({ result }) => result === 'unmet'),
    ...criteria.filter(({ result }) => result === 'unknown'),
  ];
  const counted = (['staff', 'patient', 'notAsked'] as const).map((from) => ({
    from,
    labels: gaps
      .filter(({ field }) => field.from === from)
      .map(({ group, field }) => `${group}: ${field.label}`),
  }));
  return (
    <section className="case-section">
      <h2>Still missing</h2>
      <Conditions
        criteria={open}
        none="Every condition that was seen is met, by self-report and by what staff entered."
      />
      {askPatient.length > 0 && (
        <>
          <h3>To ask the patient, for this payer</h3>
          <ul className="sheet-list">
            {askPatient.map(({ key, label, parts }) => (
              <li key={key}>
                {label}
                {parts.length > 0 && `: ${parts.join('; ')}`}
              </li>
            ))}
          </ul>
          <Button look="secondary" className="no-print" onClick={() => askFor(place, askPatient)}>
            Ask the patient for these
          </Button>
        </>
      )}
      <h3>Blank fields</h3>
      {gaps.length === 0 && <p>No field is blank.</p>}
      {counted
        .filter(({ labels }) => labels.length > 0)
        .map(({ from, labels }) => (
          <details key={from} className="more">
            <summary>
              {labels.length} {blankWords[from]}
            </summary>
            <ul className="sheet-list">
              {labels.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </details>
        ))}
    </section>
  );
}

const blankWords = {
  staff: 'for staff to fill in',
  patient: 'left blank by the patient',
  notAsked: 'to be written in by hand',
} as const;

const resultChips = {
  unmet: { level: 'review', text: 'Not met' },
  unknown: { level: 'note', text: 'Not known' },
  met: { level: 'clear', text: 'Met' },
} as const;

function Conditions({
  criteria,
  none,
}: {
  readonly criteria: readonly WireCriterion[];
  readonly none: string;
}) {
  if (criteria.length === 0) return <p>{none}</p>;
  return (
    <ul className="conditions">
      {criteria.map(({ asks, result, because, settledBy }) => {
        const { level, text } = resultChips[result];
        return (
          <li key={asks} className={`condition ${result}`}>
            <Chip level={level}>{text}</Chip>
            <div>
              <p className="condition-asks">{asks}</p>
              <p>{because}</p>
              {result !== 'met' && (
                <p>
                  <span className="muted">Settled by: </span>
                  {settledBy}
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
