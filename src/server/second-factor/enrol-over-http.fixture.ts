import { codeAt, stepAt } from './totp.ts';

const cookieIn = (reply: Response): string => reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';

const post = async (address: string, cookie: string, body: object = {}): Promise<Response> => {
  const reply = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${address} was refused: ${await reply.text()}`);
  return reply;
};

/**
 * Gives an account of a running server an authenticator app.
 *
 * @param asked the reply that asks for it
 * @returns the cookie of its session
 */
export const enrolOverHttp = async (url: string, asked: Response): Promise<string> => {
  const step = cookieIn(asked);
  const offered: unknown = await (await post(`${url}/api/auth/enrol/totp`, step)).json();
  const key = String(Object(offered).key);
  return cookieIn(
    await post(`${url}/api/auth/enrol`, step, { kind: 'totp', code: codeAt(key, stepAt(Date.now())) }),
  );
};
