import { useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { FormPage } from './form-page.tsx';
import { continueFrom, isChange, useIntake } from './intake.ts';
import { type Check, NumbersCheck } from './numbers-check.tsx';

const pages = { pressureCheck: 'pressure', sizeCheck: 'size' } as const;

/** Odd numbers, after the page on which they were typed. */
export function NumbersPage({ place }: { readonly place: Check }) {
  const words = useWords();
  const { sitting, draft } = useIntake();
  usePageTurn(words.form.name, place);
  const change = () => goTo('form', pages[place], { toCheck: isChange() });
  return (
    <FormPage onBack={change}>
      <NumbersCheck
        check={place}
        answers={draft.answers}
        onChange={change}
        onKeep={() => continueFrom(sitting, place)}
      />
    </FormPage>
  );
}
