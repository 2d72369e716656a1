import * as z from 'zod';
import type { ClinicPack } from '../../screening/clinic-pack.ts';
import { rulesVersion } from '../../screening/rules.ts';
import type { Difference } from '../../submission/differences.ts';
import { type ReplayedCase, replayed } from '../../submission/replay-wire.ts';
import { uuid } from '../../submission/wire.ts';
import { notFound } from '../edge/problem.ts';
import { CannotOpen } from '../keys/envelope.ts';
import { damaged } from '../reviews/cases.usecases.ts';
import { readerOf } from '../reviews/reader.ts';
import type { RouteModule } from '../route-module.ts';
import { createReplays, type ReplayOfCase, replayOf, rulesOfToday } from './replays.usecases.ts';

const params = z.strictObject({ id: uuid });

/** A case evaluated again. It is work done on health data and stands in the audit, so it is asked for, not read. */
export const replayRoutes: RouteModule = (app, dependencies) => {
  const replays = createReplays(dependencies);
  const today = rulesOfToday(dependencies.settings);

  app.post(
    '/api/staff/submissions/:id/replay',
    { config: { access: ['clinician'] }, schema: { params, response: { 200: replayed } } },
    async (request) => {
      const id = request.params.id.toLowerCase();
      const found = await replays.find({ id }, readerOf(request).act);
      if (found.kind === 'notFound') throw notFound();
      try {
        return wireOf(replayOf(found.open(), today), today.clinic);
      } catch (error) {
        if (!(error instanceof CannotOpen)) throw error;
        dependencies.log.error({ err: error, recordId: id }, 'a record cannot be opened');
        throw damaged();
      }
    },
  );
};

const wireOf = (
  { stored, storedPacks, differences }: ReplayOfCase,
  clinicToday: ClinicPack | null,
): ReplayedCase => ({
  stored: {
    packs: { rules: storedPacks.rules, clinic: clinicName(storedPacks.clinic) },
    outcome: stored.kind === 'cannot' ? stored.why : stored.kind,
    differences: stored.kind === 'different' ? stored.differences.map(wireDifference) : [],
  },
  today: {
    packs: { rules: rulesVersion, clinic: clinicName(clinicToday) },
    differences: differences.map(wireDifference),
  },
});

const clinicName = (clinic: ClinicPack | null): ReplayedCase['today']['packs']['clinic'] =>
  clinic && { version: clinic.version, approvedBy: clinic.approvedBy, approvedOn: clinic.approvedOn };

const wireDifference = ({ about, before, after }: Difference) => ({ about, before, after });
