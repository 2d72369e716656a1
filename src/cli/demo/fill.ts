import { randomUUID } from 'node:crypto';
import { createAuditLog } from '../../server/audit/audit-log.ts';
import { createActing } from '../../server/case-work/acting.ts';
import { createAssigning } from '../../server/case-work/assigning.ts';
import { createDeciding } from '../../server/case-work/deciding.ts';
import { createEscalationJob } from '../../server/case-work/escalation-job.ts';
import { createNotesAndCalls } from '../../server/case-work/notes-and-calls.ts';
import { createSafetyItems } from '../../server/case-work/safety-items.ts';
import { createGuessLimit } from '../../server/drafts/guess-limit.ts';
import { createLog } from '../../server/edge/request-log.ts';
import { createFollowUps } from '../../server/follow-ups/follow-ups.usecases.ts';
import { createReplies } from '../../server/follow-ups/replies.usecases.ts';
import { createOutbox } from '../../server/notifications/outbox.ts';
import { findCase } from '../../server/reviews/cases.repository.ts';
import { createCases } from '../../server/reviews/cases.usecases.ts';
import { findAlert } from '../../server/safety-alerts/safety-alerts.repository.ts';
import { createSafetyAlerts } from '../../server/safety-alerts/safety-alerts.usecases.ts';
import { createSamePersons } from '../../server/same-person/same-person.usecases.ts';
import { createSubmissions } from '../../server/submissions/submissions.usecases.ts';
import { formVersion } from '../../steps/form-version.ts';
import { safetyAlertRequest } from '../../submission/wire.ts';
import { type Clinic, commandLine } from '../clinic.ts';
import type { Deed, Subject } from './deeds.ts';
import { carriedByAlert } from './happenings.ts';
import { hireStaff } from './staff.ts';

/** So many things share a commit. */
const AT_ONCE = 60;

type Needs = Pick<Clinic, 'store' | 'vault' | 'audit' | 'settings' | 'publicUrl'>;

/**
 * Lets all of it happen again, one thing after the other, through what the doors of patients and staff call, each at its
 * own time, which is also the time in the audit: a mark before the first says that these people are invented. Nobody is
 * notified of them.
 */
export const fill = async (clinic: Needs, deeds: readonly Deed[]): Promise<void> => {
  const { store } = clinic;
  await store.inTransaction((tx) =>
    clinic.audit.append(tx, { actor: commandLine, action: 'demo.fill', reason: 'invented-people' }),
  );
  const [first] = deeds;
  if (first === undefined) return;
  let at = first.at;
  const happen = await createPast(clinic, () => at);
  for (let from = 0; from < deeds.length; from += AT_ONCE) {
    await store.inTransaction(async () => {
      for (const deed of deeds.slice(from, from + AT_ONCE)) {
        at = deed.at;
        await happen(deed);
      }
    });
  }
};

