import * as z from 'zod/mini';
import { dayIn } from '../../lib/dates.ts';
import { installedInstrument } from '../../questions/instrument.ts';
import { publicSettings } from '../../settings/public-settings.ts';
import { settingsSchema } from '../../settings/settings.ts';
import type { RouteModule } from '../route-module.ts';

/** What anybody may know of the clinic. Named one by one: a new setting is not public by itself. */
const publicSettingsSchema = z.extend(
  z.pick(settingsSchema, {
    name: true,
    phone: true,
    timeZone: true,
    hours: true,
    replyTime: true,
    locations: true,
    treatments: true,
    languages: true,
    minutes: true,
    thresholds: true,
    cannabisCounts: true,
    idleMinutes: true,
    leaveTo: true,
    privacyUrl: true,
    brand: true,
  }),
  {
    demonstration: z.boolean(),
    spanishLive: z.boolean(),
    draftDays: z.number(),
    today: z.iso.date(),
    instrument: z.optional(installedInstrument),
  },
);

export const clinicRoutes: RouteModule = (app, { settings, demonstration, clock }) => {
  app.get(
    '/api/clinic',
    { config: { access: 'public' }, schema: { response: { 200: publicSettingsSchema } } },
    async () => publicSettings(settings, { demonstration, today: dayIn(settings.timeZone, clock.now()) }),
  );
};
