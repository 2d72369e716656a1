import { dateText } from '../../questions/display.ts';
import type { Settings } from '../../settings/settings.ts';
import type {
  PriorAuthorization,
  RemsReady,
  SheetSource,
  WireCriterion,
  WireField,
  WireGroup,
} from '../../submission/coverage-wire.ts';
import { momentIn } from '../exports/clinician-words.ts';
import { PART_2_NOTICE } from '../exports/part2.ts';
import { type TaggedPdf, taggedPdf } from '../exports/tagged-pdf.ts';

type Clinic = Pick<Settings, 'name' | 'timeZone' | 'part2Programme'>;
type Options = { readonly compress?: boolean };

/** A prior authorization on paper: what is missing on top, the payer's conditions, then every field. */
export const priorAuthorizationPdf = (
  sheet: PriorAuthorization,
  clinic: Clinic,
  options: Options = {},
): Promise<Buffer> => {
  const { pack, source, criteria, askPatient } = sheet;
  const pdf = open('Prior authorization', source, 'check with the payer', options);
  pdf.heading(1, `Prior authorization: ${pack.payer}`);
  pdf.paragraph(sheet.caution, 'strong');
  for (const note of pack.notes) pdf.paragraph(note);
  writeSource(pdf, source, clinic);
  // A prior authorization states the status of substance use.
  if (clinic.part2Programme) pdf.paragraph(PART_2_NOTICE, 'strong');

  pdf.heading(2, 'Still missing');
  writeOpenConditions(pdf, criteria);
  if (askPatient.length > 0) {
    pdf.paragraph('To ask the patient, for this payer:', 'strong');
    pdf.list(askPatient.map(toAskText));
  }
  for (const from of ['patient', 'staff', 'notAsked'] as const) {
    const blank = sheet.gaps.filter(({ field }) => field.from === from);
    if (blank.length === 0) continue;
    pdf.paragraph(`${blankWords[from]}:`, 'strong');
    pdf.paragraph(blank.map(({ group, field }) => `${group}, ${field.label}`).join('; '));
  }

  pdf.heading(2, 'Conditions of the payer');
  for (const criterion of criteria) writeCondition(pdf, criterion);
  writeGroups(pdf, sheet.groups);
  return pdf.end();
};

/** What is known for the REMS, on paper. It is not the official form, and says so on every page. */
export const remsPdf = (sheet: RemsReady, clinic: Clinic, options: Options = {}): Promise<Buffer> => {
  const pdf = open('SPRAVATO REMS', sheet.source, 'not the official form', options);
  pdf.heading(1, 'SPRAVATO REMS: what is known');
  pdf.paragraph(sheet.caution, 'strong');
  writeSource(pdf, sheet.source, clinic);
  writeGroups(pdf, sheet.groups);
  return pdf.end();
};

const open = (title: string, { reference, madeOn }: SheetSource, reminder: string, options: Options) =>
  taggedPdf(
    {
      title,
      language: 'en-US',
      madeAt: new Date(`${madeOn}T12:00:00Z`),
      namedCharacters: 'Some characters cannot be printed here. Their code points stand in their place.',
      foot: (page, pages) => `${reference} · ${reminder} · page ${page} of ${pages}`,
    },
    options,
  );

const writeSource = (pdf: TaggedPdf, source: SheetSource, { name, timeZone }: Clinic): void => {
  pdf.paragraph(`Patient: ${source.name}`);
  pdf.paragraph(
    `${name}. Reference ${source.reference}. Answers received ${momentIn(timeZone, source.receivedAt)}; form ${source.formVersion}, rules ${source.rulesVersion}. Sheet made ${dateText(source.madeOn, 'en')}. What the patient entered is self-reported and not verified.`,
    'muted',
  );
};

export const resultWords = { unmet: 'Not met', unknown: 'Not known', met: 'Met' } as const;

const writeOpenConditions = (pdf: TaggedPdf, criteria: readonly WireCriterion[]): void => {
  const missing = [
    ...criteria.filter(({ result }) => result === 'unmet'),
    ...criteria.filter(({ result }) => result === 'unknown'),
  ];
  if (missing.length === 0) {
    pdf.paragraph('Every condition that was seen is met, by self-report and by what staff entered.');
    return;
  }
  pdf.list(
    missing.map(({ asks, result, settledBy }) => `${resultWords[result]}: ${asks}. Settled by: ${settledBy}`),
  );
};

const writeCondition = (pdf: TaggedPdf, { asks, result, because, settledBy }: WireCriterion): void => {
  pdf.heading(3, `${resultWords[result]}: ${asks}`);
  pdf.list([`Why: ${because}`, `Settled by: ${settledBy}`]);
};

const blankWords: Readonly<Record<WireField['from'], string>> = {
  patient: 'Left blank by the patient',
  staff: 'For staff to fill in',
  notAsked: 'To be written in by hand',
};

const toAskText = ({ label, parts }: PriorAuthorization['askPatient'][number]): string =>
  parts.length === 0 ? label : `${label} (${parts.join('; ')})`;

const writeGroups = (pdf: TaggedPdf, groups: readonly WireGroup[]): void => {
  pdf.heading(2, 'Fields');
  for (const { title, fields } of groups) {
    pdf.heading(3, title);
    pdf.facts(
      fields.map(({ label, value, from }) => ({
        label,
        text: value ?? blankLines[from],
        isAbsent: value === null,
      })),
    );
  }
};

const blankLines: Readonly<Record<WireField['from'], string>> = {
  patient: '________________ (patient left it blank)',
  staff: '________________ (staff)',
  notAsked: '________________ (by hand)',
};
