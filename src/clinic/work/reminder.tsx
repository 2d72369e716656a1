import { useState } from 'react';
import { wallClock } from '../../lib/local-time.ts';
import { isReminderDue } from '../../submission/reminder.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import type { Refusal } from '../api.ts';
import { useClinic } from '../shell/clinic.ts';
import { useNow } from '../shell/now.ts';
import { troubleWords } from '../trouble.tsx';
import { noteIn } from './note-in.ts';
import { Panel } from './panel.tsx';
import { TimeField } from './time-field.tsx';
import { NoteField } from './unsent.tsx';
import { reminderWords } from './words.ts';
import type { Working } from './working.tsx';

const DAY_MS = 24 * 60 * 60_000;
/** What most people mean by "tomorrow": the morning, on the clinic's clock. */
const tomorrowMorning = (timeZone: string): string =>
  `${wallClock(Date.now() + DAY_MS, timeZone).slice(0, 10)}T09:00`;

/** Sets the reminder of a case, or another in its place. */
export function ReminderPanel({ working }: { readonly working: Working }) {
  const [error, setError] = useState<string>();
  const timeZone = useClinic()?.timeZone;
  const before = working.work?.reminder;
  const start =
    timeZone === undefined
      ? undefined
      : before
        ? wallClock(Date.parse(before.at), timeZone)
        : tomorrowMorning(timeZone);
  return (
    <Panel
      title={before ? 'Change the reminder' : 'Remind'}
      submit={before ? 'Change reminder' : 'Set reminder'}
      onClose={working.closePanel}
      onSubmit={async (form) => {
        const when = String(form.get('when') ?? '');
        setError(when === '' ? 'Give a day and time.' : undefined);
        if (when === '') return undefined;
        const note = noteIn(form);
        return working.act({
          method: 'PUT',
          path: 'reminder',
          body: { when, note },
          isVersioned: true,
          words: `Reminder for ${when.replace('T', ', ')}`,
          note,
        });
      }}
    >
      <p className="muted">
        Everybody who works on cases sees it here and in the queue when it is due. No mail is sent.
      </p>
      <TimeField label="Day and time, on the clinic’s clock" name="when" start={start} error={error} />
      <NoteField panel="reminder" label="What to do then" start={before?.note} />
    </Panel>
  );
}

const remove = {
  method: 'DELETE',
  path: 'reminder',
  isVersioned: true,
  words: 'Remove the reminder',
} as const;

/** What somebody wanted to be reminded of: quietly before it is due, and then with a chip. */
export function ReminderStrip({ working }: { readonly working: Working }) {
  const timeZone = useClinic()?.timeZone;
  const now = useNow();
  const [refusal, setRefusal] = useState<Refusal>();
  const reminder = working.work?.reminder;
  if (!reminder) return null;
  const { at, note, by } = reminder;
  const isDue = isReminderDue(at, now);
  const words = reminderWords(at, now, timeZone);
  return (
    <div className="work-strip">
      <p>
        {isDue ? <Chip level="review">{words}</Chip> : <strong>{words}</strong>}
        {note && (isDue ? ` ${note}` : `: ${note}`)} <span className="muted">{by?.name}</span>
      </p>
      <Button look="secondary" onClick={() => working.openPanel('reminder')}>
        Change reminder
      </Button>
      <Button look="quiet" onClick={() => void working.actBeside(remove).then(setRefusal)}>
        Remove reminder
      </Button>
      {refusal && (
        <p role="alert" className="work-error">
          Not removed. {troubleWords(refusal)}
        </p>
      )}
    </div>
  );
}
