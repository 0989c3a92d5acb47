// Puts the page together: node tools/site.mjs ENGINE SITE [--quick]
//
// ENGINE (kamerloep.mjs, kamerloep.wasm, the notices) + web/ + assets/documents/ → SITE. The page's modules become one file,
// all script and style is minified, and everything is compressed. --quick (the developer's loop) only copies.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, pack } from './pack.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const [engine, site, quick] = process.argv.slice(2);

const files = new Map();  // name in the site → bytes
for (const [from, to] of [[engine, ''], [join(top, 'web'), ''], [join(top, 'assets/documents'), 'documents']]) {
  for (const file of existsSync(from) ? filesBelow(from) : []) files.set(join(to, relative(from, file)), readFileSync(file));
}
if (!quick) await minify();

function text(name) {
  return files.get(name).toString();
}

async function minify() {
  const { build, transform } = await import('esbuild');
  const shrink = { minify: true, target: 'es2022', legalComments: 'none', charset: 'utf8' };

  // kamerloep.js with all that it imports; the engine stays apart, for it is loaded while the page starts.
  const bundle = await build({
    ...shrink, entryPoints: [join(top, 'web/kamerloep.js')], bundle: true, format: 'esm', write: false, metafile: true,
    external: ['./kamerloep.mjs'], absWorkingDir: top,
  });
  for (const input of Object.keys(bundle.metafile.inputs)) files.delete(relative('web', input));
  files.set('kamerloep.js', Buffer.from(bundle.outputFiles[0].contents));

  for (const name of files.keys()) {
    const loader = { js: 'js', mjs: 'js', css: 'css' }[name.split('.').pop()];
    if (loader && name !== 'kamerloep.js') files.set(name, Buffer.from((await transform(text(name), { ...shrink, loader })).code));
    // What the page asks for in advance is not there any more as a file of its own.
    if (name.endsWith('.html')) {
      files.set(name, Buffer.from(text(name).replace(/^ *<link rel="modulepreload" href="([^"]+)">\n/gm,
        (link, target) => files.has(target) ? link : '')));
    }
  }
}

for (const [name, bytes] of files) {
  const file = join(site, name);
  // A file that did not change keeps its time, and with it its compressed twins.
  if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
for (const file of existsSync(site) ? filesBelow(site) : []) {  // what is left of an older build
  const name = relative(site, file);
  if (!files.has(name.replace(/\.(br|gz)$/, '')) && name !== '.stamp') rmSync(file);
}
if (!quick) pack(site);
// Last, so that a page that reloads finds everything.
writeFileSync(join(site, '.stamp'), `${Date.now()}\n`);
