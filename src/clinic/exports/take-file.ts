import { type Refusal, RefusedError, refusalOf } from '../api.ts';

/**
 * Fetches a file and hands it to the browser to keep. A plain link would open a refusal as a page; so it is said where
 * the file was asked for.
 */
export async function takeFile(path: string): Promise<void> {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store' }).catch(
    (): Refusal => ({
      kind: 'unreachable',
    }),
  );
  if (!(response instanceof Response)) throw new RefusedError(response);
  if (!response.ok) throw new RefusedError(await refusalOf(response));
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export';
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
