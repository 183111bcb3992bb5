import { h } from './dom.js';
import { direction } from './texts.js';

/**
 * @typedef {object} Transcript
 * @property {string} title
 * @property {string} note
 * @property {string} language
 * @property {HTMLElement[]} turns as the chat shows them
 * @property {HTMLElement} chat its node
 */

/** What is for pressing, not for reading. */
const CONTROLS = '.tools, .feedback, .suggestions, .progress, .badge, svg, a .hidden, button:not(.cite)';

/** A question and its answer without controls. @param {HTMLElement} turn */
function readable(turn) {
  const copy = /** @type {HTMLElement} */ (turn.cloneNode(true));
  for (const node of copy.querySelectorAll(CONTROLS)) node.remove();
  for (const mark of copy.querySelectorAll('.cite')) mark.replaceWith(`[${mark.textContent}]`);
  for (const original of copy.querySelectorAll('details')) original.open = true;
  return copy;
}

/** What a page of its own needs besides the look of the chat. */
const ALONE = 'body{max-width:42em;margin:2em auto;padding:0 1em}.turn{margin:2em 0!important;content-visibility:visible!important}';

/** The style sheets of the chat as text. @param {Element} chat */
function stylesOf(chat) {
  const sheets = /** @type {ShadowRoot} */ (chat.getRootNode()).adoptedStyleSheets;
  return sheets.flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText)).join('') + ALONE;
}

/** @param {Document} page @param {Transcript} transcript */
function fill(page, { title, note, language, turns, chat }) {
  Object.assign(page.documentElement.dataset, chat.dataset); // what the person has chosen of the look
  page.title = title;
  page.documentElement.lang = language;
  page.documentElement.dir = direction(language);
  page.body.className = 'lotse';
  page.body.append(h('h1', {}, title), h('p', {}, note), ...turns.map(readable));
}

/**
 * The conversation as a file of its own: it loads nothing and runs nothing.
 *
 * @param {Transcript} transcript
 */
export function htmlOf(transcript) {
  const page = document.implementation.createHTMLDocument('');
  fill(page, transcript);
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<meta name="referrer" content="no-referrer"><style>${stylesOf(transcript.chat)}</style>`;
  // As text, because a style element would be up to the host page's policy. Serialised text can't hold the tag.
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML.replace('<head>', `<head>${head}`)}\n`;
}

/**
 * Prints the conversation alone, from a frame of its own: the host page's rules for print don't reach it, and
 * a constructed style sheet is not up to its policy.
 *
 * @param {Transcript} transcript
 */
export function print(transcript) {
  const { chat } = transcript;
  chat.querySelector('iframe')?.remove();
  const frame = h('iframe', { class: 'hidden', 'aria-hidden': 'true', tabindex: -1 });
  frame.addEventListener('load', () => {
    const { contentWindow: view, contentDocument: page } = frame;
    if (!view || !page) return;
    const sheet = new /** @type {any} */ (view).CSSStyleSheet();
    sheet.replaceSync(stylesOf(chat));
    page.adoptedStyleSheets = [sheet];
    fill(page, transcript);
    page.documentElement.dataset.scheme = 'light'; // printers leave grounds out
    view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
    view.print();
  }, { once: true });
  chat.append(frame);
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
