import type { ReactNode } from 'react';
import type { SafetyLevel } from '../../submission/staff-wire.ts';
import { Button, ButtonLink } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import { telHref, waitingText } from '../format.ts';
import { PageHeading } from '../shell/heading.tsx';
import { useNow } from '../shell/now.ts';

export const languageNames = { en: 'English', es: 'Spanish' } as const;

/** How soon to call; overdue: and nobody has taken it in time. */
export function LevelChip({
  level,
  isOverdue = false,
}: {
  readonly level: SafetyLevel;
  readonly isOverdue?: boolean;
}): ReactNode {
  if (level === 'none') return null;
  const call = level === 'urgent' ? 'Safety: call now' : 'Safety: call today';
  return (
    <Chip level={level === 'urgent' || isOverdue ? 'safety' : 'review'}>
      {isOverdue ? `${call}, not taken yet` : call}
    </Chip>
  );
}

export const Waiting = ({ since }: { readonly since: string }) => <>{waitingText(since, useNow())}</>;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly chip: ReactNode;
  readonly isUrgent: boolean;
  readonly phone: string | null;
  readonly facts: readonly ReactNode[];
  /** What is done with the case. */
  readonly work?: ReactNode;
  /** What is seldom done with it. */
  readonly seldom?: ReactNode;
  /** How it leaves the portal. */
  readonly actions?: ReactNode;
  /** What moves it on, at the end of the bar. */
  readonly last?: ReactNode;
}

/** Who this is and how to reach them: stays on top while the case is read. Never in the title of the page. */
export function CaseHeading({ id, name, chip, isUrgent, phone, facts, work, seldom, actions, last }: Props) {
  return (
    <header className="case-heading">
      <div className="case-who">
        <PageHeading page={id}>{name}</PageHeading>
        {chip}
      </div>
      <ul className="case-facts">
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their places
          <li key={index}>{fact}</li>
        ))}
      </ul>
      <div className="case-actions">
        {phone ? (
          <ButtonLink look={isUrgent ? 'primary' : 'secondary'} href={telHref(phone)}>
            Call {phone}
          </ButtonLink>
        ) : (
          <span className="absent">No phone number given</span>
        )}
        {work}
        {last}
        <span className="case-rest">
          {seldom}
          <Button look="quiet" className="print-button" onClick={() => print()}>
            Print
          </Button>
          {actions}
        </span>
      </div>
    </header>
  );
}
