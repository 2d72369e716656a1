import { Button } from '../../ui/blocks/button.tsx';
import { FirstNumbers, MoreNumbers } from '../crisis/numbers.tsx';
import { useWords } from '../shell/context.ts';
import { Frame } from '../shell/frame.tsx';
import { Link } from '../shell/link.tsx';
import { usePageTurn } from '../shell/page.ts';
import { useHere } from '../shell/route.ts';

/** Works without JavaScript and without a connection. Going back leads to the exact page, answers and all. */
export function Help() {
  const words = useWords();
  const { depth } = useHere('/help');
  usePageTurn(words.help.title, 'help');
  return (
    <Frame isHelp>
      <h1>{words.help.h1}</h1>
      <p className="lead">{words.help.body}</p>
      <h2 className="visually-hidden">{words.help.first}</h2>
      <FirstNumbers />
      <div className="after-ways">
        {depth > 0 ? (
          <>
            <Button look="secondary" wide onClick={() => history.back()}>
              {words.help.goBack}
            </Button>
            <p className="muted">{words.help.goBackHint}</p>
          </>
        ) : (
          <p>
            <Link to="start" className="action-link">
              {words.help.toStart}
            </Link>
          </p>
        )}
      </div>
      <h2>{words.help.more}</h2>
      <MoreNumbers />
    </Frame>
  );
}
