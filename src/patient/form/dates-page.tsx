import { oddDates } from '../../machines/odd-dates.ts';
import { pageAt } from '../../machines/places.ts';
import { dateText } from '../../questions/display.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { inOnePiece } from '../shell/one-piece.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { FormPage } from './form-page.tsx';
import { continueFrom, isChange, useIntake } from './intake.ts';

const pageOf = (key: string) => (key === 'trials' ? 'trials' : 'treatments');

/** "Please check these dates": they can be kept as they are. */
export function DatesPage() {
  const words = useWords();
  const { locale } = useSurroundings();
  const { today } = useClinic();
  const { sitting, draft } = useIntake();
  usePageTurn(words.form.name, 'dateCheck');
  const odd = oddDates(draft.answers, today);
  const change = () => goTo('form', pageOf(odd[0]?.key ?? 'ect'), { toCheck: isChange() });
  const nameOf = (key: string) =>
    pageAt(pageOf(key))?.questions.find((one) => one.key === key)?.words[locale].short ?? key;
  const texts = odd.map(({ key, date, is }) =>
    tell(words.dates[is], { name: nameOf(key), date: inOnePiece(dateText(date, locale)) }),
  );
  return (
    <FormPage onBack={change}>
      <h1>{words.dates.h1}</h1>
      <div className="notice warning">
        {[...new Set(texts)].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div className="stacked">
        <Button wide onClick={change}>
          {words.dates.change}
        </Button>
        <Button look="secondary" wide onClick={() => continueFrom(sitting, 'dateCheck')}>
          {words.dates.keep}
        </Button>
      </div>
    </FormPage>
  );
}
