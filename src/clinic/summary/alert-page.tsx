import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type AlertDetail, alertDetail } from '../../submission/staff-wire.ts';
import { Chip } from '../../ui/blocks/chip.tsx';
import { ask } from '../api.ts';
import { moment, waited } from '../format.ts';
import { Trouble } from '../trouble.tsx';
import { AnswerList } from './answer-text.tsx';

const agreed = {
  consent: 'agreed on the contact page that the clinic may call at once',
  asked: 'asked the clinic to call',
} as const;

function Alert({ alert }: { readonly alert: AlertDetail }) {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <article className="case">
      <header className="case-heading">
        <h1 ref={place} tabIndex={-1}>
          {alert.name ?? 'Name not given'}
        </h1>
        <ul className="case-facts">
          <li>
            <Chip tone={alert.level === 'urgent' ? 'safety' : 'review'}>
              {alert.level === 'urgent' ? 'Safety: call now' : 'Safety: call today'}
            </Chip>
          </li>
          <li>
            waiting <span className="figure">{waited(alert.receivedAt, new Date())}</span>
          </li>
          {alert.state === 'withdrawn' && <li>withdrawn by the person</li>}
          {alert.manyFromThisAddress && <li>many from this address</li>}
        </ul>
        <p className="case-call">
          {alert.phone ? (
            <a className="button" href={`tel:${alert.phone.replace(/[^\d+]/g, '')}`}>
              Call {alert.phone}
            </a>
          ) : (
            <span className="absent">No phone number given</span>
          )}
        </p>
      </header>
      <dl className="facts">
        <div>
          <dt>Where they are today</dt>
          <dd>{alert.whereToday ?? <span className="answer-blank">Not answered</span>}</dd>
        </div>
        <div>
          <dt>A message may be left</dt>
          <dd>{alert.mayLeaveMessage ?? <span className="answer-blank">Not answered</span>}</dd>
        </div>
        <div>
          <dt>How we know</dt>
          <dd>
            The person {agreed[alert.agreedBy]}, {moment(alert.receivedAt)}. The form has not been sent yet.
          </dd>
        </div>
      </dl>
      {alert.rules.length > 0 && (
        <section>
          <h2>Why</h2>
          <ul className="plain">
            {alert.rules.map((rule) => (
              <li key={rule.id}>
                {rule.words} <span className="muted">({rule.id})</span>
              </li>
            ))}
          </ul>
          <h3>What the person said</h3>
          <AnswerList lines={alert.patientSaid} />
        </section>
      )}
    </article>
  );
}

export function AlertPage({ id }: { readonly id: string }) {
  const found = useQuery({
    queryKey: ['alert', id],
    queryFn: () => ask(alertDetail, `/api/staff/alerts/${id}`),
  });
  if (found.isPending) return <p role="status">Opening…</p>;
  if (found.isError) return <Trouble error={found.error} retry={found.refetch} />;
  return <Alert alert={found.data} />;
}
