import { h } from './dom.js';
import { silence, sound } from './sound.js';

/** @typedef {import('./texts.js').Say} Say */

/** The parts of the Web Speech API (WICG draft, 2025: `processLocally`, `available`) that are used here. */
/**
 * @typedef {object} Recogniser
 * @property {string} lang
 * @property {boolean} processLocally
 * @property {(event: {results: ArrayLike<ArrayLike<{transcript: string}>>}) => void} onresult
 * @property {(event: {error: string}) => void} onerror
 * @property {() => void} onend
 * @property {() => void} start
 * @property {() => void} stop
 * @property {() => void} abort
 *
 * @typedef {{new (): Recogniser, available?: (what: {langs: string[], processLocally: true}) => Promise<string>}} Recognition
 */

/** @returns {Recognition|undefined} */
const recognition = () => {
  const { SpeechRecognition, webkitSpeechRecognition } = /** @type {any} */ (globalThis);
  return SpeechRecognition ?? webkitSpeechRecognition;
};

/** With the region that recognisers want: `de-DE`. @param {string} language */
function tag(language) {
  const { region } = new Intl.Locale(language).maximize();
  return `${language}-${region}`;
}

/**
 * Whether the browser writes down speech without sending it anywhere.
 *
 * @param {string} language
 */
export async function canDictate(language) {
  const policy = /** @type {any} */ (document).featurePolicy; // Chromium's; elsewhere starting would fail
  if (policy?.allowsFeature('microphone') === false) return false;
  try {
    return (await recognition()?.available?.({ langs: [tag(language)], processLocally: true })) === 'available';
  } catch {
    return false; // not for this language, or not in this frame
  }
}

/**
 * The button beside the field: what is said stands in the field then, and nothing is sent.
 *
 * @param {import('./composer.js').Composer} composer
 * @param {string} language
 */
export function dictationButton(composer, language) {
  const { say, does, field, problem } = composer;
  /** @type {Recogniser|null} */
  let current = null;
  const button = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: () => (current ? current.stop() : start()) });
  const show = () => (button.textContent = say(current ? 'dictation.end' : 'dictation'));

  function start() {
    const recogniser = new /** @type {Recognition} */ (recognition())();
    recogniser.lang = tag(language);
    recogniser.processLocally = true;
    recogniser.onresult = ({ results }) => {
      if (current !== recogniser || !field.isConnected) return;
      const heard = Array.from(results, (result) => result[0]?.transcript ?? '').join(' ');
      composer.text = `${composer.text.trimEnd()} ${heard}`.trim();
      does.announce(heard);
    };
    recogniser.onerror = ({ error }) => {
      if (current === recogniser && error !== 'no-speech') fail();
    };
    recogniser.onend = () => {
      if (current === recogniser) silence();
    };
    sound(() => {
      current = null;
      recogniser.abort();
      show();
    });
    current = recogniser;
    show();
    recogniser.start();
  }
  function fail() {
    problem.textContent = say('dictation.failed');
    does.announce(say('dictation.failed'));
  }
  canDictate(language).then((can) => (button.hidden = !can));
  show();
  return button;
}
