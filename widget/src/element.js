import answerStyles from '../styles/answer.css';
import chatStyles from '../styles/chat.css';
import tokens from '../styles/tokens.css';
import { Chat } from './chat.js';
import { freshId, h, icon } from './dom.js';
import { applyCityLook } from './look.js';
import { silence } from './sound.js';
import { direction, launcherText, load, supported } from './texts.js';

/** Where the panel fills the screen, the page behind it can't be used and is taken out of the way. */
const SMALL = '(max-width: 30em), (max-height: 30em)';

/** @type {CSSStyleSheet|undefined} */
let shared;

/**
 * Those of the attributes that an element has.
 *
 * @param {Element} element
 * @param {string[]} names
 */
const given = (element, names) =>
  Object.fromEntries(names.flatMap((name) => (element.hasAttribute(name) ? [[name, element.getAttribute(name)]] : [])));

/** The style sheet that all elements of a page share. */
function sharedSheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(tokens + answerStyles + chatStyles);
  }
  return shared;
}

/**
 * `<stadt-lotse city="musterstadt" lang="de">`: a button that opens the chat; with `mode="page"` the chat
 * itself, in the flow of the page.
 *
 * Further attributes: `base` (the server's address, otherwise where this script came from), `accent`
 * (`#rrggbb`, so that the button has the city's colour before anything is asked of the server) and
 * `accent-dark`, `simple`, `size`, `contrast`, `scheme` (what the settings start with), `whole` (the page
 * around takes part in what is chosen), `privacy`
 * (address of the page on data protection), `position` (`left`), `fallback` (id of an element to hide once
 * the chat works).
 */
export class StadtLotse extends HTMLElement {
  /** The address of this script. */
  static script = '';

  #cityLook = new CSSStyleSheet();
  #small = matchMedia(SMALL);
  /** @type {Chat|null} */
  #chat = null;
  /** @type {HTMLDialogElement|null} */
  #dialog = null;
  /** @type {HTMLButtonElement|null} */
  #launcher = null;

  connectedCallback() {
    if (this.shadowRoot) return; // moved to another place
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sharedSheet(), this.#cityLook];
    this.#look({});
    if (this.getAttribute('mode') === 'page') this.#showPage(root);
    else this.#showLauncher(root);
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      silence();
      this.#chat?.stop();
    });
  }

  /** Opens the chat, as the button does; where its texts have to be fetched first, as soon as they are there. */
  async open() {
    if (!this.#dialog || this.#dialog.open) return;
    const language = supported(this.#language());
    if (language !== 'de') await load(this.#base(), language); // of German there is enough to begin with
    if (this.#dialog.open) return; // opened twice meanwhile
    if (!this.#chat) {
      this.#chat = this.#newChat(() => this.close());
      this.#dialog.append(this.#chat.frame.node);
      this.#dialog.setAttribute('aria-labelledby', this.#chat.frame.titleId);
      this.#dialog.setAttribute('aria-describedby', this.#chat.frame.machineId);
    }
    this.#show();
    this.#launcher?.setAttribute('aria-expanded', 'true');
    this.#chat.frame.focus();
  }

  /** Closes the chat and gives the focus back to the button; the conversation stays. */
  close() {
    silence();
    this.#dialog?.close();
  }

  #show() {
    if (this.#small.matches) this.#dialog?.showModal();
    else this.#dialog?.show();
  }

  /** @param {ShadowRoot} root */
  #showLauncher(root) {
    const language = supported(this.#language());
    const id = freshId('panel');
    const launcher = h(
      'button',
      {
        type: 'button',
        class: 'launcher',
        lang: language,
        dir: direction(language),
        'aria-haspopup': 'dialog',
        'aria-expanded': 'false',
        'aria-controls': id,
        onclick: () => this.open(),
      },
      icon('chat'),
      launcherText(language),
    );
    const dialog = h('dialog', { id, class: 'panel' });
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation(); // the host page may listen for Escape itself
      this.close();
    });
    dialog.addEventListener('close', () => {
      if (dialog.open) return; // shown again in the other way meanwhile
      launcher.setAttribute('aria-expanded', 'false');
      launcher.focus();
    });
    this.#small.addEventListener('change', () => this.#reopen());
    this.#dialog = dialog;
    this.#launcher = launcher;
    root.append(h('div', { class: 'corner' }, launcher, dialog));
  }

  /** When the window's size calls for the other kind of dialog. */
  #reopen() {
    if (!this.#dialog?.open) return;
    const focused = /** @type {HTMLElement|null|undefined} */ (this.shadowRoot?.activeElement);
    this.#dialog.close();
    this.#show();
    focused?.focus();
  }

  /** @param {ShadowRoot} root */
  async #showPage(root) {
    await load(this.#base(), supported(this.#language()));
    const chat = this.#newChat(null);
    this.#chat = chat;
    root.append(chat.frame.node);
    const fallback = document.getElementById(this.getAttribute('fallback') ?? '');
    if (fallback) {
      fallback.hidden = true;
      chat.frame.composer.text = fallback.querySelector('textarea')?.value ?? ''; // typed before the script came
    }
    // After the hash nothing reaches a server: the way to link to a question.
    const question = new URLSearchParams(location.hash.slice(1)).get('frage');
    if (question) {
      chat.frame.composer.text = question;
      chat.frame.composer.node.requestSubmit();
    }
  }

  /** What the page says of the accent goes before what the city does. @param {Partial<import('./types.js').CityView>} city */
  #look(city) {
    const accent = this.getAttribute('accent');
    applyCityLook(this.#cityLook, accent ? { ...city, accent, accent_dark: this.getAttribute('accent-dark') } : city);
  }

  #language() {
    return this.lang || document.documentElement.lang || 'de';
  }

  /** The server's address, without a slash at the end. */
  #base() {
    const base = this.getAttribute('base');
    const url = base === null ? new URL('.', StadtLotse.script || location.href) : new URL(base || '/', location.href);
    return url.href.replace(/\/$/, '');
  }

  /** @param {(() => void)|null} close */
  #newChat(close) {
    return new Chat({
      base: this.#base(),
      city: this.getAttribute('city') ?? '',
      language: this.#language().toLowerCase().split('-')[0] ?? 'de',
      privacy: this.getAttribute('privacy'),
      settings: {
        ...(this.hasAttribute('simple') ? { style: 'einfach' } : {}),
        ...given(this, ['size', 'contrast', 'scheme']),
      },
      whole: this.hasAttribute('whole'),
      close,
      described: (city) => this.#look(city),
    });
  }
}
