import { Webhook } from 'standardwebhooks';
import { type Deliver, delivered, never, notYet } from './delivery.ts';
import { wordsOf } from './messages.ts';

const PATIENCE_MS = 10_000;

/**
 * Tells another system of the clinic, signed as standardwebhooks.com describes. It gets the event and a random id that
 * means nothing outside; whoever wants more signs in.
 */
export const createWebhook = (needs: {
  readonly url: string;
  /** Where the person on call is told, if not there too. */
  readonly onCallUrl?: string | undefined;
  readonly secret: string;
}): Deliver => {
  const signer = new Webhook(needs.secret);
  return async (message) => {
    const words = wordsOf(message.kind);
    if (words === undefined) return never('unknown-kind');
    const body = JSON.stringify({
      type: words.event,
      timestamp: new Date(message.created_at).toISOString(),
      data: { id: message.ref_id },
    });
    const url = message.kind === 'safety-item-on-call' ? (needs.onCallUrl ?? needs.url) : needs.url;
    const sentAt = new Date();
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': message.id,
          'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
          'webhook-signature': signer.sign(message.id, sentAt, body),
        },
        body,
        // A redirect could lead inside the clinic's own network.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await reply.body?.cancel();
      if (reply.ok) return delivered;
      return reply.status === 410 ? never('http-410') : notYet(`http-${reply.status}`);
    } catch (error) {
      return notYet(error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable');
    }
  };
};
