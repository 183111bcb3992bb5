import { copyText } from './copy.js';
import { button, h } from './dom.js';
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
    !kiosk && button('quiet', () => print(turn), turn.say('print')),
    ...questionButtons(turn),
  );
}

/**
 * @param {Turn} turn
 * @param {Answer} answer
 */
function copyButton({ question, around, say }, answer) {
  const copy = button('quiet', async () => {
    const done = await copyText(plainText(question, answer, say), copy);
    const text = say(done ? 'copied' : 'copy.failed');
    copy.textContent = text;
    around.announce(text);
  }, say('copy'));
  return copy;
}

/** What can be done with the question; the style sheet shows it for the last one only. @param {Turn} turn */
function questionButtons({ question, around, say }) {
  return [
    button('quiet of-last', () => around.edit(question), say('question.edit')),
    button('quiet of-last', () => around.ask(question), say('question.repeat')),
  ];
}
