import { expect, it } from 'vitest';
import { isSameName } from './signed-name.ts';

it.each([
  ['Ana Ruiz', 'Ana Ruiz', true],
  ['ana maría RUIZ', 'Ana Ruiz', true],
  ['Ruiz, Ana', 'Ana Ruiz', true],
  ['Jose Ñuñez', 'José Núñez', true],
  ['Mary Ann O’Neil', 'Mary-Ann ONeil', true],
  ['王小明', '王 小明', true],
  ['Anna Ruiz', 'Ana Ruiz', false],
  ['Ana', 'Ana Ruiz', false],
  ['Ana Ruiz', '', true],
])('a signature "%s" under the name "%s": %s', (typed, given, same) => {
  expect(isSameName(typed, given)).toBe(same);
});
