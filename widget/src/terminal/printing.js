import { h } from '../dom.js';

/**
 * Prints the last finished answer by the browser's own way. What is added for paper is gone afterwards.
 *
 * @param {HTMLElement} stage
 * @param {{heading: string, contact: string, language: string}} about what paper tells besides the answer
 * @returns {boolean} false if there is no finished answer
 */
export function printAnswer(stage, { heading, contact, language }) {
  const turn = [...stage.querySelectorAll('.turn')].filter((node) => node.querySelector('.tools')).at(-1);
  if (!turn) return false;
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(new Date());
  const head = h('p', { class: 'paper' }, `${heading} · ${date}`);
  const foot = h('p', { class: 'paper' }, contact);
  turn.prepend(head);
  turn.append(foot);
  turn.toggleAttribute('data-print', true);
  try {
    window.print();
  } finally {
    turn.toggleAttribute('data-print', false);
    head.remove();
    foot.remove();
  }
  return true;
}
