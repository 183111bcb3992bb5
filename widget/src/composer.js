import { dictationButton } from './dictation.js';
import { freshId, h, icon } from './dom.js';

/** Characters (code points) that a question may have; the server refuses longer ones. */
export const LIMIT = 500;
/** Characters from which on the count is shown. */
const NEAR = 400;

/**
 * @typedef {object} Does
 * @property {(question: string) => boolean} send false if the question can't be taken now; it then stays in the field
 * @property {() => void} stop
 * @property {(step: 1|-1) => void} jump to the next or the previous question
 * @property {(text: string) => void} announce
 */

/** The field for the question, with its label, count, problem, and the buttons to send and to stop. */
export class Composer {
  /** How many questions back the field has gone. */
  #back = 0;

  /**
   * @param {{say: import('./texts.js').Say, language: string}} view
   * @param {Does} does
   * @param {string[]} asked the questions of the conversation, which the arrow keys bring back
   */
  constructor({ say, language }, does, asked) {
    this.say = say;
    this.does = does;
    this.asked = asked;
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
    this.stopButton = h('button', { type: 'button', class: 'secondary', hidden: true, onclick: does.stop }, icon('stop'), say('stop'));
    this.jumps = h('div', { class: 'jumps', hidden: true }, this.#jump('question.previous', 'up', -1), this.#jump('question.next', 'down', 1));
    /** The field and what stands beside it. */
    this.row = h('div', { class: 'row' }, this.field, dictationButton(this, language), this.stopButton, this.sendButton);
    this.node = h(
      'form',
      { class: 'composer', novalidate: true, onsubmit: (/** @type {Event} */ event) => this.#submit(event) },
      h('div', { class: 'above' }, this.label, this.jumps),
      this.problem,
      this.row,
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
    this.#mark(text);
    if (!text) return;
    this.field.focus();
    this.does.announce(text);
  }

  /** @param {string} problem */
  #mark(problem) {
    this.problem.textContent = problem;
    if (problem) this.field.setAttribute('aria-invalid', 'true');
    else this.field.removeAttribute('aria-invalid');
  }

  /**
   * @param {import('./texts.js').Key} name
   * @param {'up'|'down'} picture
   * @param {1|-1} step
   */
  #jump(name, picture, step) {
    const label = this.say(name);
    return h('button', { type: 'button', class: 'quiet', title: label, 'aria-label': label, onclick: () => this.does.jump(step) }, icon(picture));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // While an input method composes, its keys are not ours; Safari says so by the code 229 only.
    if (event.isComposing || event.keyCode === 229 || event.shiftKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.node.requestSubmit();
    } else if (event.key === 'ArrowUp' && this.#recall(1)) event.preventDefault();
    else if (event.key === 'ArrowDown' && this.#recall(-1)) event.preventDefault();
  }

  /**
   * Brings back an earlier question, unless there is something of one's own in the field.
   *
   * @param {1|-1} step 1 to an earlier one, -1 to a later one
   */
  #recall(step) {
    const { asked } = this;
    if (this.text !== (this.#back ? asked.at(-this.#back) : '')) return false;
    const back = Math.max(0, Math.min(asked.length, this.#back + step));
    if (back === this.#back) return false;
    this.text = back ? (asked.at(-back) ?? '') : '';
    this.#back = back;
    return true;
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const question = this.text.trim();
    const count = [...question].length;
    if (!count) this.complain(this.say('question.empty'));
    else if (count > LIMIT) this.complain(this.say('question.long', { count, limit: LIMIT }));
    else if (this.does.send(question)) this.text = '';
    else this.complain(this.say('question.busy'));
  }

  #typed() {
    this.#back = 0;
    const { say } = this;
    const count = [...this.text.trim()].length;
    const over = count > LIMIT;
    this.count.classList.toggle('over', over);
    this.count.textContent = over
      ? say('question.over', { count, limit: LIMIT, over: count - LIMIT })
      : count >= NEAR
        ? say('question.count', { count, limit: LIMIT })
        : '';
    const problem = over ? say('question.long', { count, limit: LIMIT }) : '';
    if (over && !this.field.hasAttribute('aria-invalid')) this.does.announce(problem); // once, not at every key
    this.#mark(problem);
  }
}
