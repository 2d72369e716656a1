import { Button } from '../../ui/blocks/button.tsx';
import { FirstNumbers, MoreNumbers } from '../crisis/numbers.tsx';
import { useWords } from '../shell/context.ts';
import { usePageTurn } from '../shell/page.ts';
import { useReplyWords } from './words.ts';

/** At the moment of an answer that tells of danger. The clinic has not been told yet, and the page says so. */
export function ReplySupport({ about, onGoOn }: { readonly about: string; readonly onGoOn: () => void }) {
  const words = useWords();
  const reply = useReplyWords();
  const { support } = words;
  usePageTurn(words.form.name, `reply ${about}`);
  return (
    <div className="support-page">
      <h1>{support.h1}</h1>
      <p className="lead">{support.body}</p>
      <h2 className="visually-hidden">{support.ways}</h2>
      <FirstNumbers />
      <p>{reply.notTold}</p>
      <div className="page-end">
        <Button wide onClick={onGoOn}>
          {reply.goOn}
        </Button>
      </div>
      <h2>{words.help.more}</h2>
      <MoreNumbers />
    </div>
  );
}
