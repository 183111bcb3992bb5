import answerStyles from '../../styles/answer.css';
import chatStyles from '../../styles/chat.css';
import terminalStyles from '../../styles/terminal.css';
import tokens from '../../styles/tokens.css';
import { Announcer } from '../announcer.js';
import { Chat } from '../chat.js';
import { request } from '../client.js';
import { h } from '../dom.js';
import { applyCityLook } from '../look.js';
import { applyLook, firstSettings } from '../settings.js';
import { catalogueOf, direction, load, supported, texts } from '../texts.js';
import { Bar } from './bar.js';
import { Countdown } from './countdown.js';
import { Idle } from './idle.js';
import { lock } from './lock.js';
import { printAnswer } from './printing.js';
import { startPart } from './start.js';

/** @typedef {import('../settings.js').Settings} Settings */

/** Milliseconds between two looks whether the server is there: while it is away, and while nobody is here. */
const AWAY = 5_000;
const RESTING = 60_000;
/** What a person does that shows that somebody is there; moving the pointer may be an accident. */
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'input', 'click'];

/**
 * `<lotse-terminal city="musterstadt" lang="de" languages="de en" idle="60" countdown="20" prints="3">`: the
 * chat on a device that strangers use one after another. Nothing leads to other sites, and everything is
 * forgotten at the end or when nobody is there any more.
 *
 * `idle` and `countdown` are seconds, `prints` answers a visit (0: there is no printer); `welcome` is the
 * first line in the page's language, `base` the server's address, if not where the script came from.
 */
export class LotseTerminal extends HTMLElement {
  /** The address of this script. */
  static script = '';

