import { Problem, unprocessable } from '../edge/problem.ts';
import type { PasswordProblem } from './password.ts';

const advice: Readonly<Record<PasswordProblem, string>> = {
  'too-short': 'Use at least 12 characters. Three or four words of your own are easy to keep in mind.',
  'too-long': 'Use at most 128 characters.',
  'well-known': 'This password is easy to guess. Use three or four words that do not belong together.',
};

export const refusedPassword = (problem: PasswordProblem): Problem =>
  unprocessable(`password-${problem}`, advice[problem], 'password');

/** @param whatToDo how to get another one, as a sentence */
export const linkOver = (whatToDo: string): Problem =>
  new Problem({
    status: 410,
    code: 'link-over',
    title: 'This link cannot be used any more',
    detail: `It was used, or is older than a day. ${whatToDo}`,
  });
