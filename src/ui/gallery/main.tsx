import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/controls.css';
import './gallery.css';
import { createRoot } from 'react-dom/client';
import { Gallery, type State } from './gallery.tsx';

/** `/gallery.html?lang=es&theme=dark&state=error&only=trials` */
const asked = new URLSearchParams(location.search);
const states: readonly State[] = ['blank', 'filled', 'error'];

const locale = asked.get('lang') === 'es' ? 'es' : 'en';
const state = states.find((one) => one === asked.get('state')) ?? 'blank';
const root = document.documentElement;
root.lang = locale;
root.dir = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
root.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const place = document.getElementById('gallery');
if (place)
  createRoot(place).render(<Gallery locale={locale} state={state} only={asked.get('only') ?? undefined} />);