  #look = new CSSStyleSheet();
  #announcer = new Announcer();
  /** @type {Chat|null} */
  #chat = null;
  /** @type {import('../types.js').CityView|null} */
  #city = null;
  #away = false;
  #prints = 0;
  /** @type {Settings} */
  #settings = this.#fresh();
  #stage = h('main');
  #node = h('div');
  #bar = new Bar({ change: (changed) => this.#change(changed), print: () => this.#print(), end: () => this.end() });
  #countdown = new Countdown(this.#number('countdown', 20), () => this.#idle.extend(), () => this.end());
  #idle = new Idle({
    idle: this.#number('idle', 60),
    countdown: this.#number('countdown', 20),
    busy: () => this.#busy(),
    warn: (seconds) => this.#countdown.show(seconds),
    calm: () => this.#countdown.hide(),
    end: () => this.end(),
  });

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + answerStyles + chatStyles + terminalStyles);
    root.adoptedStyleSheets = [sheet, this.#look];
    this.#node.append(this.#bar.node, this.#stage, this.#countdown.node);
    root.append(this.#node);
    for (const kind of SIGNS) addEventListener(kind, (event) => this.#sign(event), { capture: true, passive: true });
    lock(root);
    addEventListener('pagehide', () => this.end());
    this.#start();
    this.#watch();
  }

  /** Forgets everything and shows the first screen again. */
  end() {
    const used = this.#chat !== null;
    this.#idle.stop();
    this.#chat?.reset();
    this.#chat = null;
    window.speechSynthesis?.cancel();
    getSelection()?.removeAllRanges();
    history.replaceState(null, '', location.pathname + location.search);
    this.#prints = 0;
    this.#settings = this.#fresh();
    this.#start(used ? 'terminal.forgotten' : undefined);
    if (used) /** @type {HTMLElement|null} */ (this.#stage.querySelector('h2'))?.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  #sign(event) {
    if (!this.#idle.warning) this.#idle.touch();
    // A click that closed the dialog too early would hit what lies behind it, so only its end counts. With
    // the tab key people go from button to button.
    else if (event.type === 'click' || (event instanceof KeyboardEvent && !['Tab', 'Shift', 'Enter', ' '].includes(event.key))) {
      if (!event.composedPath().includes(this.#countdown.end)) this.#idle.extend();
    } else this.#idle.touch();
  }

  #busy() {
    return this.#stage.querySelector('[data-busy]') !== null || window.speechSynthesis?.speaking === true;
  }

  /** @param {import('../texts.js').Key} [note] what has just happened */
  #start(note) {
    this.#dress();
    const say = this.#say();
    const code = this.#settings.language;
    const start = {
      say,
      language: code,
      languages: this.#languages(),
      city: this.#city,
      welcome: (code === this.#language() && this.getAttribute('welcome')) || say('terminal.welcome'),
      note: note ? say(note) : '',
      away: this.#away,
    };
    const part = startPart(start, {
      choose: (language) => this.#choose(language),
      ask: (question) => this.#open(question),
      write: () => this.#open(),
    });
    this.#stage.replaceChildren(part, this.#announcer.node);
    this.#stage.scrollTop = 0;
    this.#announcer.say(this.#away ? say('terminal.away') : start.note);
  }

  /** Looks again and again whether the server is there, as long as nobody is in a conversation. */
  async #watch() {
    if (!this.#chat) {
      const before = JSON.stringify([this.#away, this.#city]);
      try {
        const response = await request(`${this.#base()}/api/v1/cities/${encodeURIComponent(this.getAttribute('city') ?? '')}`);
        this.#city = await response.json();
        this.#away = false;
        await load(this.#base(), catalogueOf(supported(this.#settings.language), this.#settings.style));
      } catch {
        this.#away = true; // whatever it is: only waiting helps here
        this.#city = null;
      }
      if (!this.#chat && before !== JSON.stringify([this.#away, this.#city])) this.#renew();
    }
    setTimeout(() => this.#watch(), this.#away ? AWAY : RESTING);
  }

  /** Shows the first screen anew; the focus stays where it can. */
  #renew() {
    applyCityLook(this.#look, this.#city ?? {});
    const focused = this.shadowRoot?.activeElement?.getAttribute('name');
    this.#start();
    this.#focus(focused);
  }

  /** @param {string} language */
  async #choose(language) {
    this.#settings.language = language;
    await load(this.#base(), supported(language));
    if (this.#chat || this.#settings.language !== language) return; // somebody was quicker
    this.#start();
    this.#focus(language);
  }

  /** @param {string|null|undefined} name of a language's button */
  #focus(name) {
    if (name) /** @type {HTMLElement|null} */ (this.#stage.querySelector(`[name="${name}"]`))?.focus();
  }

  /** Begins a conversation. @param {string} [question] */
  #open(question) {
    const chat = new Chat({
      base: this.#base(),
      city: this.getAttribute('city') ?? '',
      language: this.#settings.language,
      settings: this.#settings,
      whole: false,
      privacy: null,
      close: null,
      kiosk: true,
      described: () => {},
      changed: (settings) => this.#changed(settings),
    });
    chat.city = this.#city ?? {};
    this.#chat = chat;
    const { body, composer } = chat.frame;
    body.tabIndex = 0; // it scrolls by itself here
    body.setAttribute('role', 'region');
    body.setAttribute('aria-label', this.#say()('conversation'));
    this.#stage.replaceChildren(chat.frame.node);
    this.#dress();
    composer.field.focus();
    if (question) chat.ask(question);
  }

  /** Something on the bar. @param {Partial<Settings>} changed */
  #change(changed) {
    if (this.#chat) this.#chat.frame.does.change(changed);
    else this.#changed({ ...this.#settings, ...changed });
  }

  /** @param {Settings} settings */
  #changed(settings) {
    this.#settings = { ...settings };
    this.#chat?.frame.body.setAttribute('aria-label', this.#say()('conversation'));
    this.#dress();
  }

  /** Look and language of all that stands around the conversation. */
  #dress() {
    const say = this.#say();
    const language = supported(this.#settings.language);
    const limit = this.#number('prints', 0);
    this.#node.className = this.#chat ? 'lotse terminal talking' : 'lotse terminal';
    this.#node.lang = document.documentElement.lang = language;
    this.#node.dir = direction(language);
    applyLook(this.#node, this.#settings);
    applyLook(document.documentElement, { ...this.#settings, size: 'medium' }); // sizes here are in rem
    this.#bar.show(say, this.#settings, {
      name: this.#city?.name ?? this.getAttribute('name') ?? '',
      talking: this.#chat !== null,
      limit,
      left: limit - this.#prints,
    });
    this.#countdown.speak(say);
  }

  #print() {
    const limit = this.#number('prints', 0);
    const { announcer } = this.#chat?.frame ?? { announcer: this.#announcer };
    const { hotline, title = '' } = this.#city ?? {};
    const contact = hotline ? [hotline.name, hotline.telephone, hotline.hours].filter(Boolean).join(' · ') : '';
    if (this.#prints >= limit) announcer.say(this.#say()('terminal.print.limit', { limit }));
    else if (printAnswer(this.#stage, { heading: title, contact, language: this.#settings.language })) {
      this.#prints += 1;
      this.#dress();
      announcer.say(this.#say()('terminal.printed'));
    }
  }

  #say() {
    return texts(catalogueOf(supported(this.#settings.language), this.#settings.style));
  }

  /** @returns {Settings} what everybody begins with: large text */
  #fresh() {
    return { ...firstSettings(this.#language()), size: 'large' };
  }

  #language() {
    return (this.lang || document.documentElement.lang || 'de').toLowerCase().split('-')[0] ?? 'de';
  }

  #languages() {
    return (this.getAttribute('languages') ?? '').split(' ').filter(Boolean);
  }

  /** @param {string} name @param {number} otherwise */
  #number(name, otherwise) {
    const value = Number(this.getAttribute(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : otherwise;
  }

  /** The server's address, without a slash at the end. */
  #base() {
    const base = this.getAttribute('base');
    const url = base === null ? new URL('.', LotseTerminal.script || location.href) : new URL(base || '/', location.href);
    return url.href.replace(/\/$/, '');
  }
}
