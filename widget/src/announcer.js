import { h } from './dom.js';

/** The one live region: it says what happens and, once, the finished answer. */
export class Announcer {
  constructor() {
    this.node = h('p', { class: 'hidden', role: 'status' });
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  /**
   * The region is emptied first, so that the same words twice in a row are announced twice.
   *
   * @param {string} text
   */
  say(text) {
    clearTimeout(this.timer);
    this.node.textContent = '';
    this.timer = setTimeout(() => {
      this.node.textContent = text;
    }, 50);
  }
}
