import type { FormEvent } from 'react';
import type { PageAnswers } from '../../machines/intake.machine.ts';
import type { Conflict } from '../../machines/merge-drafts.ts';
import { answerText } from '../../questions/display.ts';
import { questionsWith } from '../../steps/own-instrument.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { RadioTiles } from '../../ui/fields/radio-tiles.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { FormPage } from './form-page.tsx';
import { now, useIntake } from './intake.ts';

/** Two devices changed the same answer: both are shown, and the person says which one is right. */
export function ConflictPage({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  const words = useWords();
  const { conflict } = words;
  const { locale } = useSurroundings();
  const { locations, instrument } = useClinic();
  const { sitting, draft } = useIntake();
  const reading = { locale, locations, bodyUnits: draft.answers.bodyUnits };
  usePageTurn(words.form.name, 'conflict');

  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const others = conflicts.filter(({ key, kept }) => {
      const chosen = form.get(`conflict-${key}`);
      return chosen !== null && chosen !== kept;
    });
    const answers = Object.fromEntries(others.map(({ key, other }) => [key, other])) as PageAnswers;
    sitting.keeper.forgetTyped();
    sitting.actor.send({ type: 'CHANGE', answers, at: now() });
    sitting.actor.send({ type: 'CONFLICTS_SEEN' });
  };

  return (
    <FormPage>
      <form className="page-form" noValidate onSubmit={choose}>
        <div className="page-intro">
          <h1>{conflict.h1}</h1>
          <p>{conflict.lead}</p>
        </div>
        {conflicts.map(({ key, kept, other }) => {
          const question = questionsWith(instrument).find((one) => one.key === key);
          if (!question) return null;
          const keptText = answerText(question, draft.answers[key], reading);
          const otherText = answerText(question, other, reading);
          const [mine, theirs] = kept === 'mine' ? [keptText, otherText] : [otherText, keptText];
          return (
            <RadioTiles
              key={key}
              id={`conflict-${key}`}
              locale={locale}
              control={{ name: `conflict-${key}` }}
              legend={question.words[locale].short}
              standalone
              chosen={kept}
              options={[
                { value: 'mine', text: mine, hint: conflict.here },
                { value: 'theirs', text: theirs, hint: conflict.there },
              ]}
            />
          );
        })}
        <div className="page-end">
          <Button type="submit" wide>
            {words.continue}
          </Button>
        </div>
      </form>
    </FormPage>
  );
}
