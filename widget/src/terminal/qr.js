import { encode } from 'uqr';

const SVG = 'http://www.w3.org/2000/svg';
/** Modules of white around the code, as ISO/IEC 18004 asks. */
const QUIET = 4;
/** Modules a side from which on a code is shown larger, so that a module stays readable. */
const DENSE = 57;

/**
 * @param {string} name
 * @param {Record<string, string|number>} attributes
 */
function svg(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** The dark modules as one path: runs in each row. @param {boolean[][]} rows */
function outline(rows) {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return path;
}

/**
 * A QR code (ISO/IEC 18004, error correction M), black on white in every scheme; null if the text is too long
 * for one, which is beyond 2,331 bytes.
 *
 * @param {string} text
 * @param {string} name says what it is to those who don't see it
 */
export function qrCode(text, name) {
  const rows = modules(text);
  if (!rows) return null;
  const size = rows.length;
  const node = svg('svg', {
    class: size > DENSE ? 'qr dense' : 'qr',
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': name,
    'shape-rendering': 'crispEdges',
    focusable: 'false',
  });
  node.append(svg('rect', { width: size, height: size, fill: '#fff' }), svg('path', { d: outline(rows), fill: '#000' }));
  return node;
}

/** @param {string} text */
function modules(text) {
  try {
    return encode(text, { ecc: 'M', border: QUIET }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
