import { h } from './dom.js';
import { contactsOf, linesOf } from './plain.js';
import { silence, sound } from './sound.js';

/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./texts.js').Say} Say */

/** Up to 200 characters, to a mark of punctuation if there is one: long utterances break off in Chromium. */
const BREATH = /.{1,200}(?:[.,;:!?](?=\s)|$)|.{1,200}(?:\s|$)|.{1,200}/gmu;

/**
 * A voice for a language that is on the device: with any other the answer would go to somebody's server.
 *
 * @param {string} language
 */
function localVoice(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  const fitting = voices.filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language);
  return fitting.find((voice) => voice.default) ?? fitting[0];
}

/** Calls now and, as voices may come late, when there are others. @param {() => void} look */
export function withVoices(look) {
  look();
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', look, { once: true });
}

/** @param {string} language */
export const canRead = (language) => localVoice(language) !== undefined;

/**
 * An answer for the ear, in pieces that a voice can say in one breath.
 *
 * @param {Answer} answer
 * @param {Say} say
 * @returns {import('./plain.js').Line[]}
 */
const piecesOf = (answer, say) =>
  [
    ...linesOf(answer, say),
    ...[say('contact'), ...contactsOf(answer)].map((text) => ({ text, language: answer.language })),
  ].flatMap(({ text, language }) => (text.match(BREATH) ?? []).map((text) => ({ text, language })));

/**
 * What reads an answer aloud; nothing is shown as long as the device has no voice of its own for it.
 * After a pause the sentence begins anew, as not every system can hold a voice.
 *
 * @param {Answer} answer
 * @param {Say} say
 * @returns {HTMLElement[]}
 */
export function readingButtons(answer, say) {
  const all = piecesOf(answer, say);
  const { language: own = 'de' } = answer;
  let next = 0;
  /** @type {SpeechSynthesisUtterance|null} kept, because some browsers forget one that nobody holds */
  let current = null;

  const press = () => {
    if (current) return silence();
    sound(pause);
    go();
  };
  const finish = () => {
    next = 0;
    silence();
    show();
  };
  const main = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: press });
  const end = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: finish }, say('speech.end'));
  const partly = h('span', { class: 'meta', hidden: true }, say('speech.partly'));

  function show() {
    main.textContent = say(current ? 'speech.pause' : next ? 'speech.resume' : 'speech');
    if (!current && !next && end.matches(':focus')) main.focus();
    end.hidden = !current && !next;
  }
  function pause() {
    current = null;
    speechSynthesis.cancel();
    show();
  }
  function go() {
    const piece = all[next];
    if (!piece) return finish();
    const utterance = new SpeechSynthesisUtterance(piece.text);
    const voice = localVoice(piece.language ?? own);
    const done = () => {
      if (current !== utterance) return;
      next += 1;
      go();
    };
    current = utterance;
    if (!voice) return done();
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = done;
    utterance.onerror = () => current === utterance && silence();
    speechSynthesis.speak(utterance);
    show();
  }
  withVoices(() => {
    main.hidden = !canRead(own);
    partly.hidden = main.hidden || all.every(({ language = own }) => canRead(language));
  });
  show();
  return [main, end, partly];
}
