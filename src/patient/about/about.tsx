import type { InEach } from '../../lib/locale.ts';
import { useClinic, useSurroundings } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTurn } from '../shell/page.ts';
import { type AboutWords, en } from './en.ts';
import { es } from './es.ts';

const aboutWords: InEach<AboutWords> = { en, es };

/** Two columns that hold on a phone: each topic has a row of its own above its two cells. */
function SideBySide({ words }: { readonly words: AboutWords['compare'] }) {
  return (
    <table className="side-by-side">
      <thead>
        <tr>
          <th scope="col">{words.ivKetamine}</th>
          <th scope="col">{words.spravato}</th>
        </tr>
      </thead>
      {words.rows.map(({ topic, ivKetamine, spravato }) => (
        <tbody key={topic}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {topic}
            </th>
          </tr>
          <tr>
            <td>{ivKetamine}</td>
            <td>{spravato}</td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

const Points = ({ points }: { readonly points: readonly string[] }) => (
  <ul>
    {points.map((point) => (
      <li key={point}>{point}</li>
    ))}
  </ul>
);

/** The education page: how it works, what people feel, what is watched, what is approved and what is off-label. */
export function About() {
  const { locale } = useSurroundings();
  const { treatments } = useClinic();
  const words = aboutWords[locale];
  usePageTurn(words.title, 'about');
  return (
    <Frame>
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead}</p>
      <p className="notice">{words.noPromise}</p>
      {words.parts.map(({ title, texts }) => (
        <section key={title}>
          <h2>{title}</h2>
          {texts.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
      {treatments.length > 1 && (
        <section>
          <h2>{words.compare.title}</h2>
          <SideBySide words={words.compare} />
        </section>
      )}
      {treatments.includes('spravato') && <p>{words.compare.limits}</p>}
      <section>
        <h2>{words.evidence.title}</h2>
        <p>{words.evidence.lead}</p>
        <Points points={words.evidence.list} />
      </section>
      <section>
        <h2>{words.risks.title}</h2>
        <Points points={words.risks.list} />
      </section>
      <section className="small muted">
        <h2>{words.sources.title}</h2>
        <Points points={words.sources.list} />
      </section>
      <p>
        <Link to="start" className="action-link">
          {words.toStart}
        </Link>
      </p>
    </Frame>
  );
}
