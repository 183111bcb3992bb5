/** @typedef {import('./types.js').Answer} Answer */

/** @typedef {import('./texts.js').Say} Say */
/** @typedef {{text: string, language?: string}} Line */

/** @param {import('./types.js').FactLine} fact @param {Say} say */
export const labelOf = ({ label, kind }, say) => label || say(/** @type {any} */ (`fact.${kind}`));

/**
 * An answer in reading order without its contacts; sentences that a language model wrote are marked.
 *
 * @param {Answer} answer
 * @param {Say} say
 * @returns {Line[]}
 */
export function linesOf({ language, notices = [], facts = [], blocks = [], choices = [] }, say) {
  /** @param {string} text @param {string} [spoken] @returns {Line} */
  const line = (text, spoken = language) => ({ text, language: spoken });
  return [
    ...notices.map((text) => line(text)),
    ...facts.map((fact) => line(`${labelOf(fact, say)}: ${fact.value}`)),
    ...blocks.flatMap(({ heading, sentences }) => [
      ...(heading ? [line(heading)] : []),
      ...sentences.map(({ text, origin, language }) =>
        line(origin === 'model' ? `${say('model.badge')}: ${text}` : text, language),
      ),
    ]),
    ...choices.map(({ label }) => line(label)),
  ];
}

/** A line for each office. @param {Answer} answer */
export const contactsOf = ({ contact = [] }) =>
  contact.map(({ name, notice, address, telephone, email, hours = [] }) =>
    [name, notice, address, telephone, email, ...hours].filter(Boolean).join(', '),
  );

/**
 * The words of an answer in reading order, a line each; what is announced to screen readers.
 *
 * @param {Answer} answer
 * @param {Say} say
 */
export const spoken = (answer, say) => linesOf(answer, say).map(({ text }) => text);

/**
 * Question, answer, contact and sources as text to take along.
 *
 * @param {string} question
 * @param {Answer} answer
 * @param {Say} say
 */
export function plainText(question, answer, say) {
  const actions = (answer.actions ?? []).map((action) => `${action.label}: ${action.url}`);
  const contacts = contactsOf(answer);
  const sources = (answer.sources ?? []).map((source) => `[${source.number}] ${source.title}: ${source.url}`);
  const parts = [
    [`${say('question.yours')} ${question}`],
    spoken(answer, say),
    actions.length ? [`${say('actions')}:`, ...actions] : [],
    contacts.length ? [`${say('contact')}:`, ...contacts] : [],
    sources.length ? [`${say('sources')}:`, ...sources] : [],
    answer.footnote ? [answer.footnote] : [],
  ];
  return parts.filter((lines) => lines.length).map((lines) => lines.join('\n')).join('\n\n');
}
