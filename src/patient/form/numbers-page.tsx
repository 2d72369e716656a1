import { answerText } from '../../questions/display.ts';
import { heightIn, weightLb } from '../../steps/size/questions.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { FormPage } from './form-page.tsx';
import { continueFrom, isChange, useIntake } from './intake.ts';

type Check = 'pressureCheck' | 'sizeCheck';
const pages = { pressureCheck: 'pressure', sizeCheck: 'size' } as const;

/** What is odd about a blood pressure, each in a sentence. */
function usePressureTexts(): readonly string[] {
  const { numbers } = useWords();
  const { thresholds } = useClinic();
  const { sbp: top, dbp: bottom } = useIntake().draft.answers;
  if (top === undefined || bottom === undefined) return [numbers.pressureHalf];
  const isSevere = top >= thresholds.severeSystolic || bottom >= thresholds.severeDiastolic;
  return [
    tell(numbers.pressure, { top, bottom }),
    ...(top <= bottom ? [numbers.pressureSwapped] : []),
    ...(isSevere ? [numbers.pressureSevere] : []),
  ];
}

function useSizeTexts(): readonly string[] {
  const { numbers } = useWords();
  const { locale } = useSurroundings();
  const { locations } = useClinic();
  const { answers } = useIntake().draft;
  const reading = { locale, locations, bodyUnits: answers.bodyUnits };
  return [
    tell(numbers.size, {
      height: answerText(heightIn, answers.heightIn, reading),
      weight: answerText(weightLb, answers.weightLb, reading),
    }),
    numbers.sizeText,
  ];
}

const PressureTexts = () => usePressureTexts().map((text) => <p key={text}>{text}</p>);
const SizeTexts = () => useSizeTexts().map((text) => <p key={text}>{text}</p>);

/** "Please check these numbers": they can be kept as they are. */
export function NumbersPage({ place }: { readonly place: Check }) {
  const words = useWords();
  const { sitting } = useIntake();
  usePageTurn(words.form.name, place);
  const change = () => goTo('form', pages[place], { toCheck: isChange() });
  return (
    <FormPage onBack={change}>
      <h1>{words.numbers.h1}</h1>
      <div className="notice warning">{place === 'pressureCheck' ? <PressureTexts /> : <SizeTexts />}</div>
      <div className="stacked">
        <Button wide onClick={change}>
          {words.numbers.change}
        </Button>
        <Button look="secondary" wide onClick={() => continueFrom(sitting, place)}>
          {words.numbers.keep}
        </Button>
      </div>
    </FormPage>
  );
}
