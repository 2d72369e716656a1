import { type FormEvent, useState } from 'react';
import { wallClock } from '../../lib/local-time.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { refusalBehind } from '../api.ts';
import { useClinic } from '../shell/clinic.ts';
import { troubleWords } from '../trouble.tsx';
import { useWorking } from '../work/working.tsx';
import { bookedFor } from './booked-for.ts';
import { takeFile } from './take-file.ts';

/** A consultation for a calendar: the time is the clinic's own. */
export function CalendarForm({ id }: { readonly id: string }) {
  const clinic = useClinic();
  const visitAt = bookedFor(useWorking()?.work?.timeline ?? []);
  const [said, setSaid] = useState<string>();

  const take = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    const query = new URLSearchParams();
    for (const [name, value] of entered)
      if (typeof value === 'string' && value !== '') query.set(name, value);
    if (!query.has('start')) return setSaid('Choose a day and a time.');
    try {
      await takeFile(`/api/staff/submissions/${id}/export.ics?${query}`);
      setSaid('Saved by your browser.');
    } catch (error) {
      setSaid(troubleWords(refusalBehind(error)));
    }
  };

  const start = visitAt && clinic ? wallClock(Date.parse(visitAt), clinic.timeZone) : '';
  const locations = clinic?.locations ?? [];
  return (
    <form className="calendar-form" noValidate onSubmit={(event) => void take(event)}>
      <div>
        <label htmlFor="calendar-start">Day and time, {clinic?.timeZone ?? 'clinic time'}</label>
        <input
          key={start}
          id="calendar-start"
          className="input"
          type="datetime-local"
          name="start"
          step={60}
          defaultValue={start}
        />
      </div>
      <div>
        <label htmlFor="calendar-minutes">Minutes</label>
        <select id="calendar-minutes" className="input" name="minutes" defaultValue="60">
          {[30, 45, 60, 90, 120].map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes}
            </option>
          ))}
        </select>
      </div>
      {locations.length > 1 && (
        <div>
          <label htmlFor="calendar-location">Location</label>
          <select id="calendar-location" className="input" name="location">
            <option value="">Not stated</option>
            {locations.map((location) => (
              <option key={location.id} value={location.id}>
                {location.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Button type="submit" look="secondary">
        Save calendar file
      </Button>
      <p role="status" className="small">
        {said}
      </p>
      <p className="muted small">It holds the reference number, nobody’s name and no treatment.</p>
    </form>
  );
}
