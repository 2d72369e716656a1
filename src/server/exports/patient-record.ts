import { dayIn } from '../../lib/dates.ts';
import { fill } from '../../lib/locale.ts';
import { dateText } from '../../questions/display.ts';
import type { Settings } from '../../settings/settings.ts';
import { sections } from '../../steps/step.ts';
import type { Form } from '../../submission/form.ts';
import type { FrozenContent, FrozenLine } from '../../submission/freeze.ts';
import { recordWords } from './record-words.ts';
import { type TaggedPdf, taggedPdf } from './tagged-pdf.ts';

type ClinicFacts = Pick<Settings, 'name' | 'phone' | 'email' | 'timeZone'>;

export const languageTags = { en: 'en-US', es: 'es-US' } as const;

/**
 * What a person sent, as a document of their own: every question of their path with its answer, in the language they
 * read. No score and no finding stands in it.
 *
 * @param form the version of the form with which it was sent: its section names, and the words that were signed
 */
export const patientRecord = (
  content: FrozenContent,
  form: Form,
  clinic: ClinicFacts,
  options: { readonly compress?: boolean } = {},
): Promise<Buffer> => {
  const { language, reference } = content;
  const words = recordWords[language];
  const day = dayIn(clinic.timeZone, new Date(content.receivedAt));
  const pdf = taggedPdf(
    {
      title: words.title,
      language: languageTags[language],
      madeAt: new Date(content.receivedAt),
      namedCharacters: words.namedCharacters,
      foot: (page, pages) => fill(words.foot, { reference, page, pages }),
    },
    options,
  );
  pdf.heading(1, words.heading);
  pdf.paragraph(fill(words.sent, { clinic: clinic.name, date: dateText(day, language) }));
  pdf.paragraph(fill(words.reference, { reference }), 'strong');
  pdf.paragraph(words.private, 'muted');
  for (const section of sections) {
    const lines = content.asRead.filter((line) => line.section === section && line.key !== 'consents');
    if (lines.length === 0) continue;
    pdf.heading(2, form.sectionNames[language][section]);
    pdf.answers(lines.map(answered));
  }
  writeConsent(pdf, content, form, clinic);
  writeContact(pdf, content, clinic);
  return pdf.end();
};

const answered = ({ label, text, state }: FrozenLine) => ({
  label,
  text,
  isAbsent: state === 'blank' || state === 'declined',
});

const writeConsent = (pdf: TaggedPdf, content: FrozenContent, form: Form, clinic: ClinicFacts): void => {
  const { consents } = content.answers;
  if (consents === undefined) return;
  const words = recordWords[content.language];
  pdf.heading(2, words.agreed);
  // Signed are the words of one version: another version's would be put into a person's mouth.
  if (consents.version === form.consentText.version)
    for (const paragraph of form.consentText[consents.language]) pdf.paragraph(paragraph);
  const { name, relation } = consents;
  const date = dateText(dayIn(clinic.timeZone, new Date(consents.at)), content.language);
  pdf.paragraph(
    fill(relation === undefined ? words.signedBy : words.signedByHelper, { name, relation, date }),
    'strong',
  );
};

const writeContact = (pdf: TaggedPdf, content: FrozenContent, clinic: ClinicFacts): void => {
  const words = recordWords[content.language];
  const location = content.settings.locations.find(({ id }) => id === content.answers.location);
  pdf.heading(2, words.clinic);
  pdf.paragraph([clinic.name, location?.name, location?.address].filter(Boolean).join('\n'));
  pdf.paragraph(fill(words.phone, { phone: location?.phone ?? clinic.phone }));
  if (clinic.email !== undefined) pdf.paragraph(fill(words.email, { email: clinic.email }));
  pdf.heading(2, words.help);
  pdf.paragraph(words.helpText);
};
