import { answerText } from '../../questions/display.ts';
import type { Answers } from '../../steps/catalog.ts';
import { heightIn, weightLb } from '../../steps/size/questions.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { tell } from '../words/tell.ts';

export type Check = 'pressureCheck' | 'sizeCheck';

/** What is odd about a blood pressure, each in a sentence. */
function usePressureTexts({ sbp: top, dbp: bottom }: Answers): readonly string[] {
  const { numbers } = useWords();
  const { thresholds } = useClinic();
  const isSevere = (top ?? 0) >= thresholds.severeSystolic || (bottom ?? 0) >= thresholds.severeDiastolic;
  const severe = isSevere ? [numbers.pressureSevere] : [];
  if (top === undefined || bottom === undefined) return [numbers.pressureHalf, ...severe];
  const swapped = top <= bottom ? [numbers.pressureSwapped] : [];
  return [tell(numbers.pressure, { top, bottom }), ...swapped, ...severe];
}

function useSizeTexts({ heightIn: height, weightLb: weight, bodyUnits }: Answers): readonly string[] {
  const { numbers } = useWords();
  const { locale } = useSurroundings();
  const { locations } = useClinic();
  const reading = { locale, locations, bodyUnits };
  return [
    tell(numbers.size, {
      height: answerText(heightIn, height, reading),
      weight: answerText(weightLb, weight, reading),
    }),
    numbers.sizeText,
  ];
}

interface Of {
  readonly answers: Answers;
}
const PressureTexts = ({ answers }: Of) => usePressureTexts(answers).map((text) => <p key={text}>{text}</p>);
const SizeTexts = ({ answers }: Of) => useSizeTexts(answers).map((text) => <p key={text}>{text}</p>);

interface Props extends Of {
  readonly check: Check;
  readonly onChange: () => void;
  readonly onKeep: () => void;
}

/** "Please check these numbers": they can be kept as they are. */
export function NumbersCheck({ check, answers, onChange, onKeep }: Props) {
  const { numbers } = useWords();
  return (
    <>
      <h1>{numbers.h1}</h1>
      <div className="notice warning">
        {check === 'pressureCheck' ? <PressureTexts answers={answers} /> : <SizeTexts answers={answers} />}
      </div>
      <div className="stacked">
        <Button wide onClick={onChange}>
          {numbers.change}
        </Button>
        <Button look="secondary" wide onClick={onKeep}>
          {numbers.keep}
        </Button>
      </div>
    </>
  );
}
