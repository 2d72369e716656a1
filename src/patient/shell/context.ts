import { createContext, useContext } from 'react';
import type { Locale } from '../../lib/locale.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';
import { type Words, words } from '../words/words.ts';
import { openHours } from './hours.ts';

/** What every page stands on: whose form it is, and in which language it is read. */
export interface Surroundings {
  readonly clinic: PublicSettings;
  readonly locale: Locale;
  readonly speak: (locale: Locale) => void;
}

export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('A page was drawn outside of the app');
  return surroundings;
}

export const useWords = (): Words => words[useSurroundings().locale];
export const useClinic = (): PublicSettings => useSurroundings().clinic;

/** The clinic's hours as words in the language of the page. */
export const useOpenHours = (): string => openHours(useClinic().hours, useWords());
