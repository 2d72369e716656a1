import { type AlertDetail, alertDetail } from '../../submission/staff-wire.ts';
import { moment } from '../format.ts';
import type { Open } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { SafetyChip, useMustBeCalledNow, WorkActions } from '../work/action-bar.tsx';
import { WorkPanels } from '../work/panels.tsx';
import { WorkStrip } from '../work/strip.tsx';
import { Timeline } from '../work/timeline.tsx';
import { WorkOn } from '../work/working.tsx';
import { AnswerList, NotAnswered } from './answer-text.tsx';
import { CaseHeading, languageNames, Waiting } from './case-heading.tsx';
import { Opening } from './opening.tsx';

const agreed = {
  consent: 'On the contact page the person agreed that the clinic may call at once.',
  asked: 'The person asked the clinic to call.',
} as const;

const messages = { yes: 'Yes', no: 'No' } as const;

function Alert({ alert }: { readonly alert: AlertDetail }) {
  const timeZone = useClinic()?.timeZone;
  return (
    <article className="case">
      <CaseHeading
        id={alert.id}
        name={alert.name ?? 'Name not given'}
        chip={<SafetyChip level={alert.level} />}
        isUrgent={useMustBeCalledNow(alert.level)}
        phone={alert.phone}
        facts={[
          'the form is not sent yet',
          languageNames[alert.language],
          <Waiting key="waiting" since={alert.receivedAt} />,
          ...(alert.state === 'withdrawn' ? ['taken back by the person'] : []),
          ...(alert.manyFromThisAddress ? ['many from this address'] : []),
        ]}
        work={<WorkActions />}
      />
      <WorkStrip />
      <section className="case-section">
        <h2>Where and how</h2>
        <dl className="facts wide">
          <div>
            <dt>Where they are today</dt>
            <dd>{alert.whereToday ?? <NotAnswered />}</dd>
          </div>
          <div>
            <dt>A message may be left</dt>
            <dd>{alert.mayLeaveMessage ? messages[alert.mayLeaveMessage] : <NotAnswered />}</dd>
          </div>
          <div>
            <dt>Why we may call</dt>
            <dd>
              {agreed[alert.agreedBy]} {moment(alert.receivedAt, timeZone)}.
            </dd>
          </div>
        </dl>
      </section>
      <section className="case-section">
        <h2>Why</h2>
        {alert.rules.length === 0 ? (
          <p className="absent">No answer raised this: the person asked to be called.</p>
        ) : (
          <ul className="reasons">
            {alert.rules.map((rule) => (
              <li key={rule.id}>
                {rule.words} <code>{rule.id}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="case-section">
        <h2>What the person said</h2>
        {alert.patientSaid.length === 0 ? (
          <p className="absent">No answer came with the alert.</p>
        ) : (
          <AnswerList lines={alert.patientSaid} language={alert.language} />
        )}
      </section>
      <Timeline />
      <WorkPanels />
    </article>
  );
}

/** Somebody who has not sent the form, and must be called. */
export const AlertPage = ({ place }: { readonly place: Open }) => (
  <Opening place={place} schema={alertDetail} what="alert">
    {(alert) => (
      <WorkOn on={place}>
        <Alert alert={alert} />
      </WorkOn>
    )}
  </Opening>
);
