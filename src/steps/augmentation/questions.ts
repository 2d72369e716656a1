import { augmentations } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

export const augmentation = augmentations('augmentation', words);

export const augmentationStep = step('augmentation', 'mind', [
  page('augmentation', { en, es }, [augmentation]),
]);
