import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './styles/portal.css';
import './styles/entry.css';
import './styles/queue.css';
import './styles/case.css';
import './styles/exports.css';
import './styles/follow-ups.css';
import './styles/work.css';
import './styles/figures.css';
import './styles/print.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { refusalBehind } from './api.ts';
import { App } from './app.tsx';
import { shutOut } from './session/door.ts';
import { takeFirstLink } from './session/first-link.ts';
import { takeProviderReturn } from './session/provider.ts';
import { Mishap } from './shell/mishap.tsx';
import { applyKeptTheme } from './shell/theme-switch.tsx';

takeFirstLink();
takeProviderReturn();
applyKeptTheme();

const root = document.getElementById('app');
if (!root) throw new Error('The page came without a place for the portal');

const QUICK_RETRIES = 1;

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      const refusal = refusalBehind(error);
      if (refusal.kind === 'signedOut') shutOut(refusal.because);
    },
  }),
  defaultOptions: {
    queries: {
      // A queue that silently waits for the network would look up to date: it must say that it is not.
      networkMode: 'always',
      retry: (failures, error) => failures < QUICK_RETRIES && refusalBehind(error).kind === 'unreachable',
      retryDelay: 700,
      // Each reading of a case stands in the audit: the page reads when a person asks, not when a window gets the focus.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Mishap>
        <App />
      </Mishap>
    </QueryClientProvider>
  </StrictMode>,
);
document.querySelector('.not-loaded')?.remove();
