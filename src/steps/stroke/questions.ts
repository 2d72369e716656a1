import { yesNo } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const strokeTia = yesNo('strokeTia', words);
export const cardiacSx = yesNo('cardiacSx', words);

export const strokeStep = step('stroke', 'body', [page('heartSymptoms', { en, es }, [strokeTia, cardiacSx])]);
