import { birthDate as dateOfBirth } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const birthDate = dateOfBirth('birthDate', words, { needed: 'toContinue' });

export const birthDateStep = step('birth-date', 'aboutYou', [page('birthDate', { en, es }, [birthDate])]);
