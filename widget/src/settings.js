import { canDictate } from './dictation.js';
import { freshId, h } from './dom.js';
import { canRead, withVoices } from './speech.js';

/** Keywords of `font-size`: unlike pixels they follow the size that a person has chosen in the browser. */
export const SIZES = /** @type {const} */ (['medium', 'large', 'x-large', 'xx-large']);

/** What a person can choose about the look; as `data-…` on the chat's node, where the style sheets see it. */
const LOOKS = /** @type {const} */ ({
  size: SIZES,
  contrast: ['normal', 'high'],
  scheme: ['auto', 'light', 'dark'],
  motion: ['normal', 'less'],
});

/** @typedef {typeof SIZES[number]} Size */
/**
 * @typedef {object} Settings
 * @property {string} language
 * @property {string} style
 * @property {Size} size
 * @property {'normal'|'high'} contrast `normal` follows the device
 * @property {'auto'|'light'|'dark'} scheme `auto` follows the device
 * @property {'normal'|'less'} motion `normal` follows the device
 */

/** @param {string} language @returns {Settings} */
export const firstSettings = (language) => ({
  language, style: 'standard', size: 'medium', contrast: 'normal', scheme: 'auto', motion: 'normal',
});

/** @param {HTMLElement} node @param {Settings} settings */
export function applyLook(node, settings) {
  for (const name of /** @type {(keyof typeof LOOKS)[]} */ (Object.keys(LOOKS))) node.dataset[name] = settings[name];
}

/**
 * @param {string} label
 * @param {string} name
 * @param {[string, string][]} options value and label
 * @param {string} chosen
 * @param {(value: string) => void} change
 */
function select(label, name, options, chosen, change) {
  const id = freshId('setting');
  const field = h(
    'select',
    { id, name, onchange: () => change(field.value) },
    ...options.map(([value, label]) =>
      h('option', { value, selected: value === chosen, lang: name === 'language' ? value : null }, label),
    ),
  );
  return h('div', { class: 'setting' }, h('label', { for: id }, label), field);
}

/**
 * What the device can't do, and why it is not offered.
 *
 * @param {import('./texts.js').Say} say
 * @param {string} language
 */
function missing(say, language) {
  const reading = h('p', { class: 'meta', hidden: true }, say('speech.none'));
  const dictating = h('p', { class: 'meta', hidden: true }, say('dictation.none'));
  withVoices(() => (reading.hidden = canRead(language)));
  canDictate(language).then((can) => (dictating.hidden = can));
  return [reading, dictating];
}

/**
 * Language, style and look; they last as long as the page, as nothing is stored.
 *
 * @param {import('./texts.js').Say} say
 * @param {Settings} settings
 * @param {string[]} languages that the city answers in
 * @param {(changed: Partial<Settings>) => void} change
 */
export function settingsPart(say, settings, languages, change) {
  /** @param {string} prefix @param {readonly string[]} values @returns {[string, string][]} */
  const named = (prefix, values) =>
    values.map((value) => [value, say(/** @type {any} */ (`${prefix}.${value}`))]);
  /** @param {keyof Settings} name @param {readonly string[]} values */
  const choice = (name, values) =>
    select(say(/** @type {any} */ (`settings.${name}`)), name, named(name, values), settings[name], (value) =>
      change({ [name]: value }),
    );
  return h(
    'div',
    { class: 'settings', role: 'group', 'aria-label': say('settings') },
    languages.length > 1 && choice('language', languages),
    choice('style', ['standard', 'einfach']),
    ...Object.entries(LOOKS).map(([name, values]) => choice(/** @type {keyof Settings} */ (name), values)),
    ...(languages.length ? missing(say, settings.language) : []), // before, these texts are not there
  );
}
