import type { InEach } from '../../lib/locale.ts';
import { type ListWords, listsEn } from '../words/lists.en.ts';
import { listsEs } from '../words/lists.es.ts';

export const listWords: InEach<ListWords> = { en: listsEn, es: listsEs };
