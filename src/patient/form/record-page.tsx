import { dateText } from '../../questions/display.ts';
import { consentText } from '../../steps/sending/consent-text.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { inOnePiece } from '../shell/one-piece.ts';
import { usePageTurn } from '../shell/page.ts';
import { tell } from '../words/tell.ts';
import { AnswerList } from './answer-list.tsx';
import { FormPage } from './form-page.tsx';
import { useIntake } from './intake.ts';
import { SaveRecord } from './save-record.tsx';

/** All that was answered and sent, to read, to print or to keep as a PDF. */
export function RecordPage() {
  const words = useWords();
  const { record } = words;
  const { locale } = useSurroundings();
  const { name: clinic, timeZone } = useClinic();
  const { snapshot, draft } = useIntake();
  const { receipt } = snapshot.context;
  const { consents } = draft.answers;
  usePageTurn(words.form.name, 'record');

  const dayOf = (instant: string) =>
    inOnePiece(dateText(new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant)), locale));

  return (
    <FormPage onBack={() => history.back()}>
      <h1>{record.h1}</h1>
      {receipt && (
        <>
          <p>{tell(record.sent, { clinic, date: dayOf(receipt.receivedAt) })}</p>
          <p>
            <strong>{tell(record.reference, { reference: receipt.reference })}</strong>
          </p>
        </>
      )}
      <p className="muted">{record.private}</p>
      <Button look="secondary" wide onClick={() => window.print()}>
        {record.print}
      </Button>
      <SaveRecord />
      <AnswerList />
      {consents && (
        <section aria-labelledby="agreed">
          <h2 id="agreed">{record.agreed}</h2>
          {consentText[locale].map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>
            <strong>
              {tell(consents.relation ? record.signedByHelper : record.signedBy, {
                name: consents.name,
                relation: consents.relation,
                date: dayOf(consents.at),
              })}
            </strong>
          </p>
        </section>
      )}
    </FormPage>
  );
}
