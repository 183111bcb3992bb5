import { Blocks, written } from './blocks.js';
import { button, freshId, h } from './dom.js';
import { feedbackPart } from './feedback.js';
import { actionsPart, contactPart, factsPart, questionsPart, sourcesPart } from './parts.js';
import { plainText } from './plain.js';
import { direction } from './texts.js';
import { toolsPart } from './tools.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./types.js').Citation} Citation */

/** @typedef {'notices'|'facts'|'text'|'choices'|'actions'|'contact'|'sources'|'footnote'|'progress'|'problem'|'suggestions'|'tools'|'feedback'} Slot */

/** @type {Slot[]} */
const SLOTS = [
  'notices', 'facts', 'text', 'progress', 'problem', 'choices', 'actions', 'contact', 'sources', 'footnote', 'tools', 'feedback', 'suggestions',
];

/**
 * @typedef {object} Surroundings
 * @property {import('./texts.js').Say} say
 * @property {string} language
 * @property {string} url of the city in the API, `…/api/v1/cities/musterstadt`
 * @property {boolean} unfolded whether the originals beside model-written sentences start open
 * @property {boolean} kiosk on a public terminal: nothing to copy to, nowhere to store
 * @property {(question: string) => void} ask
 * @property {(question: string) => void} edit puts a question back into the field
 * @property {(turn: Turn) => void} print
 * @property {(text: string) => void} announce
 */

