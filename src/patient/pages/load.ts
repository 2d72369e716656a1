import { routeOf } from '../shell/route.ts';
import { About, FollowUp, Form, Help, Lost, Resume, Status } from './pages.ts';

const pages = {
  form: Form,
  help: Help,
  about: About,
  resume: Resume,
  status: Status,
  followUp: FollowUp,
  lost: Lost,
} as const;

/** Fetches the code of a page before it is drawn, so that what the server drew and the browser draws are alike. */
export async function load(path: string): Promise<void> {
  const route = routeOf(path);
  if (route !== 'start') await pages[route].load();
}
