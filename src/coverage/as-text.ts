import type { CriterionResult } from './evaluate.ts';
import type { RemsSheet } from './rems-sheet.ts';
import type { Sheet } from './sheet.ts';
import type { SheetField, SheetGroup } from './sheet-fields.ts';

/** A prior-authorization sheet as plain text: the payer, what is missing, the conditions, then all fields. */
export const sheetAsText = (sheet: Sheet): string =>
  [headText(sheet), gapsText(sheet), conditionsText(sheet), ...sheet.groups.map(groupText)].join('\n\n');

/** The part that depends on the payer: who it is, and how its conditions stand. */
export const conditionsAsText = (sheet: Sheet): string =>
  `${[headText(sheet), conditionsText(sheet)].join('\n\n')}\n`;

/** The REMS-ready sheet as plain text, with the caution that the official form has to be checked. */
export const remsSheetAsText = ({ caution, groups }: RemsSheet): string =>
  ['SPRAVATO REMS: what is known', caution, ...groups.map(groupText)].join('\n\n');

const headText = ({ pack, caution }: Sheet): string =>
  [`Prior authorization: ${pack.payer}`, caution, ...pack.notes].join('\n');

function gapsText({ gaps }: Sheet): string {
  const conditions = gaps.criteria.map(({ asks, result, settledBy }) => `- ${asks}: ${result}. ${settledBy}`);
  const fields = (['patient', 'staff', 'notAsked'] as const).flatMap((from) => {
    const blank = gaps.fields.filter(({ field }) => field.from === from);
    return blank.length === 0
      ? []
      : [`- ${whoFills[from]}: ${blank.map(({ group, field }) => `${group}, ${field.label}`).join('; ')}`];
  });
  return ['STILL MISSING', ...conditions, ...fields].join('\n');
}

const whoFills: Readonly<Record<SheetField['from'], string>> = {
  patient: 'Ask the patient',
  staff: 'Staff',
  notAsked: 'To be written in',
};

const conditionsText = ({ criteria }: Sheet): string =>
  ['CONDITIONS', ...criteria.map(criterionLine)].join('\n');

const criterionLine = ({ asks, result, because, settledBy }: CriterionResult): string =>
  `- ${result.toUpperCase()} · ${asks} · ${because} · Settled by: ${settledBy}`;

const groupText = ({ title, fields }: SheetGroup): string =>
  [title.toUpperCase(), ...fields.map(fieldLine)].join('\n');

const fieldLine = ({ label, value, from }: SheetField): string =>
  value === undefined
    ? `- ${label}: ____ (${whoFills[from].toLowerCase()})`
    : `- ${label}: ${value.replaceAll('\n', '; ')}`;
