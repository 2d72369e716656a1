import { createTransport } from 'nodemailer';
import type { Settings } from '../../settings/settings.ts';
import { type Deliver, delivered, never, notYet } from './delivery.ts';
import { PATIENT_MESSAGE, recipientsOf, wordsOf } from './messages.ts';

const PATIENCE_MS = 10_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

type Notice = Omit<Letter, 'to'> & { readonly to: readonly string[] };

/** An e-mail to one person. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export const createMail = (needs: {
  readonly smtpUrl: string;
  readonly from: string;
  readonly settings: Settings;
  readonly publicUrl: URL;
  /** Writes the e-mail to the patient of a case, or none where they have not agreed to it. */
  readonly letterTo: (submissionId: string) => Promise<Letter | undefined>;
}): Deliver => {
  const url = new URL(needs.smtpUrl);
  const transport = createTransport({
    url: needs.smtpUrl,
    requireTLS: url.protocol === 'smtp:' && !LOOPBACK.has(url.hostname),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const portal = new URL('/clinic', needs.publicUrl).href;

  const noticeOf = (kind: string): Notice | undefined => {
    const words = wordsOf(kind);
    return (
      words && {
        to: recipientsOf(kind, needs.settings),
        subject: words.subject,
        text: `${words.text}\n\nSign in to read it: ${portal}\n\nThis message holds no patient data. Do not reply to it.\n`,
      }
    );
  };

  return async (message) => {
    try {
      const isToPatient = message.kind === PATIENT_MESSAGE;
      const letter = isToPatient ? await needs.letterTo(message.ref_id) : noticeOf(message.kind);
      if (letter === undefined) return never(isToPatient ? 'no-consent' : 'unknown-kind');
      if (letter.to.length === 0) return never('no-recipient');
      await transport.sendMail({
        from: { name: needs.settings.name, address: needs.from },
        to: typeof letter.to === 'string' ? letter.to : [...letter.to],
        subject: letter.subject,
        text: letter.text,
        // The same for each try, so that a mail delivered twice is shown once.
        messageId: `<${message.id}@${needs.publicUrl.hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return delivered;
    } catch (error) {
      return whatWentWrong(error);
    }
  };
};

/** A 5xx about the envelope will be the same tomorrow; a wrong password may be mended by the operator. */
const whatWentWrong = (error: unknown) => {
  if (!(error instanceof Error)) return notYet('unknown');
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const reply = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : 0;
  const problem = /^[A-Z]{3,20}$/.test(code) ? `mail-${code.toLowerCase()}` : 'mail-failed';
  return code === 'EENVELOPE' && reply >= 500 ? never(problem) : notYet(problem);
};
