import { h } from '../dom.js';
import { questionsPart } from '../parts.js';

/** @typedef {import('../types.js').CityView} CityView */

/**
 * @typedef {object} Start what the first screen shows
 * @property {import('../texts.js').Say} say
 * @property {string} language
 * @property {string[]} languages
 * @property {CityView|null} city null while the server is away
 * @property {string} welcome
 * @property {string} note what has just happened; empty for nothing
 * @property {boolean} away whether the server can't be reached
 *
 * @typedef {object} Does
 * @property {(language: string) => void} choose
 * @property {(question: string) => void} ask
 * @property {() => void} write
 */

/**
 * The screen that everybody begins with: who answers (AI Act, article 50), languages, questions to tap.
 *
 * @param {Start} start
 * @param {Does} does
 */
export function startPart({ say, language, languages, city, welcome, note, away }, does) {
  const suggestions = (city?.suggestions ?? []).map((text) => ({ label: text, question: text }));
  const questions = suggestions.length > 0 && questionsPart('suggestions', say('suggestions'), suggestions, does.ask, 'h3');
  // The city writes its suggestions in its own language.
  for (const button of questions ? questions.querySelectorAll('button') : []) {
    button.lang = city?.languages?.[0] ?? 'de';
    button.dir = 'auto';
  }
  return h(
    'div',
    { class: 'start' },
    note && h('p', { class: 'note' }, note),
    h('h2', { tabindex: -1 }, welcome),
    languages.length > 1 && languagesPart(say, language, languages, does.choose),
    h('p', { class: 'machine' }, h('strong', {}, say('machine.short')), ' ', say('machine.long')),
    away && h('div', { class: 'problem' }, h('p', {}, say('terminal.away'))),
    city && h('p', { class: 'hint' }, say('terminal.hint')),
    questions,
    city && h('button', { type: 'button', class: 'write', onclick: does.write }, say('terminal.write')),
    h('div', { class: 'about' }, h('p', {}, say('privacy.short'), ' ', say('terminal.privacy')), city?.hotline && person(say, city.hotline)),
  );
}

/**
 * @param {import('../texts.js').Say} say
 * @param {string} current
 * @param {string[]} languages
 * @param {(language: string) => void} choose
 */
function languagesPart(say, current, languages, choose) {
  const buttons = languages.map((code) =>
    h('button', {
      type: 'button', class: 'secondary', lang: code, name: code, 'aria-pressed': String(code === current), onclick: () => choose(code),
    }, say(/** @type {any} */ (`language.${code}`))),
  );
  return h('div', { class: 'languages', role: 'group', 'aria-label': say('terminal.language') }, ...buttons);
}

/** @param {import('../texts.js').Say} say @param {NonNullable<CityView['hotline']>} hotline */
function person(say, { name, telephone, hours }) {
  return h('p', {}, `${say('person')} ${name}: `, h('span', { class: 'direct' }, telephone), hours && ` (${hours})`);
}
