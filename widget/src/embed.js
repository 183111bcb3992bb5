import { StadtLotse } from './element.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) StadtLotse.script = script.src;

// Where style sheets can't be constructed, what stands between the tags (a link to the full page) is shown.
if ('adoptedStyleSheets' in Document.prototype && !customElements.get('stadt-lotse')) {
  customElements.define('stadt-lotse', StadtLotse);
}
