import type { Settings } from '../../settings/settings.ts';
import type { CalendarQuery } from '../../submission/export-wire.ts';
import { verifiedBundleOf } from '../../submission/fhir/bundle.ts';
import type { Bundle, Coding } from '../../submission/fhir/types.ts';
import { formOf } from '../../submission/released-forms.ts';
import type { Dependencies } from '../dependencies.ts';
import { Problem, unprocessable } from '../edge/problem.ts';
import type { Reader } from '../reviews/reader.ts';
import { openColumn } from '../submissions/sealed-columns.ts';
import { openVerified } from '../verified/overlay.ts';
import { findVerified } from '../verified/verified.repository.ts';
import { appointmentOf, calendarFile } from './calendar.ts';
import { createOneCaseReader } from './one-case.ts';
import { part2Notice } from './part2.ts';

export interface Exported {
  readonly bundle: Bundle & { readonly meta?: { readonly security: readonly Coding[] } };
  /** Names the file: the number that the patient keeps, nobody's name. */
  readonly reference: string;
}

export interface Exports {
  /** The submission in the form in which it was asked, with what clinicians verified. */
  fhir(reader: Reader, id: string): Promise<Exported>;
  /** A consultation for a calendar: a reference number, nobody's name and no treatment. */
  calendar(reader: Reader, id: string, wanted: CalendarQuery): Promise<string>;
}

export const createExports = (
  needs: Pick<Dependencies, 'store' | 'vault' | 'audit' | 'log' | 'clock' | 'settings' | 'publicUrl'>,
): Exports => {
  const { settings, clock, publicUrl } = needs;
  const cases = createOneCaseReader(needs);
  return {
    fhir: (reader, id) =>
      cases.open(
        reader,
        id,
        { action: 'submission.export', fields: ['fhir'] },
        (tx) => findVerified(tx, id),
        ({ envelope, key, frozen, more }) => {
          const verified = openVerified(envelope, key, frozen(), more);
          const { content } = verified.reported;
          const form = formOf(content.formVersion, content.settings.instrument);
          if (form === undefined) throw formIsGone();
          const bundle = verifiedBundleOf(verified, form);
          return {
            bundle: isPart2(settings, content.asRead)
              ? { ...bundle, meta: { security: part2Labels } }
              : bundle,
            reference: content.reference,
          };
        },
      ),

    calendar: async (reader, id, wanted) => {
      const appointment = appointmentOf(wanted, settings);
      if (!appointment.ok) throw unprocessable(...appointment.error);
      return cases.open(
        reader,
        id,
        { action: 'submission.export', fields: ['calendar'] },
        async () => undefined,
        ({ row, envelope, key }) =>
          calendarFile(appointment.value, {
            uid: `${id}@${publicUrl.hostname}`,
            reference: openColumn(envelope, key, 'summary', row.summary).reference,
            clinic: settings,
            madeAt: clock.now(),
          }),
      );
    },
  };
};

const isPart2 = (settings: Pick<Settings, 'part2Programme'>, lines: Parameters<typeof part2Notice>[1]) =>
  part2Notice(settings, lines) !== undefined;

/** The law, and what the receiver must not do, as HL7 codes them. */
const part2Labels: readonly Coding[] = [
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2', display: '42 CFR Part2' },
  {
    system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
    code: 'NORDSCLCD',
    display: 'no redisclosure without consent directive',
  },
];

export const formIsGone = (): Problem =>
  new Problem({
    status: 500,
    code: 'form-unknown',
    title: 'This submission cannot be exported',
    detail: 'This server does not hold the version of the form it was made with. Tell the operator.',
  });
