import { useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { ShortNumbers } from '../crisis/numbers.tsx';
import { is } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { goTo } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { Code } from './code.tsx';
import { FormPage, Saving } from './form-page.tsx';
import { useIntake } from './intake.ts';
import { ClinicTold } from './support-page.tsx';

const useSecret = (): string => useIntake().sitting.keeper.secret() ?? '';

function GoOn({ label }: { readonly label: string }) {
  const { walk } = useIntake();
  return (
    <Button wide onClick={() => goTo('form', walk.place)}>
      {label}
    </Button>
  );
}

/** Asked once more before anything is deleted. */
function Delete() {
  const { keep } = useWords();
  const { sitting } = useIntake();
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <p>
        <Button look="quiet" onClick={() => setSure(true)}>
          {keep.remove}
        </Button>
      </p>
    );
  return (
    <section className="panel" aria-labelledby="remove-title">
      <h2 id="remove-title">{keep.removeTitle}</h2>
      <p>{keep.removeText}</p>
      <div className="button-row">
        <Button look="secondary" onClick={() => sitting.actor.send({ type: 'DELETE_DRAFT' })}>
          {keep.removeYes}
        </Button>
        <Button onClick={() => setSure(false)}>{keep.removeNo}</Button>
      </div>
    </section>
  );
}

/** Right after the first Continue on a device that keeps nothing. */
export function CodePage() {
  const words = useWords();
  usePageTurn(words.form.name, 'code');
  return (
    <FormPage>
      <h1>{words.keep.h1}</h1>
      <p className="lead">{words.keep.afterFirst}</p>
      <Code secret={useSecret()} />
      <div className="page-end">
        <GoOn label={words.continue} />
      </div>
    </FormPage>
  );
}

/** "Finish later": how to come back, and how to leave nothing behind. */
export function KeepPage() {
  const words = useWords();
  usePageTurn(words.form.name, 'keep');
  return (
    <FormPage onBack={() => history.back()}>
      <h1>{words.keep.finishLater}</h1>
      <Kept />
      <h2>{words.keep.code}</h2>
      <Code secret={useSecret()} />
      <div className="page-end">
        <Saving />
        <GoOn label={words.keep.goOn} />
        <p>
          <Button look="quiet" onClick={() => goTo('form', 'sections')}>
            {words.sectionList.h1All}
          </Button>
        </p>
        <Delete />
      </div>
    </FormPage>
  );
}

/** Whether the answers are safe already, and how to come back to them. */
function Kept() {
  const { stopped } = useWords();
  const { draftDays } = useClinic();
  const { snapshot } = useIntake();
  const { ownDevice } = snapshot.context;
  if (!is(snapshot, 'saved')) return <p className="notice warning">{stopped.unsaved}</p>;
  return (
    <p className="lead">
      {tell(stopped.lead, { n: draftDays })} {ownDevice ? stopped.leadOwn : stopped.leadShared}
    </p>
  );
}

/** After "Stop here; my answers are kept". */
export function StoppedPage() {
  const words = useWords();
  const { stopped, keep } = words;
  const { snapshot } = useIntake();
  usePageTurn(words.form.name, 'stopped');
  return (
    <FormPage onBack={() => history.back()}>
      <h1>{is(snapshot, 'saved') ? stopped.h1 : stopped.h1Unsaved}</h1>
      <Kept />
      <ShortNumbers />
      <ClinicTold />
      <h2>{keep.code}</h2>
      <Code secret={useSecret()} />
      <div className="page-end">
        <Saving />
        <GoOn label={keep.goOn} />
      </div>
    </FormPage>
  );
}

/** Once, before the first private questions: how to leave fast, and the code to come back with. */
export function PrivacyPage() {
  const words = useWords();
  const { privacy } = words;
  usePageTurn(words.form.name, 'privacy');
  return (
    <FormPage onBack={() => history.back()}>
      <h1>{privacy.h1}</h1>
      <p className="lead">{privacy.lead}</p>
      <h2>{privacy.leaveTitle}</h2>
      <p>{privacy.leave}</p>
      <p>{privacy.leaveHow}</p>
      <h2>{privacy.codeTitle}</h2>
      <Code secret={useSecret()} />
      <div className="page-end">
        <GoOn label={words.continue} />
      </div>
    </FormPage>
  );
}
