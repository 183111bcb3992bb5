import { append, freshId, h } from './dom.js';
import { link, telUrl } from './links.js';
import { labelOf } from './plain.js';

/** @typedef {import('./texts.js').Say} Say */
/** @typedef {import('./types.js').Contact} Contact */
/** @typedef {import('./types.js').FactLine} FactLine */
/** @typedef {(number: number) => HTMLElement} Cite gives the mark that leads to a source */

/**
 * A part of an answer with its own heading. A group, as regions are landmarks, and a conversation would be full
 * of equal ones.
 *
 * @param {string} name class
 * @param {string} heading
 * @param {...import('./dom.js').Child} children
 */
export function part(name, heading, ...children) {
  const id = freshId(name);
  return h('div', { class: `${name} part`, role: 'group', 'aria-labelledby': id }, h('h4', { id }, heading), ...children);
}

/**
 * Facts under their labels; neighbours with the same label share it.
 *
 * @param {FactLine[]} facts
 * @param {Say} say
 * @param {Cite} cite
 */
export function factsPart(facts, say, cite) {
  const list = h('dl');
  let label = '';
  let group = h('div');
  for (const fact of facts) {
    const named = labelOf(fact, say);
    if (named !== label) {
      label = named;
      group = h('div', {}, h('dt', {}, label));
      list.append(group);
    }
    const address = fact.url ?? (fact.kind === 'telephone' ? telUrl(fact.value) : null);
    group.append(h('dd', {}, link(address, fact.value, say), '\u00a0', cite(fact.citation)));
  }
  return part('facts', say('facts'), list);
}

/**
 * One way to a person.
 *
 * @param {Contact} contact
 * @param {Say} say
 * @param {Cite} cite
 */
function contactCard(contact, say, cite) {
  /** @type {[string, import('./dom.js').Child[]][]} */
  const lines = [];
  if (contact.telephone) {
    lines.push([say('contact.telephone'), [link(telUrl(contact.telephone), contact.telephone, say)]]);
  }
  if (contact.email) lines.push([say('contact.email'), [link(`mailto:${contact.email}`, contact.email, say)]]);
  if (contact.address) lines.push([say('contact.address'), [h('bdi', {}, contact.address)]]);
  if (contact.hours?.length) {
    const hours = say(contact.notice ? 'contact.hours.usual' : 'contact.hours');
    lines.push([hours, contact.hours.map((line) => h('span', { class: 'line' }, h('bdi', {}, line)))]);
  }
  const { open_now: open, hint, notice, notice_citation: number } = contact;
  const card = h('div', { class: 'card' }, h('p', { class: 'name' }, h('bdi', {}, contact.name)));
  // It goes before the hours: closed on these days, moved, other hours.
  if (notice) card.append(h('p', { class: 'notice' }, notice, number && '\u00a0', number && cite(number)));
  if (typeof open === 'boolean') {
    card.append(h('p', { class: open ? 'open' : 'closed' }, say(open ? 'contact.open' : 'contact.closed')));
  } else if (hint) card.append(h('p', {}, hint));
  const details = h('dl');
  for (const [name, values] of lines) details.append(h('div', {}, h('dt', {}, name), h('dd', {}, ...values)));
  append(card, [lines.length > 0 && details, contact.url && h('p', {}, link(contact.url, say('contact.page'), say))]);
  return card;
}

/**
 * @param {Contact[]} contacts nearest first
 * @param {Say} say
 * @param {Cite} cite
 */
export function contactPart(contacts, say, cite) {
  return part('contact', say('contact'), ...contacts.map((contact) => contactCard(contact, say, cite)));
}

/**
 * What one can do now, as links that look like buttons.
 *
 * @param {import('./types.js').Action[]} actions
 * @param {Say} say
 */
export function actionsPart(actions, say) {
  const items = actions.map((action) => h('li', {}, link(action.url, action.label, say, { class: 'button' })));
  return part('actions', say('actions'), h('ul', { role: 'list' }, ...items));
}

/**
 * Questions to ask with one press.
 *
 * @param {string} name class
 * @param {string} heading
 * @param {{label: import('./dom.js').Child, question: string}[]} questions
 * @param {(question: string) => void} ask
 * @param {'h3'|'h4'} [level] of the heading
 */
export function questionsPart(name, heading, questions, ask, level = 'h4') {
  const items = questions.map(({ label, question }) =>
    h('li', {}, h('button', { type: 'button', class: 'question-button', onclick: () => ask(question) }, label)),
  );
  const id = freshId(name);
  return h(
    'div',
    { class: `${name} part`, role: 'group', 'aria-labelledby': id },
    h(level, { id }, heading),
    h('ul', { role: 'list' }, ...items),
  );
}

/**
 * The sources under their numbers; `lang` marks those in another language than the answer.
 *
 * @param {import('./types.js').Citation[]} sources
 * @param {Say} say
 * @param {string} language of the answer
 */
export function sourcesPart(sources, say, language) {
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium' });
  const items = sources.map((source) => {
    const title = source.heading ? `${source.title}: ${source.heading}` : source.title;
    const modified = source.modified ? new Date(source.modified) : null;
    const foreign = source.language && source.language !== language;
    const notes = [
      source.office,
      foreign && say(/** @type {any} */ (`language.${source.language}`)).replace('language.', ''), // if unknown, the code
      source.page && say('source.page', { page: source.page }),
      modified && !Number.isNaN(modified.getTime()) && say('source.modified', { date: date.format(modified) }),
    ].filter(Boolean);
    const named = link(source.url, title, say, { tabindex: -1, lang: source.language });
    if (named.localName === 'a') named.removeAttribute('tabindex');
    return h(
      'li',
      { value: source.number, 'data-source': source.number },
      named,
      notes.length > 0 && h('span', { class: 'meta' }, notes.join(' · ')),
    );
  });
  return part('sources', say('sources'), h('ol', {}, ...items));
}
