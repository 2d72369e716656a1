import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoSettings } from '../../settings/demo.ts';
import { createMail } from './mail.ts';
import type { OutboxRow } from './outbox.repository.ts';
import { createWebhook } from './webhook.ts';

const message = (kind = 'safety-alert-raised'): OutboxRow => ({
  id: '5f0c5a4e-0000-4000-8000-000000000001',
  kind,
  channel: 'email',
  ref_id: 'b3b1d9a2-0000-4000-8000-000000000002',
  status: 'leased',
  attempts: 1,
  created_at: Date.UTC(2026, 10, 22),
  due_at: 0,
  leased_until: null,
  done_at: null,
  last_problem: null,
});

/** A mail server with just enough manners for one client. */
const mailServer = async (replyToRecipient = '250 ok') => {
  const said: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      said.push(text);
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 kept\r\n');
      } else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (text.startsWith('RCPT')) socket.write(`${replyToRecipient}\r\n`);
      else socket.write('250 ok\r\n');
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { smtpUrl: `smtp://127.0.0.1:${port}`, said: () => said.join('') };
};

const clinic = {
  ...demoSettings,
  email: 'office@clinic.example',
  safety: { ...demoSettings.safety, notifyEmails: ['oncall@clinic.example'] },
};
const mailFor = (smtpUrl: string, settings = clinic) =>
  createMail({
    letterTo: async () => undefined,
    smtpUrl,
    from: 'prelude@clinic.example',
    settings,
    publicUrl: new URL('https://intake.example.com'),
  });

describe('a mail', () => {
  it('goes to those of the settings, links to the portal, and names nobody', async () => {
    const { smtpUrl, said } = await mailServer();
    expect(await mailFor(smtpUrl)(message())).toEqual({ delivered: true });
    expect(said()).toContain('RCPT TO:<oncall@clinic.example>');
    expect(said()).toContain('https://intake.example.com/clinic');
    expect(said()).not.toContain(message().ref_id);
    expect(said().toLowerCase()).not.toMatch(/safety|suicid|alert|danger|patient name/);
  });

  it.each([
    ['submission-received', 'office@clinic.example'],
    ['safety-alert-raised', 'oncall@clinic.example'],
  ])('of %s goes to %s', async (kind, to) => {
    const { smtpUrl, said } = await mailServer();
    await mailFor(smtpUrl)(message(kind));
    expect(said().match(/RCPT TO:<[^>]+>/g)).toEqual([`RCPT TO:<${to}>`]);
  });

  it('that nobody is named for is given up', async () => {
    const { email: _, ...without } = clinic;
    const nobody = { ...without, safety: { ...clinic.safety, notifyEmails: [] } };
    const deliver = createMail({
      letterTo: async () => undefined,
      smtpUrl: 'smtp://127.0.0.1:1',
      from: 'prelude@clinic.example',
      settings: nobody,
      publicUrl: new URL('https://intake.example.com'),
    });
    expect(await deliver(message())).toEqual({ delivered: false, problem: 'no-recipient', tryAgain: false });
  });

  it('whose recipient does not exist is given up; a busy or absent server is tried again', async () => {
    const unknown = await mailServer('550 no such user');
    expect(await mailFor(unknown.smtpUrl)(message())).toMatchObject({
      problem: 'mail-eenvelope',
      tryAgain: false,
    });
    const busy = await mailServer('451 later');
    expect(await mailFor(busy.smtpUrl)(message())).toMatchObject({
      problem: 'mail-eenvelope',
      tryAgain: true,
    });
    expect(await mailFor('smtp://127.0.0.1:1')(message())).toMatchObject({
      delivered: false,
      tryAgain: true,
    });
  });
});

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

const receiver = async (status: number, headers: Record<string, string> = {}) => {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status, headers).end('an answer with a secret in it');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, heard };
};

describe('a webhook', () => {
  it('is signed, names the event and a random id, and nothing else', async () => {
    const { url, heard } = await receiver(200);
    expect(await createWebhook({ url, secret })(message())).toEqual({ delivered: true });
    const [{ headers, body } = { headers: {}, body: '' }] = heard;
    const signed = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(secret).verify(body, signed)).toEqual({
      type: 'safety-alert.raised',
      timestamp: '2026-11-22T00:00:00.000Z',
      data: { id: message().ref_id },
    });
  });

  it.each([
    [500, 'http-500', true],
    [404, 'http-404', true],
    [410, 'http-410', false],
  ])('answered with %i is noted as %s', async (status, problem, tryAgain) => {
    const { url } = await receiver(status);
    expect(await createWebhook({ url, secret })(message())).toEqual({ delivered: false, problem, tryAgain });
  });

  it('follows no redirect', async () => {
    const inside = await receiver(200);
    const { url } = await receiver(302, { location: inside.url });
    expect(await createWebhook({ url, secret })(message())).toMatchObject({ problem: 'http-302' });
    expect(inside.heard).toEqual([]);
  });

  it('to nobody is tried again', async () => {
    const deliver = createWebhook({ url: 'http://127.0.0.1:1/', secret });
    expect(await deliver(message())).toEqual({ delivered: false, problem: 'unreachable', tryAgain: true });
  });
});
