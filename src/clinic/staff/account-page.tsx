import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import {
  account,
  type Factor,
  type NewFactor,
  type OfferedKey,
  offeredKey,
  recoveryCodesMade,
} from '../../submission/sign-in-wire.ts';
import type { Session } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { ask } from '../api.ts';
import { moment } from '../format.ts';
import { AppKey } from '../second-factor/app-key.tsx';
import { canUsePasskeys, makePasskey, PasskeyNotGiven } from '../second-factor/passkey.ts';
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx';
import { EntryForm, typed } from '../session/entry-form.tsx';
import { useClinic } from '../shell/clinic.ts';
import { Trouble } from '../trouble.tsx';
import { useActing } from './act.ts';
import { ChangePassword } from './change-password.tsx';
import { PlainPage } from './plain-page.tsx';
import { SessionList } from './session-list.tsx';

/** What one of the dialogs of the page is about. */
type Doing =
  | { readonly what: 'app'; readonly offered: OfferedKey }
  | { readonly what: 'name'; readonly factor: Factor | undefined }
  | { readonly what: 'codes'; readonly codes: readonly string[] };

const titles = {
  app: 'Set up your authenticator app',
  name: 'Name the passkey',
  codes: 'Keep your recovery codes',
} as const;

const nameOf = ({ kind, name }: Factor): string =>
  name ?? (kind === 'totp' ? 'Authenticator app' : 'Passkey');

function NameForm({ now, keep }: { readonly now: string; readonly keep: (name: string) => Promise<void> }) {
  return (
    <EntryForm
      verb="Continue"
      verbing="Saving…"
      check={(entered) =>
        typed(entered, 'name').trim() === '' ? [{ controlId: 'passkey-name', text: 'Enter a name.' }] : []
      }
      submit={(entered) => keep(typed(entered, 'name').trim().slice(0, 60))}
      explain={() => undefined}
    >
      {(errorOf) => (
        <TextField
          id="passkey-name"
          locale="en"
          control={{ name: 'name' }}
          label="Name"
          hint="So that you know it again: “Office laptop”, “Blue key”."
          error={errorOf('passkey-name')}
          input={{ defaultValue: now, autoComplete: 'off' }}
        />
      )}
    </EntryForm>
  );
}

