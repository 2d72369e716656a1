import type { Bundle, Valued } from '../../src/submission/fhir/types.ts';

const value = (one: Valued): string => {
  const { valueCodeableConcept, valueInteger, valueQuantity, dataAbsentReason } = one;
  if (valueCodeableConcept)
    return `${valueCodeableConcept.coding?.map(({ code }) => code).join(' ') ?? ''} "${valueCodeableConcept.text}"`;
  if (valueQuantity) return `${valueQuantity.value} ${valueQuantity.code}`;
  if (valueInteger !== undefined) return String(valueInteger);
  return dataAbsentReason ? `none: ${dataAbsentReason.coding?.[0]?.code} "${dataAbsentReason.text}"` : '';
};

/** What a bundle says in codes, one line each, for a person to read against the clinical reference. */
export function codesOf({ entry }: Bundle): string {
  const lines = entry.flatMap(({ resource }) => {
    switch (resource.resourceType) {
      case 'Observation': {
        const time = resource.effectivePeriod
          ? ` (${resource.effectivePeriod.start ?? ''}..${resource.effectivePeriod.end})`
          : '';
        const members = resource.hasMember ? ` ${resource.hasMember.length} members` : '';
        const parts = (resource.component ?? []).map(
          (part) => `  ${part.code.coding?.[0]?.code} ${value(part)}`,
        );
        return [`${resource.code.coding?.[0]?.code} ${value(resource)}${members}${time}`, ...parts];
      }
      case 'Patient':
        return [`Patient ${resource.gender ?? 'no gender'}, born ${resource.birthDate ?? 'not told'}`];
      case 'MedicationStatement': {
        const { coding, text } = resource.medicationCodeableConcept;
        return [`Medicine ${coding?.[0]?.code ?? 'no code'} "${text}"`];
      }
      case 'AllergyIntolerance':
        return [`Allergy ${resource.verificationStatus.coding?.[0]?.code} "${resource.code.text}"`];
      case 'DetectedIssue':
        return [
          `Finding ${resource.code.coding?.[0]?.code} ${resource.status} ${resource.severity ?? 'info'}`,
        ];
      case 'Provenance':
        return resource.agent.map(({ type }) => `Said by ${type.coding?.[0]?.code}`);
      default:
        return [resource.resourceType];
    }
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
