import type { Locale } from '../../lib/locale.ts';
import { crisis } from '../../settings/crisis/us-tn.ts';
import { useClinic, useOpenHours, useSurroundings, useWords } from '../shell/context.ts';
import { inOnePiece, telLink, unbroken } from '../shell/one-piece.ts';
import { tell } from '../words/tell.ts';

interface Way {
  readonly href: string;
  readonly name: string;
  readonly about: string;
  readonly isElsewhere?: true;
}

/** The date of the last check, written out. */
const dateIn = (locale: Locale, date: string) =>
  inOnePiece(
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    ),
  );

const Ways = ({ ways }: { readonly ways: readonly Way[] }) => (
  <ul className="ways">
    {ways.map(({ href, name, about, isElsewhere }) => (
      <li key={href}>
        <a className="way" href={href} {...(isElsewhere && { target: '_blank', rel: 'noreferrer' })}>
          {name}
        </a>
        <span className="way-about">{about}</span>
      </li>
    ))}
  </ul>
);

/** Call 988, text 988, chat, 911: what a person in danger needs, nothing more. Plain links; nothing dials by itself. */
export function FirstNumbers() {
  const { crisis: words } = useWords();
  const { locale } = useSurroundings();
  const { lifeline, emergency } = crisis;
  return (
    <Ways
      ways={[
        { href: `tel:${lifeline.number}`, name: words.call988, about: words.call988Text },
        { href: `sms:${lifeline.number}`, name: words.text988, about: words.text988Text },
        {
          href: locale === 'es' ? lifeline.spanishChat : lifeline.chat,
          name: words.chat,
          about: words.chatText,
          isElsewhere: true,
        },
        { href: `tel:${emergency.number}`, name: words.call911, about: words.call911Text },
      ]}
    />
  );
}

/** The same in one strip, for pages that are about something else. */
export function ShortNumbers() {
  const { crisis: words, start } = useWords();
  const { lifeline, emergency } = crisis;
  return (
    <section className="crisis-strip" aria-labelledby="crisis-title">
      <h2 id="crisis-title">{start.crisisTitle}</h2>
      <ul className="ways short">
        {[
          [`tel:${lifeline.number}`, words.call988],
          [`sms:${lifeline.number}`, words.text988],
          [`tel:${emergency.number}`, words.call911],
        ].map(([href, name]) => (
          <li key={href}>
            <a className="way" href={href}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p>{words.shortText}</p>
    </section>
  );
}

/** The other lines of the region, and the clinic. */
export function MoreNumbers() {
  const { crisis: words } = useWords();
  const { locale } = useSurroundings();
  const { name, phone } = useClinic();
  const hours = useOpenHours();
  const { statewide, textLine, substances, veterans } = crisis;
  return (
    <>
      <Ways
        ways={[
          {
            href: telLink(statewide.number),
            name: tell(words.statewide, { number: statewide.number }),
            about: tell(words.statewideText, { letters: unbroken(statewide.letters) }),
          },
          {
            href: `sms:${textLine.number}`,
            name: tell(words.textLine, {
              keyword: locale === 'es' ? textLine.spanishKeyword : textLine.keyword,
              number: textLine.number,
            }),
            about: words.textLineText,
          },
          {
            href: telLink(substances.number),
            name: tell(words.substances, { number: substances.number }),
            about: words.substancesText,
          },
          {
            href: telLink(phone),
            name: tell(words.clinic, { clinic: name, phone }),
            about: tell(words.clinicText, { hours }),
          },
        ]}
      />
      <p>{tell(words.veterans, { number: veterans.text })}</p>
      <p className="small muted">{tell(words.checked, { date: dateIn(locale, crisis.lastChecked) })}</p>
    </>
  );
}
