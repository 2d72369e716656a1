import {
  type PriorAuthorization,
  priorAuthorization,
  staffFieldsSaved,
} from '../../submission/coverage-wire.ts';
import { ask, refusalBehind } from '../api.ts';

type Staff = Pick<PriorAuthorization['staff'], 'own' | 'version'>;

const addressOf = (caseId: string) => `/api/staff/submissions/${caseId}`;

const save = (caseId: string, { own, version }: Staff, payer: string) =>
  ask(staffFieldsSaved, `${addressOf(caseId)}/staff-fields`, {
    method: 'PUT',
    body: { ...own, payer },
    headers: version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
  });

/**
 * Whose sheet it is stays on the case, for whoever opens it next. What a colleague filled in meanwhile is kept: the
 * choice is put over it. Rejects where it was refused.
 */
export async function choosePayer(caseId: string, seen: Staff, payer: string): Promise<void> {
  try {
    await save(caseId, seen, payer);
  } catch (error) {
    const refusal = refusalBehind(error);
    if (refusal.kind !== 'refused' || refusal.code !== 'changed-meanwhile') throw error;
    const { staff } = await ask(priorAuthorization, `${addressOf(caseId)}/prior-authorization/${payer}`);
    await save(caseId, staff, payer);
  }
}