/** One question and its answer, filled from the stream's events. What has been shown stays where it is. */
export class Turn {
  /**
   * @param {string} question
   * @param {Surroundings} around
   */
  constructor(question, around) {
    const { say, language, unfolded } = around;
    this.question = question;
    this.around = around;
    this.say = say;
    this.language = language;
    /** @type {Citation[]} */
    this.sources = [];
    /** @type {string[]} what to say about this answer besides the server's notices */
    this.remarks = [];
    /** @type {Answer|null} */
    this.answer = null;
    this.patient = true;
    /** @type {Map<Slot, string>} */
    this.shown = new Map();
    this.slots = /** @type {Record<Slot, HTMLElement>} */ (/** @type {unknown} */ (
      Object.fromEntries(SLOTS.map((name) => [name, h('div')])))
    );
    this.blocks = new Blocks(say, (number) => this.#cite(number), unfolded);
    this.slots.text.append(this.blocks.node);
    const id = freshId('question');
    this.heading = h(
      'h3',
      { id, class: 'question', tabindex: -1 },
      h('span', { class: 'hidden' }, `${say('question.yours')} `),
      h('bdi', {}, question),
    );
    this.node = h(
      'article',
      { class: 'turn', 'aria-labelledby': id, lang: language, dir: direction(language) },
      this.heading,
      h('div', { class: 'answer' }, ...Object.values(this.slots)),
    );
  }

  /** @param {import('./types.js').ChatEvent} event */
  show(event) {
    switch (event.type) {
      case 'facts':
        this.#showFacts(event);
        break;
      case 'sentence':
        this.blocks.add({ heading: '', form: 'paragraph', ...event });
        this.progress(this.say('status.writing'));
        break;
      case 'sources':
        this.#showSources(event.sources);
        break;
      case 'done':
        this.#finish(event.answer);
        break;
      default: // an event of a newer server: nothing to show
    }
  }

  /**
   * Text beside the waiting mark; empty when nothing is awaited.
   *
   * @param {string} text
   * @returns {boolean} whether it has changed
   */
  progress(text) {
    if (this.slots.progress.textContent === text) return false;
    this.node.toggleAttribute('data-busy', text !== '');
    this.#fill('progress', text && h('p', { class: 'progress' }, text));
    return true;
  }

  /** How long it may take. @param {import('./types.js').Accepted} accepted */
  waiting({ queue_place: place, wait_seconds: seconds }) {
    if (!place) return this.say('status.searching');
    return this.say(seconds ? 'status.queue.wait' : 'status.queue', { place, seconds: seconds ?? 0 });
  }

  /** @param {'lost'|'offline'|'back'} state */
  connection(state) {
    return this.say(state === 'back' ? 'status.searching' : `status.${state}`);
  }

  /**
   * @param {string} text
   * @param {() => void} retry
   */
  fail(text, retry) {
    this.progress('');
    const again = button('secondary', retry, this.say('retry'));
    this.#fill('problem', h('div', { class: 'problem' }, h('p', {}, text), again));
  }

  /**
   * Counts down in the message of `fail`; only once, after that a person has to want it.
   *
   * @param {number} seconds
   * @param {(seconds: number) => string} tell
   * @param {() => void} end
   */
  countDown(seconds, tell, end) {
    this.patient = false;
    const text = this.slots.problem.querySelector('p');
    const until = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.ceil((until - performance.now()) / 1000);
      if (!text || text.parentNode?.parentNode !== this.slots.problem) clearInterval(timer); // asked again meanwhile
      else if (left > 0) text.textContent = tell(left);
      else {
        clearInterval(timer);
        end();
      }
    }, 1000);
  }

  /** Question and answer as text; of an unfinished answer the sentences that came. */
  plain() {
    const blocks = [{ sentences: this.blocks.shown.map(({ sentence }) => sentence) }];
    const answer = this.answer ?? { id: '', status: 'partly_answered', blocks, sources: this.sources };
    return plainText(this.question, answer, this.say);
  }

  /** Back to the beginning, for another try. */
  reset() {
    for (const name of SLOTS) if (name !== 'text') this.#fill(name);
    this.blocks.complete([]);
    this.sources = [];
  }

  /**
   * @param {Slot} name
   * @param {HTMLElement|''|false} [content]
   */
  #fill(name, content) {
    this.slots[name].replaceChildren(...(content ? [content] : []));
    this.shown.delete(name);
  }

  /**
   * Fills a slot with a list, unless it shows the same already: a link in it may have the focus.
   *
   * @template T
   * @param {Slot} name
   * @param {T[]|undefined} items
   * @param {(items: T[]) => HTMLElement} build
   */
  #fillList(name, items = [], build) {
    const now = JSON.stringify(items);
    if (!items.length || this.shown.get(name) === now) return;
    this.#fill(name, build(items));
    this.shown.set(name, now);
  }

  /** @param {{facts?: Answer['facts'], contact?: Answer['contact'], actions?: Answer['actions'], sources?: Citation[]}} event */
  #showFacts({ facts, contact, actions, sources }) {
    this.#showSources(sources);
    this.#fillList('facts', facts, (items) => factsPart(items, this.say, (number) => this.#cite(number)));
    this.#fillList('actions', actions, (items) => actionsPart(items, this.say));
    this.#fillList('contact', contact, (items) => contactPart(items, this.say, (number) => this.#cite(number)));
  }

  /** @param {Citation[]} [sources] */
  #showSources(sources = []) {
    if (!sources.length) return;
    this.sources = sources;
    this.#fillList('sources', sources, (items) => sourcesPart(items, this.say, this.language));
    for (const mark of this.node.querySelectorAll('.cite')) {
      mark.setAttribute('aria-label', this.#citeLabel(Number(mark.textContent)));
    }
  }

  /** @param {Answer} answer */
  #finish(answer) {
    this.language = answer.language ?? this.language;
    this.answer = answer;
    this.node.lang = this.language;
    this.node.dir = direction(this.language);
    this.node.dataset.status = answer.status;
    this.progress('');
    this.blocks.complete(written(answer.blocks ?? []));
    this.#showFacts(answer);
    this.#fillList('notices', [...this.remarks, ...(answer.notices ?? [])], (notices) =>
      h('ul', { class: 'notices', role: 'list' }, ...notices.map((notice) => h('li', {}, notice))),
    );
    if (answer.footnote) this.#fill('footnote', h('p', { class: 'footnote' }, answer.footnote));
    this.#fillList('choices', answer.choices, (choices) =>
      questionsPart('choices', this.say('choices'), choices, this.around.ask),
    );
    const suggestions = answer.suggestions?.map((text) => ({ label: text, question: text }));
    this.#fillList('suggestions', suggestions, (questions) =>
      questionsPart('suggestions', this.say('suggestions.more'), questions, this.around.ask),
    );
    this.#fill('tools', toolsPart(this, answer));
    this.#fill('feedback', feedbackPart(this, answer));
  }

  /**
   * A mark that leads to its source in the list below. A button, because a fragment link does not reach
   * into a shadow tree.
   *
   * @param {number} number
   */
  #cite(number) {
    const go = () => {
      const item = this.node.querySelector(`[data-source="${number}"]`);
      /** @type {HTMLElement|null|undefined} */ (item?.querySelector('a, [tabindex]'))?.focus();
    };
    return h('button', { type: 'button', class: 'cite', 'aria-label': this.#citeLabel(number), onclick: go }, number);
  }

  /** @param {number} number */
  #citeLabel(number) {
    const title = this.sources.find((source) => source.number === number)?.title;
    return title ? this.say('cite.title', { number, title }) : this.say('cite', { number });
  }
}
