import { freshId, h } from './dom.js';

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
  /** @param {import('./texts.js').Key} key @param {() => void} press @param {string} [described] */
  const button = (key, press, described) =>
    h('button', { type: 'button', class: 'secondary', 'aria-describedby': described, onclick: press }, say(key));

  const remove = button('delete', () => {
    const id = freshId('confirm');
    const keep = button('delete.no', all, id);
    node.replaceChildren(h('p', { id }, say('delete.confirm')), keep, button('delete.yes', does.remove, id));
    keep.focus();
  });
  const buttons = [
    button('print.all', does.print),
    button('save.text', () => does.save('txt')),
    button('save.html', () => does.save('html')),
    button('topic.new', does.topic),
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
