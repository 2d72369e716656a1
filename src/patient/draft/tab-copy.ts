import { failed, ok, type Result } from '../../lib/result.ts';

/** On any other device: the code and ciphertext, which end with the tab. */
export interface TabCopy {
  readonly secret: string;
  /** Absent once the form is sent. */
  readonly ciphertext?: string;
  readonly version: number | null;
  /** After sending: the reference number, so that a reload still shows it. */
  readonly receipt?: {
    readonly submissionId: string;
    readonly reference: string;
    readonly receivedAt: string;
  };
}

const KEY = 'prelude';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';

/** By hand: the start page reads this before any schema is loaded. */
function tabCopyIn(value: unknown): TabCopy | undefined {
  if (!isRecord(value) || !isText(value.secret)) return undefined;
  const { secret, ciphertext, version, receipt } = value;
  return {
    secret,
    version: typeof version === 'number' ? version : null,
    ...(isText(ciphertext) && { ciphertext }),
    ...(isRecord(receipt) &&
      isText(receipt.submissionId) &&
      isText(receipt.reference) &&
      isText(receipt.receivedAt) && {
        receipt: {
          submissionId: receipt.submissionId,
          reference: receipt.reference,
          receivedAt: receipt.receivedAt,
        },
      }),
  };
}

export function readTabCopy(): TabCopy | undefined {
  try {
    return tabCopyIn(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function writeTabCopy(copy: TabCopy): Result<void, 'refused'> {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(copy));
    return ok(undefined);
  } catch {
    return failed('refused');
  }
}
