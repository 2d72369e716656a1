import { Button } from '../../ui/blocks/button.tsx';
import { ShortNumbers } from '../crisis/numbers.tsx';
import { forgetDevice } from '../draft/forget.ts';
import { endSitting } from '../session/sitting.ts';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { forgetOffline } from '../shell/offline.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo, replaceWith } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { Code } from './code.tsx';
import { contactWay } from './contact-line.ts';
import { FormPage } from './form-page.tsx';
import { useHereAndNow } from './intake.ts';
import { SaveRecord } from './save-record.tsx';

/** What is said after sending, filled in for this clinic and this person. */
function useDoneTexts() {
  const { done } = useWords();
  const { locale } = useSurroundings();
  const { phone, replyTime } = useClinic();
  const { draft } = useHereAndNow().snapshot.context;
  const way = draft ? contactWay(draft.answers) : 'chosen';
  const contactLine = tell(done.contact[way], { phone });
  const fillIn = (text: string) => tell(text, { sla: replyTime[locale], contactLine, phone });
  return { text: fillIn(done.text), steps: done.steps.map(fillIn), reference: fillIn(done.referenceText) };
}

/** Shown only for the server's own receipt. */
export function DonePage() {
  const words = useWords();
  const { done } = words;
  const { sitting, snapshot } = useHereAndNow();
  const { receipt, draft } = snapshot.context;
  const texts = useDoneTexts();
  const secret = sitting.keeper.secret();
  usePageTurn(words.form.name, 'done');
  return (
    <FormPage>
      <h1>{done.h1}</h1>
      <p className="lead">{texts.text}</p>
      {receipt && (
        <div className="notice success">
          <h2>{done.reference}</h2>
          <strong className="reference" translate="no">
            {receipt.reference}
          </strong>
          <p>{texts.reference}</p>
        </div>
      )}
      <p>
        <strong>{done.medicines}</strong>
      </p>
      <h2>{done.next}</h2>
      <ol>
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {draft && (
        <Button look="secondary" wide onClick={() => goTo('form', 'record')}>
          {done.record}
        </Button>
      )}
      <SaveRecord />
      {secret && (
        <>
          <h2>{done.codeTitle}</h2>
          <p>{done.status}</p>
          <Code secret={secret} isSent />
        </>
      )}
      <ShortNumbers />
      <div className="page-end">
        <p>{done.saveFirst}</p>
        <Button
          wide
          onClick={() => {
            void forgetDevice();
            void forgetOffline();
            endSitting();
            replaceWith('form', 'cleared');
          }}
        >
          {done.finish}
        </Button>
        <p className="muted">{done.finishHint}</p>
      </div>
    </FormPage>
  );
}
