import { type ReactNode, useState } from 'react';
import * as z from 'zod/mini';
import { handedLink, type UserItem } from '../../submission/sign-in-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import type { FieldProblem } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask, type Refusal } from '../api.ts';
import { withStepUp } from '../second-factor/step-up.ts';
import { EntryForm, type FormTrouble, typed } from '../session/entry-form.tsx';
import { checkRoles, RolesField, rolesIn } from './roles-field.tsx';

const NAME = 'user-name';
const SIGN_IN = 'user-sign-in';

const missing = (
  entered: FormData,
  name: string,
  controlId: string,
  text: string,
): readonly FieldProblem[] => (typed(entered, name).trim() === '' ? [{ controlId, text }] : []);

const nameTaken = (refusal: Refusal): FormTrouble | undefined =>
  refusal.kind === 'refused' && refusal.code === 'name-taken'
    ? { in: 'fields', problems: [{ controlId: SIGN_IN, text: refusal.detail }] }
    : undefined;

/** Makes an account; what comes back is the link to hand over. */
export function InviteForm({ onInvited }: { readonly onInvited: (link: string) => void }) {
  return (
    <EntryForm
      verb="Make the account"
      verbing="Making…"
      check={(entered) => [
        ...missing(entered, 'name', NAME, 'Enter the name.'),
        ...missing(entered, 'signInName', SIGN_IN, 'Enter an e-mail or a user name.'),
        ...checkRoles(entered),
      ]}
      submit={async (entered) => {
        const body = {
          name: typed(entered, 'name').trim(),
          signInName: typed(entered, 'signInName').trim(),
          roles: rolesIn(entered),
        };
        const { link } = await withStepUp(() =>
          ask(handedLink, '/api/staff/users', { method: 'POST', body }),
        );
        onInvited(link);
      }}
      explain={nameTaken}
    >
      {(errorOf) => (
        <>
          <TextField
            id={NAME}
            locale="en"
            control={{ name: 'name' }}
            label="Name"
            hint="As colleagues see it."
            error={errorOf(NAME)}
            input={{ autoComplete: 'off' }}
          />
          <TextField
            id={SIGN_IN}
            locale="en"
            control={{ name: 'signInName' }}
            label="E-mail or user name"
            hint="They sign in with it."
            error={errorOf(SIGN_IN)}
            input={{ autoComplete: 'off', autoCapitalize: 'none', spellCheck: false }}
          />
          <RolesField errorOf={errorOf} />
        </>
      )}
    </EntryForm>
  );
}

/** What somebody may do, from the next request on. */
export function RolesForm({ user, onSaved }: { readonly user: UserItem; readonly onSaved: () => void }) {
  return (
    <EntryForm
      verb="Save"
      verbing="Saving…"
      check={checkRoles}
      submit={async (entered) => {
        const body = { roles: rolesIn(entered) };
        await withStepUp(() =>
          ask(z.undefined(), `/api/staff/users/${user.id}/roles`, { method: 'POST', body }),
        );
        onSaved();
      }}
      explain={() => undefined}
    >
      {(errorOf) => (
        <>
          <p>{user.name} signs in anew after this.</p>
          <RolesField chosen={user.roles} errorOf={errorOf} />
        </>
      )}
    </EntryForm>
  );
}

/** Something to be sure of before it is done. */
export function Sure({
  verb,
  children,
  act,
}: {
  readonly verb: string;
  readonly children: ReactNode;
  readonly act: () => Promise<void>;
}) {
  return (
    <EntryForm verb={verb} verbing="One moment…" check={() => []} submit={act} explain={() => undefined}>
      {() => <div className="sure">{children}</div>}
    </EntryForm>
  );
}

/** Shown this once: the server keeps its hash alone. */
export function HandedLink({ link }: { readonly link: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = () =>
    void navigator.clipboard.writeText(link).then(
      () => setOutcome('The link is copied.'),
      () => setOutcome('Your browser did not let us copy. Select the link and copy it by hand.'),
    );
  return (
    <>
      <p>
        Give this link to the person and to nobody else. It works once, for 24 hours, and is shown only now.
        They choose a password and a second step with it.
      </p>
      <p className="handed-link" translate="no">
        {link}
      </p>
      <div className="button-row">
        <Button look="secondary" onClick={copy}>
          Copy the link
        </Button>
      </div>
      <p role="status">{outcome}</p>
    </>
  );
}
