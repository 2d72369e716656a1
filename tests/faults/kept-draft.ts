import { randomUUID } from 'node:crypto';
import { applyPage, type Draft, newDraft } from '../../src/machines/draft.ts';
import { parseDraft } from '../../src/machines/parse-draft.ts';
import { isPage, type Place, pageAt } from '../../src/machines/places.ts';
import { type Walk, walk } from '../../src/machines/walk.ts';
import { draftKeys } from '../../src/patient/draft/keys.ts';
import { seal, unseal } from '../../src/patient/draft/seal.ts';
import { newSecret, readSecret, writtenOut } from '../../src/patient/draft/secret.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import type { Answers, PageId } from '../../src/steps/catalog.ts';
import type { House } from '../journeys/house.ts';

/** Everything is evaluated on this day; the demonstration clinic has no locations to choose from. */
const circumstances = { asOf: '2026-11-22', locationCount: 0 };

const standing = ({ answers, passed }: Draft): Walk =>
  walk({ answers, passed, circumstances, thresholds: demoSettings.thresholds });

const answersOn = (place: Place, answers: Answers) =>
  Object.fromEntries((pageAt(place)?.questions ?? []).map(({ key }) => [key, answers[key]]));

/** A draft of somebody who filled in every page up to this one, and has not touched it yet. */
export function draftUpTo(place: Place, answers: Answers): Draft {
  const at = new Date().toISOString();
  let draft = newDraft({ submissionId: randomUUID(), alertId: randomUUID(), language: 'en', at });
  for (let pages = 0; pages < 90; pages += 1) {
    const here = standing(draft).place;
    if (here === place) return draft;
    draft = applyPage(draft, here, answersOn(here, answers), at);
  }
  throw new Error(`The way does not lead to ${place}`);
}

/** The pages with questions on the whole way of these answers. */
export const pagesOf = (answers: Answers): readonly PageId[] =>
  standing({ ...draftUpTo('danger', answers), answers }).whole.filter(isPage);

const request = (house: House, id: string, verifier: string, more: RequestInit = {}) =>
  fetch(`${house.url}/api/drafts/${id}`, {
    ...more,
    headers: { authorization: `Draft ${verifier}`, ...more.headers },
  });

/** Saves a draft as a browser does, and gives back the code that opens it. */
export async function keepOnServer(house: House, draft: Draft): Promise<string> {
  const secret = newSecret();
  const { id, verifier, key } = await draftKeys(secret);
  const response = await request(house, id, verifier, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify({ ciphertext: await seal(key, id, draft) }),
  });
  if (!response.ok) throw new Error(`The draft was refused: ${await response.text()}`);
  return writtenOut(secret);
}

/** Saves it over the first version, as another device does. */
export async function saveOver(house: House, code: string, draft: Draft): Promise<void> {
  const { id, verifier, key } = await draftKeys(readSecret(code) ?? '');
  const response = await request(house, id, verifier, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ ciphertext: await seal(key, id, draft) }),
  });
  if (!response.ok) throw new Error(`The draft was refused: ${await response.text()}`);
}

/** What the server holds for a code, opened as only the person can. */
export const readFromServer = async (house: House, code: string): Promise<Draft> =>
  (await opened(house, code)).draft;

/** What is half typed, as the server holds it. */
export const typedOnServer = async (house: House, code: string) => (await opened(house, code)).typed?.inputs;

async function opened(house: House, code: string) {
  const { id, verifier, key } = await draftKeys(readSecret(code) ?? '');
  const response = await request(house, id, verifier);
  const { ciphertext } = (await response.json()) as { readonly ciphertext: string };
  const unsealed = await unseal(key, id, ciphertext);
  if (!unsealed.ok) throw new Error('What the server holds does not open with the code');
  const parsed = parseDraft(unsealed.value, { asOf: circumstances.asOf, locations: [] });
  if (!parsed.ok) throw new Error('What the server holds is not a draft');
  return parsed.value;
}
