import type { Locale } from '../../lib/locale.ts';
import { fill } from '../../lib/locale.ts';
import type { Dependencies } from '../dependencies.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import type { Letter } from '../notifications/mail.ts';
import { findCase } from '../reviews/cases.repository.ts';
import { findNewestVersion } from '../submissions/case-versions.repository.ts';
import { openNewest } from '../submissions/case-versions.ts';
import { insertLink } from './follow-ups.repository.ts';
import { newLink } from './links.ts';

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'clock' | 'settings' | 'publicUrl'>;

/** Says that there is a message, and nothing of what it is about: an e-mail is read by others than whom it is for. */
const words: Readonly<Record<Locale, { readonly subject: string; readonly text: string }>> = {
  en: {
    subject: 'You have a message from {clinic}',
    text: 'You have a message from {clinic}.\n\nRead it here: {url}\n\nThe link works for 14 days. It asks for your birth date.\n\nPlease do not reply to this e-mail. To reach us, call {phone}.\n',
  },
  es: {
    subject: 'Tiene un mensaje de {clinic}',
    text: 'Tiene un mensaje de {clinic}.\n\nLéalo aquí: {url}\n\nEl enlace sirve 14 días. Le pide su fecha de nacimiento.\n\nPor favor, no responda a este correo. Para hablar con nosotros, llame al {phone}.\n',
  },
};

/**
 * The e-mail to a patient, written when it is sent: its link is made now and stands nowhere but in it. `undefined`
 * where the person has not agreed to e-mail.
 */
export const createPatientMail =
  ({ store, vault: { envelope }, audit, clock, settings, publicUrl }: Needs) =>
  (submissionId: string): Promise<Letter | undefined> =>
    store.inTransaction(async (tx) => {
      const row = await findCase(tx, submissionId);
      const wrapped = await findRecordKey(tx, submissionId);
      if (row === undefined || wrapped === undefined) return undefined;
      const newest = await findNewestVersion(tx, submissionId);
      const { content } = openNewest(envelope, envelope.unwrap(wrapped), row, newest);
      const { mayEmail, email } = content.answers;
      if (mayEmail !== 'yes' || email === undefined) return undefined;
      const link = newLink({ submissionId, madeBy: 'mail', now: clock.now().getTime(), publicUrl });
      await insertLink(tx, link.row);
      await audit.append(tx, {
        actor: { kind: 'system' },
        action: 'follow-up.link',
        object: { type: 'submission', id: submissionId },
        reason: 'emailed',
      });
      const { subject, text } = words[content.language];
      const places = { clinic: settings.name, phone: settings.phone, url: link.url };
      return { to: email, subject: fill(subject, places), text: fill(text, places) };
    });
