import { LotseTerminal } from './terminal/terminal.js';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) LotseTerminal.script = script.src;

customElements.define('lotse-terminal', LotseTerminal);
