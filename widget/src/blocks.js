import { h } from './dom.js';
import { direction } from './texts.js';

/** @typedef {import('./types.js').Sentence} Sentence */
/** @typedef {import('./types.js').Form} Form */
/** @typedef {{block: number, heading: string, form: Form, sentence: Sentence}} Written */

const CONTAINERS = /** @type {const} */ ({ paragraph: 'p', list: 'ul', steps: 'ol' });

/**
 * The whole text of an answer as the sequence that the stream would have sent.
 *
 * @param {import('./types.js').Block[]} blocks
 * @returns {Written[]}
 */
export function written(blocks) {
  return blocks.flatMap((block, index) =>
    block.sentences.map((sentence) => ({
      block: index,
      heading: block.heading ?? '',
      form: block.form ?? 'paragraph',
      sentence,
    })),
  );
}

/** The blocks of an answer: sentences are added one by one, and what is shown stays. */
export class Blocks {
  /**
   * @param {import('./texts.js').Say} say
   * @param {import('./parts.js').Cite} cite
   * @param {boolean} unfolded whether the originals beside model-written sentences start open
   */
  constructor(say, cite, unfolded) {
    this.say = say;
    this.cite = cite;
    this.unfolded = unfolded;
    this.node = h('div', { class: 'blocks' });
    /** @type {Written[]} */
    this.shown = [];
    /** @type {HTMLElement|null} */
    this.container = null;
    /** @type {HTMLElement|null} */
    this.originals = null;
  }

  /** @param {Written} next */
  add(next) {
    const before = this.shown.at(-1);
    if (!this.container || !before || before.block !== next.block) this.#begin(next);
    const container = /** @type {HTMLElement} */ (this.container);
    const sentence = this.#sentence(next.sentence);
    if (next.form === 'paragraph') container.append(sentence, ' ');
    else container.append(h('li', {}, sentence));
    if (next.sentence.origin === 'model') this.#original(next.sentence);
    this.shown.push(next);
  }

  /**
   * Brings the text to what the finished answer says. Normally the stream has shown all or the beginning of
   * it, and only the rest is added.
   *
   * @param {Written[]} whole
   */
  complete(whole) {
    const same = this.shown.every(
      (shown, index) => whole[index]?.block === shown.block && whole[index]?.sentence.text === shown.sentence.text,
    );
    if (!same) {
      this.node.replaceChildren();
      this.shown = [];
      this.container = null;
    }
    for (const next of whole.slice(this.shown.length)) this.add(next);
  }

  /** @param {Written} first */
  #begin({ heading, form }) {
    this.container = h(CONTAINERS[form] ?? 'p', { class: 'text' });
    this.originals = null;
    const block = h('div', { class: 'block' }, heading && h('h4', {}, heading), h('div', { class: 'words' }, this.container));
    this.node.append(block);
  }

  /** @param {Sentence} sentence */
  #sentence({ text, citations = [], origin, language }) {
    const machine = origin === 'model';
    return h(
      'span',
      { class: machine ? 'sentence by-model' : 'sentence', lang: language, dir: direction(language) },
      machine && h('span', { class: 'badge', 'aria-hidden': 'true' }, this.say('model.badge')),
      machine && h('span', { class: 'hidden' }, `${this.say('model.sentence')} `),
      text,
      ...citations.flatMap((number) => ['\u00a0', this.cite(number)]),
    );
  }

  /** @param {Sentence} sentence */
  #original({ original = [], citations = [] }) {
    if (!this.originals) {
      this.originals = h('ul');
      const details = h(
        'details',
        { class: 'original', open: this.unfolded },
        h('summary', {}, this.say('model.original')),
        this.originals,
      );
      this.container?.after(h('p', { class: 'meta' }, this.say('model.note')));
      const block = this.container?.closest('.block');
      block?.append(details);
      block?.classList.add('with-original');
    }
    for (const text of original) {
      this.originals.append(h('li', {}, h('q', { lang: 'de', dir: 'ltr' }, text), ...citations.flatMap((number) => ['\u00a0', this.cite(number)])));
    }
  }
}
