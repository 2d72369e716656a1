/**
 * What kind of thing a stored answer is. Answers are parsed against their schema before they come here; these tell
 * the type of one value apart without parsing it again.
 */
import type { Augmentation, Medication, TreatmentHad, Trial } from '../../questions/values.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const holdsText = (value: unknown, key: string): boolean =>
  isObject(value) && typeof Reflect.get(value, key) === 'string';

export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

export const isNumbers = (value: unknown): value is readonly (number | null)[] =>
  Array.isArray(value) && value.every((one) => one === null || typeof one === 'number');

export const isMedications = (value: unknown): value is readonly Medication[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' || holdsText(one, 'name'));

export const isTrials = (value: unknown): value is readonly Trial[] =>
  Array.isArray(value) && value.every((one) => holdsText(one, 'drug'));

export const isAugmentations = (value: unknown): value is readonly Augmentation[] =>
  Array.isArray(value) && value.every((one) => holdsText(one, 'drug'));

export const isTreatment = (value: unknown): value is TreatmentHad => holdsText(value, 'had');
