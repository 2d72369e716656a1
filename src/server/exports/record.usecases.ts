import { formOf } from '../../submission/released-forms.ts';
import type { AddressClass } from '../audit/act.ts';
import type { Dependencies } from '../dependencies.ts';
import type { GuessLimit } from '../drafts/guess-limit.ts';
import { opens } from '../drafts/verifier.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import { openColumn } from '../submissions/sealed-columns.ts';
import { formIsGone } from './exports.usecases.ts';
import { patientRecord } from './patient-record.ts';
import { recordWords } from './record-words.ts';

/** Who asks for a record: whoever holds the secret of the form that was sent. */
export interface RecordAsker {
  readonly submissionId: string;
  readonly verifier: string | undefined;
  readonly address: string;
  readonly addressClass: AddressClass;
  readonly requestId: string;
}

export interface DocumentFile {
  readonly name: string;
  readonly file: Buffer;
}

export interface Records {
  /** The patient's own record, until a day after it was sent. To everybody else there is nothing here. */
  ofPatient(asker: RecordAsker): Promise<DocumentFile>;
}

type Needs = Pick<Dependencies, 'vault' | 'audit' | 'clock' | 'settings' | 'log'> & {
  readonly guesses: GuessLimit;
};

/** Later answers are read with the clinic: a code that is found then must not show them. */
const OPEN_FOR_MS = 24 * 60 * 60_000;

export const createRecords = (needs: Needs): Records => {
  const { vault, audit, clock, settings, log, guesses } = needs;

  /** The record and the note of it are one: what cannot be noted is not handed out. */
  const find = ({ submissionId: id, verifier, address, requestId, addressClass }: RecordAsker) =>
    guesses.guarded(address, id, async (tx) => {
      const row = await findCase(tx, id);
      const isTheirs = opens(verifier ?? '', row?.verifier_hash ?? undefined);
      if (row === undefined || !isTheirs || clock.now().getTime() >= row.received_at + OPEN_FOR_MS) return;
      const wrapped = await findRecordKey(tx, id);
      await audit.append(tx, {
        actor: { kind: 'patient' },
        action: 'submission.export',
        object: { type: 'submission', id },
        fields: ['record'],
        requestId,
        addressClass,
        ...(row.location === null ? {} : { location: row.location }),
      });
      return { row, wrapped };
    });

  return {
    ofPatient: async (asker) => {
      const { row, wrapped } = await find(asker);
      try {
        if (wrapped === undefined) throw new CannotOpen('The key of this record is gone.');
        const { envelope } = vault;
        const content = openColumn(envelope, envelope.unwrap(wrapped), 'answers', row.answers);
        const form = formOf(content.formVersion, content.settings.instrument);
        if (form === undefined) throw formIsGone();
        return {
          name: recordWords[content.language].fileName,
          file: await patientRecord(content, form, settings),
        };
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error;
        log.error({ err: error, recordId: asker.submissionId }, 'a record cannot be opened');
        throw damaged();
      }
    },
  };
};
