import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SubmissionRequest } from '../../submission/wire.ts';
import { askRecord, deleteDraft, loadDraft, saveDraft, sendSubmission } from './client.ts';

const access = { id: 'a'.repeat(22), verifier: 'b'.repeat(43) };
const submission: SubmissionRequest = { formVersion: '1', language: 'en', answers: {}, trail: [] };
const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const receipt = { submissionId: id, reference: 'KX7-4M2', receivedAt: '2026-11-22T10:00:00.000Z' };

const answering = (body: string, status: number, type: string) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status, headers: { 'content-type': type } })),
  );

afterEach(() => vi.unstubAllGlobals());

describe('"received" is only what our own server says', () => {
  it('a receipt of the right shape counts', async () => {
    answering(JSON.stringify(receipt), 200, 'application/json; charset=utf-8');
    expect(await sendSubmission(access, id, submission)).toEqual({ kind: 'ok', value: receipt });
  });

  it.each([
    ['the page of a captive portal', '<html>Accept the terms</html>', 200, 'text/html'],
    ['JSON of another shape', '{"ok":true}', 200, 'application/json'],
    ['half an answer', '{"submissionId":', 200, 'application/json'],
    ['a gateway that is down', 'Bad gateway', 502, 'text/plain'],
    ['an error that is not ours', '{"message":"no"}', 500, 'application/json'],
  ])('%s is not heard', async (_, body, status, type) => {
    answering(body, status, type);
    expect(await sendSubmission(access, id, submission)).toEqual({ kind: 'unheard' });
  });

  it.each([
    ['in problem JSON', 429, 'application/problem+json', '7', 7_000],
    ['as a page of a gateway', 503, 'text/html', '60', 60_000],
    ['without saying how long', 503, 'text/html', undefined, undefined],
    ['with a date, which is not ours', 429, 'text/plain', 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('P15 a server that asks to wait %s is not a refusal', async (_, status, type, after, waitMs) => {
    const headers = { 'content-type': type, ...(after && { 'retry-after': after }) };
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('{}', { status, headers })),
    );
    const busy = { kind: 'busy', status, ...(waitMs && { waitMs }) };
    expect(await sendSubmission(access, id, submission)).toEqual(busy);
    expect(await saveDraft(access, 'AAAA', 3)).toEqual(busy);
    expect(await deleteDraft(access)).toEqual(busy);
  });

  it('a connection that breaks is not heard', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('failed')));
    expect(await sendSubmission(access, id, submission)).toEqual({ kind: 'unheard' });
  });

  it('a refusal tells its reason', async () => {
    const problem = { type: 'about:blank', title: 'No', status: 409, detail: 'Another body', requestId: 'r' };
    answering(JSON.stringify(problem), 409, 'application/problem+json');
    expect(await sendSubmission(access, id, submission)).toEqual({ kind: 'refused', status: 409, problem });
  });
});

describe('a draft on the server', () => {
  const headersOf = () => new Headers(vi.mocked(fetch).mock.calls[0]?.[1]?.headers);

  it.each([
    [null, 'if-none-match', '*'],
    [3, 'if-match', '"3"'],
  ])('seen in version %s is saved with %s', async (seen, header, value) => {
    answering('{"version":4,"expiresAt":"2026-12-06T10:00:00.000Z"}', 200, 'application/json');
    await saveDraft(access, 'AAAA', seen);
    expect(headersOf().get(header)).toBe(value);
    expect(headersOf().get('authorization')).toBe(`Draft ${access.verifier}`);
  });

  it('is asked for without cookies, and never from a cache', async () => {
    answering('{}', 404, 'application/json');
    await loadDraft(access);
    expect(vi.mocked(fetch).mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', cache: 'no-store' });
  });
});

describe('the record as a file', () => {
  it('is asked for with the verifier, and is a PDF', async () => {
    answering('%PDF-1.7 and so on', 200, 'application/pdf');
    const heard = await askRecord(access.verifier, id);
    expect(heard.kind === 'ok' && (await heard.value.text())).toBe('%PDF-1.7 and so on');
    const [path, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect([path, request?.method]).toEqual([`/api/submissions/${id}/record.pdf`, 'POST']);
    expect(new Headers(request?.headers).get('authorization')).toBe(`Draft ${access.verifier}`);
  });

  it.each([
    ['the page of a captive portal', '<html>', 200, 'text/html'],
    ['a page that calls itself a PDF', '<html>', 200, 'application/pdf'],
    ['JSON', '{}', 200, 'application/json'],
    ['a gateway that is down', 'Bad gateway', 502, 'text/plain'],
  ])('%s is not heard', async (_, body, status, type) => {
    answering(body, status, type);
    expect(await askRecord(access.verifier, id)).toEqual({ kind: 'unheard' });
  });

  it('a day later the refusal is known', async () => {
    const problem = { type: 'about:blank', title: 'No', status: 404, detail: 'Nothing', requestId: 'r' };
    answering(JSON.stringify(problem), 404, 'application/problem+json');
    expect(await askRecord(access.verifier, id)).toMatchObject({ kind: 'refused', status: 404 });
  });
});
