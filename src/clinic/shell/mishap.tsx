import { Component, type ReactNode } from 'react';
import { Button } from '../../ui/blocks/button.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Where the page itself fails, it says so: an empty page would look as if nobody waited. */
export class Mishap extends Component<Props, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className="entry">
        <div className="entry-card" role="alert">
          <h1>The portal came to a stop</h1>
          <p>
            Something on this page went wrong, and nothing that patients sent is lost. Load the page again.
          </p>
          <Button onClick={() => location.reload()}>Load the page again</Button>
        </div>
      </main>
    );
  }
}
