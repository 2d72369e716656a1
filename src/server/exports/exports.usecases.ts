import { bundleOf } from '../../submission/fhir/bundle.ts';
import type { Bundle } from '../../submission/fhir/types.ts';
import type { Frozen } from '../../submission/freeze.ts';
import { formOf } from '../../submission/released-forms.ts';
import type { Dependencies } from '../dependencies.ts';
import { notFound, Problem } from '../edge/problem.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { findRecordKey } from '../keys/record-keys.repository.ts';
import { findCase } from '../reviews/cases.repository.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import type { Reader } from '../reviews/reader.ts';
import { openFrozen } from '../submissions/sealed-columns.ts';

export interface Exported {
  readonly bundle: Bundle;
  /** Names the file: the number that the patient keeps, nobody's name. */
  readonly reference: string;
}

export interface Exports {
  /** The submission as it was sent, in the form in which it was asked. */
  fhir(reader: Reader, id: string): Promise<Exported>;
}

type Needs = Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log'>;

export const createExports = ({ store, vault, audit, log }: Needs): Exports => ({
  fhir: async (reader, id) => {
    // What cannot be recorded does not leave. It is opened afterwards, so that nobody waits for it.
    const found = await store.inTransaction(async (tx) => {
      const row = await findCase(tx, id);
      const wrapped = row && (await findRecordKey(tx, id));
      await audit.append(tx, {
        ...reader.act,
        action: 'submission.export',
        object: { type: 'submission', id },
        fields: ['fhir'],
        ...(row === undefined ? { outcome: 'refused', reason: 'not-found' } : {}),
        ...(row?.location ? { location: row.location } : {}),
      });
      return row && { row, wrapped };
    });
    if (found === undefined) throw notFound();
    const { row, wrapped } = found;
    try {
      if (wrapped === undefined) throw new CannotOpen('The key of this record is gone.');
      return exported(openFrozen(vault.envelope, vault.envelope.unwrap(wrapped), row));
    } catch (error) {
      if (!(error instanceof CannotOpen)) throw error;
      log.error({ err: error, recordId: id }, 'a record cannot be opened');
      throw damaged();
    }
  },
});

const exported = (frozen: Frozen): Exported => {
  const form = formOf(frozen.content.formVersion);
  if (form === undefined) throw formIsGone();
  return { bundle: bundleOf(frozen, form), reference: frozen.content.reference };
};

export const formIsGone = (): Problem =>
  new Problem({
    status: 500,
    code: 'form-unknown',
    title: 'This submission cannot be exported',
    detail: 'This server does not hold the version of the form it was made with. Tell the operator.',
  });
