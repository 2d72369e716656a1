import type { ExplainedFlag } from '../../screening/explain.ts';
import { type Severity, severities, type Treatment } from '../../screening/rule.ts';
import { clinicsOwnText } from '../clinics-own.ts';
import { idOf, type Sent } from './sent.ts';
import { localExtension, localSystem } from './systems.ts';
import type { DetectedIssue, Extension } from './types.ts';

const treatments = ['spravato', 'ivKetamine'] as const satisfies readonly Treatment[];

/** FHIR knows three; "info" is none of them. Which of the two treatments is meant stands in the extensions. */
const weights: Readonly<Record<Severity, DetectedIssue['severity']>> = {
  urgent: 'high',
  contraindication: 'high',
  review: 'moderate',
  caution: 'low',
  info: undefined,
};

/** What the rules of that day found, in their words of that day. What they could not tell is preliminary. */
export const issuesOf = (sent: Sent): readonly DetectedIssue[] =>
  sent.screening.flags.map((flag) => issueOf(sent, flag));

const issueOf = (
  sent: Sent,
  { flag, words, finds, tags, sources, clinicsOwn }: ExplainedFlag,
): DetectedIssue => {
  const worst = severities.find((one) => flag.spravato === one || flag.ivKetamine === one);
  const severity = worst && weights[worst];
  return {
    resourceType: 'DetectedIssue',
    id: idOf(sent.content.submissionId, flag.id),
    extension: [
      ...treatments.flatMap((treatment) => weightFor(treatment, flag[treatment])),
      ...tags.map((tag) => ({ url: localExtension('rule-tag'), valueCode: tag })),
      ...(clinicsOwn
        ? [{ url: localExtension('clinics-own'), valueString: clinicsOwnText(clinicsOwn) }]
        : []),
    ],
    status: flag.status === 'unknown' ? 'preliminary' : 'final',
    code: { coding: [{ system: localSystem('rule'), code: flag.id }], text: finds },
    ...(severity && { severity }),
    patient: sent.patient,
    identifiedDateTime: sent.content.receivedAt,
    author: sent.device,
    implicated: [sent.response],
    evidence: [
      {
        code: sources.map(({ code, name }) => ({
          coding: [{ system: localSystem('source'), code: code.split(' (')[0] ?? code }],
          text: name,
        })),
      },
    ],
    detail: words,
  };
};

const weightFor = (treatment: Treatment, severity: Severity | null): readonly Extension[] =>
  severity === null
    ? []
    : [
        {
          url: localExtension('treatment-severity'),
          extension: [
            { url: 'treatment', valueCode: treatment },
            { url: 'severity', valueCode: severity },
          ],
        },
      ];
