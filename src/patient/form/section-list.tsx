import { isPage, sectionOf } from '../../machines/places.ts';
import { questionsWith } from '../../steps/own-instrument.ts';
import { type SectionId, sectionNames, sections } from '../../steps/step.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useClinic, useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { FormPage } from './form-page.tsx';
import { turnTo, useIntake } from './intake.ts';

/** After a new version of the form: what stayed, and what is to be answered anew. */
function FormChanged() {
  const { sectionList } = useWords();
  const { locale } = useSurroundings();
  const { instrument } = useClinic();
  const change = useIntake().sitting.keeper.formChange();
  if (!change) return null;
  const names = change.askAgain.flatMap(
    (key) => questionsWith(instrument).find((one) => one.key === key)?.words[locale].short ?? [],
  );
  return (
    <section className="notice" aria-labelledby="form-changed">
      <h2 id="form-changed">{sectionList.changed}</h2>
      {names.length === 0 ? (
        <p>{sectionList.changedNothing}</p>
      ) : (
        <>
          <p>{sectionList.changedAskAgain}</p>
          <ul>
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The seven parts with their statuses: what somebody sees who comes back. */
export function SectionList() {
  const words = useWords();
  const { sectionList } = words;
  const { locale } = useSurroundings();
  const { walk, sitting } = useIntake();
  usePageTurn(words.form.name, 'sections');

  const firstOf = (section: SectionId) =>
    walk.path.find((place) => isPage(place) && sectionOf(place) === section);

  return (
    <FormPage>
      <h1>{sectionList.h1}</h1>
      <p className="lead">{sectionList.lead}</p>
      <FormChanged />
      <ol className="parts">
        {sections.map((section) => {
          const status = walk.sections[section];
          const place = firstOf(section);
          const name = sectionNames[locale][section];
          return (
            <li key={section}>
              {place && status !== 'cannotStart' ? (
                <Button look="quiet" className="part-link" onClick={() => goTo('form', place)}>
                  {name}
                </Button>
              ) : (
                <span className="part-name">{name}</span>
              )}
              <span className={`part-status ${status}`}>{sectionList.statuses[status]}</span>
            </li>
          );
        })}
      </ol>
      <div className="page-end">
        <Button wide onClick={() => turnTo(sitting, walk.place)}>
          {sectionList.goOn}
        </Button>
      </div>
    </FormPage>
  );
}
