import '../ui/styles/tokens.css';
import '../ui/styles/base.css';
import '../ui/styles/controls.css';
import './patient.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { locales } from '../lib/locale.ts';
import { App } from './app.tsx';
import { deviceIn } from './pages/device-tiles.tsx';
import { load } from './pages/load.ts';
import { DEVICE } from './pages/start.tsx';
import { readClinic } from './shell/clinic.ts';
import { takePresses } from './shell/first-press.ts';
import { takeFragment } from './shell/fragment.ts';
import { workOffline } from './shell/offline.ts';
import { tellOfOwnStyle } from './shell/own-style.ts';
import { paths } from './shell/route.ts';

takeFragment();
tellOfOwnStyle(document);

const root = document.getElementById('app');
if (!root) throw new Error('The page came without a place for the app');

const clinic = readClinic(document);
const drawnIn = locales.find((locale) => locale === document.documentElement.lang) ?? 'en';
const path = location.pathname;
const pressed = takePresses();
const begun =
  pressed && path === paths.form
    ? { device: deviceIn(pressed.start, DEVICE), goesOn: pressed.goesOn }
    : undefined;
const app = <App clinic={clinic} drawnIn={drawnIn} path={path} begun={begun} />;

try {
  if (!begun) await load(path);
} catch {
  // Drawn all the same: the app says that the page could not be had, and offers to try again.
}
// Begun, and gone back before the app was there.
if (pressed && !begun) root.replaceChildren();
if (root.hasChildNodes()) hydrateRoot(root, app);
else createRoot(root).render(app);
document.querySelector('.not-loaded')?.remove();

// Only now: a worker that takes over while the page is being fetched competes with it for the network.
workOffline();
