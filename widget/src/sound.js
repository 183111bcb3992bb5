/**
 * Ends what is read aloud or dictated. One page has one voice and one ear, however many chats are on it.
 *
 * @type {(() => void)|null}
 */
let ending = null;

/** Nothing speaks or listens any more, in any chat of the page. */
export function silence() {
  const end = ending;
  ending = null;
  end?.();
}

/** Silences all else; `end` is called when this is to end. @param {() => void} end */
export function sound(end) {
  silence();
  ending = end;
  addEventListener('pagehide', silence, { once: true }); // a browser may go on speaking on the next page
}
