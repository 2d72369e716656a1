import { enrolOverHttp } from '../../src/server/second-factor/enrol-over-http.fixture.ts';
import { type QueueItem, queue, type View } from '../../src/submission/staff-wire.ts';
import { administrator } from '../journeys/clinic.ts';
import type { House } from '../journeys/house.ts';

const asked = async (house: House, path: string, more: RequestInit): Promise<Response> => {
  const response = await fetch(`${house.url}${path}`, {
    ...more,
    headers: { origin: house.url, 'sec-fetch-site': 'same-origin', ...more.headers },
  });
  if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
  return response;
};

/** Signs in to a new house by its one-time link, and gives back a look into the clinic's queue. */
export async function openQueue(house: House): Promise<(view: View) => Promise<readonly QueueItem[]>> {
  const token = house.setupLink.slice(house.setupLink.indexOf('#') + 1);
  const { name, signInName, password } = administrator;
  const asksForFactor = await asked(house, '/api/auth/setup', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name, signInName, password }),
  });
  const cookie = await enrolOverHttp(house.url, asksForFactor);
  return async (view) => {
    const response = await asked(house, `/api/staff/queue?view=${view}&limit=500`, { headers: { cookie } });
    return queue.parse(await response.json()).items;
  };
}
