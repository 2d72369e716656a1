import type { ReactNode } from 'react';
import { Footer } from './footer.tsx';
import { Header, TopLinks } from './header.tsx';

interface Props {
  readonly children: ReactNode;
  /** On the help page itself Help now leads nowhere else. */
  readonly isHelp?: boolean;
  /** Bars below the header: no connection, somebody helps. */
  readonly notices?: ReactNode;
}

/**
 * What every page has around it, in the order of the design guide: skip link, leave quickly, header, the page,
 * footer. The page begins with Back.
 */
export const Frame = ({ children, isHelp = false, notices }: Props) => (
  <>
    <TopLinks />
    <Header isHelp={isHelp} notices={notices} />
    <main id="main" className="column" tabIndex={-1}>
      {children}
    </main>
    <Footer />
  </>
);
