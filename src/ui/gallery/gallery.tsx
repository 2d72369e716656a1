import { useEffect, useRef, useState } from 'react';
import type { Locale } from '../../lib/locale.ts';
import { OfflineBanner } from '../blocks/banner.tsx';
import { Button } from '../blocks/button.tsx';
import { Chip } from '../blocks/chip.tsx';
import { Dialog } from '../blocks/dialog.tsx';
import { ErrorSummary } from '../blocks/error-summary.tsx';
import { SaveLine } from '../blocks/save-line.tsx';
import { WhyWeAsk } from '../blocks/why-we-ask.tsx';
import { type Entry, EntryProvider, type Medicines, type Suggestion } from '../entry.tsx';
import { Questions } from '../question/questions.tsx';
import { usePageForm } from '../question/use-page-form.ts';
import { uiWords } from '../words/words.ts';
import { type Sample, samples } from './samples.ts';

export type State = 'blank' | 'filled' | 'error';

const known: readonly Suggestion[] = [
  { key: 'sertraline', name: 'sertraline', label: 'sertraline (Zoloft)' },
  { key: 'bupropion', name: 'bupropion', label: 'bupropion (Wellbutrin)' },
  { key: 'alprazolam', name: 'alprazolam', label: 'alprazolam (Xanax)' },
  { key: 'lithium', name: 'lithium', label: 'lithium (Lithobid)' },
  { name: 'selenium', label: 'selenium' },
];

const medicines: Medicines = {
  suggest: (query, limit) =>
    known.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())).slice(0, limit),
  nameOf: (key) => known.find((one) => one.key === key)?.name,
};

const entryIn = (locale: Locale): Entry => ({
  locale,
  asOf: '2026-11-22',
  locations: [
    { id: 'nashville', name: 'Nashville', address: '12 First Street' },
    { id: 'franklin', name: 'Franklin', address: '34 Second Street' },
  ],
  places: {},
  dateOrder: 'mdy',
  helpHref: '#help',
  loadMedicines,
});

const loadMedicines = () => Promise.resolve(medicines);
const ignore = () => {};

/** A sample as the form of a page, submitted at once where its errors are to be seen. */
function Specimen({
  sample,
  state,
  locale,
}: {
  readonly sample: Sample;
  readonly state: State;
  readonly locale: Locale;
}) {
  const { questions, items, filled, wrong } = sample;
  const box = useRef<HTMLFormElement>(null);
  const [read, setRead] = useState<string>();
  const page = usePageForm(
    {
      questions,
      items,
      outside: { answers: state === 'filled' ? filled : {}, shown: new Set(), counts: { locations: 2 } },
      ...(state === 'error' && { typed: wrong }),
      signing: { version: '1', at: '2026-11-22T10:00:00Z' },
    },
    { onContinue: ({ answers }) => setRead(JSON.stringify(answers)) },
  );
  useEffect(() => {
    if (state === 'error') box.current?.requestSubmit();
  }, [state]);
  return (
    <form className="specimen" id={sample.id} ref={box} noValidate onSubmit={page.onSubmit}>
      <ErrorSummary locale={locale} problems={page.problems} attempt={page.attempt} />
      <Questions page={page} heading={sample.alone && 'h1'} />
      <Button type="submit" wide>
        {uiWords[locale].continue}
      </Button>
      {read !== undefined && <output className="small muted">{read}</output>}
    </form>
  );
}

function Blocks({ locale }: { readonly locale: Locale }) {
  const [open, setOpen] = useState(false);
  const words = uiWords[locale];
  return (
    <section className="specimen stack" id="blocks">
      <OfflineBanner locale={locale} offline />
      <WhyWeAsk locale={locale}>{words.offline}</WhyWeAsk>
      <WhyWeAsk locale={locale} plain>
        {words.offline}
      </WhyWeAsk>
      {(['info', 'success', 'warning', 'support'] as const).map((look) => (
        <div key={look} className={`notice ${look}`}>
          <h2>{words.whyWeAsk}</h2>
          <p>{words.offline}</p>
        </div>
      ))}
      <div className="button-row">
        {(['primary', 'secondary', 'quiet', 'support', 'support-outline'] as const).map((look) => (
          <Button key={look} look={look} onClick={() => setOpen(true)}>
            {words.tryAgain}
          </Button>
        ))}
      </div>
      {(['idle', 'saving', 'saved', 'waiting', 'failed', 'heldBack'] as const).map((state) => (
        <SaveLine key={state} locale={locale} state={state} onTryAgain={ignore} />
      ))}
      <p className="button-row">
        {(['safety', 'review', 'note', 'clear'] as const).map((level) => (
          <Chip key={level} level={level}>
            {level}
          </Chip>
        ))}
      </p>
      <Dialog open={open} title={words.whyWeAsk} onClose={() => setOpen(false)}>
        <p>{words.offline}</p>
        <Button onClick={() => setOpen(false)}>{words.continue}</Button>
      </Dialog>
    </section>
  );
}

interface Props {
  readonly locale: Locale;
  readonly state: State;
  /** One sample alone, or all. */
  readonly only: string | undefined;
}

/** Every kind of question in one state, below each other. */
export function Gallery({ locale, state, only }: Props) {
  const shown = samples.filter(({ id }) => only === undefined || id === only);
  return (
    <EntryProvider value={entryIn(locale)}>
      <main className="column gallery">
        {shown.map((sample) => (
          <Specimen key={sample.id} sample={sample} state={state} locale={locale} />
        ))}
        {(only === undefined || only === 'blocks') && <Blocks locale={locale} />}
      </main>
    </EntryProvider>
  );
}
