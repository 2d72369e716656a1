import { type FrontDeskItem, frontDeskItem } from '../../submission/staff-wire.ts';
import { moment, statusText } from '../format.ts';
import { CallChip } from '../queue/front-desk-row.tsx';
import { locationName } from '../queue/row-link.tsx';
import type { Open } from '../router.ts';
import { useClinic } from '../shell/clinic.ts';
import { NotAnswered } from '../summary/answer-text.tsx';
import { CaseHeading, languageNames, Waiting } from '../summary/case-heading.tsx';
import { Opening } from '../summary/opening.tsx';
import { Calls } from './calls.tsx';

const methods = { phone: 'Phone call', text: 'Text message', email: 'E-mail' } as const;

const times: Readonly<Record<string, string>> = {
  weekdayMorning: 'weekday mornings',
  weekdayAfternoon: 'weekday afternoons',
  evening: 'evenings',
  weekend: 'weekends',
};

const permissions = { yes: 'Yes', no: 'No' } as const;

const Permission = ({ given }: { readonly given: 'yes' | 'no' | null }) =>
  given === null ? <NotAnswered /> : permissions[given];

function Contact({ item, place }: { readonly item: FrontDeskItem; readonly place: Open }) {
  const clinic = useClinic();
  const { callNow } = item;
  const location = locationName(item.location, clinic);
  return (
    <article className="case">
      <CaseHeading
        id={item.id}
        name={item.name}
        chip={<CallChip callNow={callNow} />}
        isUrgent={callNow?.soon === 'now'}
        phone={item.phone}
        facts={[
          statusText(item.status),
          item.interpreter
            ? `${languageNames[item.language]}, asks for an interpreter`
            : languageNames[item.language],
          ...(item.reference === null ? [] : [item.reference]),
          ...(location === undefined ? [] : [location]),
          <Waiting key="waiting" since={item.since} />,
        ]}
      />
      {callNow && (
        <section className="case-section">
          <h2>{callNow.soon === 'now' ? 'Call now' : 'Call today'}</h2>
          <dl className="facts wide">
            <div>
              <dt>Name</dt>
              <dd>{callNow.name}</dd>
            </div>
            <div>
              <dt>Phone</dt>
              <dd>{callNow.phone ?? <NotAnswered />}</dd>
            </div>
            <div>
              <dt>Where they are today</dt>
              <dd>{callNow.place ?? <NotAnswered />}</dd>
            </div>
            <div>
              <dt>A message may be left</dt>
              <dd>
                <Permission given={callNow.mayLeaveMessage} />
              </dd>
            </div>
          </dl>
          <p className="why-not-here">Why stands in the case, for clinicians to read.</p>
        </section>
      )}
      <section className="case-section">
        <h2>Contact</h2>
        <dl className="facts wide">
          <div>
            <dt>Phone</dt>
            <dd>{item.phone ?? <NotAnswered />}</dd>
          </div>
          <div>
            <dt>E-mail</dt>
            <dd>{item.email ? <a href={`mailto:${item.email}`}>{item.email}</a> : <NotAnswered />}</dd>
          </div>
          <div>
            <dt>Prefers</dt>
            <dd>{item.contactMethod ? methods[item.contactMethod] : <NotAnswered />}</dd>
          </div>
          <div>
            <dt>Good times</dt>
            <dd>
              {item.preferredTimes.length > 0 ? (
                item.preferredTimes.map((time) => times[time] ?? time).join(', ')
              ) : (
                <NotAnswered />
              )}
            </dd>
          </div>
          <div>
            <dt>May call</dt>
            <dd>
              <Permission given={item.mayCall} />
            </dd>
          </div>
          <div>
            <dt>May text</dt>
            <dd>
              <Permission given={item.mayText} />
            </dd>
          </div>
          <div>
            <dt>May e-mail</dt>
            <dd>
              <Permission given={item.mayEmail} />
            </dd>
          </div>
          <div>
            <dt>May leave a message</dt>
            <dd>
              <Permission given={item.mayLeaveMessage} />
            </dd>
          </div>
          <div>
            <dt>Since</dt>
            <dd>{moment(item.since, clinic?.timeZone)}</dd>
          </div>
        </dl>
      </section>
      <Calls on={place} />
    </article>
  );
}

/** How to reach somebody, and nothing of what they sent. */
export const ContactPage = ({ place }: { readonly place: Open }) => (
  <Opening place={place} schema={frontDeskItem} what="contact">
    {(item) => <Contact item={item} place={place} />}
  </Opening>
);
