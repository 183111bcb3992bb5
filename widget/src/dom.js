/** @typedef {Node|string|number|null|undefined|false} Child */

/**
 * An element with attributes, listeners (`onclick` …) and children. Strings become text nodes, so nothing
 * that comes over the wire can turn into markup; there is no way to set a style or inner HTML here.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string|number|boolean|null|undefined|((event: any) => void)>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

/**
 * A button that does what is said here and nothing else.
 *
 * @param {string} kind class
 * @param {(event: any) => void} press
 * @param {...Child} children
 */
export const button = (kind, press, ...children) => h('button', { type: 'button', class: kind, onclick: press }, ...children);

/**
 * @param {Element} node
 * @param {Child[]} children
 */
export function append(node, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    node.append(/** @type {Node|string} */ (child)); // numbers become text on their own
  }
}

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  chat: 'M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Zm3 5h10M7 13h6',
  close: 'M6 6l12 12M18 6L6 18',
  away: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5v5M8 14.5v5',
  send: 'M4 12h15M13 6l6 6-6 6',
  stop: 'M7 7h10v10H7z',
  list: 'M5 6h14M5 12h14M5 18h8',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
};

/**
 * A decorative line drawing in the colour of the text.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of [['viewBox', '0 0 24 24'], ['aria-hidden', 'true'], ['class', 'icon'], ['focusable', 'false']]) {
    svg.setAttribute(/** @type {string} */ (key), /** @type {string} */ (value));
  }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** A random key of 32 hexadecimal digits. */
export const freshKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

let last = 0;

/** An id that no other element of this script has. @param {string} name */
export function freshId(name) {
  last += 1;
  return `lotse-${name}-${last}`;
}
