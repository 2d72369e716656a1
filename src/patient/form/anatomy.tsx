import type { ReactNode } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';

interface TopProps {
  readonly children: ReactNode;
  readonly onBack?: (() => void) | undefined;
  readonly caption?: string | undefined;
  /** Bars below the header. */
  readonly notices?: ReactNode;
}

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
      {caption && <p className="caption">{caption}</p>}
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
