import type { InEach } from '../../lib/locale.ts';
import { useSurroundings } from '../shell/context.ts';
import { en, type ReplyWords } from './en.ts';
import { es } from './es.ts';

export const replyWords: InEach<ReplyWords> = { en, es };

export const useReplyWords = (): ReplyWords => replyWords[useSurroundings().locale];
