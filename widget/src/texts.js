import catalogues from 'catalogues';
import de from '../texts/de.json';

/** @typedef {keyof typeof de} Key */
/** @typedef {(key: Key, values?: Record<string, string|number>) => string} Say */

/** Milliseconds to wait for a catalogue before German has to do. */
const PATIENCE = 4000;

/**
 * Fetched from the server when they are needed. Part of the script are only the German texts that are shown
 * before the server has answered anything (see build.mjs).
 *
 * @type {Map<string, Record<string, string>>}
 */
const loaded = new Map();

/** @type {Set<string|undefined>} */
const RIGHT_TO_LEFT = new Set(['ar']);

/** @param {string} [language] */
export const direction = (language) => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');

/**
 * The language of the texts that serve a wanted language; German where there are none for it.
 *
 * @param {string} wanted a BCP 47 tag
 */
export function supported(wanted) {
  const primary = wanted.toLowerCase().split('-')[0] ?? '';
  return primary in catalogues ? primary : 'de';
}

/** The words on the button, in any language at once. @param {string} language as `supported` gives it */
export const launcherText = (language) => catalogues[language]?.[1] || de.launcher;

/**
 * The catalogue for a language and style: simple German is one of its own.
 *
 * @param {string} language as `supported` gives it
 * @param {string} style
 */
export const catalogueOf = (language, style) => (language === 'de' && style === 'einfach' ? 'de-simple' : language);

/**
 * Fetches a catalogue, unless it is there. Where that fails its texts are German; the next try may succeed.
 *
 * @param {string} base address of the server, without a slash at the end
 * @param {string} name as `catalogueOf` gives it
 */
export async function load(base, name) {
  if (name === 'de-simple') await load(base, 'de'); // it has only what is not simple already
  const version = catalogues[name]?.[0];
  if (loaded.has(name) || !version) return;
  try {
    const response = await fetch(`${base}/static/texts-${name}.json?v=${version}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) loaded.set(name, await response.json());
  } catch {
    // German is better than nothing
  }
}

/**
 * The texts of one catalogue: `say('source.page', {page: 3})`; German where it is not (yet) there.
 *
 * @param {string} name as `catalogueOf` gives it
 * @returns {Say}
 */
export function texts(name) {
  return (key, values = {}) => {
    const text = loaded.get(name)?.[key] ?? loaded.get('de')?.[key] ?? de[key] ?? key;
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };
}