function Factors() {
  const { timeZone } = useClinic() ?? {};
  const client = useQueryClient();
  const { act, trouble } = useActing();
  const [doing, setDoing] = useState<Doing>();
  const [notGiven, setNotGiven] = useState('');
  const found = useQuery({
    queryKey: ['account'],
    queryFn: ({ signal }) => ask(account, '/api/staff/account', { signal }),
  });
  if (found.isError)
    return <Trouble title="Your account could not be loaded" error={found.error} retry={found.refetch} />;
  if (!found.data)
    return (
      <p className="loading" role="status">
        Loading…
      </p>
    );

  const { factors, recoveryCodesLeft } = found.data;
  const hasApp = factors.some(({ kind }) => kind === 'totp');
  const look = () => client.invalidateQueries({ queryKey: ['account'] });
  const post = (path: string, body?: object) =>
    ask(z.undefined(), path, { method: 'POST', ...(body && { body }) });
  const add = async (body: NewFactor) => {
    await post('/api/staff/account/factors', body);
    setDoing(undefined);
    await look();
  };
  const offerApp = () =>
    act(async () => {
      const offered = await ask(offeredKey, '/api/staff/account/totp', { method: 'POST' });
      setDoing({ what: 'app', offered });
    });
  const addPasskey = async (name: string) => {
    setDoing(undefined);
    setNotGiven('');
    await act(async () => {
      try {
        await add(await makePasskey('/api/staff/account/passkey', name));
      } catch (error) {
        if (!(error instanceof PasskeyNotGiven)) throw error;
        setNotGiven('No passkey was made. Try again, or use another device.');
      }
    });
  };
  const rename = async ({ id }: Factor, name: string) => {
    setDoing(undefined);
    await act(async () => {
      await post(`/api/staff/account/factors/${id}/name`, { name });
      await look();
    });
  };
  const remove = ({ id }: Factor) =>
    act(async () => {
      await ask(z.undefined(), `/api/staff/account/factors/${id}`, { method: 'DELETE' });
      await look();
    });
  const makeCodes = () =>
    act(async () => {
      const made = await ask(recoveryCodesMade, '/api/staff/account/recovery-codes', { method: 'POST' });
      setDoing({ what: 'codes', codes: made.recoveryCodes });
      await look();
    });

  return (
    <>
      <section className="plain-section">
        <h2>Second step</h2>
        <ul className="rows">
          {factors.map((factor) => (
            <li key={factor.id} className="row-line">
              <p>
                <strong>{nameOf(factor)}</strong>
                {factor.kind === 'passkey' && ' · passkey'}
                <br />
                <span className="muted small">
                  added {moment(factor.addedAt, timeZone)}
                  {factor.usedAt && `, last used ${moment(factor.usedAt, timeZone)}`}
                </span>
              </p>
              <div className="button-row">
                {factor.kind === 'passkey' && (
                  <Button look="quiet" onClick={() => setDoing({ what: 'name', factor })}>
                    Rename<span className="visually-hidden"> {nameOf(factor)}</span>
                  </Button>
                )}
                {factors.length > 1 && (
                  <Button look="quiet" onClick={() => remove(factor)}>
                    Remove<span className="visually-hidden"> {nameOf(factor)}</span>
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
        <div className="button-row">
          {canUsePasskeys() && (
            <Button look="secondary" onClick={() => setDoing({ what: 'name', factor: undefined })}>
              Add a passkey
            </Button>
          )}
          <Button look="secondary" onClick={offerApp}>
            {hasApp ? 'Move to a new authenticator app' : 'Add an authenticator app'}
          </Button>
        </div>
        <p className="act-trouble" role="alert">
          {trouble ?? notGiven}
        </p>
      </section>
      <section className="plain-section">
        <h2>Recovery codes</h2>
        <p>
          {recoveryCodesLeft === 0
            ? 'None is left. Make new ones, so that a lost device does not shut you out.'
            : `${recoveryCodesLeft} of 10 are left. New ones void the old.`}
        </p>
        <div className="button-row">
          <Button look="secondary" onClick={makeCodes}>
            Make new recovery codes
          </Button>
        </div>
      </section>
      <Dialog
        open={doing !== undefined}
        title={doing ? titles[doing.what] : ''}
        onClose={() => setDoing(undefined)}
      >
        <div className="step-up">
          {doing?.what === 'app' && (
            <AppKey offered={doing.offered} confirm={(code) => add({ kind: 'totp', code })} />
          )}
          {doing?.what === 'name' && (
            <NameForm
              now={doing.factor ? nameOf(doing.factor) : ''}
              keep={(name) => (doing.factor ? rename(doing.factor, name) : addPasskey(name))}
            />
          )}
          {doing?.what === 'codes' && (
            <>
              <p>Each works once. They are shown only now. The old ones are void.</p>
              <RecoveryCodes codes={doing.codes} />
            </>
          )}
          <Button look={doing?.what === 'codes' ? 'primary' : 'quiet'} onClick={() => setDoing(undefined)}>
            {doing?.what === 'codes' ? 'I have kept them' : 'Cancel'}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

/** Whoever is signed in: their factors, their codes, where they are signed in. */
export function AccountPage({ session }: { readonly session: Session }) {
  return (
    <PlainPage session={session} title="Your account">
      <Factors />
      <ChangePassword />
      <section className="plain-section">
        <h2>Where you are signed in</h2>
        <SessionList path="/api/staff/sessions" />
      </section>
    </PlainPage>
  );
}
