import type { Refusal } from '../api.ts';
import type { FormTrouble } from './entry-form.tsx';
import { PASSWORD } from './new-password.ts';

const toSignIn = (
  <p>
    <a href="/clinic">Go to the sign-in page</a>
  </p>
);

/** What a form behind a one-time link says when the server refuses it. */
export const explainWith =
  (linkOver: string) =>
  (refusal: Refusal): FormTrouble | undefined => {
    if (refusal.kind !== 'refused') return undefined;
    if (refusal.path === 'password')
      return { in: 'fields', problems: [{ controlId: PASSWORD, text: refusal.detail }] };
    const isLinkOver = refusal.code === 'link-over' || refusal.path === 'token';
    return isLinkOver ? { in: 'way', words: linkOver, instead: toSignIn } : undefined;
  };
