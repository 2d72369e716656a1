import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { is } from '../session/sitting.ts';
import { useWords } from '../shell/context.ts';
import { useHereAndNow } from './intake.ts';

/** Two minutes before answers are hidden. One tap, or any key, and the time starts anew; as often as wanted. */
export function IdleDialog() {
  const { idle } = useWords();
  const { sitting, snapshot } = useHereAndNow();
  const stay = () => sitting.actor.send({ type: 'ACTIVE' });
  return (
    <Dialog open={is(snapshot, 'idleWarning')} title={idle.title} onClose={stay}>
      <p>{is(snapshot, 'saved') ? idle.warning : idle.warningUnsaved}</p>
      <Button wide onClick={stay}>
        {idle.stay}
      </Button>
    </Dialog>
  );
}
