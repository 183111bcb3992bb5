import { Refusal } from './client.js';

/** @typedef {import('./types.js').ChatEvent} ChatEvent */
/** @typedef {{type: 'connection', state: 'lost'|'offline'|'back'}} Connection what happens between the events */

/** Takes the events of an answer from several ways at once, each number once, and hands them on in order. */
export class Inbox {
  /** @type {(ChatEvent|Connection)[]} */
  #events = [];
  #wake = () => {};
  /** @type {unknown} */
  #failure = null;
  /** The number of the next event, from 0. */
  next = 0;
  /** Whether part of the answer has come. */
  begun = false;
  ended = false;

  /**
   * @param {ChatEvent} event
   * @param {number} [number] where the server gave it none, it is the next one
   */
  take(event, number = this.next) {
    if (this.ended || number < this.next) return;
    this.next = number + 1;
    if (event.type === 'error') {
      this.end(new Refusal(event.problem ?? {}));
      return;
    }
    this.begun ||= event.type !== 'accepted';
    this.#add(event);
    if (event.type === 'done') this.end();
  }

  /** @param {Connection['state']} state */
  tell(state) {
    this.#add({ type: 'connection', state });
  }

  /** @param {ChatEvent|Connection} event */
  #add(event) {
    this.#events.push(event);
    this.#wake();
  }

  /** Nothing more will come. @param {unknown} [failure] */
  end(failure = null) {
    if (this.ended) return;
    this.ended = true;
    this.#failure = failure;
    this.#wake();
  }

  async *[Symbol.asyncIterator]() {
    for (;;) {
      const event = this.#events.shift();
      if (event) yield event;
      else if (this.#failure) throw this.#failure;
      else if (this.ended) return;
      else await new Promise((resolve) => (this.#wake = () => resolve(null)));
    }
  }
}
