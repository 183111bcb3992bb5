import { copyText } from './copy.js';
import { h } from './dom.js';
import { plainText } from './plain.js';
import { readingButtons } from './speech.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./turn.js').Turn} Turn */

/**
 * The row of buttons below a finished answer.
 *
 * @param {Turn} turn
 * @param {Answer} answer
 */
export function toolsPart(turn, answer) {
  const { kiosk, print } = turn.around;
  return h(
    'div',
    { class: 'tools' },
    ...readingButtons(answer, turn.say),
    !kiosk && copyButton(turn, answer),
    !kiosk && h('button', { type: 'button', class: 'quiet', onclick: () => print(turn) }, turn.say('print')),
    ...questionButtons(turn),
  );
}

/**
 * @param {Turn} turn
 * @param {Answer} answer
 */
function copyButton({ question, around, say }, answer) {
  const button = h('button', { type: 'button', class: 'quiet' }, say('copy'));
  button.addEventListener('click', async () => {
    const done = await copyText(plainText(question, answer, say), button);
    const text = say(done ? 'copied' : 'copy.failed');
    button.textContent = text;
    around.announce(text);
  });
  return button;
}

/** What can be done with the question; the style sheet shows it for the last one only. @param {Turn} turn */
function questionButtons({ question, around, say }) {
  return [
    h('button', { type: 'button', class: 'quiet of-last', onclick: () => around.edit(question) }, say('question.edit')),
    h('button', { type: 'button', class: 'quiet of-last', onclick: () => around.ask(question) }, say('question.repeat')),
  ];
}
