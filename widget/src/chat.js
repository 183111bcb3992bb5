import { ask } from './asking.js';
import { Refusal, describe } from './client.js';
import { Frame } from './frame.js';
import { freshKey, h } from './dom.js';
import { spoken } from './plain.js';
import { contextRefused, explain } from './problem.js';
import { applyLook, firstSettings } from './settings.js';
import { silence } from './sound.js';
import { catalogueOf, load, supported, texts } from './texts.js';
import { print, save } from './transcript.js';
import { Turn } from './turn.js';

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @typedef {object} Options
 * @property {string} base address of the server, without a slash at the end
 * @property {string} city
 * @property {string} language
 * @property {Partial<Settings>} settings to start with
 * @property {boolean} whole whether the page around follows what is chosen of the look
 * @property {string|null} privacy address of the page on data protection
 * @property {(() => void)|null} close null on the full page, which has nothing to close
 * @property {(city: import('./types.js').CityView) => void} described
 * @property {(settings: Settings) => void} [changed] after a change of the settings
 * @property {boolean} [kiosk] on a public terminal: no copying, saving, printing by the chat itself
 */

/** Seconds after which a question that came at a busy time is still asked again by itself. */
const LONGEST_WAIT = 120;

/** One conversation. It lives in memory only and ends with the page. */
export class Chat {
  /** @type {AbortController|null} */
  #running = null;
  /** @type {string|null} */
  #context = null;
  /** @type {Turn[]} */
  #turns = [];

  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    /** @type {Settings} */
    this.settings = { ...firstSettings(options.language), ...options.settings };
    /** @type {Partial<import('./types.js').CityView>} */
    this.city = {};
    this.url = `${options.base}/api/v1/cities/${encodeURIComponent(options.city)}`;
    this.frame = new Frame(
      {
        send: (question) => this.ask(question),
        stop: () => this.stop(),
        press: (question) => this.#pressed(question),
        change: (changed) => this.#change(changed),
        skip: () => this.#turns.at(-1)?.heading.focus(),
        kiosk: options.kiosk ?? false,
        menu: {
          print: () => print(this.frame, this.#turns),
          save: (form) => save(this.frame, this.#turns, form),
          topic: () => this.#newTopic(),
          remove: () => {
            this.reset();
            this.frame.composer.field.focus();
            this.frame.announcer.say(this.frame.view.say('deleted'));
          },
        },
        close: options.close,
      },
      this.#view(),
    );
    this.#applyLook();
    this.#describe();
  }

  /** Forgets the conversation: a running answer is ended, what was asked, answered and typed is gone. */
  reset() {
    silence();
    this.#context = null;
    this.#turns = [];
    this.stop();
    this.#running = null;
    this.frame.clear();
    this.frame.composer.busy = false;
  }

  /** Ends a running answer. */
  stop() {
    this.#running?.abort();
  }

  /**
   * @param {string} question
   * @returns {boolean} false while another answer is under way
   */
  ask(question) {
    if (this.#running) return false;
    const turn = new Turn(question, {
      say: this.frame.view.say,
      language: this.frame.view.language,
      url: this.url,
      kiosk: this.options.kiosk ?? false,
      unfolded: !this.options.close,
      ask: (next) => this.#pressed(next),
      edit: (again) => this.#edit(again),
      print: (one) => print(this.frame, [one]),
      announce: (text) => this.frame.announcer.say(text),
    });
    this.#turns.push(turn);
    this.frame.add(turn);
    this.#run(turn);
    return true;
  }

  /** @returns {import('./frame.js').View} */
  #view() {
    const language = supported(this.settings.language);
    const { base, city } = this.options;
    const about = `?city=${encodeURIComponent(city)}&lang=${language}`;
    return {
      say: texts(catalogueOf(language, this.settings.style)),
      language,
      settings: this.settings,
      city: this.city,
      logo: this.city.logo ? base + this.city.logo : null,
      privacy: this.options.privacy ?? this.city.privacy_url ?? `${base}/datenschutz${about}`,
      accessibility: `${base}/barrierefreiheit${about}`,
    };
  }

  async #describe() {
    try {
      [this.city] = await Promise.all([describe(this.url), this.#load()]);
    } catch (error) {
      await this.#load();
      this.frame.complain(explain(error, this.frame.view.say), () => this.#describe());
      return;
    }
    this.frame.describe(this.#view());
    this.options.described(/** @type {import('./types.js').CityView} */ (this.city));
  }

  /** On the server's own pages the page around the chat follows. */
  #applyLook() {
    applyLook(this.frame.node, this.settings);
    if (this.options.whole) applyLook(document.documentElement, this.settings);
  }

  #load() {
    const { language, style } = this.settings;
    return load(this.options.base, catalogueOf(supported(language), style));
  }

  /** @param {Partial<Settings>} changed */
  async #change(changed) {
    Object.assign(this.settings, changed);
    this.#applyLook();
    const otherTexts = changed.language || changed.style;
    if (otherTexts) await this.#load();
    this.options.changed?.(this.settings);
    if (!otherTexts) return;
    this.frame.build(this.#view());
    this.frame.composer.busy = this.#running !== null;
    this.frame.focusSetting(changed.language ? 'language' : 'style');
  }

  /** A question from a button. @param {string} question */
  #pressed(question) {
    const { composer, view } = this.frame;
    if (this.ask(question)) composer.field.focus();
    else composer.complain(view.say('question.busy'));
  }

  /** Puts a question back into the field, to be changed or asked again. @param {string} question */
  #edit(question) {
    const { composer } = this.frame;
    composer.text = question;
    composer.field.focus();
  }

