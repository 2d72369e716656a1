import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './patient.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { locales } from '../lib/locale.ts';
import { App } from './app.tsx';
import { load } from './pages/load.ts';
import { readClinic } from './shell/clinic.ts';
import { takeFragment } from './shell/fragment.ts';
import { workOffline } from './shell/offline.ts';

takeFragment();

const root = document.getElementById('app');
if (!root) throw new Error('The page came without a place for the app');

const clinic = readClinic(document);
const drawnIn = locales.find((locale) => locale === document.documentElement.lang) ?? 'en';
const path = location.pathname;
const app = <App clinic={clinic} drawnIn={drawnIn} path={path} />;

try {
  await load(path);
} catch {
  // Drawn all the same: the app says that the page could not be had, and offers to try again.
}
if (root.hasChildNodes()) hydrateRoot(root, app);
else createRoot(root).render(app);
document.querySelector('.not-loaded')?.remove();

// Only now: a worker that takes over while the page is being fetched competes with it for the network.
workOffline();
