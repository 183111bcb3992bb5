import { h } from './dom.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('./turn.js').Turn} Turn */

/** What the conversation is headed with. @param {Frame} frame */
function heading({ view: { say, language, city } }) {
  const date = new Date().toLocaleDateString(language, { dateStyle: 'long' });
  return [say('transcript', { title: city.title || say('title'), date }), `${say('machine.short')} ${say('machine.long')}`];
}

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

/** @param {Document} page @param {Frame} frame @param {Turn[]} turns */
function fill(page, frame, turns) {
  const [title = '', note] = heading(frame);
  const { dataset, lang, dir } = frame.node;
  Object.assign(page.documentElement.dataset, dataset); // what the person has chosen of the look
  page.title = title;
  page.documentElement.lang = lang;
  page.documentElement.dir = dir;
  page.body.className = 'lotse';
  page.body.append(h('h1', {}, title), h('p', {}, note), ...turns.map(({ node }) => readable(node)));
}

/** The conversation as a file of its own: it loads nothing and runs nothing. @param {Frame} frame @param {Turn[]} turns */
function htmlOf(frame, turns) {
  const page = document.implementation.createHTMLDocument('');
  fill(page, frame, turns);
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<meta name="referrer" content="no-referrer"><style>${stylesOf(frame.node)}</style>`;
  // As text, because a style element would be up to the host page's policy. Serialised text can't hold the tag.
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML.replace('<head>', () => `<head>${head}`)}\n`;
}

/**
 * Prints the conversation alone, from a frame of its own: the host page's rules for print don't reach it, and
 * a constructed style sheet is not up to its policy.
 *
 * @param {Frame} frame
 * @param {Turn[]} turns
 */
export function print(frame, turns) {
  const { node } = frame;
  node.querySelector('iframe')?.remove();
  const paper = h('iframe', { class: 'hidden', 'aria-hidden': 'true', tabindex: -1 });
  paper.addEventListener('load', () => {
    const { contentWindow: view, contentDocument: page } = paper;
    if (!view || !page) return;
    const sheet = new /** @type {any} */ (view).CSSStyleSheet();
    sheet.replaceSync(stylesOf(node));
    page.adoptedStyleSheets = [sheet];
    fill(page, frame, turns);
    view.addEventListener('afterprint', () => setTimeout(() => paper.remove()));
    view.print();
  }, { once: true });
  node.append(paper);
}

/**
 * Gives the conversation as a file to take along.
 *
 * @param {Frame} frame
 * @param {Turn[]} turns
 * @param {'txt'|'html'} form
 */
export function save(frame, turns, form) {
  const name = `${frame.view.city.id ?? 'chat'}-${new Date().toISOString().slice(0, 10)}.${form}`;
  // The mark at the beginning tells old editors that it is UTF-8.
  const text = () => `\ufeff${[...heading(frame), ...turns.map((turn) => turn.plain())].join('\n\n')}\n`;
  const [type, content] = form === 'html' ? ['text/html', htmlOf(frame, turns)] : ['text/plain', text()];
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  h('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  frame.announcer.say(frame.view.say('saved', { name }));
}
