import type { InEach } from '../../lib/locale.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

export type { Words };
export const words: InEach<Words> = { en, es };
