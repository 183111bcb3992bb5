import de from '../texts/de.json';
import en from '../texts/en.json';

/** @typedef {(key: keyof typeof de, values?: Record<string, string|number>) => string} Say */

/** @type {Record<string, Record<string, string>>} */
const CATALOGUES = { de, en };

const RIGHT_TO_LEFT = new Set(['ar']);

/** @param {string} language */
export const direction = (language) => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

/**
 * The language of the texts that serve a wanted language; German where there are none for it.
 *
 * @param {string} wanted a BCP 47 tag
 */
export function supported(wanted) {
  const primary = wanted.toLowerCase().split('-')[0] ?? '';
  return primary in CATALOGUES ? primary : 'de';
}

/**
 * The texts of one language: `say('source.page', {page: 3})`.
 *
 * @param {string} language as `supported` gives it
 * @returns {Say}
 */
export function texts(language) {
  const catalogue = CATALOGUES[language] ?? de;
  return (key, values = {}) => {
    const text = catalogue[key] ?? de[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
