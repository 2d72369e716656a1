/** The start page of the contenders: the same words, in plain HTML. */
import { words } from '../../src/patient/words/words.ts';
import { demoSettings } from '../../src/settings/demo.ts';
import { sectionNames, sections } from '../../src/steps/step.ts';
import type { Field } from './asked.ts';

const { start } = words.en;
const { crisis } = words.en;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const filled = (text: string) =>
  escaped(text.replace('{n}', String(demoSettings.minutes)).replace('{clinic}', demoSettings.name));
const list = (items: readonly string[]) =>
  `<ul>${items.map((one) => `<li>${filled(one)}</li>`).join('')}</ul>`;

export const startHtml = [
  `<h1>${filled(start.h1)}</h1>`,
  `<p>${filled(start.lead)}</p>`,
  `<p>${filled(start.notDecision)}</p>`,
  `<h2>${filled(start.crisisTitle)}</h2>`,
  list([
    `${crisis.call988}. ${crisis.call988Text}`,
    `${crisis.text988}. ${crisis.text988Text}`,
    `${crisis.chat}. ${crisis.chatText}`,
  ]),
  `<h2>${filled(start.ready)}</h2>`,
  list(start.readyList),
  `<p>${filled(start.readyLater)}</p>`,
  `<h2>${filled(start.hardTitle)}</h2>`,
  `<p>${filled(start.hard)}</p>`,
  `<h2>${filled(start.whoReads)}</h2>`,
  `<p>${filled(start.whoReadsText)}</p>`,
  `<h2>${filled(start.sections)}</h2>`,
  list(sections.map((section) => sectionNames.en[section])),
].join('');

export const deviceQuestion: Field = {
  as: 'radios',
  name: 'device',
  label: start.device,
  hint: start.deviceHint,
  options: [
    { value: 'own', text: start.deviceOptions.own },
    { value: 'shared', text: start.deviceOptions.shared },
  ],
};
