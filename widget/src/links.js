import { h, icon } from './dom.js';

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/**
 * The address if it may be linked: absolute, and http(s), mailto or tel. Everything else (`javascript:`,
 * `data:` …) is null and is shown as text.
 *
 * @param {string|null|undefined} address
 * @returns {string|null}
 */
export function safeUrl(address) {
  if (!address) return null;
  try {
    const url = new URL(address);
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * `tel:` for the first number in a printed text; null if there is none of at least three digits.
 *
 * @param {string} printed
 */
export function telUrl(printed) {
  const found = /\+?\d[\d\s()/.\u2013-]*/.exec(printed.replaceAll('(0)', ''));
  const digits = found ? found[0].replace(/[^\d+]/g, '') : '';
  return digits.length >= 3 ? `tel:${digits}` : null;
}

/**
 * A link that opens beside the page and says so; without a safe address just the text. The text is isolated:
 * in an Arabic answer "116 117" would otherwise be shown as "117 116".
 *
 * @param {string|null|undefined} address
 * @param {string} label
 * @param {import('./texts.js').Say} say
 * @param {Record<string, string|number|undefined>} [attributes]
 */
export function link(address, label, say, attributes = {}) {
  const url = safeUrl(address);
  const text = h('bdi', {}, label);
  if (!url) return h('span', attributes, text);
  if (!url.startsWith('http')) return h('a', { ...attributes, href: url }, text);
  return h(
    'a',
    { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' },
    text,
    icon('away'),
    h('span', { class: 'hidden' }, ` ${say('newtab')}`),
  );
}
