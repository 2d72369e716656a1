import { useEffect, useState } from 'react';
import { useTrouble } from '../form/endings.tsx';
import { SittingContext } from '../form/intake.ts';
import { is, openCode, type SittingSnapshot, useSitting, useSnapshot } from '../session/sitting.ts';
import { useClinic, useWords } from '../shell/context.ts';
import { forgetFollowed } from '../shell/fragment.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTurn } from '../shell/page.ts';
import { replaceWith } from '../shell/route.ts';
import { tell } from '../words/tell.ts';
import { CodeForm } from './code-form.tsx';

/** Where an opened code leads: to the answers, or to the status of a form that was sent. */
function useOpened(snapshot: SittingSnapshot, isAsked: boolean) {
  const isOpen = isAsked && is(snapshot, 'answering');
  const isSent = isAsked && is(snapshot, 'received');
  useEffect(() => {
    if (isOpen) replaceWith('form', 'sections');
    if (isSent) replaceWith('status');
    if (isOpen || isSent) forgetFollowed();
  }, [isOpen, isSent]);
}

function ResumeForm({ snapshot }: { readonly snapshot: SittingSnapshot }) {
  const words = useWords();
  const { resume } = words;
  const clinic = useClinic();
  const [attempt, setAttempt] = useState(0);
  const cannotOpen = useTrouble();
  const isAsked = attempt > 0;
  useOpened(snapshot, isAsked);
  const isUnknown = is(snapshot, 'unknownCode');
  const trouble = isUnknown
    ? `${resume.notFound}. ${resume.notFoundText}`
    : isAsked && is(snapshot, 'cannotOpen')
      ? cannotOpen
      : undefined;
  usePageTurn(trouble ? tell(words.form.errorTitle, { title: words.form.name }) : words.form.name, 'resume');
  return (
    <CodeForm
      heading={resume.h1}
      lead={resume.lead}
      label={resume.open}
      isBusy={isAsked && is(snapshot, 'opening')}
      trouble={trouble}
      attempt={trouble ? attempt : 0}
      onCode={(secret, device) => {
        setAttempt((before) => before + 1);
        openCode(clinic, secret, device);
      }}
    >
      {isUnknown && <p>{tell(resume.notFoundMore, { n: clinic.draftDays, phone: clinic.phone })}</p>}
    </CodeForm>
  );
}

/** Back to one's answers on any device, by the link or the typed code. */
export function Resume() {
  const words = useWords();
  const sitting = useSitting(useClinic());
  const snapshot = useSnapshot(sitting);
  return (
    <SittingContext value={sitting}>
      <Frame>
        <ResumeForm snapshot={snapshot} />
        <p>
          <Link to="start" className="action-link">
            {words.resume.startNew}
          </Link>
        </p>
      </Frame>
    </SittingContext>
  );
}
