import { StadtLotse } from './element.js';

const script = /** @type {HTMLScriptElement|null} */ (document.currentScript);
if (script) StadtLotse.script = script.src;

// Where style sheets can't be constructed, what stands between the tags (a link to the full page) is shown.
if ('adoptedStyleSheets' in Document.prototype && !customElements.get('stadt-lotse')) {
  customElements.define('stadt-lotse', StadtLotse);
}
