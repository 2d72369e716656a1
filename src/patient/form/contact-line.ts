import type { Answers } from '../../steps/catalog.ts';
import type { Words } from '../words/words.ts';

/** How the clinic will get in touch, as the person chose; without a way that they allow, they are asked to call. */
export function contactWay(answers: Answers): keyof Words['done']['contact'] {
  const { phone, email, mayCall, mayText, mayEmail, contactMethod } = answers;
  const ways = {
    phone: phone !== undefined && mayCall !== 'no',
    text: phone !== undefined && mayText === 'yes',
    email: email !== undefined && mayEmail !== 'no',
  };
  if (contactMethod && ways[contactMethod]) return contactMethod;
  return (['phone', 'text', 'email'] as const).find((way) => ways[way]) ?? 'none';
}