/** The use cases of a clinic whose clock stands where the past is just happening. */
const createPast = async (clinic: Needs, now: () => Date) => {
  const { store, vault } = clinic;
  const clock = { now };
  const audit = createAuditLog({ key: vault.keyRing.auditChain, clinicId: vault.clinicId, clock });
  const outbox = createOutbox({ clock, channels: [], canEmailPatients: false });
  const needs = { ...clinic, audit, clock, outbox, log: createLog(undefined, 'warn') };
  const staff = await hireStaff(needs, clock);

  const acting = createActing(needs);
  const submissions = createSubmissions(needs);
  const alerts = createSafetyAlerts(needs);
  const cases = createCases(needs);
  const assigning = createAssigning(acting);
  const deciding = createDeciding(acting);
  const writing = createNotesAndCalls(acting);
  const safetyItems = createSafetyItems(acting);
  const followUps = createFollowUps(needs);
  const replies = createReplies({ ...needs, guesses: createGuessLimit(needs, 'follow-up') });
  const samePersons = createSamePersons(needs);
  const escalation = createEscalationJob(needs);

  const ids = new Map<Subject, string>();
  const idOf = (subject: Subject): string => {
    const id = ids.get(subject) ?? randomUUID();
    ids.set(subject, id);
    return id;
  };
  const isAlert = new Set<Subject>();
  const birthDates = new Map<Subject, string>();
  const codes = new Map<Subject, { readonly code: string; readonly followUpId: string }>();

  /** As it is now, for whoever changes it. */
  const seen = async (on: Subject) => {
    const id = idOf(on);
    const kind = isAlert.has(on) ? 'alert' : 'submission';
    const row = await (kind === 'alert' ? findAlert : findCase)(store.db(), id);
    return { kind, id, version: row?.version ?? 0 } as const;
  };
  const from = () => ({ requestId: randomUUID(), addressClass: 'public' as const });

  return async (deed: Deed): Promise<void> => {
    const { on } = deed;
    const id = idOf(on);
    switch (deed.does) {
      case 'send': {
        const { language, answers } = deed;
        const startedAt = deed.startedAt.toISOString();
        birthDates.set(on, answers.birthDate ?? '');
        const body = { formVersion, language, startedAt, answers, trail: [] };
        await submissions.receive({ submissionId: id, body, verifier: undefined, ...from() });
        return;
      }
      case 'alert': {
        const { language, answers, form } = deed;
        isAlert.add(on);
        await alerts.tell({
          alertId: id,
          body: safetyAlertRequest.parse({
            submissionId: form === undefined ? randomUUID() : idOf(form),
            state: 'raised',
            agreedBy: 'consent',
            language,
            name: `${answers.firstName} ${answers.lastName}`,
            phone: answers.phone,
            whereToday: answers.whereToday,
            mayLeaveMessage: answers.mayLeaveMessage,
            answers: carriedByAlert(answers),
          }),
          // An address of its own, or the sixth would be marked as one of many.
          address: randomUUID(),
          ...from(),
        });
        return;
      }
      case 'reply': {
        const { code = '', followUpId = '' } = codes.get(on) ?? {};
        const link = { code, birthDate: birthDates.get(on) ?? '' };
        const { texts, answers } = deed;
        await replies.receive(
          { ...from(), address: id },
          { by: 'link', link },
          {
            submissionId: id,
            replyId: randomUUID(),
            body: { followUpId, language: 'en', texts: [...texts], answers, link },
          },
        );
        return;
      }
      case 'escalate':
        await escalation.escalateDue();
        return;
    }
    const reader = staff[deed.by];
    switch (deed.does) {
      case 'open':
        await (isAlert.has(on) ? cases.openAlert : cases.open)(reader, id);
        return;
      case 'take':
        await assigning.assign(reader, await seen(on), reader.userId);
        return;
      case 'export':
        await cases.openForExport(reader, id, 'pdf');
        return;
      case 'note':
        await writing.note(reader, await seen(on), { id: randomUUID(), text: deed.text });
        return;
      case 'call': {
        const { outcome, spokeWith, note } = deed;
        const call = { id: randomUUID(), outcome, spokeWith, at: deed.at.toISOString(), note };
        await writing.logCall(reader, await seen(on), call);
        return;
      }
      case 'closeSafety': {
        const { outcome, spokeWith, note } = deed;
        const at = deed.spokeAt.toISOString();
        await safetyItems.close(reader, await seen(on), { outcome, spokeWith, at, note });
        return;
      }
      case 'ask': {
        const followUpId = randomUUID();
        await followUps.ask(reader, id, { id: followUpId, texts: [...deed.texts], keys: [...deed.keys] });
        const link = await followUps.makeLink(reader, id, 'hand');
        if (link.by === 'hand') codes.set(on, { code: new URL(link.url).hash.slice(1), followUpId });
        return;
      }
      case 'decide': {
        const { kind, reason, note } = deed;
        await deciding.decide(reader, await seen(on), { kind, reason, note });
        return;
      }
      case 'book':
        await deciding.book(reader, await seen(on), deed.visitAt.toISOString());
        return;
      case 'match':
        await samePersons.decide(reader, { id, otherId: idOf(deed.with), seen: 'none' }, 'same');
        return;
    }
  };
};
