import { h } from './dom.js';

/**
 * Puts text on the clipboard; false where the browser allows neither the new way nor the old one.
 *
 * @param {string} text
 * @param {Element} place a visible element near which the old way may put a field for a moment
 */
export async function copyText(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no secure context, no permission, or an old browser
  }
  const field = h('textarea', { class: 'hidden', readonly: true, 'aria-hidden': 'true', tabindex: -1 });
  field.value = text;
  const focused = /** @type {ShadowRoot} */ (place.getRootNode()).activeElement;
  place.after(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
