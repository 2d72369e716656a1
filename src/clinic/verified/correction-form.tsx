import { useMemo } from 'react';
import { dayIn } from '../../lib/dates.ts';
import type { Question } from '../../questions/question.ts';
import { cannabisNotes } from '../../steps/drugs/questions.ts';
import { questionsToCorrect } from '../../submission/correctable.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { type Entry, EntryProvider } from '../../ui/entry.tsx';
import { Questions } from '../../ui/question/questions.tsx';
import { usePageForm } from '../../ui/question/use-page-form.ts';
import type { Clinic } from '../shell/clinic.ts';

type Answers = Readonly<Record<string, unknown>>;

interface Props {
  /** The question that leads the statement. */
  readonly of: string;
  readonly clinic: Clinic;
  /** The answers as they stand. */
  readonly standing: Answers;
  readonly onSave: (answers: Answers) => void;
}

const entryOf = ({ timeZone, locations, name, phone, cannabisCounts }: Clinic): Entry => ({
  locale: 'en',
  asOf: dayIn(timeZone, new Date()),
  locations,
  places: {
    clinic: name,
    phone,
    cannabisNote: cannabisNotes.en[cannabisCounts ? 'counts' : 'doesNotCount'],
  },
  dateOrder: 'mdy',
  helpHref: '/help',
  loadMedicines: async () => {
    const { isDrugKey } = await import('../../screening/medicines/names.ts');
    const { nameOf, suggest } = await import('../../screening/medicines/picker.ts');
    return { suggest, nameOf: (key) => (isDrugKey(key) ? nameOf(key) : undefined) };
  },
});

/** The patient's own questions, in their own controls, with the answers that stand now. A blank changes nothing. */
export default function CorrectionForm(props: Props) {
  const entry = useMemo(() => entryOf(props.clinic), [props.clinic]);
  return (
    <EntryProvider value={entry}>
      <Fields {...props} />
    </EntryProvider>
  );
}

function Fields({ of, clinic, standing, onSave }: Props) {
  // Nothing is needed: what is left blank stays as it is.
  const questions = useMemo(
    () => questionsToCorrect(of).map(({ needed: _, ...question }) => question as Question),
    [of],
  );
  const form = usePageForm(
    {
      questions,
      outside: {
        answers: standing,
        shown: { has: () => true },
        counts: { locations: clinic.locations.length },
      },
    },
    {
      onContinue: ({ answers }) => {
        const changed = Object.entries(answers).filter(
          ([key, value]) => JSON.stringify(value) !== JSON.stringify(standing[key]),
        );
        onSave(Object.fromEntries(changed));
      },
    },
  );
  return (
    <form className="correction-form" noValidate onSubmit={form.onSubmit}>
      <ErrorSummary locale="en" problems={form.problems} attempt={form.attempt} />
      <Questions page={form} />
      <Button type="submit">Save the correction</Button>
    </form>
  );
}
