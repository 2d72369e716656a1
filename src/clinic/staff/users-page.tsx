import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { handedLink, type UserItem, userList } from '../../submission/sign-in-wire.ts';
import { type Session, session as sessionSchema } from '../../submission/staff-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { ask } from '../api.ts';
import { withStepUp } from '../second-factor/step-up.ts';
import { openDoor } from '../session/door.ts';
import { Trouble } from '../trouble.tsx';
import { PlainPage } from './plain-page.tsx';
import { roleNames } from './roles-field.tsx';
import { SessionList } from './session-list.tsx';
import { HandedLink, InviteForm, RolesForm, Sure } from './user-dialogs.tsx';

const statuses: Readonly<Record<UserItem['status'], string>> = {
  invited: 'invited, has not signed in yet',
  active: 'active',
  disabled: 'disabled',
};

/** What the dialog of the page is about. */
type Doing =
  | { readonly what: 'invite' }
  | { readonly what: 'link'; readonly link: string }
  | { readonly what: 'roles' | 'reset' | 'disable' | 'enable' | 'sessions'; readonly user: UserItem };

function titleOf(doing: Doing): string {
  switch (doing.what) {
    case 'invite':
      return 'Invite somebody';
    case 'link':
      return 'Hand over this link';
    case 'roles':
      return `Roles of ${doing.user.name}`;
    case 'reset':
      return `Reset ${doing.user.name}`;
    case 'disable':
      return `Disable ${doing.user.name}`;
    case 'enable':
      return `Enable ${doing.user.name}`;
    case 'sessions':
      return `Where ${doing.user.name} is signed in`;
  }
}

interface DialogProps {
  readonly doing: Doing;
  readonly session: Session;
  readonly turnTo: (next: Doing | undefined) => void;
  readonly lookAgain: () => void;
}

function Inside({ doing, session, turnTo, lookAgain }: DialogProps) {
  const post = (user: UserItem, act: string) => async () => {
    await withStepUp(() => ask(z.undefined(), `/api/staff/users/${user.id}/${act}`, { method: 'POST' }));
    turnTo(undefined);
    lookAgain();
  };
  const handOver = (link: string) => {
    turnTo({ what: 'link', link });
    lookAgain();
  };
  switch (doing.what) {
    case 'invite':
      return <InviteForm onInvited={handOver} />;
    case 'link':
      return <HandedLink link={doing.link} />;
    case 'roles':
      return (
        <RolesForm
          user={doing.user}
          onSaved={async () => {
            turnTo(undefined);
            if (doing.user.id === session.userId) openDoor(await ask(sessionSchema, '/api/auth/session'));
            lookAgain();
          }}
        />
      );
    case 'reset':
      return (
        <Sure
          verb="Reset"
          act={async () => {
            const path = `/api/staff/users/${doing.user.id}/reset`;
            const { link } = await withStepUp(() => ask(handedLink, path, { method: 'POST' }));
            handOver(link);
          }}
        >
          <p>
            Password and second step of {doing.user.name} are void, and wherever they are signed in they are
            out at once. A new link lets them begin anew. First make sure that it is they who ask.
          </p>
        </Sure>
      );
    case 'disable':
      return (
        <Sure verb="Disable" act={post(doing.user, 'disable')}>
          <p>
            {doing.user.name} is out at once and cannot sign in until an administrator enables the account.
          </p>
        </Sure>
      );
    case 'enable':
      return (
        <Sure verb="Enable" act={post(doing.user, 'enable')}>
          <p>{doing.user.name} can sign in again, with the password and second step from before.</p>
        </Sure>
      );
    case 'sessions':
      return <SessionList path={`/api/staff/users/${doing.user.id}/sessions`} />;
  }
}

/** The accounts of the clinic. */
export function UsersPage({ session }: { readonly session: Session }) {
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const found = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => ask(userList, '/api/staff/users', { signal }),
  });
  const lookAgain = () => void client.invalidateQueries({ queryKey: ['users'] });
  const close = () => setDoing(undefined);
  return (
    <PlainPage session={session} title="Users">
      <div className="button-row">
        <Button onClick={() => setDoing({ what: 'invite' })}>Invite somebody</Button>
      </div>
      {found.isError && (
        <Trouble title="The accounts could not be loaded" error={found.error} retry={found.refetch} />
      )}
      {found.isPending && (
        <p className="loading" role="status">
          Loading the accounts…
        </p>
      )}
      <ul className="rows">
        {found.data?.users.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            isOwn={user.id === session.userId}
            turnTo={(what) => setDoing({ what, user })}
          />
        ))}
      </ul>
      <Dialog open={doing !== undefined} title={doing ? titleOf(doing) : ''} onClose={close}>
        <div className="step-up">
          {doing && <Inside doing={doing} session={session} turnTo={setDoing} lookAgain={lookAgain} />}
          <Button look="quiet" onClick={close}>
            {doing?.what === 'link' || doing?.what === 'sessions' ? 'Close' : 'Cancel'}
          </Button>
        </div>
      </Dialog>
    </PlainPage>
  );
}

interface RowProps {
  readonly user: UserItem;
  readonly isOwn: boolean;
  readonly turnTo: (what: 'roles' | 'reset' | 'disable' | 'enable' | 'sessions') => void;
}

function UserRow({ user, isOwn, turnTo }: RowProps) {
  const whose = <span className="visually-hidden"> of {user.name}</span>;
  return (
    <li className="row-line">
      <p>
        <strong>{user.name}</strong>
        {isOwn && ' · you'}
        <br />
        {user.roles.map((role) => roleNames[role]).join(', ')}
        <br />
        <span className="muted small">
          {user.signInName} · {statuses[user.status]}
          {user.status === 'active' && !user.hasFactor && ', without a second step yet'}
        </span>
      </p>
      <div className="button-row">
        <Button look="quiet" onClick={() => turnTo('roles')}>
          Roles{whose}
        </Button>
        {user.status === 'active' && (
          <Button look="quiet" onClick={() => turnTo('sessions')}>
            Sessions{whose}
          </Button>
        )}
        {!isOwn && (
          <>
            <Button look="quiet" onClick={() => turnTo('reset')}>
              Reset<span className="visually-hidden"> {user.name}</span>
            </Button>
            <Button look="quiet" onClick={() => turnTo(user.status === 'disabled' ? 'enable' : 'disable')}>
              {user.status === 'disabled' ? 'Enable' : 'Disable'}
              <span className="visually-hidden"> {user.name}</span>
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
