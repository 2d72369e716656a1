import { uiWords } from '../words/words.ts';
import type { Control } from './control.ts';
import { Group, type GroupProps } from './group.tsx';
import { TextField } from './text-field.tsx';

type Part = 'month' | 'day' | 'year';

interface Props extends Omit<GroupProps, 'children' | 'id'> {
  /** The id of a part: `f-birthDate-month`. */
  readonly idOf: (part: Part) => string;
  readonly control: (part: Part) => Control;
  readonly order: 'mdy' | 'dmy';
  /** The parts that the error is about. */
  readonly wrong: readonly Part[];
}

const parts: Readonly<Record<Props['order'], readonly Part[]>> = {
  mdy: ['month', 'day', 'year'],
  dmy: ['day', 'month', 'year'],
};

/** Three plain inputs; nothing jumps on by itself. */
export function BirthDateFields({ idOf, control, order, wrong, ...group }: Props) {
  const words = uiWords[group.locale].date;
  const [first = 'month'] = parts[order];
  return (
    <Group {...group} id={idOf(first)}>
      <div className="fields">
        {parts[order].map((part) => (
          <TextField
            key={part}
            id={idOf(part)}
            locale={group.locale}
            control={control(part)}
            label={words[part]}
            width={part === 'day' ? 'w2' : 'w4'}
            invalid={wrong.includes(part)}
            input={{ autoComplete: `bday-${part}`, inputMode: 'numeric' }}
          />
        ))}
      </div>
    </Group>
  );
}
