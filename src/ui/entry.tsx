import { createContext, type ReactNode, use } from 'react';
import type { Locale } from '../lib/locale.ts';

/** A place of the clinic, as the person chooses it. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly address?: string | undefined;
}

/** A medicine that the local list found for what was typed. */
export interface Suggestion {
  /** What is stored; a medicine without a key is known by name only. */
  readonly key?: string | undefined;
  /** 'sertraline' */
  readonly name: string;
  /** As shown: 'sertraline (Zoloft)'. */
  readonly label: string;
}

/** The list of medicines, handed in because it belongs to the screening. Loaded when a page needs it. */
export interface Medicines {
  /** The best matches first, at most `limit`. */
  suggest(query: string, limit: number): readonly Suggestion[];
  /** The name of a stored key; a typed name has none. */
  nameOf(key: string): string | undefined;
}

/** What every control needs to know besides its question. */
export interface Entry {
  readonly locale: Locale;
  /** Today in the clinic's time zone, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly locations: readonly Place[];
  /** Fills the `{places}` in the words of questions, from the clinic's settings. */
  readonly places: Readonly<Record<string, string | number>>;
  /** Order of the three parts of a date, as people of the region write it. */
  readonly dateOrder: 'mdy' | 'dmy';
  /** Where "Help now" leads. */
  readonly helpHref: string;
  readonly loadMedicines: () => Promise<Medicines>;
}

const EntryContext = createContext<Entry | undefined>(undefined);

/** Once around the app; again where something differs. */
export const EntryProvider = ({
  value,
  children,
}: {
  readonly value: Entry;
  readonly children: ReactNode;
}) => <EntryContext value={value}>{children}</EntryContext>;

export function useEntry(): Entry {
  const entry = use(EntryContext);
  if (!entry) throw new Error('A control stands outside <EntryProvider>.');
  return entry;
}
