import { parseDate } from '../../lib/dates.ts';
import { observation, observed } from './observation.ts';
import { absentAs, loincConcept, type Sent } from './sent.ts';
import { localSystem, loinc, ucum } from './systems.ts';
import type { CodeableConcept, Observation, Period, Quantity, Valued } from './types.ts';

/** LOINC of what no single question asks. Source: `docs/clinical-reference.md` 4.9 (GK). */
const codes = {
  bloodPressure: '85354-9',
  systolic: '8480-6',
  diastolic: '8462-4',
  height: '8302-2',
  weight: '29463-7',
  bmi: '39156-5',
  pregnancy: '82810-3',
};

const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
const toTenth = (n: number): number => Math.round(n * 10) / 10;

const quantity = (value: number, code: string, unit = code): Quantity => ({
  value,
  unit,
  system: ucum,
  code,
});

/** Blood pressure, where either number is given. */
export function bloodPressureOf(sent: Sent): readonly Observation[] {
  const { sbp, dbp, bpAge } = sent.content.answers;
  if (sbp === undefined && dbp === undefined) return [];
  const part = (
    code: string,
    text: string,
    value: number | undefined,
  ): Valued & { code: CodeableConcept } => ({
    code: loincConcept(code, text),
    ...(value === undefined ? absentAs(undefined) : { valueQuantity: quantity(value, 'mm[Hg]', 'mmHg') }),
  });
  return [
    observation(sent, {
      name: 'bloodPressure',
      category: 'vital-signs',
      code: loincConcept(codes.bloodPressure, 'Last blood pressure that the patient knows'),
      effectivePeriod: measuredIn(bpAge, sent.content.asOf),
      component: [part(codes.systolic, 'Systolic', sbp), part(codes.diastolic, 'Diastolic', dbp)],
    }),
  ];
}

/** When a reading was taken is known only as "within 6 months" or "longer ago". */
function measuredIn(age: 'within6m' | 'over6m' | undefined, asOf: string): Period {
  if (age === undefined) return { end: asOf };
  const sixMonthsAgo = monthsBefore(asOf, 6);
  return age === 'within6m' ? { start: sixMonthsAgo, end: asOf } : { end: sixMonthsAgo };
}

/**
 * The same day some months earlier; the last day of the month where it has no such day.
 *
 * @example monthsBefore('2026-08-31', 6) // '2026-02-28'
 */
export function monthsBefore(date: string, months: number): string {
  const day = parseDate(date);
  if (!day) return date;
  const month = day.year * 12 + (day.month - 1) - months;
  const on = (n: number) =>
    [Math.floor(month / 12), (month % 12) + 1, n].map((part) => String(part).padStart(2, '0')).join('-');
  const days = [day.day, 30, 29, 28].filter((n) => n <= day.day).map(on);
  return days.find((one) => parseDate(one) !== undefined) ?? date;
}

/** Height, weight and what follows from both, in metric units. */
export function sizeOf(sent: Sent): readonly Observation[] {
  const { heightIn, weightLb } = sent.content.answers;
  const measure = (
    name: string,
    code: string,
    text: string,
    value: Quantity,
    from: readonly Observation[] = [],
  ) =>
    observation(sent, {
      name,
      category: 'vital-signs',
      code: loincConcept(code, text),
      valueQuantity: value,
      derivedFrom: from.map(observed),
    });
  const cm = heightIn === undefined ? undefined : heightIn * CM_PER_INCH;
  const kg = weightLb === undefined ? undefined : weightLb * KG_PER_POUND;
  const height =
    cm === undefined ? [] : [measure('height', codes.height, 'Height', quantity(toTenth(cm), 'cm'))];
  const weight =
    kg === undefined ? [] : [measure('weight', codes.weight, 'Weight', quantity(toTenth(kg), 'kg'))];
  if (cm === undefined || kg === undefined) return [...height, ...weight];
  const perSquareMetre = quantity(toTenth(kg / (cm / 100) ** 2), 'kg/m2');
  const bmi = measure('bmi', codes.bmi, 'Body mass index', perSquareMetre, [...height, ...weight]);
  return [...height, ...weight, bmi];
}

/** LOINC's answers to the pregnancy status, as in HL7's International Patient Summary. */
const pregnancy = { yes: ['LA15173-0', 'Pregnant'], no: ['LA26683-5', 'Not pregnant'] } as const;

/** Pregnancy, where it was asked. */
export function pregnancyOf(sent: Sent): readonly Observation[] {
  const { answers, shown } = sent.content;
  if (!shown.includes('pregnant')) return [];
  const { pregnant } = answers;
  const code = loincConcept(codes.pregnancy, 'Pregnancy status');
  if (pregnant !== 'yes' && pregnant !== 'no')
    return [observation(sent, { name: 'pregnant', category: 'social-history', code, ...absentAs(pregnant) })];
  const [answer, display] = pregnancy[pregnant];
  return [
    observation(sent, {
      name: 'pregnant',
      category: 'social-history',
      code,
      valueCodeableConcept: {
        coding: [
          { system: loinc, code: answer, display },
          { system: localSystem('yes-no'), code: pregnant },
        ],
        text: display,
      },
    }),
  ];
}
