import { location as locationChoice } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/** Asked only where there is a choice. */
export const location = locationChoice('location', words, { shown: { setting: 'locations', count: 2 } });

export const locationStep = step('location', 'aboutYou', [page('location', { en, es }, [location])]);
