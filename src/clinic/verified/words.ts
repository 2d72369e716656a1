import { answerText } from '../../questions/display.ts';
import { allQuestions } from '../../steps/catalog.ts';
import type { VerifyRequest } from '../../submission/verified-wire.ts';

/** `Heart attack: corrected to “Yes”` */
export function wordsOf(label: string, body: VerifyRequest): string {
  switch (body.kind) {
    case 'confirmed':
      return `${label}: confirmed as reported`;
    case 'withdrawn':
      return `${label}: taken back, as reported again`;
    case 'corrected':
      return `${label}: corrected to ${Object.entries(body.answers)
        .map(([key, value]) => `“${textOf(key, value)}”`)
        .join(', ')}`;
  }
}

const textOf = (key: string, value: unknown): string => {
  const question = allQuestions.find((one) => one.key === key);
  return question ? answerText(question, value, { locale: 'en', locations: [] }) : String(value);
};
