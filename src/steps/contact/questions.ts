import { permission, text } from '../../questions/ask.ts';
import { page, step } from '../step.ts';
import * as en from './en.ts';
import * as es from './es.ts';

const words = { en: en.questions, es: es.questions };

/**
 * To send, the clinic needs a phone number or an e-mail address: at least one of the two. Neither carries `needed`,
 * because neither is needed by itself: the check before sending asks for the pair.
 */
export const phone = text('phone', words, { control: 'phone', autocomplete: 'tel', max: 40 });
export const email = text('email', words, { control: 'email', autocomplete: 'email', max: 254 });
export const mayCall = permission('mayCall', words);
export const mayText = permission('mayText', words);
export const mayEmail = permission('mayEmail', words);
export const mayLeaveMessage = permission('mayLeaveMessage', words);

export const contactStep = step('contact', 'aboutYou', [
  page('contact', { en, es }, [phone, email, mayCall, mayText, mayEmail, mayLeaveMessage]),
]);
