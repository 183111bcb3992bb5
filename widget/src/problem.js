import { Broken, Refusal } from './client.js';

/** @param {import('./types.js').Problem} problem */
const aboutContext = (problem) => /context|kontext/.test(problem.type ?? '');

/**
 * Whether a refusal means the follow-up token (expired, forged) and not the question.
 *
 * @param {unknown} error
 */
export const contextRefused = (error) => error instanceof Refusal && aboutContext(error.problem);

/**
 * One clear sentence about what went wrong and what to do. Where the fault is in the question, the server
 * knows best; for overload and outages our own words serve, as a proxy may have answered.
 *
 * @param {unknown} error
 * @param {import('./texts.js').Say} say
 */
export function explain(error, say) {
  if (error instanceof Broken) return say(error.begun ? 'error.cut' : 'error.offline');
  if (!(error instanceof Refusal)) return say('error.server');
  const { status = 500, detail } = error.problem;
  if (status === 429 || status === 503) {
    return error.wait ? say('error.busy.seconds', { seconds: error.wait }) : say('error.busy');
  }
  if (status >= 500) return say('error.server');
  if (status === 403) return detail ?? say('error.origin');
  if (status === 404) return detail ?? say('error.city');
  return detail ?? say('error.refused');
}
