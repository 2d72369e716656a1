import * as z from 'zod';
import { readChain } from '../../server/audit/audit.repository.ts';
import { readCheckpoints } from '../../server/audit/checkpoint-files.ts';
import { type Verdict, verifyAudit } from '../../server/audit/verify.ts';
import { type Clinic, withClinic } from '../clinic.ts';
import { command, type Outcome } from '../command.ts';

export const auditVerify = command({
  name: 'audit verify',
  what: 'Checks every row of the audit against its seal and the signed checkpoints; ends with 1 if one is not as written.',
  example: '',
  options: {},
  given: z.strictObject({}),
  run: (_, environment) => withClinic(environment, verify),
});

const verify = async ({ store, vault, config }: Clinic): Promise<Outcome> => {
  const { auditChain: key, auditCheckpoint } = vault.keyRing;
  const { checkpoints, restores, unreadable } = readCheckpoints(
    config.auditDir,
    auditCheckpoint,
    vault.clinicId,
  );
  const verdict = await verifyAudit({
    key,
    clinicId: vault.clinicId,
    rows: () => readChain(store.db),
    checkpoints,
  });
  return {
    lines: [
      wordsOf(verdict),
      ...(checkpoints.length === 0 ? [`There is no checkpoint in ${config.auditDir}. Check AUDIT_DIR.`] : []),
      ...restores.map(
        ({ to, lost }) =>
          `A backup was restored on ${new Date(to.at).toISOString()}: the audit goes on after row ${to.seq}; ${lost} checkpoints were of rows that were lost with what followed.`,
      ),
      ...unreadable.map((place) => `Not a checkpoint of this clinic, half written or forged: ${place}`),
    ],
    code: verdict.sound && unreadable.length === 0 ? 0 : 1,
  };
};

const wordsOf = (verdict: Verdict): string =>
  verdict.sound
    ? `The audit is whole: ${verdict.rows} rows, ${verdict.notSealedYet} of them not sealed by a checkpoint yet.`
    : `The audit is not as it was written: the first bad row is ${verdict.seq} (${verdict.kind}).`;
