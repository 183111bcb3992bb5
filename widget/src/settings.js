import { freshId, h } from './dom.js';

/** Keywords of `font-size`: unlike pixels they follow the size that a person has chosen in the browser. */
export const SIZES = /** @type {const} */ (['medium', 'large', 'x-large', 'xx-large']);

/** @typedef {typeof SIZES[number]} Size */
/** @typedef {{language: string, style: string, size: Size}} Settings */

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
    ...options.map(([value, label]) => h('option', { value, selected: value === chosen }, label)),
  );
  return h('div', { class: 'setting' }, h('label', { for: id }, label), field);
}

/**
 * Text size, language and style; they last as long as the page, as nothing is stored.
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
  return h(
    'div',
    { class: 'settings', role: 'group', 'aria-label': say('settings') },
    select(say('settings.size'), 'size', named('size', SIZES), settings.size, (size) =>
      change({ size: /** @type {Size} */ (size) }),
    ),
    select(say('settings.style'), 'style', named('style', ['standard', 'einfach']), settings.style, (style) =>
      change({ style }),
    ),
    languages.length > 1 &&
      select(say('settings.language'), 'language', named('language', languages), settings.language, (language) =>
        change({ language }),
      ),
  );
}
