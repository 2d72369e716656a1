import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { coverageOf } from './coverage.ts';
import type { Draws } from './printable.ts';

export interface Typeface {
  readonly regular: Buffer;
  readonly bold: Buffer;
  readonly draws: Draws;
}

const file = (address: string): Buffer => readFileSync(fileURLToPath(address));

let loaded: Typeface | undefined;

/** Noto Sans: Latin, Greek, Cyrillic and Vietnamese. Read when the first document is made, and kept. */
export const typeface = (): Typeface => {
  if (loaded !== undefined) return loaded;
  const regular = file(
    import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  );
  const bold = file(import.meta.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'));
  loaded = { regular, bold, draws: coverageOf(regular) };
  return loaded;
};
