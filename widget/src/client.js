/** @typedef {import('./types.js').Problem} Problem */

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

/** The connection broke and could not be mended; `begun` says whether part of the answer had arrived. */
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
 * Asks the server, without cookies and without telling the host page's address.
 *
 * @param {string} url
 * @param {RequestInit} [init]
 * @throws {Refusal} the server says no
 * @throws {TypeError} nothing got through
 * @throws {DOMException} `AbortError`, when the signal fired
 */
export async function request(url, init = {}) {
  const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', ...init });
  if (!response.ok) throw await refusal(response);
  return response;
}

/**
 * What a POST of this body needs.
 *
 * @param {unknown} body
 * @param {string} [accept]
 * @returns {RequestInit}
 */
export const posting = (body, accept = 'application/json') => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: accept },
  body: JSON.stringify(body),
});

/**
 * What the chat needs to know of the city.
 *
 * @param {string} url
 * @returns {Promise<import('./types.js').CityView>}
 * @throws {Refusal|TypeError}
 */
export const describe = async (url) => (await request(url, { cache: 'default' })).json();
