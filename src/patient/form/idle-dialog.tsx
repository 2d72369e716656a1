import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { is } from '../session/sitting.ts';
import { useWords } from '../shell/context.ts';
import { useNow, useSittingHere } from './intake.ts';

/** Two minutes before answers are hidden. One tap, or any key, and the time starts anew; as often as wanted. */
export function IdleDialog() {
  const { idle } = useWords();
  const { actor } = useSittingHere();
  const isNear = useNow((snapshot) => is(snapshot, 'idleWarning'));
  const isSaved = useNow((snapshot) => is(snapshot, 'saved'));
  const stay = () => actor.send({ type: 'ACTIVE' });
  return (
    <Dialog open={isNear} title={idle.title} onClose={stay}>
      <p>{isSaved ? idle.warning : idle.warningUnsaved}</p>
      <Button wide onClick={stay}>
        {idle.stay}
      </Button>
    </Dialog>
  );
}
