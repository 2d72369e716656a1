import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { linkTo, type QueuePlace, type Sheet, usePlace } from '../router.ts';
import { CalendarForm } from './calendar-form.tsx';

const address = (id: string, file: string) => `/api/staff/submissions/${id}/${file}`;

const files = [
  { file: 'export-one-page.pdf', name: 'intake-one-page.pdf', text: 'PDF, one page' },
  { file: 'export.pdf', name: 'intake-summary.pdf', text: 'PDF, everything' },
  { file: 'export.txt', name: 'intake-summary.txt', text: 'Plain text' },
  { file: 'export.json', name: undefined, text: 'FHIR R4 (JSON)' },
] as const;

const sheets: readonly { readonly sheet: Sheet; readonly text: string }[] = [
  { sheet: { name: 'prior-authorization', pack: 'proposed' }, text: 'Prior authorization' },
  { sheet: { name: 'rems' }, text: 'REMS sheet' },
];

/** Everything that a case can leave as. The server notes each in the audit. */
export function ExportMenu({ id, copy }: { readonly id: string; readonly copy: ReactNode }) {
  const place = usePlace();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    close();
    menu.current?.querySelector('summary')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    <details ref={menu} className="export-menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary className="button quiet">Export</summary>
      <div className="export-panel">
        <ul className="export-list">
          {files.map(({ file, name, text }) => (
            <li key={file}>
              <a href={address(id, file)} download={name ?? true} onClick={close}>
                {text}
              </a>
            </li>
          ))}
          <li>{copy}</li>
        </ul>
        {place.page === 'queue' && (
          <ul className="export-list">
            {sheets.map(({ sheet, text }) => (
              <li key={text}>
                <a {...linkTo(placeOfSheet(place, id, sheet))}>{text}</a>
              </li>
            ))}
          </ul>
        )}
        <details className="more">
          <summary>Calendar file</summary>
          <CalendarForm id={id} />
        </details>
      </div>
    </details>
  );
}

const placeOfSheet = (place: QueuePlace, id: string, sheet: Sheet): QueuePlace => ({
  ...place,
  open: { kind: 'submission', id, sheet },
});
