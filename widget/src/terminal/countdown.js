import { freshId, h } from '../dom.js';

/** Seconds at which the rest is announced; each second would drown everything else. */
const TOLD = new Set([10, 5]);

/** The dialog that says that everything will be forgotten soon, and by what it is not. */
export class Countdown {
  /**
   * @param {number} seconds of the whole countdown
   * @param {() => void} more
   * @param {() => void} end
   */
  constructor(seconds, more, end) {
    this.seconds = seconds;
    const [title, text] = ['idle', 'idle-text'].map(freshId);
    this.title = h('h2', { id: title });
    this.text = h('p', { id: text });
    this.left = h('p', { class: 'left', role: 'timer' });
    this.bar = h('progress', { max: seconds, 'aria-hidden': 'true' });
    this.told = h('p', { class: 'hidden', role: 'status' });
    this.more = h('button', { type: 'button', onclick: more });
    this.end = h('button', { type: 'button', class: 'secondary', onclick: end });
    this.node = h(
      'dialog',
      { class: 'countdown', role: 'alertdialog', 'aria-labelledby': title, 'aria-describedby': text },
      this.title, this.text, this.left, this.bar, h('div', { class: 'choices' }, this.more, this.end), this.told,
    );
    this.node.addEventListener('cancel', (event) => {
      event.preventDefault(); // Escape is one more way to say that somebody is there
      more();
    });
  }

  /** @param {import('../texts.js').Say} say */
  speak(say) {
    this.say = say;
    this.title.textContent = say('terminal.idle.title');
    this.text.textContent = say('terminal.idle.text', { seconds: this.seconds });
    this.more.textContent = say('terminal.idle.more');
    this.end.textContent = say('terminal.idle.end');
  }

  /** @param {number} seconds left */
  show(seconds) {
    const text = this.say?.('terminal.idle.seconds', { seconds }) ?? '';
    this.left.textContent = text;
    this.bar.value = seconds;
    this.told.textContent = TOLD.has(seconds) ? text : '';
    if (this.node.open) return;
    this.node.showModal();
    this.more.focus();
  }

  /** The focus goes back to where it was. */
  hide() {
    this.node.close();
  }
}
