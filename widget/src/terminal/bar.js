import { h } from '../dom.js';
import { SIZES } from '../settings.js';

/** @typedef {import('../settings.js').Settings} Settings */

/**
 * @typedef {object} Does what the bar's buttons do
 * @property {(changed: Partial<Settings>) => void} change
 * @property {() => void} print
 * @property {() => void} end
 */

/** What is always in reach: contrast, text size and, in a conversation, printing and the end. */
export class Bar {
  /** @param {Does} does */
  constructor(does) {
    this.does = does;
    this.name = h('h1');
    this.contrast = this.#button(() => does.change({ contrast: this.settings?.contrast === 'high' ? 'normal' : 'high' }));
    this.smaller = this.#button(() => this.#resize(-1));
    this.larger = this.#button(() => this.#resize(1));
    this.print = this.#button(does.print, 'print');
    this.end = this.#button(does.end, 'end');
    this.node = h('header', { class: 'bar' }, this.name, h('div', { class: 'bar-buttons' }, this.contrast, this.smaller, this.larger, this.print, this.end));
  }

  /**
   * @param {import('../texts.js').Say} say
   * @param {Settings} settings
   * @param {{name: string, talking: boolean, limit: number, left: number}} state answers that may be printed, in all and still
   */
  show(say, settings, { name, talking, limit, left }) {
    this.settings = settings;
    this.name.textContent = name;
    this.contrast.textContent = say('terminal.contrast');
    this.contrast.setAttribute('aria-pressed', String(settings.contrast === 'high'));
    this.smaller.textContent = say('terminal.smaller');
    this.larger.textContent = say('terminal.larger');
    this.smaller.setAttribute('aria-disabled', String(settings.size === SIZES[0]));
    this.larger.setAttribute('aria-disabled', String(settings.size === SIZES.at(-1)));
    this.print.textContent = left > 0 ? say('terminal.print') : say('terminal.print.limit', { limit });
    this.print.setAttribute('aria-disabled', String(left <= 0));
    this.end.textContent = say('terminal.done');
    this.print.hidden = !talking || limit <= 0;
    this.end.hidden = !talking;
  }

  /** @param {() => void} press @param {string} [name] */
  #button(press, name = '') {
    return h('button', { type: 'button', class: name === 'end' ? name : `secondary ${name}`, onclick: press });
  }

  /** @param {1|-1} step */
  #resize(step) {
    const next = SIZES[SIZES.indexOf(this.settings?.size ?? 'large') + step];
    if (next) this.does.change({ size: next });
  }
}
