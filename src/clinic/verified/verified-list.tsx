import type { SaidText, VerifiedAnswer } from '../../submission/verified-answer.ts';
import { Button } from '../../ui/blocks/button.tsx';
import { Chip } from '../../ui/blocks/chip.tsx';
import { moment } from '../format.ts';
import { useClinic } from '../shell/clinic.ts';
import { AnswerText } from '../summary/answer-text.tsx';

const Said = ({ of }: { readonly of: SaidText }) => <AnswerText line={{ key: '', label: '', ...of }} />;

/** One verified answer: what holds, what was said, whose word it is. */
export function VerifiedLine({ of }: { readonly of: VerifiedAnswer }) {
  const timeZone = useClinic()?.timeZone;
  return (
    <>
      <p>
        <strong>{of.label}</strong>: <Said of={of.verified} />
        {of.kind === 'corrected' && (
          <span className="muted">
            {' '}
            · as said: <Said of={of.reported} />
          </span>
        )}
      </p>
      <p className="muted small">
        {of.kind === 'corrected' ? 'Corrected' : 'Confirmed'} by {of.by}, {moment(of.at, timeZone)}
        {of.saidAnew && (
          <strong className="said-anew"> · the patient has answered this otherwise since: look again</strong>
        )}
      </p>
    </>
  );
}

/** All that was verified. */
export const VerifiedList = ({
  answers,
  onWithdraw,
}: {
  readonly answers: readonly VerifiedAnswer[];
  readonly onWithdraw: (of: VerifiedAnswer) => void;
}) => (
  <ul className="verified-answers">
    {answers.map((one) => (
      <li key={one.key} className="verified-answer">
        <Chip level={one.kind === 'confirmed' ? 'clear' : 'note'}>
          {one.kind === 'confirmed' ? 'Confirmed' : 'Corrected'}
        </Chip>
        <div>
          <VerifiedLine of={one} />
        </div>
        <Button look="quiet" aria-label={`Take back: ${one.label}`} onClick={() => onWithdraw(one)}>
          Take back
        </Button>
      </li>
    ))}
  </ul>
);
