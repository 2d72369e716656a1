import { useState } from 'react';
import { type FollowUpLink, followUpLink, type StaffFollowUps } from '../../submission/follow-up-wire.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { ask, refusalBehind } from '../api.ts';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { troubleWords } from '../trouble.tsx';

type Made = FollowUpLink | { readonly by: 'trouble'; readonly words: string };

/** For somebody who has lost their own link: read out, printed, or e-mailed. It is shown once and kept nowhere. */
export function LinkMaker({
  id,
  link,
  mayEmail,
}: { readonly id: string } & Pick<StaffFollowUps, 'link' | 'mayEmail'>) {
  const timeZone = useClinic()?.timeZone;
  const [made, setMade] = useState<Made>();
  const [isCopied, setCopied] = useState(false);
  const make = async (by: FollowUpLink['by']) => {
    setCopied(false);
    try {
      const address = `/api/staff/submissions/${id}/follow-up-links`;
      setMade(await ask(followUpLink, address, { method: 'POST', body: { by } }));
    } catch (error) {
      setMade({ by: 'trouble', words: `No link was made. ${troubleWords(refusalBehind(error))}` });
    }
  };
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  return (
    <div className="link-maker">
      <h3>A link for this patient</h3>
      <p className="muted">
        For somebody who no longer has their own. It works for 14 days, asks the birth date, and shows only
        what is asked.
        {link && ` The last one works until ${moment(link.expiresAt, timeZone)}.`}
      </p>
      <div className="ask-actions">
        <Button look="secondary" onClick={() => void make('hand')}>
          Make a link
        </Button>
        {mayEmail ? (
          <Button look="secondary" onClick={() => void make('email')}>
            E-mail a link
          </Button>
        ) : (
          <span className="muted small">No e-mail: not agreed to, or no mail server.</span>
        )}
      </div>
      <div role="status">
        {made?.by === 'trouble' && <p className="ask-trouble">{made.words}</p>}
        {made?.by === 'email' && (
          <p>The e-mail is on its way: “You have a message from” the clinic, and nothing more.</p>
        )}
        {made?.by === 'hand' && (
          <dl className="facts made-link">
            <div>
              <dt>Link</dt>
              <dd>
                <span className="made-url">{made.url}</span>{' '}
                <Button look="quiet" onClick={() => void copy(made.url)}>
                  {isCopied ? 'Copied' : 'Copy'}
                </Button>
              </dd>
            </div>
            <div>
              <dt>Code to read out</dt>
              <dd className="made-code" translate="no">
                {made.code}
              </dd>
            </div>
            <div>
              <dt>Works until</dt>
              <dd>{moment(made.expiresAt, timeZone)}. Not shown again.</dd>
            </div>
          </dl>
        )}
      </div>
    </div>
  );
}
