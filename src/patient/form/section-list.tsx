import { isPage, sectionOf } from '../../machines/places.ts';
import { type SectionId, sectionNames, sections } from '../../steps/step.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { useSurroundings, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { FormPage } from './form-page.tsx';
import { turnTo, useIntake } from './intake.ts';

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
