import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/blocks/button.tsx';
import { ShortNumbers } from '../crisis/numbers.tsx';
import { tell } from '../words/tell.ts';
import { useClinic, useWords } from './context.ts';
import { Frame } from './frame.tsx';

function Broken() {
  const { broken } = useWords();
  const { phone } = useClinic();
  return (
    <Frame>
      <h1>{broken.h1}</h1>
      <p role="alert">{tell(broken.text, { phone })}</p>
      <Button wide onClick={() => location.reload()}>
        {broken.again}
      </Button>
      <ShortNumbers />
    </Frame>
  );
}

interface Props {
  readonly children: ReactNode;
}

/** A fault of ours, or code that a new version took away: help stays in reach, and nothing saved is lost. */
export class Unbroken extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <Broken /> : this.props.children;
  }
}
