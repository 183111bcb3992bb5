/** @typedef {import('./types.js').Answer} Answer */

/**
 * The words of an answer in reading order, a line each; what is announced to screen readers.
 *
 * @param {Answer} answer
 * @returns {string[]}
 */
export function spoken(answer) {
  return [
    ...(answer.notices ?? []),
    ...(answer.facts ?? []).map((fact) => (fact.label ? `${fact.label}: ${fact.value}` : fact.value)),
    ...(answer.blocks ?? []).flatMap((block) => [
      ...(block.heading ? [block.heading] : []),
      ...block.sentences.map((sentence) => sentence.text),
    ]),
    ...(answer.choices ?? []).map((choice) => choice.label),
  ];
}

/**
 * Question, answer, contact and sources as text to take along.
 *
 * @param {string} question
 * @param {Answer} answer
 * @param {import('./texts.js').Say} say
 */
export function plainText(question, answer, say) {
  const actions = (answer.actions ?? []).map((action) => `${action.label}: ${action.url}`);
  const contacts = (answer.contact ?? []).map((contact) =>
    [contact.name, contact.address, contact.telephone, contact.email, ...(contact.hours ?? [])].filter(Boolean).join(', '),
  );
  const sources = (answer.sources ?? []).map((source) => `[${source.number}] ${source.title}: ${source.url}`);
  const parts = [
    [`${say('question.yours')} ${question}`],
    spoken(answer),
    actions.length ? [`${say('actions')}:`, ...actions] : [],
    contacts.length ? [`${say('contact')}:`, ...contacts] : [],
    sources.length ? [`${say('sources')}:`, ...sources] : [],
    answer.footnote ? [answer.footnote] : [],
  ];
  return parts.filter((lines) => lines.length).map((lines) => lines.join('\n')).join('\n\n');
}
