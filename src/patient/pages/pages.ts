import { later, soon } from '../shell/later.tsx';

/** The pages with an address of their own. Their code is fetched where they are needed; that of help, ahead. */
export const Help = soon(async () => (await import('./help.tsx')).Help);
export const Lost = later(async () => (await import('./lost.tsx')).Lost);
export const About = later(async () => (await import('../about/about.tsx')).About);
export const Form = later(async () => (await import('../form/form.tsx')).Form);
export const Resume = later(async () => (await import('./resume.tsx')).Resume);
export const FollowUp = later(async () => (await import('../reply/follow-up.tsx')).FollowUp);
export const Status = later(async () => (await import('./status.tsx')).Status);
