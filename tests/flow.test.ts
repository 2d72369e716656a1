import { expect, test } from 'vitest';
import { flowDrawing } from '../scripts/draw-flow.ts';
import { readGenerated } from '../scripts/generated.ts';
import type { Facts } from '../src/machines/facts.ts';
import { isPage } from '../src/machines/places.ts';
import { walk } from '../src/machines/walk.ts';
import { wholePath } from '../src/machines/whole-path.ts';
import { demoSettings } from '../src/settings/demo.ts';
import { relevant } from '../src/steps/relevant.ts';
import { type Persona, personas } from './personas.ts';

const factsOf = ({ answers, asOf }: Persona): Facts => ({
  answers,
  circumstances: { asOf, locationCount: demoSettings.locations.length },
  thresholds: demoSettings.thresholds,
});
const persona = (id: string): Persona => {
  const found = personas.find((one) => one.id === id);
  if (!found) throw new Error(`there is no persona ${id}`);
  return found;
};

test('the drawing of the flow in the docs is the one the code makes', () => {
  expect(readGenerated('flow.md')).toBe(flowDrawing());
});

test('the plain persona meets at most 45 pages, check answers and signature among them', () => {
  const path = wholePath(factsOf(persona('V01')));
  expect(path.filter(isPage)).toHaveLength(45);
  expect(path.filter((place) => !isPage(place))).toEqual(['done']);
});

test.each(personas.map(({ id }) => id))(
  '%s is shown exactly the relevant questions on the whole way',
  (id) => {
    const facts = factsOf(persona(id));
    const path = wholePath(facts);
    const { shown } = relevant(facts.answers, facts.circumstances);
    const asked = walk({ ...facts, passed: path }).everything.shown;
    expect(asked).toEqual(shown);
    expect(path.at(-1)).toBe(shown.has('completedBy') ? 'done' : 'underAge');
  },
);
