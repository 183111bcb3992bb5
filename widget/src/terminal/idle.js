/** Milliseconds between two looks at the clock. */
const TICK = 500;
/** Milliseconds for which an answer under way, or one that is read aloud, counts as use. */
const PATIENCE = 300_000;

/**
 * @typedef {object} Watch
 * @property {number} idle seconds without a touch until the warning
 * @property {number} countdown seconds from the warning to the end
 * @property {() => boolean} busy whether something is under way that people wait for
 * @property {(seconds: number) => void} warn called with each second of the countdown that begins
 * @property {() => void} calm the warning is over, as somebody is there
 * @property {() => void} end
 */

/** Watches whether somebody is there. Nothing runs until the first `touch`, nor after the end. */
export class Idle {
  /** When somebody was last there, on the clock that nobody sets; null while nobody has begun. */
  #seen = /** @type {number|null} */ (null);
  /** When something was last under way. */
  #since = 0;
  /** @type {number|null} */
  #shown = null;
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #timer;

  /** @param {Watch} watch */
  constructor(watch) {
    this.watch = watch;
  }

  get warning() {
    return this.#shown !== null;
  }

  /** Somebody is there: all time anew. While the warning shows it stays, with its full time. */
  touch() {
    this.#seen = performance.now();
    this.#since = this.#seen;
    if (this.warning) this.#since -= this.watch.idle * 1000;
    this.#timer ??= setInterval(() => this.#look(), TICK);
  }

  /** Somebody wants more time. */
  extend() {
    this.#calm();
    this.touch();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#seen = null;
    this.#calm();
  }

  #calm() {
    if (!this.warning) return;
    this.#shown = null;
    this.watch.calm();
  }

  #look() {
    if (this.#seen === null) return;
    const { idle, countdown, busy, warn, end } = this.watch;
    const now = performance.now();
    if (!this.warning && busy() && now - this.#seen < PATIENCE) this.#since = now;
    const over = now - this.#since - idle * 1000;
    if (over < 0) return;
    const left = Math.ceil(countdown - over / 1000);
    if (left <= 0) {
      this.stop();
      end();
    } else if (left !== this.#shown) {
      this.#shown = left;
      warn(left);
    }
  }
}
