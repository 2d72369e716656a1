/** What the tabs of one portal tell each other: somebody is at work, or has signed out. */
type News = 'input' | 'left';

const channel = new BroadcastChannel('prelude-portal');

export const tellTabs = (news: News): void => channel.postMessage(news);

/** @returns how to stop listening */
export const listenToTabs = (hear: (news: News) => void): (() => void) => {
  const listener = ({ data }: MessageEvent<unknown>) => {
    if (data === 'input' || data === 'left') hear(data);
  };
  channel.addEventListener('message', listener);
  return () => channel.removeEventListener('message', listener);
};
