import { readFileSync } from 'node:fs';
import type { Screened } from '../src/cli/screen-case.ts';
import type { Answers } from '../src/steps/catalog.ts';
import { answersParser } from '../src/steps/parse-answers.ts';

/** One invented person: see `tests/personas/README.md`. */
export interface Persona {
  readonly id: string;
  readonly story: string;
  /** What the case is there to show. */
  readonly tests: string;
  readonly asOf: string;
  readonly answers: Answers;
  readonly expect: Pick<Screened, 'flags' | 'scores' | 'urgent' | 'disposition'>;
}

export const personasFile = 'tests/personas/cases.json';

const parse = answersParser([]);

/** All personas, their answers parsed like anybody's. */
export const personas: readonly Persona[] = (
  JSON.parse(readFileSync(personasFile, 'utf8')) as readonly Persona[]
).map((persona) => {
  const answers = parse(persona.answers, persona.asOf);
  if (!answers.ok) throw new Error(`${persona.id}: ${answers.error.path} ${answers.error.reason}`);
  return { ...persona, answers: answers.value };
});
