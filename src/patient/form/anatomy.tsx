import type { ReactNode } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';

/** "Section 5 of 7 · Your body" */
export interface Caption {
  readonly n: number;
  readonly of: number;
  readonly text: string;
}

interface TopProps {
  readonly children: ReactNode;
  readonly onBack?: (() => void) | undefined;
  readonly caption?: Caption | undefined;
  /** Bars below the header. */
  readonly notices?: ReactNode;
}

/** The caption, and the same as a row of strokes. */
const Captioned = ({ n, of, text }: Caption) => (
  <>
    <p className="caption">{text}</p>
    <div className="progress" aria-hidden="true">
      {Array.from({ length: of }, (_, index) => index + 1).map((one) => (
        <span key={one} className={one <= n ? 'reached' : undefined} />
      ))}
    </div>
  </>
);

/** A page of the form: Back, caption, then what the page is about. */
export function PageFrame({ children, onBack, caption, notices }: TopProps) {
  const words = useWords();
  return (
    <Frame notices={notices}>
      {onBack && (
        <button type="button" className="back" onClick={onBack}>
          {words.back}
        </button>
      )}
      {caption && <Captioned {...caption} />}
      {children}
    </Frame>
  );
}

interface EndProps {
  /** What becomes of the answers. */
  readonly saving: ReactNode;
  readonly onLater: () => void;
}

/** The end of every page with questions: the save line, Continue, and the way to finish later. */
export function QuestionsEnd({ saving, onLater }: EndProps) {
  const words = useWords();
  return (
    <div className="page-end">
      {saving}
      <Button type="submit" wide>
        {words.continue}
      </Button>
      <p>
        <Button look="quiet" onClick={onLater}>
          {words.finishLater}
        </Button>
      </p>
    </div>
  );
}
