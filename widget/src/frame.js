import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { append, button, freshId, h, icon } from './dom.js';
import { intro } from './intro.js';
import { link } from './links.js';
import { menuPart } from './menu.js';
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
 * @property {boolean} kiosk
 * @property {import('./menu.js').Does} menu
 * @property {(() => void)|null} close null on the full page, which has nothing to close
 *
 * @typedef {object} View what the frame shows
 * @property {import('./texts.js').Say} say
 * @property {string} language of the texts
 * @property {Settings} settings
 * @property {Partial<import('./types.js').CityView>} city
 * @property {string|null} logo its address
 * @property {string} privacy
 * @property {string} accessibility address of the statement
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
    this.turns = h('div', { class: 'turns' });
    this.introSlot = h('div');
    /** @type {[HTMLElement, HTMLElement][]} buttons, and the panels that they open */
    this.panels = [];
    /** @type {string[]} */
    this.asked = [];
    this.settingsSlot = h('div', { id: freshId('settings'), hidden: true });
    this.menuSlot = h('div', { id: freshId('menu'), hidden: true });
    this.title = h('h2', { id: this.titleId, tabindex: -1 });
    this.body = h('div', { class: 'conversation', tabindex: does.close ? 0 : null }, this.introSlot, this.turns);
    this.skip = button('skip', does.skip);
    this.menuButton = this.settingsButton = this.skip;
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
      this.menuSlot,
      this.settingsSlot,
      this.body,
      this.composer.node,
      this.announcer.node,
    );
    this.#counted();
    this.describe(view);
  }

  /** @param {import('./turn.js').Turn} turn */
  add({ node, question }) {
    this.turns.append(node);
    if (this.asked.at(-1) !== question) this.asked.push(question);
    this.#counted();
  }

  /** What there is to do depends on how many questions have been asked. */
  #counted() {
    const { length } = this.turns.querySelectorAll('.turn');
    this.skip.hidden = !length;
    this.menuButton.hidden = !length || this.does.kiosk;
    this.composer.jumps.hidden = length < 2;
    if (length) this.composer.label.textContent = this.view.say('question.again');
  }

  /** Shows what is known of the city. @param {View} view */
  describe(view) {
    this.view = view;
    const { say, city, settings } = view;
    const logo = this.does.close && view.logo ? h('img', { class: 'logo', src: view.logo, alt: '', onerror: () => logo && logo.remove() }) : '';
    this.title.replaceChildren(logo, city.title || say('title'));
    this.introSlot.replaceChildren(intro(say, city, { privacy: view.privacy, machineId: this.machineId, language: view.language }, this.does.press));
    this.settingsButton.hidden = !city.id; // its texts come with what is known of the city
    this.settingsSlot.replaceChildren(
      settingsPart(say, settings, city.languages ?? [], this.does.change),
      h('p', { class: 'beside' }, link(view.accessibility, say('accessibility'), say)),
    );
  }

  /**
   * Says below the introduction what went wrong.
   *
   * @param {string} text
   * @param {() => void} retry
   */
  complain(text, retry) {
    const again = () => {
      problem.remove();
      this.focus();
      retry();
    };
    const problem = h('div', { class: 'problem' }, h('p', {}, text), button('secondary', again, this.view.say('retry')));
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
  }

  /**
   * Keeps the beginning of the answer in view while it grows: text that is being read must not run away.
   *
   * @param {HTMLElement} turn
   */
  scrollTo(turn) {
    if (!this.#follow) return;
    const scroller = this.#scroller();
    if (scroller) scroller.scrollTop += this.#below(turn) - MARGIN;
    else turn.scrollIntoView({ block: 'start' });
  }

  /** What scrolls; null where it is the page. See chat.css. */
  #scroller() {
    const panel = this.body.closest('dialog');
    return panel && getComputedStyle(this.body).overflowY === 'visible' ? panel : panel && this.body;
  }

  /** Pixels between the upper edge of what is seen and a turn. @param {Element} turn */
  #below(turn) {
    return turn.getBoundingClientRect().top - (this.#scroller()?.getBoundingClientRect().top ?? 0);
  }

  /** To the next or the previous question, seen from the upper edge. @param {1|-1} step */
  #jump(step) {
    const turns = /** @type {HTMLElement[]} */ ([...this.turns.querySelectorAll('.turn')]);
    const focused = turns.findIndex((turn) => turn.matches(':focus-within'));
    const seen = turns.filter((turn) => this.#below(turn) < 2 * MARGIN).length - 1;
    const to = turns[Math.min(turns.length - 1, Math.max(0, (focused < 0 ? seen : focused) + step))];
    this.follow();
    if (to) this.scrollTo(to);
    /** @type {HTMLElement|null|undefined} */ (to?.querySelector('.question'))?.focus({ preventScroll: true });
    this.#follow = false;
  }

  /** Back to the beginning. */
  clear() {
    this.turns.replaceChildren();
    this.announcer.say('');
    this.asked.length = 0;
    this.composer.text = '';
    for (const [, panel] of this.panels) panel.hidden = true;
    this.build(this.view);
  }

  #newComposer() {
    const { send, stop } = this.does;
    const does = { send, stop, jump: this.#jump.bind(this), announce: this.announcer.say.bind(this.announcer) };
    return new Composer(this.view, does, this.asked);
  }

  #header() {
    const { close } = this.does;
    const { say } = this.view;
    this.panels = [];
    this.menuButton = this.#toggle('list', say('conversation'), this.menuSlot);
    this.settingsButton = this.#toggle('settings', say('settings'), this.settingsSlot);
    const header = h('div', { class: 'header' }, this.title, this.skip, this.menuButton, this.settingsButton);
    append(header, [close && h('button', { type: 'button', class: 'quiet', title: say('close'), onclick: close }, icon('close'), h('span', { class: 'hidden' }, say('close')))]);
    return header;
  }

  /**
   * A button that opens and closes a panel; one at a time is open.
   *
   * @param {'list'|'settings'} picture
   * @param {string} name
   * @param {HTMLElement} panel
   */
  #toggle(picture, name, panel) {
    const press = () => {
      if (panel === this.menuSlot) panel.replaceChildren(menuPart(this.view.say, this.does.menu));
      for (const [button, one] of this.panels) {
        one.hidden = one !== panel || !one.hidden;
        button.setAttribute('aria-expanded', String(!one.hidden));
      }
    };
    const button = h(
      'button',
      { type: 'button', class: `quiet for-${picture}`, title: name, 'aria-expanded': String(!panel.hidden), 'aria-controls': panel.id, onclick: press },
      icon(picture),
      h('span', { class: 'panel-name' }, name),
    );
    this.panels.push([button, panel]);
    return button;
  }
}
