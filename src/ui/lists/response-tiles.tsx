import { responses } from '../../questions/values.ts';
import { useEntry } from '../entry.tsx';
import { RadioTiles } from '../fields/radio-tiles.tsx';
import { useControl } from '../question/bound.ts';
import { idOf } from '../values/form-value.ts';
import { listWords } from './words.ts';

/** "How much did it help?", in the shares that the rules reckon with. */
export function ResponseTiles({ name, legend }: { readonly name: string; readonly legend: string }) {
  const { locale } = useEntry();
  const words = listWords[locale].responses;
  return (
    <RadioTiles
      as="field"
      id={idOf(name)}
      locale={locale}
      legend={legend}
      control={useControl()(name)}
      options={responses.map((value) => ({ value, ...words[value] }))}
      layout="scale"
    />
  );
}
