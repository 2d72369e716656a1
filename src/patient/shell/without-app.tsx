import { type Locale, locales } from '../../lib/locale.ts';
import { crisis } from '../../settings/crisis/us-tn.ts';
import type { PublicSettings } from '../../settings/public-settings.ts';
import { ButtonLink } from '../../ui/blocks/button.tsx';
import { notLoaded } from '../words/not-loaded.ts';
import { tell } from '../words/tell.ts';
import { words } from '../words/words.ts';
import { inOnePiece, telLink } from './one-piece.ts';
import { paths, type routeOf } from './route.ts';

interface Props {
  readonly clinic: PublicSettings;
  readonly locale: Locale;
  readonly route: ReturnType<typeof routeOf>;
}

/** What stands on a page that only the app can fill, for those to whom the app never comes. */
export const WithoutApp = (props: Props) => (
  <>
    <noscript>
      <NoScript {...props} />
    </noscript>
    <NotLoaded {...props} />
  </>
);

const helpIn = (locale: Locale) => `${paths.help}?lang=${locale}`;

function NoScript({ clinic, locale }: Props) {
  const { start, header } = words[locale];
  return (
    <main className="column">
      <h1>{clinic.name}</h1>
      <p>{tell(start.needsScript, { phone: inOnePiece(clinic.phone) })}</p>
      <p>
        <a href={helpIn(locale)}>{header.helpNow}</a>
      </p>
    </main>
  );
}

/** Loading again drops the part of the address that holds the secret of a link. */
const followedLinks: readonly string[] = ['resume', 'status', 'followUp'];

/**
 * A script that was lost on the way tells nobody, so these words come with the page and show themselves after a while
 * (`base.css`); the app takes them away. In every language: which one was chosen in the app is not known here.
 */
const NotLoaded = ({ clinic, locale, route }: Props) => (
  <main className="column not-loaded stack-large">
    {[locale, ...locales.filter((other) => other !== locale)].map((each) => {
      const { h1, text, byLink, again, call } = notLoaded[each];
      const { start, header, crisis: numbers } = words[each];
      const Heading = each === locale ? 'h1' : 'h2';
      return (
        <section className="stack" key={each} lang={each}>
          <Heading>{h1}</Heading>
          <p role="alert">{text}</p>
          {followedLinks.includes(route) && <p>{byLink}</p>}
          <p className="button-row">
            <ButtonLink href="" wide>
              {again}
            </ButtonLink>
            <ButtonLink href={telLink(clinic.phone)} look="secondary" wide>
              {tell(call, { phone: inOnePiece(clinic.phone) })}
            </ButtonLink>
          </p>
          <p>{start.crisisTitle}:</p>
          <p className="button-row">
            <ButtonLink href={helpIn(each)} look="support-outline" wide>
              {header.helpNow}
            </ButtonLink>
            <ButtonLink href={`tel:${crisis.lifeline.number}`} look="support-outline" wide>
              {numbers.call988}
            </ButtonLink>
          </p>
        </section>
      );
    })}
  </main>
);
