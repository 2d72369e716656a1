import { useState } from 'react';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';
import { QrCode } from '../../ui/blocks/qr-code.tsx';
import { writtenOut } from '../draft/secret.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { paths } from '../shell/route.ts';
import { tell } from '../words/tell.ts';

/** The secret stands in the fragment, which no browser sends to any server. */
export const linkOf = (secret: string): string => `${location.origin}${paths.resume}#${writtenOut(secret)}`;

const isShareable = () => typeof navigator.share === 'function';

/** Copies a text, and says whether the browser let us. */
function useCopying() {
  const { keep } = useWords();
  const [outcome, setOutcome] = useState('');
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => setOutcome(keep.copied),
      () => setOutcome(keep.copyByHand),
    );
  return { copy, outcome };
}

interface Props {
  readonly secret: string;
  /** After sending the code opens the status alone, for as long as the clinic keeps the form. */
  readonly isSent?: boolean;
}

/** The code in four groups, and every way to keep it that needs no server. */
export function Code({ secret, isSent = false }: Props) {
  const { keep } = useWords();
  const { draftDays } = useClinic();
  const { copy, outcome } = useCopying();
  const link = linkOf(secret);
  const groups = writtenOut(secret).split('-');
  const mail = `mailto:?subject=${encodeURIComponent(keep.mailSubject)}&body=${encodeURIComponent(tell(keep.mailBody, { link }))}`;
  return (
    <div className="keep">
      <p>
        <strong className="code" translate="no">
          <span className="visually-hidden">
            {tell(keep.codeSpoken, { letters: groups.map((group) => [...group].join(' ')).join(', ') })}
          </span>
          <span aria-hidden="true">{groups.join('-')}</span>
        </strong>
      </p>
      {!isSent && <p>{keep.explain}</p>}
      <div className="button-row no-print">
        <Button look="secondary" onClick={() => copy(writtenOut(secret))}>
          {keep.copyCode}
        </Button>
        <Button look="secondary" onClick={() => copy(link)}>
          {keep.copyLink}
        </Button>
        {isShareable() && (
          <Button look="secondary" onClick={() => void navigator.share({ url: link }).catch(() => {})}>
            {keep.share}
          </Button>
        )}
        <ButtonLink look="secondary" href={mail}>
          {keep.mail}
        </ButtonLink>
        <Button look="secondary" onClick={() => window.print()}>
          {keep.print}
        </Button>
      </div>
      <p className="copied" role="status">
        {outcome}
      </p>
      <details className="why">
        <summary>
          <span>{keep.link}</span>
        </summary>
        <p className="link-text" translate="no">
          {link}
        </p>
        <QrCode text={link} label={keep.qr} />
        <p>{keep.qr}</p>
      </details>
      {!isSent && <p className="muted">{tell(keep.lasts, { n: draftDays })}</p>}
    </div>
  );
}
