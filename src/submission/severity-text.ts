import type { Severity } from '../screening/rule.ts';

const severities: Readonly<Record<Severity, string>> = {
  urgent: 'urgent',
  contraindication: 'label contraindication',
  review: 'review',
  caution: 'caution',
  info: 'information',
};

/** How much a flag weighs for a treatment, in a clinician's words; `null`: it does not apply there. */
export const severityText = (severity: Severity | null): string =>
  severity === null ? 'does not apply' : severities[severity];
