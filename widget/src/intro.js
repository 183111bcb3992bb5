import { h } from './dom.js';
import { link, telUrl } from './links.js';
import { questionsPart } from './parts.js';

/**
 * What is said before the first question: who answers, what happens with the question, how to reach a
 * person (AI Act, article 50), and what others ask.
 *
 * @param {import('./texts.js').Say} say
 * @param {Partial<import('./types.js').CityView>} city
 * @param {{privacy: string, machineId: string, language: string}} about address of the page on data protection, id
 *   for the description, language of the texts
 * @param {(question: string) => void} ask
 */
export function intro(say, city, { privacy, machineId, language }, ask) {
  const machine = h('p', { id: machineId }, h('strong', {}, say('machine.short')), ' ', say('machine.long'));
  const { hotline, suggestions = [], greeting } = city;
  // What the city wrote is in its first language.
  const lang = city.languages?.[0] ?? language;
  const own = lang === language;
  return h(
    'div',
    { class: 'intro' },
    h('p', { class: 'greeting' }, (own && greeting) || say('greeting')),
    h(
      'div',
      { class: 'about' },
      machine,
      h('p', {}, say('privacy.short'), ' ', link(privacy, say('privacy.link'), say)),
      hotline &&
        h(
          'p',
          {},
          `${say('person')} `,
          h('bdi', { lang }, hotline.name),
          ': ',
          link(telUrl(hotline.telephone), hotline.telephone, say),
          ' ',
          hotline.hours && h('bdi', { lang }, `(${hotline.hours})`),
        ),
    ),
    suggestions.length > 0 &&
      questionsPart(
        'suggestions',
        say('suggestions'),
        suggestions.map((text) => ({ label: h('span', { lang, dir: 'auto' }, text), question: text })),
        ask,
        'h3',
      ),
  );
}
