import { ShortNumbers } from '../crisis/numbers.tsx';
import { useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTurn } from '../shell/page.ts';

/** An address that we do not have. */
export function Lost() {
  const words = useWords();
  usePageTurn(words.form.name, 'lost');
  return (
    <Frame>
      <h1>{words.lost.h1}</h1>
      <p>{words.lost.text}</p>
      <p>
        <Link to="start" className="action-link">
          {words.lost.toStart}
        </Link>
      </p>
      <ShortNumbers />
    </Frame>
  );
}
