import { Broken, Refusal, posting, request } from './client.js';
import { Inbox } from './inbox.js';
import { serverSentEvents } from './stream.js';

/** @typedef {import('./types.js').ChatEvent} ChatEvent */

/**
 * @typedef {object} Asked
 * @property {string} url where questions go
 * @property {string} answer where the answer can be fetched again
 * @property {import('./types.js').Question} question with its `id`
 */

/** Milliseconds without a byte, keep-alives included, after which a stream counts as failed. */
const SILENCE = 30_000;
/** Milliseconds without an event after which a proxy may be holding the stream back. */
const HELD_BACK = 4_000;
/** Seconds for which the server may hold a request for an answer that is not finished. */
const POLL = 2;
/** Milliseconds before each further try. */
const PAUSES = [400, 1200, 3600];

/** Polls to an answer that the server does not know: it may be too busy to have begun. */
const PATIENCE = 3;

const STREAM = 'text/event-stream';

/** @param {unknown} error */
const gone = (error) => error instanceof Refusal && error.problem.status === 404;

/**
 * Resolves after so many milliseconds; while there is no connection, when it is back.
 *
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @throws {DOMException} `AbortError`, when the signal fired
 */
function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    if (navigator.onLine) setTimeout(resolve, milliseconds);
    else addEventListener('online', resolve, { once: true, signal });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** One question on its way to its answer, over whichever way gets through. */
class Asking {
  inbox = new Inbox();
  /** Ends every way. */
  over = new AbortController();
  /** @type {Promise<void>|null} */
  #polling = null;
  #lost = false;

  /** @param {Asked} asked */
  constructor(asked) {
    this.asked = asked;
  }

  /**
   * Tries until the answer is there. Every try goes on where the last one was cut; as long as something new
   * comes, there is another.
   */
  async run() {
    const { inbox, over } = this;
    for (let tries = 0; !inbox.ended; ) {
      const before = inbox.next;
      try {
        await this.#attempt(tries);
      } catch (error) {
        over.signal.throwIfAborted();
        // A refusal of a further try may come from whatever broke the connection.
        if (error instanceof Refusal && (!tries || (error.problem.status ?? 500) < 500)) throw error;
      }
      await this.#polling; // the stream broke while another way was open
      if (inbox.ended) return;
      tries = inbox.next > before ? 1 : tries + 1;
      if (tries > PAUSES.length) throw new Broken(inbox.begun);
      const offline = !navigator.onLine;
      this.#lost = true;
      inbox.tell(offline ? 'offline' : 'lost');
      await pause(/** @type {number} */ (PAUSES[tries - 1]), over.signal);
      if (offline) tries = 0;
    }
  }

  /** @param {number} tries before this one */
  #attempt(tries) {
    const { question, url, answer } = this.asked;
    const { next } = this.inbox;
    // Where streams do not get through at all, the plain answer may.
    if (tries === PAUSES.length || (tries && !next)) return this.#whole();
    if (!next) return this.#stream(url, posting(question, STREAM));
    return this.#stream(answer, { headers: { Accept: STREAM, 'Last-Event-ID': String(next - 1) } });
  }

  /**
   * The events of an event stream, or one `done` where the server (or a proxy) answered with plain JSON.
   *
   * @param {string} url
   * @param {RequestInit} init
   */
  async #stream(url, init) {
    const { inbox, over } = this;
    const cut = new AbortController();
    const stop = () => cut.abort();
    const ends = { signal: cut.signal };
    over.signal.addEventListener('abort', stop, ends);
    addEventListener('offline', stop, ends);
    let silence = setTimeout(stop, SILENCE);
    const alive = () => {
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE);
    };
    const held = setTimeout(() => (this.#polling ??= this.#poll()), HELD_BACK);
    try {
      const response = await request(url, { ...init, signal: cut.signal });
      if (this.#lost) inbox.tell('back');
      this.#lost = false;
      if (response.headers.get('Content-Type')?.includes('json')) {
        inbox.take({ type: 'done', answer: await response.json() });
        return;
      }
      if (!response.body) throw new TypeError('no body');
      for await (const { id, event, data } of serverSentEvents(response.body, alive)) {
        clearTimeout(held);
        inbox.take(/** @type {ChatEvent} */ ({ type: event, ...JSON.parse(data) }), id);
      }
    } catch (error) {
      if (!gone(error) || url !== this.asked.answer) throw error;
      await this.#whole(); // the server has begun anew meanwhile
    } finally {
      clearTimeout(silence);
      clearTimeout(held);
      stop();
    }
  }

  /** Looks again and again what there is of the answer. Ends when nothing can be learned that way. */
  async #poll() {
    const { inbox, over } = this;
    for (let missed = 0; !inbox.ended; ) {
      try {
        const response = await request(`${this.asked.answer}?wait=${POLL}`, { signal: over.signal });
        const body = await response.json();
        if (response.status !== 202) inbox.take({ type: 'done', answer: body });
        else body.events.forEach(inbox.take, inbox);
      } catch (error) {
        if (gone(error) && missed < PATIENCE) {
          missed += 1;
          await pause(POLL * 1000, over.signal).catch(() => {});
        } else if (gone(error)) return this.#whole().catch(() => {});
        else if (error instanceof Refusal) inbox.end(error);
        else return;
      }
    }
  }

  /** The whole answer at once; the server goes on with the one that it knows under this id. */
  async #whole() {
    const response = await request(this.asked.url, { ...posting(this.asked.question), signal: this.over.signal });
    this.inbox.take({ type: 'done', answer: await response.json() });
  }
}

/**
 * Asks the question: the events as they come, each once, `done` last.
 *
 * A stream that is cut is taken up again where it ended; one that a proxy holds back is overtaken by polling;
 * where neither works or the server has forgotten the answer, the whole of it is fetched as JSON.
 *
 * @param {Asked} asked
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<ChatEvent|import('./inbox.js').Connection>}
 * @throws {Refusal} the server says no
 * @throws {Broken} no way got through
 * @throws {DOMException} `AbortError`, when `signal` fired
 */
export async function* ask(asked, signal) {
  const asking = new Asking(asked);
  const { inbox, over } = asking;
  const stop = () => {
    over.abort();
    // The server need not go on; if it does not hear this, it notices after a while.
    request(asked.answer, { method: 'DELETE', keepalive: true }).catch(() => {});
  };
  signal.addEventListener('abort', stop, { signal: over.signal });
  asking.run().then(
    () => inbox.end(),
    (error) => inbox.end(error),
  );
  try {
    yield* inbox;
  } finally {
    over.abort();
  }
}
