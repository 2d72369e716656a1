import { useState } from 'react';
import type { SamePerson, Verdict } from '../../submission/same-person-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { refusalBehind } from '../api.ts';
import { dayText } from '../format.ts';
import { linkTo, placeOf, type QueuePlace } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { Trouble, troubleWords } from '../trouble.tsx';
import type { useSamePerson } from './use-same-person.ts';

/** The other case, in the view that is open. */
const linkToCase = (id: string) => {
  const here = placeOf(new URL(location.href));
  const view: QueuePlace['view'] = here.page === 'queue' ? here.view : 'new';
  return linkTo({ page: 'queue', view, open: { kind: 'submission', id } });
};

const heads: Readonly<Record<Verdict | 'open', string>> = {
  open: 'May be the same person as',
  same: 'The same person as',
  different: 'Not the same person as',
};

function Other({
  of,
  decide,
}: {
  readonly of: SamePerson;
  readonly decide: (of: SamePerson, verdict: Verdict) => Promise<void>;
}) {
  const timeZone = useClinic()?.timeZone;
  const [trouble, setTrouble] = useState('');
  const say = async (verdict: Verdict) => {
    setTrouble('');
    try {
      await decide(of, verdict);
    } catch (error) {
      setTrouble(`Not saved. ${troubleWords(refusalBehind(error))}`);
    }
  };
  return (
    <li className={of.verdict === null ? 'other-case is-open' : 'other-case'}>
      <span>
        {heads[of.verdict ?? 'open']}{' '}
        <a {...linkToCase(of.id)}>
          {of.name}, {dayText(of.receivedAt, timeZone)}, {of.reference}
        </a>
      </span>
      <span className="other-case-actions">
        {of.verdict !== 'same' && (
          <Button look={of.verdict === null ? 'secondary' : 'quiet'} onClick={() => void say('same')}>
            Same person
          </Button>
        )}
        {of.verdict !== 'different' && (
          <Button look={of.verdict === null ? 'secondary' : 'quiet'} onClick={() => void say('different')}>
            {of.verdict === null ? 'Somebody else' : 'Not the same'}
          </Button>
        )}
      </span>
      <span role="status" className="ask-trouble">
        {trouble}
      </span>
    </li>
  );
}

/** Asked by surname and birth date, decided by a person. The cases stay apart whatever is decided. */
export function SamePersonSection({ of }: { readonly of: ReturnType<typeof useSamePerson> }) {
  const { found, error, again, decide } = of;
  if (error && !found)
    return <Trouble title="Earlier submissions could not be looked for" error={error} retry={again} />;
  if (!found || found.others.length === 0) return null;
  return (
    <section className="same-person" aria-label="Other submissions">
      <ul>
        {found.others.map((other) => (
          <Other key={other.id} of={other} decide={decide} />
        ))}
      </ul>
    </section>
  );
}
