import type { ClinicsOwn } from '../screening/clinic-pack.ts';

/**
 * In whose name a flag weighs as it does, where it is the clinic's own doing.
 *
 * @example 'Clinic’s own rule, approved by Dr. Ana Reyes on 2026-11-20 (version 3). Why: local protocol, page 4.'
 */
export const clinicsOwnText = ({ kind, approvedBy, approvedOn, version, why }: ClinicsOwn): string => {
  const what = kind === 'added' ? 'Clinic’s own rule' : 'Raised for IV ketamine by the clinic’s own rules';
  return `${what}, approved by ${approvedBy} on ${approvedOn} (version ${version}). Why: ${why}`;
};
