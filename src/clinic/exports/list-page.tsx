import { type FormEvent, useState } from 'react';
import {
  type ExportReason,
  exportReasons,
  exportViews,
  MOST_EXPORTED,
} from '../../submission/export-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useActing } from '../staff/act.ts';
import { PlainPage } from '../staff/plain-page.tsx';
import { takeFile } from './take-file.ts';

const reasons: Readonly<Record<ExportReason, string>> = {
  treatment: 'Treatment: handing over care',
  payment: 'Payment: billing or a payer’s request',
  operations: 'Operations: quality, planning, figures',
  patientRequest: 'A patient asked for their record',
  legal: 'Law: a court or an authority asked',
};

const viewNames: Readonly<Record<(typeof exportViews)[number], string>> = {
  all: 'All cases',
  open: 'Open cases',
  mine: 'My open cases',
  closed: 'Closed cases',
};

/** Many cases as one file for a spreadsheet, for a reason that the audit keeps. */
export function ListPage({ session }: { readonly session: Session }) {
  const { act, trouble } = useActing();
  const [missing, setMissing] = useState<string>();
  const [isSaved, setSaved] = useState(false);

  const take = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaved(false);
    const entered = new FormData(event.currentTarget);
    const query = new URLSearchParams();
    for (const [name, value] of entered)
      if (typeof value === 'string' && value !== '') query.set(name, value);
    const wanted = { from: 'the first day', to: 'the last day', reason: 'the reason' };
    const blank = Object.entries(wanted).flatMap(([name, words]) => (query.has(name) ? [] : [words]));
    setMissing(blank.length > 0 ? `Choose ${blank.join(' and ')}.` : undefined);
    if (blank.length > 0) return;
    void act(async () => {
      await takeFile(`/api/staff/export.csv?${query}`);
      setSaved(true);
    });
  };

  return (
    <PlainPage session={session} title="Export a list">
      <p>
        One row for each case, for a spreadsheet (CSV). It leaves this system’s protection: take only what you
        need, and keep it as you keep records. At most {MOST_EXPORTED} cases in one file and ten files a day;
        each stands in the audit with your reason.
      </p>
      <form className="plain-form" noValidate onSubmit={take}>
        <div className="form-pair">
          <div>
            <label htmlFor="list-from">Received from</label>
            <input id="list-from" className="input" type="date" name="from" />
          </div>
          <div>
            <label htmlFor="list-to">to (included)</label>
            <input id="list-to" className="input" type="date" name="to" />
          </div>
        </div>
        <div>
          <label htmlFor="list-view">Cases</label>
          <select id="list-view" className="input" name="view" defaultValue="all">
            {exportViews.map((view) => (
              <option key={view} value={view}>
                {viewNames[view]}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend>Columns</legend>
          <label className="check">
            <input type="radio" name="columns" value="summary" defaultChecked />
            Contact, scores and flags
          </label>
          <label className="check">
            <input type="radio" name="columns" value="answers" />
            All answers as well
          </label>
        </fieldset>
        <div>
          <label htmlFor="list-reason">Reason</label>
          <select id="list-reason" className="input" name="reason" defaultValue="">
            <option value="">Choose a reason</option>
            {exportReasons.map((reason) => (
              <option key={reason} value={reason}>
                {reasons[reason]}
              </option>
            ))}
          </select>
        </div>
        <div className="staff-save">
          <Button type="submit">Export</Button>
          <span role="status" className="muted">
            {isSaved && 'Saved by your browser.'}
          </span>
          {(missing ?? trouble) && (
            <p className="form-trouble" role="alert">
              {missing ?? trouble}
            </p>
          )}
        </div>
      </form>
    </PlainPage>
  );
}
