// Builds dist/embed.js: one classic script, so that its `integrity` covers every line that runs.
// `node build.mjs <file>` writes elsewhere, for comparing with what is committed.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

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

/** The catalogue serves the server's pages too; texts that only those use stay out of the script. */
const texts = {
  name: 'texts',
  setup(builder) {
    builder.onResolve({ filter: /^catalogues$/ }, () => ({ path: 'catalogues', namespace: 'texts' }));
    builder.onLoad({ filter: /.*/, namespace: 'texts' }, async () => {
      return { contents: JSON.stringify(await index()), loader: 'json' };
    });
    builder.onLoad({ filter: /texts\/\w+\.json$/ }, async ({ path }) => {
      const all = Object.entries(JSON.parse(await readFile(path, 'utf8')));
      const used = all.filter(([key]) => !key.startsWith('page.'));
      return { contents: JSON.stringify(Object.fromEntries(used)), loader: 'json' };
    });
  },
};

await build({
  entryPoints: [here('src/embed.js')],
  outfile: process.argv[2] ?? here('dist/embed.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022'],
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: '/* Stadtlotse, EUPL-1.2 */' },
  plugins: [styles, texts],
});
