// Builds dist/embed.js and dist/terminal.js: each one classic script, so that its `integrity` covers every line
// that runs. `node build.mjs <folder>` writes elsewhere, for comparing with what is committed.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { minify } from 'terser';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Style sheets become strings for constructable style sheets; esbuild's text loader alone would not minify. */
const styles = {
  name: 'styles',
  setup(builder) {
    builder.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};

/** What the script must know of the catalogues that it fetches: their versions, and the button's words. */
async function index() {
  const folder = here('texts/');
  const found = {};
  for (const name of (await readdir(folder)).sort()) {
    const text = await readFile(folder + name);
    const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
    found[name.replace('.json', '')] = [version, JSON.parse(text).launcher ?? ''];
  }
  return found;
}

/** The German texts that are shown before the server has answered, or if it never does. It gives the others. */
const FIRST =
  /^(launcher|close|title|greeting|machine\.(short|long)|privacy\.\w+|person|conversation|skip|newtab|retry|send|stop|question\.[^er]\w+|question\.empty|status\.(searching|lost|offline|stopped)|error\.(busy|cut|offline|server)|settings|dictation)$/;

/** @param {(key: string) => boolean} bundled which of the German texts are part of the script */
const texts = (bundled) => ({
  name: 'texts',
  setup(builder) {
    builder.onResolve({ filter: /^catalogues$/ }, () => ({ path: 'catalogues', namespace: 'texts' }));
    builder.onLoad({ filter: /.*/, namespace: 'texts' }, async () => {
      return { contents: JSON.stringify(await index()), loader: 'json' };
    });
    builder.onLoad({ filter: /texts\/\w+\.json$/ }, async ({ path }) => {
      const all = Object.entries(JSON.parse(await readFile(path, 'utf8')));
      const used = all.filter(([key]) => bundled(key));
      return { contents: JSON.stringify(Object.fromEntries(used)), loader: 'json' };
    });
  },
});

/** In the terminal's script nothing can make an anchor: all its modules get `terminal/links.js` for `links.js`. */
const withoutLinks = {
  name: 'without-links',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/links\.js$/ }, () => ({ path: here('src/terminal/links.js') }));
  },
};

/**
 * esbuild bundles; terser takes three hundredths more off the compressed size than esbuild's own minifier.
 *
 * @param {string} name @param {object[]} plugins @param {string} [notice] on other people's work in it
 */
async function script(name, plugins, notice = '') {
  const { outputFiles } = await build({
    entryPoints: [here(`src/${name}.js`)],
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    plugins: [styles, ...plugins],
  });
  const { code } = await minify(outputFiles[0].text, {
    ecma: 2022,
    compress: { passes: 3 },
    format: { preamble: `/* Stadtlotse, EUPL-1.2${notice && `\n\n${notice.trim()}\n`} */` },
  });
  const folder = process.argv[2] ?? here('dist');
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${name}.js`, `${code}\n`);
}

await script('embed', [texts((key) => FIRST.test(key))]);
await script('terminal', [texts((key) => !key.startsWith('page.')), withoutLinks], `Contains uqr:\n\n${await readFile(here('node_modules/uqr/LICENSE'), 'utf8')}`);
