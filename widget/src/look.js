/** The grounds that text in the accent colour stands on: see `--lotse-surface` in tokens.css. */
const LIGHT = [242, 245, 251];
const DARK = [30, 36, 46];
const ENOUGH = 4.5;

/** @param {number[]} colour sRGB, 0 to 255 */
function luminance(colour) {
  const [r = 0, g = 0, b = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The contrast ratio of WCAG 2.2, 1 to 21.
 *
 * @param {number[]} one
 * @param {number[]} other
 */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour, moved towards `end` until it stands out from `ground`.
 *
 * @param {number[]} colour
 * @param {number[]} ground
 * @param {number} end 0 (black) or 255 (white)
 */
function readable(colour, ground, end) {
  let moved = colour;
  for (let step = 1; contrast(moved, ground) < ENOUGH && step <= 20; step += 1) {
    moved = colour.map((value) => Math.round(value + ((end - value) * step) / 20));
  }
  return `#${moved.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** @param {string|null|undefined} colour @returns {number[]|null} null if it isn't `#rrggbb` */
const parsed = (colour) =>
  colour && /^#[0-9a-f]{6}$/i.test(colour) ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) : null;

/**
 * A city's accent colour for light and dark, corrected until text in it can be read (WCAG 2.2, 1.4.3).
 * The server's `widget/theme.py` does the same for its pages; null if it isn't `#rrggbb`.
 *
 * @param {string|null|undefined} accent
 * @param {string|null} [accentDark] the city's own for dark mode
 * @returns {{light: string, dark: string}|null}
 */
export function accents(accent, accentDark) {
  const colour = parsed(accent);
  return colour && { light: readable(colour, LIGHT, 0), dark: readable(parsed(accentDark) ?? colour, DARK, 255) };
}

/**
 * Gives a style sheet the city's look; the default stays where nothing is said. `tokens.css` chooses between
 * the two accents by scheme.
 *
 * @param {CSSStyleSheet} sheet
 * @param {Pick<import('./types.js').CityView, 'accent'|'accent_dark'|'radius'>} look
 */
export function applyCityLook(sheet, { accent, accent_dark, radius }) {
  const found = accents(accent, accent_dark);
  const round = Number.isFinite(radius) ? `--lotse-radius:${radius}em;` : '';
  sheet.replaceSync(`:host{${round}${found ? `--lotse-accent-light:${found.light};--lotse-accent-dark:${found.dark}` : ''}}`);
}
