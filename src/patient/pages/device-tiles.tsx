import { RadioTiles } from '../../ui/fields/radio-tiles.tsx';
import { type Device, devices } from '../session/device.ts';
import { useSurroundings, useWords } from '../shell/context.ts';

export function DeviceTiles({ id }: { readonly id: string }) {
  const { start } = useWords();
  const { locale } = useSurroundings();
  return (
    <RadioTiles
      id={id}
      locale={locale}
      control={{ name: id }}
      legend={start.device}
      hint={start.deviceHint}
      standalone
      options={devices.map((device) => ({
        value: device,
        text: start.deviceOptions[device],
        hint: start.deviceNotes[device],
      }))}
    />
  );
}

/** Unanswered counts as shared: then nothing is left behind. */
export const deviceIn = (form: FormData, id: string): Device => (form.get(id) === 'own' ? 'own' : 'shared');
