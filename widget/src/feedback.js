import { posting, request } from './client.js';
import { freshId, h } from './dom.js';
import { explain } from './problem.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./turn.js').Turn} Turn */

const LIMIT = 1000;
const REASONS = ['wrong', 'incomplete', 'outdated', 'unclear', 'other_topic', 'other'];
/** Greetings, questions back and ways to help in need are not there to be rated. */
const UNRATED = new Set(['small_talk', 'clarify', 'signposted']);

/**
 * @typedef {object} Said
 * @property {string} [reason]
 * @property {string} [comment]
 * @property {boolean} [share] whether the editors may see the question
 */

/**
 * Why an answer did not help; all of it may be left out.
 *
 * @param {import('./texts.js').Say} say
 * @param {(said: Said) => void} send
 */
function reasonsForm(say, send) {
  const [field = '', hint, problem] = ['comment', 'hint', 'problem'].map(freshId);
  const name = freshId('reason');
  const reasons = REASONS.map((value) => h('input', { type: 'radio', name, value }));
  const comment = h('textarea', { id: field, rows: 2, dir: 'auto', autocomplete: 'off', 'aria-describedby': `${problem} ${hint}` });
  const tooLong = h('p', { id: problem, class: 'field-problem' });
  const share = h('input', { type: 'checkbox' });

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const text = comment.value.trim();
    const count = [...text].length;
    const over = count > LIMIT;
    tooLong.textContent = over ? say('feedback.long', { count, limit: LIMIT }) : '';
    comment.setAttribute('aria-invalid', String(over));
    if (over) comment.focus();
    else send({ reason: reasons.find(({ checked }) => checked)?.value, comment: text, share: share.checked });
  }

  return h(
    'form',
    { id: freshId('reasons'), hidden: true, novalidate: true, onsubmit: submit },
    h(
      'fieldset',
      {},
      h('legend', {}, say('feedback.reason')),
      ...reasons.map((input) => option(input, say(/** @type {any} */ (`reason.${input.value}`)))),
    ),
    h('label', { for: field }, say('feedback.comment')),
    h('p', { id: hint, class: 'meta' }, say('feedback.comment.hint', { limit: LIMIT })),
    tooLong,
    comment,
    option(share, say('feedback.share')),
    h('button', { type: 'submit', class: 'secondary' }, say('feedback.send')),
  );
}

/** @param {HTMLInputElement} input @param {string} text */
const option = (input, text) => h('label', { class: 'option' }, input, ' ', text);

/**
 * Whether the answer helped: „Ja“ is sent at once, „Nein“ asks why first. It can be said anew; the last word
 * counts.
 *
 * @param {Turn} turn
 * @param {Answer} answer
 */
export function feedbackPart({ around, say, question }, answer) {
  if (UNRATED.has(answer.status)) return '';
  const id = freshId('feedback');
  const thanks = h('p', { class: 'meta' });
  const form = reasonsForm(say, (said) => send('not_helpful', said));
  const yes = button(say('feedback.helpful'), () => send('helpful', {}));
  const no = button(say('feedback.not_helpful'), () => open(form.hidden === true));
  no.setAttribute('aria-controls', form.id);
  open(false);
  let sending = false;

  /** @param {boolean} opened */
  function open(opened) {
    form.hidden = !opened;
    no.setAttribute('aria-expanded', String(opened));
  }

  /** @param {'helpful'|'not_helpful'} rating @param {Said} said */
  async function send(rating, { share, ...said }) {
    if (sending) return;
    sending = true;
    const { id: about, language, context } = answer;
    const body = { answer: about, rating, ...said, language, question: share ? question : '', context: context ?? '' };
    let text = say('feedback.thanks');
    try {
      await request(`${around.url}/feedback`, posting(body));
      if (form.matches(':focus-within')) no.focus();
      open(false);
      for (const one of [yes, no]) one.setAttribute('aria-pressed', String((one === yes) === (rating === 'helpful')));
    } catch (error) {
      text = say('feedback.failed', { why: explain(error, say) });
    }
    sending = false;
    thanks.textContent = text;
    around.announce(text);
  }

  return h('div', { class: 'feedback', role: 'group', 'aria-labelledby': id }, h('p', { id }, say('feedback')), yes, no, form, thanks);
}

/** @param {string} text @param {() => void} onclick */
const button = (text, onclick) => h('button', { type: 'button', class: 'secondary', 'aria-pressed': 'false', onclick }, text);
