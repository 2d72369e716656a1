import { describe, expect, test } from 'vitest';
import { replyPages } from '../../submission/follow-up.ts';
import { type KeptReply, mergeReplies, newReply, parseReply } from './kept-reply.ts';

const pages = replyPages({ texts: ['Which heart medicine do you take?'], keys: ['mi', 'sbp', 'dbp'] });
const context = { asOf: '2026-11-22', locations: [] };
const id = '6f1c0a52-9c1e-4a53-8f0e-2f3a5a1b7c11';
const reply = (part: Partial<KeptReply> = {}): KeptReply => ({ ...newReply(id, 'text0'), ...part });
const read = (input: unknown) => parseReply(input, pages, context);

describe('a reply that was kept', () => {
  test('comes back as it was left', () => {
    const left = reply({
      place: 'pressure',
      given: { text0: 'Metoprolol', mi: 'no' },
      supported: ['asq'],
      typed: { place: 'pressure', inputs: { sbp: '1' } },
    });
    expect(read(JSON.parse(JSON.stringify(left)))).toEqual(left);
  });

  test.each([
    ['an answer that its question cannot take', { given: { text0: 'Metoprolol', sbp: 9_000 } }],
    ['an answer to what is not asked', { given: { text0: 'Metoprolol', firstName: 'Ana' } }],
  ])('comes back without %s', (_, part) => {
    expect(read(reply(part))?.given).toEqual({ text0: 'Metoprolol' });
  });

  test('comes back at the first page where its page is gone, and without the inputs of another form', () => {
    const typed = { place: 'text0', inputs: { text0: 'Me' } };
    expect(read(reply({ place: 'nowhere', typed, formVersion: '0' }))).toEqual(reply());
  });

  test.each([
    ['nothing', undefined],
    ['text', 'reply'],
    ['another kind of thing', { format: 2 }],
  ])('is not read from %s', (_, input) => expect(read(input)).toBeUndefined());
});

describe('a reply in two tabs', () => {
  test('keeps what was changed here and what was changed there', () => {
    const saved = reply({ given: { text0: 'Metoprolol', mi: 'no' } });
    const here = reply({ given: { text0: 'Metoprolol, in the morning', mi: 'no' } });
    const there = reply({ given: { text0: 'Metoprolol', mi: 'yes' }, supported: ['asq'] });
    expect(mergeReplies(saved, here, there)).toMatchObject({
      given: { text0: 'Metoprolol, in the morning', mi: 'yes' },
      supported: ['asq'],
    });
  });

  test('keeps away what was rubbed out here', () => {
    const both = reply({ given: { text0: 'Metoprolol' } });
    expect(mergeReplies(both, reply({ given: { text0: undefined } }), both).given).toEqual({});
  });
});
