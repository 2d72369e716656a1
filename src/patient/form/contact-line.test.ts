import { expect, it } from 'vitest';
import type { Answers } from '../../steps/catalog.ts';
import { contactWay } from './contact-line.ts';

const both = { phone: '615 555 0100', email: 'ana@example.com' } as const;

it.each<[string, Answers, string]>([
  ['nothing given', {}, 'none'],
  ['a phone', { phone: '615 555 0100' }, 'phone'],
  ['an email', { email: 'ana@example.com' }, 'email'],
  ['text is preferred and allowed', { ...both, contactMethod: 'text', mayText: 'yes' }, 'text'],
  ['text is preferred, nobody said it is allowed', { ...both, contactMethod: 'text' }, 'phone'],
  ['a call is preferred and refused', { ...both, contactMethod: 'phone', mayCall: 'no' }, 'email'],
  ['email is preferred', { ...both, contactMethod: 'email', mayEmail: 'yes' }, 'email'],
  ['all ways are refused', { ...both, mayCall: 'no', mayText: 'no', mayEmail: 'no' }, 'none'],
])('the confirmation says how the clinic gets in touch: %s', (_, answers, way) => {
  expect(contactWay(answers)).toBe(way);
});
