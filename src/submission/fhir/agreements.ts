import { idOf, type Sent } from './sent.ts';
import { localSystem, systems } from './systems.ts';
import type { Consent, Provenance, Reference } from './types.ts';

/** The signature: which text was accepted, when, and by whom. */
export function consentOf(sent: Sent): readonly Consent[] {
  const { answers, submissionId } = sent.content;
  const { consents } = answers;
  if (!consents) return [];
  return [
    {
      resourceType: 'Consent',
      id: idOf(submissionId, 'consents'),
      status: 'active',
      scope: { coding: [{ system: systems.consentScope, code: 'patient-privacy' }] },
      category: [{ coding: [{ system: localSystem('consent'), code: 'intake' }], text: 'Intake form' }],
      patient: sent.patient,
      dateTime: consents.at,
      performer: [{ ...sent.teller, display: consents.name }],
      sourceReference: sent.response,
      policyRule: {
        coding: [{ system: localSystem('consent-text'), code: consents.version }],
        text: `Text of the form, version ${consents.version}, read in ${consents.language}`,
      },
    },
  ];
}

/** Who said it, and who wrote it down. */
export function provenanceOf(sent: Sent, targets: readonly Reference[]): Provenance {
  const { answers, submissionId, receivedAt } = sent.content;
  const agent = (code: string, who: Reference, onBehalfOf?: Reference) => ({
    type: { coding: [{ system: systems.participantType, code }] },
    who,
    ...(onBehalfOf && { onBehalfOf }),
  });
  const tellers = () => {
    switch (answers.completedBy) {
      case 'self':
        return [agent('author', sent.patient)];
      case 'other':
        return [agent('author', sent.teller, sent.patient)];
      case 'staff':
        return [
          agent('informant', sent.patient),
          agent('enterer', { display: 'Clinic staff, on the phone' }),
        ];
      default:
        return [agent('author', { display: 'Not said who filled in the form' }, sent.patient)];
    }
  };
  return {
    resourceType: 'Provenance',
    id: idOf(submissionId, 'provenance'),
    target: targets,
    recorded: receivedAt,
    agent: [...tellers(), agent('assembler', sent.device)],
  };
}
