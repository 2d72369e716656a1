import '../shared/plain.css';
import { holds } from '../shared/holds.js';
import { send } from '../shared/send.js';

const form = document.forms[0];
const pages = [...form.querySelectorAll('.page')];
const conditional = [...form.querySelectorAll('[data-when]')].map((part) => ({
  part,
  when: JSON.parse(part.dataset.when),
}));
const watched = new Set(JSON.parse(form.dataset.watched));

const textsOf = (name) => {
  const found = form.elements[name];
  const all = !found ? [] : found.form ? [found] : [...found];
  return all
    .filter((one) => (one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value))
    .map((one) => one.value);
};

const isPassedOver = (page) => page.dataset.off === '';
const follow = () => {
  for (const { part, when } of conditional) {
    const isOff = !holds(when, textsOf);
    if (part.classList.contains('page')) part.toggleAttribute('data-off', isOff);
    else part.hidden = isOff;
  }
};
follow();
form.addEventListener('change', ({ target }) => {
  if (watched.has(target.name)) follow();
});

/** The first input that is needed and blank. */
const blankOn = (page) =>
  [...page.querySelectorAll('[data-needed]')].find(
    (one) => !one.closest('[hidden]') && textsOf(one.dataset.needed).length === 0,
  );

function review(into) {
  const rows = document.createElement('dl');
  for (const one of form.querySelectorAll('.asked')) {
    if (one.hidden || isPassedOver(one.closest('.page'))) continue;
    const label = one.querySelector('legend, label').textContent;
    const chosen = [...one.querySelectorAll('input, textarea')]
      .filter((input) => (input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value))
      .map((input) =>
        input.labels[0] && /radio|checkbox/.test(input.type) ? input.labels[0].textContent : input.value,
      );
    const [term, text] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = label;
    text.textContent = chosen.join(', ') || 'Not answered';
    rows.append(term, text);
  }
  into.replaceChildren(rows);
}

let at = 0;
function turn(by) {
  pages[at].hidden = true;
  do at += by;
  while (isPassedOver(pages[at]));
  const list = pages[at].querySelector('.answers');
  if (list) review(list);
  pages[at].hidden = false;
  scrollTo(0, 0);
}

form.addEventListener('click', ({ target }) => {
  const list = target.dataset.add;
  if (list) {
    const box = target.previousElementSibling;
    const row = document.createElement('section');
    row.innerHTML = box.querySelector('template').innerHTML.replaceAll('#', box.children.length - 1);
    box.append(row);
  } else if (target.dataset.by) {
    const blank = target.dataset.by === '1' ? blankOn(pages[at]) : undefined;
    if (blank) blank.querySelector('input, textarea').focus();
    else turn(Number(target.dataset.by));
  }
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const answers = {};
  for (const [name, text] of new FormData(form)) {
    const input = form.elements[name];
    const shown = input.length ? input[0] : input;
    if (!text || shown.closest('[data-off], .asked[hidden]')) continue;
    answers[name] = answers[name] ? [answers[name], text].flat() : text;
  }
  void send(answers);
});
