import { describe, expect, it } from 'vitest';
import { replyWords } from '../reply/words.ts';
import { notLoaded } from './not-loaded.ts';
import { words } from './words.ts';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

const textsIn = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  typeof tree === 'string'
    ? [[path, tree]]
    : Object.entries(tree).flatMap(([key, branch]) => textsIn(branch, path ? `${path}.${key}` : key));

const placesIn = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

const english = textsIn({ ...words.en, reply: replyWords.en, notLoaded: notLoaded.en });
const spanish = textsIn({ ...words.es, reply: replyWords.es, notLoaded: notLoaded.es });

describe('the words of the patient’s pages', () => {
  it('P29 are there in both languages, text for text', () => {
    expect(spanish.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect([...english, ...spanish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('P29 leave the same places for names and numbers', () => {
    const other = new Map(spanish);
    const unlike = english.filter(([path, text]) => {
      // A language may leave out where the number of tries stands, never put in a place that nobody fills.
      const there = placesIn(other.get(path) ?? '');
      return JSON.stringify(placesIn(text)) !== JSON.stringify(there);
    });
    expect(unlike).toEqual([]);
  });

  it('P13 judge nobody and promise nothing', () => {
    const harsh =
      /eligib|qualif|\bfail|denied|\bdeny|invalid|\babuse|commit suicide|oops|!|\bcure\b|guarantee|elegib|califica|fracas|negad|inválid|abuso|garantiz/i;
    expect([...english, ...spanish].filter(([, text]) => harsh.test(text))).toEqual([]);
  });

  it('P03 titles say nothing of why somebody is here', () => {
    for (const { form } of [words.en, words.es])
      expect(form.name).not.toMatch(/health|ketamin|spravato|depress|salud|depres/i);
  });
});
