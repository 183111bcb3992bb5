/** What a key combination may still do: edit the text in the field. */
const EDITING = new Set(['a', 'z', 'y', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter']);
const OUTSIDE = /^(F\d+|ContextMenu|Browser\w+|Launch\w+|Media\w+|Help|Print\w*|GoBack|GoHome|OpenBrowser)$/;

/**
 * Whether a key would lead out of the terminal, or leave something behind for the next person (clipboard, zoom).
 *
 * @param {Pick<KeyboardEvent, 'key'|'ctrlKey'|'metaKey'|'altKey'|'getModifierState'>} event
 */
export function leaves(event) {
  if (OUTSIDE.test(event.key)) return true;
  if (event.getModifierState('AltGraph')) return false; // types a character
  if (event.altKey) return true;
  if (!event.ctrlKey && !event.metaKey) return false;
  return !EDITING.has(event.key.length === 1 ? event.key.toLowerCase() : event.key) && !/^(Control|Meta|Shift|Alt)$/.test(event.key);
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a click is anything but a plain one on something of ours. @param {MouseEvent} event */
function strays(event) {
  const onLink = event.composedPath().some((node) => node instanceof Element && node.matches('a, area'));
  return onLink || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
}

/**
 * Makes everything inert by which a browser leaves the page, opens another, or hands something on. What a page
 * can't hold (closing the window, the system's own keys) is the device's to lock: docs/operators/terminal.md.
 *
 * @param {ShadowRoot} root whose forms must not be sent by the browser
 */
export function lock(root) {
  /** @param {string[]} kinds @param {(event: any) => boolean} [which] */
  const refuse = (kinds, which = () => true) => {
    for (const kind of kinds) {
      addEventListener(kind, (event) => which(event) && stop(event), { capture: true, passive: false });
    }
  };
  refuse(['contextmenu', 'dragstart', 'dragover', 'drop', 'copy', 'cut']);
  refuse(['click', 'auxclick'], strays);
  refuse(['keydown'], leaves);
  refuse(['wheel'], (event) => event.ctrlKey); // zoom, which would stay
  root.addEventListener('submit', (event) => event.preventDefault());
  window.open = () => null;
  /** @type {any} */ (window).navigation?.addEventListener('navigate', (/** @type {any} */ event) => {
    if (event.cancelable && event.navigationType !== 'reload' && !event.destination.sameDocument) event.preventDefault();
  });
}