  /**
   * @param {Turn} turn
   * @param {boolean} pressed whether a person wants it, who is then led on; otherwise nobody is torn away
   */
  #retry(turn, pressed) {
    if (this.#running) return;
    const { composer } = this.frame;
    if (composer.text.trim() === turn.question) composer.text = '';
    if (pressed || turn.slots.problem.matches(':focus-within')) composer.field.focus();
    turn.reset();
    this.#run(turn);
  }

  /** @param {Turn} turn */
  async #run(turn) {
    const { frame } = this;
    const running = new AbortController();
    silence();
    this.#running = running;
    frame.composer.busy = true;
    frame.follow();
    this.#tell(turn, turn.say('status.searching'));
    frame.scrollTo(turn.node);
    try {
      await this.#answer(turn, running.signal);
    } catch (error) {
      await this.#load();
      if (this.#turns.includes(turn)) this.#failed(turn, running.signal.aborted ? null : error);
    } finally {
      if (this.#running === running) {
        this.#running = null;
        frame.composer.busy = false;
        frame.scrollTo(turn.node);
      }
    }
  }

  /**
   * @param {Turn} turn
   * @param {unknown} error null if the person has stopped the answer
   */
  #failed(turn, error) {
    const { say } = turn;
    const wait = error instanceof Refusal && error.wait ? error.wait : 0;
    const byItself = wait > 0 && wait <= LONGEST_WAIT && turn.patient;
    /** @param {number} seconds */
    const busy = (seconds) => say('error.busy.auto', { seconds });
    const text = byItself ? busy(wait) : error ? explain(error, say) : say('status.stopped');
    turn.fail(text, () => this.#retry(turn, true));
    if (byItself) {
      turn.countDown(wait, busy, () => {
        if (turn === this.#turns.at(-1)) this.#retry(turn, false);
      });
    }
    this.frame.announcer.say(text);
    this.frame.composer.restore(turn.question);
  }

  /** Shows and announces how it stands, once. @param {Turn} turn @param {string} text */
  #tell(turn, text) {
    if (turn.progress(text)) this.frame.announcer.say(text);
  }

  /**
   * @param {Turn} turn
   * @param {AbortSignal} signal
   */
  async #answer(turn, signal) {
    try {
      const question = this.#question(turn.question);
      this.#load();
      const asked = { question, url: `${this.url}/chat`, answer: `${this.options.base}/api/v1/answers/${question.id}` };
      for await (const event of ask(asked, signal)) {
        if (event.type === 'accepted') this.#tell(turn, turn.waiting(event));
        else if (event.type === 'connection') this.#tell(turn, turn.connection(event.state));
        else turn.show(event);
        this.frame.scrollTo(turn.node);
        if (event.type === 'done') this.#answered(turn, event.answer);
      }
    } catch (error) {
      if (!this.#context || !contextRefused(error)) throw error;
      this.#context = null; // the thread is lost, the question need not be
      turn.remarks = [turn.say('error.context')];
      await this.#answer(turn, signal);
    }
  }

  /**
   * @param {string} question
   * @returns {import('./types.js').Question}
   */
  #question(question) {
    const { language, style } = this.settings;
    return {
      question,
      id: freshKey(),
      style,
      // The page's language is a hint; one that the city does not answer in would be refused.
      ...(this.city.languages?.includes(language) ? { language } : {}),
      ...(this.#context ? { context: this.#context } : {}),
    };
  }

  /**
   * @param {Turn} turn
   * @param {import('./types.js').Answer} answer
   */
  #answered(turn, answer) {
    this.#context = answer.context ?? null;
    this.frame.announcer.say([turn.say('status.answer'), ...turn.remarks, ...spoken(answer, turn.say)].join('\n'));
  }

  /** The next question stands for itself. */
  #newTopic() {
    this.#context = null;
    const text = this.frame.view.say('topic.begun');
    this.frame.turns.append(h('p', { class: 'topic' }, text));
    this.frame.composer.field.focus();
    this.frame.announcer.say(text);
  }
}
