// What the tests measure of a rendered page, shadow trees included. Evaluated as an expression; gives functions.
(() => {
  const SMALLEST_TARGET = 24;
  const TARGETS = 'a[href], button, select, textarea, input:not([type=hidden]), summary, [tabindex="0"]';
  const round = Math.round;

  const deep = (root) =>
    [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? deep(node.shadowRoot) : [])]);
  const parent = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host ?? null;
  const ancestors = (node) => (node ? [node, ...ancestors(parent(node))] : []);
  const shown = (node) => node.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true });
  const forReadersOnly = (node) => ancestors(node).some((one) => getComputedStyle(one).clipPath === 'inset(50%)');
  const described = (node) => `${node.localName}.${node.className} „${(node.ariaLabel ?? node.textContent ?? '').trim().slice(0, 40)}“`;

  /** Every run of visible text: its element and the boxes of its lines. */
  function texts() {
    const runs = [];
    const roots = [document.body, ...deep(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const node = text.parentElement;
        if (!text.data.trim() || !node || !shown(node) || node.closest('script, style, option') || forReadersOnly(node)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
        if (boxes.length) runs.push({ node, text: text.data.trim(), boxes });
      }
    }
    return runs;
  }

  /** Interactive elements that can be pointed at. */
  function targets() {
    return deep(document.body).filter((node) => {
      const { width, height } = node.getBoundingClientRect();
      return node.matches(TARGETS) && width > 1 && height > 1 && shown(node) && !forReadersOnly(node) && !node.matches('.conversation');
    });
  }

  /** WCAG 2.2, 2.5.8: targets that are too small, not in a line of text, and too near to others. */
  function smallTargets() {
    const all = targets().map((node) => ({ node, box: node.getBoundingClientRect() }));
    const small = ({ width, height }) => round(width) < SMALLEST_TARGET || round(height) < SMALLEST_TARGET;
    const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
    const inText = (node) =>
      getComputedStyle(node).display === 'inline' && (parent(node).textContent ?? '').trim().length > (node.textContent ?? '').trim().length;
    const crowded = (one) =>
      all.some((other) => {
        if (other === one) return false;
        const [x, y] = centre(one.box);
        if (small(other.box)) return Math.hypot(x - centre(other.box)[0], y - centre(other.box)[1]) < SMALLEST_TARGET;
        const dx = Math.max(other.box.left - x, 0, x - other.box.right);
        const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(dx, dy) < SMALLEST_TARGET / 2;
      });
    const bad = all.filter((one) => small(one.box) && !inText(one.node) && crowded(one));
    return { count: all.length, bad: bad.map(({ node, box }) => `${described(node)} ${round(box.width)} × ${round(box.height)}`) };
  }

  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  /** Any CSS colour as [red, green, blue, alpha], 0 to 255 and 0 to 1. */
  function rgba(colour) {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  function ground(node) {
    const layers = [];
    for (const one of ancestors(node)) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), rgba('Canvas'));
  }
  function luminance(colour) {
    const [r, g, b] = colour.slice(0, 3).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function ratio(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** WCAG 2.2, 1.4.3 and 1.4.11: text below 4.5:1 (large: 3:1), borders of fields below 3:1. */
  function pale() {
    const bad = [];
    const runs = texts();
    for (const { node, text } of runs) {
      const { color, fontSize, fontWeight } = getComputedStyle(node);
      const size = Number.parseFloat(fontSize);
      const enough = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) ? 3 : 4.5;
      const below = ground(node);
      const found = ratio(over(rgba(color), below), below);
      if (found < enough && !node.closest(':disabled, [aria-disabled=true]')) bad.push(`${described(node)} „${text.slice(0, 30)}“ ${found.toFixed(2)}`);
    }
    for (const node of targets().filter((one) => one.matches('textarea, select'))) {
      const { borderTopColor } = getComputedStyle(node);
      const found = ratio(rgba(borderTopColor), ground(parent(node)));
      if (found < 3) bad.push(`${described(node)} (Rand) ${found.toFixed(2)}`);
    }
    return { count: runs.length, bad };
  }

  /** Text that leaves the window sideways, or what clips it, or its own button; and targets that overlap. */
  function strayed() {
    const bad = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth) bad.push(`Seite ${page.scrollWidth} px breit in ${innerWidth} px`);
    for (const { node, text, boxes } of texts()) {
      const clips = ancestors(node).filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        return one !== document.documentElement && one !== document.body && (overflowX !== 'visible' || overflowY !== 'visible');
      });
      for (const box of boxes) {
        const aside = box.left < -1 || box.right > innerWidth + 1;
        const clipped = clips.find((one) => {
          const outer = one.getBoundingClientRect();
          const { overflowY } = getComputedStyle(one);
          const scrolls = overflowY === 'auto' || overflowY === 'scroll';
          return box.left < outer.left - 1 || box.right > outer.right + 1 || (!scrolls && !clips.some(scrolling) && (box.top < outer.top - 1 || box.bottom > outer.bottom + 1));
        });
        const scroller = clips.find(scrolling);
        const beyond = scroller && box.top + scroller.scrollTop < scroller.getBoundingClientRect().top - 1;
        const button = node.closest('button, .button');
        const outer = button?.getBoundingClientRect();
        const spilt = outer && (box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 2 || box.bottom > outer.bottom + 2);
        if (aside || clipped || beyond || spilt) bad.push(`${described(node)} „${text.slice(0, 30)}“ ${beyond ? 'oberhalb dessen, wohin man rollen kann' : aside ? 'aus dem Fenster' : clipped ? `abgeschnitten von ${clipped.className}` : 'aus der Schaltfläche'}`);
      }
    }
    return { count: texts().length, bad: [...new Set(bad), ...overlapping()] };
  }
  const scrolling = (node) => ['auto', 'scroll'].includes(getComputedStyle(node).overflowY);

  function overlapping() {
    const boxes = targets().filter((node) => node.matches('button, select, textarea, .button, summary') && !node.matches('.launcher')).map((node) => ({ node, box: node.getBoundingClientRect() }));
    const scroller = (node) => ancestors(node).find((one) => one !== node && scrolling(one)) ?? null;
    return boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => {
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        return wide > 1 && high > 1 && scroller(one.node) === scroller(other.node) ? [`${described(one.node)} überlappt ${described(other.node)}`] : [];
      }),
    );
  }

  /** WCAG 2.2, 1.4.12: the text spacing that readers may set. */
  function spaced(on) {
    const sheet = (window.spacing ??= new CSSStyleSheet());
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    for (const root of [document, ...deep(document).flatMap(({ shadowRoot }) => shadowRoot ?? [])]) {
      root.adoptedStyleSheets = on ? [...root.adoptedStyleSheets, sheet] : root.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  }

  /** Live regions of the chat's own trees that can be heard: what lies behind a modal dialog can't. */
  function liveRegions() {
    const all = deep(document);
    const modal = all.find((node) => node.matches(':modal'));
    return all
      .filter((node) => node.matches('[aria-live], [role=status], [role=alert], [role=log]') && !node.closest('dialog:not([open])'))
      .filter((node) => !modal || ancestors(node).includes(modal))
      .map(described);
  }

  /** Controls that lose their outline where colours are forced: neither border nor underline says what they are. */
  function borderless() {
    return targets()
      .filter((node) => node.matches('button:not(.quiet), select, textarea, .button'))
      .filter((node) => {
        const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(node);
        return borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) < 1 || ratio(rgba(borderTopColor), ground(parent(node))) < 3;
      })
      .map(described);
  }

  return { smallTargets, pale, strayed, spaced, liveRegions, borderless };
})()
