import type { Severities, Severity, Treatment } from './rule.ts';

/**
 * Where an intake goes, for one treatment. Never shown to the patient, and never a verdict:
 * `STOP-UNDER-18` the clinic treats adults · `LABEL-CI` a label contraindication was reported, for a clinician to
 * confirm · `REVIEW` a clinician looks before scheduling · `ROUTINE` ordinary clinician review.
 */
export type Disposition = 'STOP-UNDER-18' | 'LABEL-CI' | 'REVIEW' | 'ROUTINE';

type Flagged = Severities & { readonly id: string; readonly status: 'present' | 'unknown' };

/**
 * The first of these that holds, for the flags of one treatment. Urgency stands beside it, not in it.
 * Source: `docs/clinical-reference.md` 3.2, steps 2–5.
 */
export function dispositionFor(treatment: Treatment, flags: readonly Flagged[]): Disposition {
  const present = flags.filter(({ status }) => status === 'present');
  if (present.some(({ id }) => id === 'DEM-UNDER18')) return 'STOP-UNDER-18';
  if (present.some((flag) => flag[treatment] === 'contraindication')) return 'LABEL-CI';
  if (flags.some((flag) => needsReview(flag.status, flag[treatment]))) return 'REVIEW';
  return 'ROUTINE';
}

/** A present contraindication was seen before; one that is unknown needs review like the rest. */
const needsReview = (status: Flagged['status'], severity: Severity | null): boolean =>
  severity === 'urgent' || severity === 'review' || (severity === 'contraindication' && status === 'unknown');
