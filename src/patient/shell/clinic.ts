import type { PublicSettings } from '../../settings/public-settings.ts';

/** The public settings stand in each page as inert JSON, so the first paint waits for no request. */
export const CLINIC_ELEMENT = 'clinic';

const isClinic = (value: unknown): value is PublicSettings =>
  typeof value === 'object' && value !== null && 'name' in value && 'phone' in value && 'today' in value;

export function readClinic(page: Document): PublicSettings {
  const clinic: unknown = JSON.parse(page.getElementById(CLINIC_ELEMENT)?.textContent ?? 'null');
  if (!isClinic(clinic)) throw new Error('The page came without the settings of the clinic');
  return clinic;
}
