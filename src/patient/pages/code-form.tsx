import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { ErrorSummary } from '../../ui/blocks/error-summary.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { readSecret } from '../draft/secret.ts';
import type { Device } from '../session/device.ts';
import { useSurroundings, useWords } from '../shell/context.ts';
import { followedSecret } from '../shell/fragment.ts';
import { unbroken } from '../shell/one-piece.ts';
import { DeviceTiles, deviceIn } from './device-tiles.tsx';

const CODE = 'resume-code';
const DEVICE = 'resume-device';

interface Props {
  readonly heading: string;
  readonly lead: string;
  readonly label: string;
  readonly isBusy: boolean;
  /** Nothing is kept on this device whatever it is, so nobody is asked whose it is. */
  readonly keepsNothing?: boolean;
  /** What became of the last try, as a sentence at the code. */
  readonly trouble?: string | undefined;
  readonly attempt: number;
  readonly onCode: (secret: string, device: Device) => void;
  readonly children?: ReactNode;
}

/** The typed code, or the link that was followed; and whose device this is, before anything is kept on it. */
export function CodeForm({ heading, lead, label, isBusy, keepsNothing, trouble, attempt, ...more }: Props) {
  const { onCode, children } = more;
  const { resume } = useWords();
  const { locale } = useSurroundings();
  const [followed] = useState(followedSecret);
  const [unread, setUnread] = useState(0);
  const error = unread > 0 ? resume.codeNeeded : trouble;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = form.get(CODE);
    const secret = typeof typed === 'string' ? readSecret(typed) : followed;
    if (!secret) {
      setUnread((before) => before + 1);
      return;
    }
    setUnread(0);
    onCode(secret, deviceIn(form, DEVICE));
  };

  return (
    <form className="page-form" noValidate onSubmit={submit}>
      <ErrorSummary
        locale={locale}
        problems={error && !isBusy ? [{ controlId: CODE, text: error }] : []}
        attempt={attempt + unread}
      />
      <div className="page-intro">
        <h1>{heading}</h1>
        {(!followed || trouble) && <p>{lead}</p>}
        {children}
      </div>
      {(!followed || trouble) && (
        <TextField
          id={CODE}
          locale={locale}
          control={{ name: CODE }}
          label={resume.code}
          hint={unbroken(resume.codeHint)}
          error={isBusy ? undefined : error}
          as="question"
          width="w20"
          input={{
            autoComplete: 'off',
            inputMode: 'text',
            autoCapitalize: 'characters',
            spellCheck: false,
            enterKeyHint: 'done',
            translate: 'no',
          }}
        />
      )}
      {!keepsNothing && <DeviceTiles id={DEVICE} />}
      <div className="page-end">
        <p role="status">{isBusy && resume.opening}</p>
        <Button type="submit" wide>
          {label}
        </Button>
      </div>
    </form>
  );
}
