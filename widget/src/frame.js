import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { append, freshId, h, icon } from './dom.js';
import { intro } from './intro.js';
import { settingsPart } from './settings.js';
import { direction } from './texts.js';

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @typedef {object} Does what the frame's controls do
 * @property {(question: string) => boolean} send
 * @property {() => void} stop
 * @property {(question: string) => void} press a question on a button
 * @property {(changed: Partial<Settings>) => void} change
 * @property {() => void} skip
 * @property {(() => void)|null} close null on the full page, which has nothing to close
 *
 * @typedef {object} View what the frame shows
 * @property {import('./texts.js').Say} say
 * @property {string} language of the texts
 * @property {Settings} settings
 * @property {Partial<import('./types.js').CityView>} city
 * @property {string} privacy
 */

/** Pixels that stay free above an answer that has been scrolled to. */
const MARGIN = 12;

/** What stands around the conversation: title, settings, introduction, the field and the live region. */
export class Frame {
  #follow = true;

  /**
   * @param {Does} does
   * @param {View} view
   */
  constructor(does, view) {
    this.does = does;
    this.view = view;
    this.announcer = new Announcer();
    this.titleId = freshId('title');
    this.machineId = freshId('machine');
    this.settingsId = freshId('settings');
    this.turns = h('div', { class: 'turns' });
    this.introSlot = h('div');
    this.settingsSlot = h('div', { id: this.settingsId, hidden: true });
    this.title = h('h2', { id: this.titleId, tabindex: -1 });
    this.body = h('div', { class: 'conversation', tabindex: does.close ? 0 : null }, this.introSlot, this.turns);
    this.skip = h('button', { type: 'button', class: 'skip', hidden: true, onclick: does.skip });
    this.composer = this.#newComposer();
    this.node = h('div', { class: does.close ? 'lotse' : 'lotse page' });
    for (const kind of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
      // In the capture phase, so that the key that sends a question can make it follow again.
      this.node.addEventListener(kind, () => (this.#follow = false), { passive: true, capture: true });
    }
    this.build(view);
  }

  /** Shows the frame in the view's language; what has been typed stays. @param {View} view */
  build(view) {
    this.view = view;
    const { text } = this.composer;
    this.composer = this.#newComposer();
    this.composer.text = text;
    this.node.lang = view.language;
    this.node.dir = direction(view.language);
    if (this.does.close) {
      this.body.setAttribute('role', 'region');
      this.body.setAttribute('aria-label', view.say('conversation'));
    }
    this.skip.textContent = view.say('skip');
    this.node.replaceChildren(
      this.#header(),
      this.settingsSlot,
      this.body,
      this.composer.node,
      this.announcer.node,
    );
    this.describe(view);
  }

  /** Shows what is known of the city. @param {View} view */
  describe(view) {
    this.view = view;
    const { say, city, settings } = view;
    this.title.textContent = city.title || say('title');
    this.introSlot.replaceChildren(intro(say, city, { privacy: view.privacy, machineId: this.machineId }, this.does.press));
    this.settingsSlot.replaceChildren(settingsPart(say, settings, city.languages ?? [], this.does.change));
  }

  /**
   * Says below the introduction what went wrong.
   *
   * @param {string} text
   * @param {() => void} retry
   */
  complain(text, retry) {
    const again = h('button', { type: 'button', class: 'secondary' }, this.view.say('retry'));
    again.addEventListener('click', () => {
      problem.remove();
      this.focus();
      retry();
    });
    const problem = h('div', { class: 'problem' }, h('p', {}, text), again);
    this.introSlot.firstElementChild?.append(problem);
    this.announcer.say(text);
  }

  /** The field; on touch screens the title, as the keyboard would cover what is to be read first. */
  focus() {
    (matchMedia('(hover: hover)').matches ? this.composer.field : this.title).focus();
  }

  /** After a change of texts the control that changed them is a new one. @param {string} name */
  focusSetting(name) {
    /** @type {HTMLElement|null} */ (this.settingsSlot.querySelector(`[name="${name}"]`))?.focus();
  }

  /** From now on the view follows the answer, until the reader scrolls. */
  follow() {
    this.#follow = true;
    this.skip.hidden = false;
    this.composer.label.textContent = this.view.say('question.again');
  }

  /**
   * Keeps the beginning of the answer in view while it grows: text that is being read must not run away.
   *
   * @param {HTMLElement} turn
   */
  scrollTo(turn) {
    if (!this.#follow) return;
    const panel = this.body.closest('dialog');
    if (!panel) {
      turn.scrollIntoView({ block: 'start' });
      return;
    }
    const scroller = getComputedStyle(this.body).overflowY === 'visible' ? panel : this.body; // see chat.css
    scroller.scrollTop += turn.getBoundingClientRect().top - scroller.getBoundingClientRect().top - MARGIN;
  }

  /** Back to the beginning. */
  clear() {
    this.turns.replaceChildren();
    this.announcer.say('');
    this.skip.hidden = true;
    this.composer = this.#newComposer();
    this.build(this.view);
  }

  #newComposer() {
    return new Composer(this.view.say, this.does.send, this.does.stop);
  }

  #header() {
    const { close } = this.does;
    const { say } = this.view;
    const settings = h(
      'button',
      {
        type: 'button',
        class: 'quiet',
        title: say('settings'),
        'aria-expanded': String(!this.settingsSlot.hidden),
        'aria-controls': this.settingsId,
        onclick: () => {
          this.settingsSlot.hidden = !this.settingsSlot.hidden;
          settings.setAttribute('aria-expanded', String(!this.settingsSlot.hidden));
        },
      },
      icon('settings'),
      h('span', { class: 'settings-name' }, say('settings')),
    );
    const header = h('div', { class: 'header' }, this.title, this.skip, settings);
    append(header, [close && h('button', { type: 'button', class: 'quiet', title: say('close'), onclick: close }, icon('close'), h('span', { class: 'hidden' }, say('close')))]);
    return header;
  }
}
