import * as z from 'zod';
import * as wire from '../../submission/wire.ts';
import { addressClass } from '../edge/address.ts';
import type { RouteModule } from '../route-module.ts';
import { createSafetyAlerts } from './safety-alerts.usecases.ts';

const params = z.strictObject({ id: wire.uuid });

/** The one message that leaves before sending. No limit drops it. */
export const safetyAlertRoutes: RouteModule = (app, dependencies) => {
  const alerts = createSafetyAlerts(dependencies);

  app.put(
    '/api/safety-alerts/:id',
    {
      config: { access: 'public', neverLimited: true },
      schema: { params, body: wire.safetyAlertRequest, response: { 200: wire.safetyAlertReceipt } },
    },
    async (request) =>
      alerts.tell({
        alertId: request.params.id.toLowerCase(),
        body: request.body,
        address: request.ip,
        addressClass: addressClass(request.ip),
        requestId: request.id,
      }),
  );
};
