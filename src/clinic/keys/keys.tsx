import { useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { Dialog } from '../../ui/blocks/dialog.tsx';
import { areOn, commands, keepOn, listenToKeys } from './commands.ts';

/** The keys of the portal, their help, and the switch that turns them off. */
export function Keys() {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isOn, setOn] = useState(areOn);
  const on = useRef(isOn);
  on.current = isOn;
  useLayoutEffect(
    () =>
      listenToKeys(
        () => on.current,
        () => setHelpOpen(true),
      ),
    [],
  );
  const change = (next: boolean) => {
    setOn(next);
    keepOn(next);
  };
  return (
    <>
      <Button look="quiet" className="keys-button" aria-keyshortcuts="?" onClick={() => setHelpOpen(true)}>
        Keys
      </Button>
      <Dialog open={isHelpOpen} title="Keys" onClose={() => setHelpOpen(false)}>
        <dl className="keys">
          {commands.map(({ key, name }) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
        <label className="keys-switch">
          <input type="checkbox" checked={isOn} onChange={({ target }) => change(target.checked)} />
          <span>Single keys act</span>
        </label>
        <div className="button-row">
          <Button onClick={() => setHelpOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </>
  );
}
