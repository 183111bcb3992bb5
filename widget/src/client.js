import { serverSentEvents } from './stream.js';

/** @typedef {import('./types.js').ChatEvent} ChatEvent */
/** @typedef {import('./types.js').Problem} Problem */
/** @typedef {import('./types.js').Question} Question */

/** Milliseconds without a byte, keep-alives included, after which a stream counts as failed. */
const SILENCE = 30_000;

/** The server's own refusal, as problem details; asking it again in another form would not help. */
export class Refusal extends Error {
  /**
   * @param {Problem} problem
   * @param {number} [wait] seconds to wait, from `Retry-After`
   */
  constructor(problem, wait) {
    super(problem.title ?? '');
    this.problem = problem;
    this.wait = wait;
  }
}

/** The connection broke; `begun` says whether part of the answer had arrived. */
export class Broken extends Error {
  /** @param {boolean} begun */
  constructor(begun) {
    super('connection lost');
    this.begun = begun;
  }
}

/** @param {Response} response */
async function refusal(response) {
  /** @type {Problem} */
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // a proxy's error page: the status has to do
  }
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Refusal({ ...problem, status: response.status }, Number.isNaN(wait) ? undefined : wait);
}

/**
 * @param {string} url
 * @param {Question} question
 * @param {string} accept
 * @param {AbortSignal} signal
 */
async function post(url, question, accept, signal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify(question),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

/**
 * The events of an event stream, or one `done` where the server (or a proxy) answered with plain JSON.
 *
 * @param {string} url
 * @param {Question} question
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<ChatEvent>}
 */
async function* streamed(url, question, signal) {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(stop, SILENCE);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, SILENCE);
  };
  try {
    const response = await post(url, question, 'text/event-stream', silence.signal);
    if (response.headers.get('Content-Type')?.includes('json')) {
      yield { type: 'done', answer: await response.json() };
      return;
    }
    if (!response.body) throw new TypeError('no body');
    for await (const { event, data } of serverSentEvents(response.body, alive)) {
      yield /** @type {ChatEvent} */ ({ type: event, ...JSON.parse(data) });
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/**
 * Asks the question: the events as they come, `done` last. Where the stream fails or is cut, the whole
 * answer is fetched once more as JSON.
 *
 * @param {string} url
 * @param {Question} question
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<ChatEvent>}
 * @throws {Refusal} the server says no
 * @throws {Broken} neither way got through
 * @throws {DOMException} `AbortError`, when `signal` fired
 */
export async function* ask(url, question, signal) {
  let begun = false;
  try {
    for await (const event of streamed(url, question, signal)) {
      if (event.type === 'error') throw new Refusal(event.problem ?? {});
      begun ||= event.type !== 'accepted';
      yield event;
      if (event.type === 'done') return;
    }
  } catch (error) {
    if (signal.aborted || error instanceof Refusal) throw error;
  }
  signal.throwIfAborted();
  try {
    const response = await post(url, question, 'application/json', signal);
    yield { type: 'done', answer: await response.json() };
  } catch (error) {
    if (signal.aborted || (error instanceof Refusal && !begun)) throw error;
    throw new Broken(begun);
  }
}

/**
 * What the chat needs to know of the city.
 *
 * @param {string} url
 * @returns {Promise<import('./types.js').CityView>}
 * @throws {Refusal|TypeError}
 */
export async function describe(url) {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) throw await refusal(response);
  return response.json();
}
