import { useLayoutEffect } from 'react';
import { type Summary, summary as summarySchema } from '../../submission/staff-wire.ts';
import { FollowUpsSection } from '../follow-ups/follow-ups-section.tsx';
import { dayText, moment } from '../format.ts';
import type { Open } from '../router.ts';
import { SamePersonSection } from '../same-person/same-person-section.tsx';
import { useSamePerson } from '../same-person/use-same-person.ts';
import { scrollBack } from '../session/memory.ts';
import { useClinic } from '../shell/clinic.ts';
import { VerifiedSection } from '../verified/verified-section.tsx';
import {
  Decide,
  Remind,
  SafetyChip,
  Standing,
  useMustBeCalledNow,
  WorkActions,
} from '../work/action-bar.tsx';
import { WorkPanels } from '../work/panels.tsx';
import { WorkStrip } from '../work/strip.tsx';
import { Timeline } from '../work/timeline.tsx';
import { useWorking, WorkOn } from '../work/working.tsx';
import { AllAnswers } from './all-answers.tsx';
import { CaseExports } from './case-exports.tsx';
import { CaseHeading, languageNames, Waiting } from './case-heading.tsx';
import { CasePlace } from './disclosure.tsx';
import { EvaluatedAgain } from './evaluated-again.tsx';
import { Opening } from './opening.tsx';
import { useOpenForPrint } from './print.ts';
import { Scores } from './scores.tsx';
import { SixLines } from './six-lines.tsx';
import { Trail } from './trail.tsx';

/** As in the queue: whoever asked to be called before sending has waited since then. */
const waitingSince = ({ alerts, receivedAt }: Summary): string =>
  alerts
    .filter(({ state }) => state === 'raised')
    .map((alert) => alert.receivedAt)
    .reduce((first, at) => (Date.parse(at) < Date.parse(first) ? at : first), receivedAt);

/** Whoever has been dealt with waits no more. */
function Since({ summary }: { readonly summary: Summary }) {
  const timeZone = useClinic()?.timeZone;
  if (useWorking()?.work?.status === 'closed') return <>received {dayText(summary.receivedAt, timeZone)}</>;
  return <Waiting since={waitingSince(summary)} />;
}

const factsOf = (summary: Summary) => {
  const { heading, language, reference } = summary;
  return [
    heading.age === null ? 'age not given' : `${heading.age} y`,
    heading.pronouns,
    heading.interpreter ? `${languageNames[language]}, asks for an interpreter` : languageNames[language],
    heading.completedBy,
    reference,
    <Standing key="standing" />,
    <Since key="since" summary={summary} />,
  ].filter((fact) => fact !== null);
};

function Case({ summary, place }: { readonly summary: Summary; readonly place: Open }) {
  const timeZone = useClinic()?.timeZone;
  const article = useOpenForPrint();
  const samePerson = useSamePerson(summary.id);
  useLayoutEffect(() => scrollBack(place), [place]);
  return (
    <article className="case" ref={article}>
      <CaseHeading
        id={summary.id}
        name={summary.heading.name}
        chip={<SafetyChip level={summary.level} />}
        isUrgent={useMustBeCalledNow(summary.level)}
        phone={summary.heading.phone}
        facts={factsOf(summary)}
        work={<WorkActions />}
        seldom={<Remind />}
        actions={<CaseExports id={summary.id} />}
        last={<Decide />}
      />
      <WorkStrip />
      <h2 className="visually-hidden">In thirty seconds</h2>
      <SixLines summary={summary} />
      <SamePersonSection of={samePerson} />
      <section className="case-section">
        <h2>Scores</h2>
        <Scores summary={summary} history={samePerson.found?.history ?? []} />
      </section>
      <FollowUpsSection id={summary.id} />
      <VerifiedSection id={summary.id} shownVersion={summary.verified.version} />
      <AllAnswers sections={summary.sections} verified={summary.verified.answers} />
      <section className="case-section">
        <h2>Answers changed before sending</h2>
        <Trail trail={summary.trail} />
      </section>
      <section className="case-section">
        <h2>Evaluated again</h2>
        <EvaluatedAgain id={summary.id} />
      </section>
      <Timeline />
      <footer className="case-foot">
        Received {moment(summary.receivedAt, timeZone)} · form {summary.formVersion} · rules{' '}
        {summary.rulesVersion} · reported by the patient
        {summary.verified.answers.length === 0 ? ', not verified' : '; verified where it says so'}
      </footer>
      <WorkPanels />
    </article>
  );
}

/** What one person sent, and what the rules say of it. */
export const SummaryPage = ({ place }: { readonly place: Open }) => (
  <Opening place={place} schema={summarySchema} what="case">
    {(summary) => (
      <CasePlace place={place}>
        <WorkOn on={place}>
          <Case summary={summary} place={place} />
        </WorkOn>
      </CasePlace>
    )}
  </Opening>
);
