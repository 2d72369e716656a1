import { bundleOf } from '../../submission/fhir/bundle.ts';
import type { Bundle } from '../../submission/fhir/types.ts';
import { formOf } from '../../submission/released-forms.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem } from '../edge/problem.ts';
import type { Reader } from '../reviews/reader.ts';
import { createOneCaseReader } from './one-case.ts';

export interface Exported {
  readonly bundle: Bundle;
  /** Names the file: the number that the patient keeps, nobody's name. */
  readonly reference: string;
}

export interface Exports {
  /** The submission as it was sent, in the form in which it was asked. */
  fhir(reader: Reader, id: string): Promise<Exported>;
}

export const createExports = (needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log'>): Exports => {
  const cases = createOneCaseReader(needs);
  return {
    fhir: (reader, id) =>
      cases.open(
        reader,
        id,
        { action: 'submission.export', fields: ['fhir'] },
        async () => undefined,
        ({ frozen }) => {
          const form = formOf(frozen.content.formVersion);
          if (form === undefined) throw formIsGone();
          return { bundle: bundleOf(frozen, form), reference: frozen.content.reference };
        },
      ),
  };
};

export const formIsGone = (): Problem =>
  new Problem({
    status: 500,
    code: 'form-unknown',
    title: 'This submission cannot be exported',
    detail: 'This server does not hold the version of the form it was made with. Tell the operator.',
  });
