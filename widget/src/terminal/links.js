// Takes the place of `src/links.js` in the terminal's script (see build.mjs): there is no anchor here, so
// nothing can lead away from the terminal.
import { h } from '../dom.js';
import { safeUrl, telUrl } from '../links.js';
import { qrCode } from './qr.js';

export { safeUrl, telUrl };

/**
 * An address as people copy it from a screen: without scheme, and with the letters that are meant.
 *
 * @param {string} url
 */
export function readable(url) {
  const bare = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

/**
 * What would be a link elsewhere: the name, the address to note down, and the same as QR code. Telephone
 * numbers and mail addresses are text.
 *
 * @type {typeof import('../links.js').link}
 */
export function link(address, label, say, attributes = {}) {
  const url = safeUrl(address);
  if (!url) return h('span', attributes, label);
  if (!url.startsWith('http')) {
    const bare = readable(url.replace(/^(tel|mailto):/, '').replace(/\?.*$/, ''));
    const told = /[\d@]/.test(label) ? label : `${label}: ${bare}`;
    return h('span', { ...attributes, class: 'direct', dir: 'auto' }, told);
  }
  return h(
    'span',
    { ...attributes, class: 'takeaway' },
    h('span', { class: 'takeaway-words' }, h('span', { class: 'takeaway-name' }, label), ' ', h('span', { class: 'address', dir: 'ltr' }, readable(url))),
    qrCode(url, say('terminal.qr', { title: label })),
  );
}
