import { ask, describe } from './client.js';
import { Frame } from './frame.js';
import { spoken } from './plain.js';
import { contextRefused, explain } from './problem.js';
import { applyLook, firstSettings } from './settings.js';
import { catalogueOf, load, supported, texts } from './texts.js';
import { Turn } from './turn.js';

/** @typedef {import('./settings.js').Settings} Settings */

/**
 * @typedef {object} Options
 * @property {string} base address of the server, without a slash at the end
 * @property {string} city
 * @property {string} language
 * @property {string|null} privacy address of the page on data protection
 * @property {(() => void)|null} close null on the full page, which has nothing to close
 * @property {(city: import('./types.js').CityView) => void} described
 * @property {boolean} [kiosk] on a public terminal: no copying, saving, printing by the chat itself
 */

/** One conversation. It lives in memory only and ends with the page. */
export class Chat {
  /** @type {AbortController|null} */
  #running = null;
  /** @type {string|null} */
  #context = null;
  /** @type {Turn|null} */
  #last = null;

  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    /** @type {Settings} */
    this.settings = firstSettings(options.language);
    /** @type {Partial<import('./types.js').CityView>} */
    this.city = {};
    this.url = `${options.base}/api/v1/cities/${encodeURIComponent(options.city)}`;
    this.frame = new Frame(
      {
        send: (question) => this.ask(question),
        stop: () => this.stop(),
        press: (question) => this.#pressed(question),
        change: (changed) => this.#change(changed),
        skip: () => this.#last?.heading.focus(),
        close: options.close,
      },
      this.#view(),
    );
    applyLook(this.frame.node, this.settings);
    this.#describe();
  }

  /** Forgets the conversation: a running answer is ended, what was asked, answered and typed is gone. */
  reset() {
    this.stop();
    this.#context = null;
    this.#last = null;
    this.frame.clear();
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
      announce: (text) => this.frame.announcer.say(text),
    });
    this.#last = turn;
    this.frame.turns.append(turn.node);
    this.#run(turn);
    return true;
  }

  /** @returns {import('./frame.js').View} */
  #view() {
    const language = supported(this.settings.language);
    const privacy = this.options.privacy ?? this.city.privacy_url ?? `${this.options.base}/datenschutz`;
    return { say: texts(catalogueOf(language, this.settings.style)), language, settings: this.settings, city: this.city, privacy };
  }

  async #describe() {
    try {
      this.city = await describe(this.url);
    } catch (error) {
      this.frame.complain(explain(error, this.frame.view.say), () => this.#describe());
      return;
    }
    this.frame.describe(this.#view());
    this.options.described(/** @type {import('./types.js').CityView} */ (this.city));
  }

  /** @param {Partial<Settings>} changed */
  async #change(changed) {
    Object.assign(this.settings, changed);
    applyLook(this.frame.node, this.settings);
    if (!changed.language && !changed.style) return;
    const { language, style } = this.settings;
    await load(this.options.base, catalogueOf(supported(language), style));
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

  /** @param {Turn} turn */
  #retry(turn) {
    if (this.#running) return;
    const { composer } = this.frame;
    if (composer.text.trim() === turn.question) composer.text = '';
    composer.field.focus();
    turn.reset();
    this.#run(turn);
  }

  /** @param {Turn} turn */
  async #run(turn) {
    const { frame } = this;
    const running = new AbortController();
    this.#running = running;
    frame.composer.busy = true;
    frame.follow();
    turn.progress(turn.say('status.searching'));
    frame.announcer.say(turn.say('status.searching'));
    frame.scrollTo(turn.node);
    try {
      await this.#answer(turn, running.signal);
    } catch (error) {
      const stopped = running.signal.aborted;
      const text = stopped ? turn.say('status.stopped') : explain(error, turn.say);
      turn.fail(text, () => this.#retry(turn));
      frame.announcer.say(text);
      if (!stopped) frame.composer.restore(turn.question);
    } finally {
      this.#running = null;
      frame.composer.busy = false;
      frame.scrollTo(turn.node);
    }
  }

  /**
   * @param {Turn} turn
   * @param {AbortSignal} signal
   */
  async #answer(turn, signal) {
    try {
      for await (const event of ask(`${this.url}/chat`, this.#question(turn.question), signal)) {
        turn.show(event);
        this.frame.scrollTo(turn.node);
        if (event.type === 'accepted' && event.queue_place) {
          this.frame.announcer.say(turn.say('status.queue', { place: event.queue_place }));
        }
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
    this.frame.announcer.say([turn.say('status.answer'), ...turn.remarks, ...spoken(answer)].join('\n'));
  }
}
