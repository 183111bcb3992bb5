import { freshId, h, icon } from './dom.js';

/** Characters (code points) that a question may have; the server refuses longer ones. */
export const LIMIT = 500;
/** Characters from which on the count is shown. */
const NEAR = 400;

/** The field for the question, with its label, count, problem, and the buttons to send and to stop. */
export class Composer {
  /**
   * @param {import('./texts.js').Say} say
   * @param {(question: string) => boolean} send false if the question can't be taken now; it then stays in the field
   * @param {() => void} stop
   */
  constructor(say, send, stop) {
    this.say = say;
    this.send = send;
    const [field, problem, count] = ['field', 'problem', 'count'].map(freshId);
    this.problem = h('p', { id: problem, class: 'field-problem' });
    this.count = h('p', { id: count, class: 'count' });
    this.label = h('label', { for: field }, say('question.label'));
    this.field = h('textarea', {
      id: field,
      rows: 2,
      dir: 'auto',
      autocomplete: 'off',
      enterkeyhint: 'send',
      'aria-describedby': `${problem} ${count}`,
      oninput: () => this.#typed(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    });
    this.sendButton = h('button', { type: 'submit' }, icon('send'), say('send'));
    this.stopButton = h('button', { type: 'button', class: 'secondary', hidden: true, onclick: stop }, icon('stop'), say('stop'));
    this.node = h(
      'form',
      { class: 'composer', novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) },
      this.label,
      this.problem,
      h('div', { class: 'row' }, this.field, this.stopButton, this.sendButton),
      this.count,
    );
  }

  get text() {
    return this.field.value;
  }

  set text(value) {
    this.field.value = value;
    this.#typed();
  }

  /** While an answer is under way: stop instead of send. @param {boolean} busy */
  set busy(busy) {
    const focused = /** @type {ShadowRoot} */ (this.node.getRootNode()).activeElement;
    const inside = focused === this.sendButton || focused === this.stopButton;
    this.sendButton.hidden = busy;
    this.stopButton.hidden = !busy;
    if (inside) this.field.focus(); // the focus must not fall back to the page when its button goes
  }

  /** Gives back a question that could not be answered, unless something new has been typed. @param {string} question */
  restore(question) {
    if (!this.text.trim()) this.text = question;
  }

  /** @param {string} text empty when all is well */
  complain(text) {
    this.problem.textContent = text;
    if (text) {
      this.field.setAttribute('aria-invalid', 'true');
      this.field.focus();
    } else this.field.removeAttribute('aria-invalid');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.node.requestSubmit();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const question = this.text.trim();
    const count = [...question].length;
    if (!count) this.complain(this.say('question.empty'));
    else if (count > LIMIT) this.complain(this.say('question.long', { count, limit: LIMIT }));
    else if (this.send(question)) this.text = '';
    else this.complain(this.say('question.busy'));
  }

  #typed() {
    const count = [...this.text.trim()].length;
    this.count.textContent = count >= NEAR ? this.say('question.count', { count, limit: LIMIT }) : '';
    this.count.classList.toggle('over', count > LIMIT);
    if (count > LIMIT) {
      this.problem.textContent = this.say('question.long', { count, limit: LIMIT });
      this.field.setAttribute('aria-invalid', 'true');
    } else this.complain('');
  }
}
