import { button, freshId, h } from './dom.js';

/**
 * @typedef {object} Does what can be done with the whole conversation
 * @property {() => void} print
 * @property {(form: 'txt'|'html') => void} save
 * @property {() => void} topic
 * @property {() => void} remove
 */

/**
 * The buttons for the whole conversation. Deleting asks in place whether it is meant.
 *
 * @param {import('./texts.js').Say} say
 * @param {Does} does
 */
export function menuPart(say, does) {
  const node = h('div', { class: 'menu', role: 'group', 'aria-label': say('conversation') });
  /** @param {import('./texts.js').Key} key @param {() => void} press */
  const named = (key, press) => button('secondary', press, say(key));
  const remove = named('delete', () => {
    const id = freshId('confirm');
    const answers = [named('delete.no', all), named('delete.yes', does.remove)];
    for (const one of answers) one.setAttribute('aria-describedby', id);
    node.replaceChildren(h('p', { id }, say('delete.confirm')), ...answers);
    answers[0]?.focus();
  });
  const buttons = [
    named('print.all', does.print),
    named('save.text', () => does.save('txt')),
    named('save.html', () => does.save('html')),
    named('topic.new', does.topic),
    remove,
  ];
  function all() {
    node.replaceChildren(...buttons);
    remove.focus();
  }
  node.append(...buttons);
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || remove.isConnected) return;
    event.preventDefault(); // Escape answers the question here; it does not close the chat
    all();
  });
  return node;
}
