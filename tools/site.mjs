// Puts the page together: node tools/site.mjs ENGINE SITE [--quick]
//
// ENGINE (kamerloep.mjs, kamerloep.wasm, the notices) + web/ + assets/documents/ → SITE. The page's modules become one file,
// all script and style is minified, and everything is compressed. --quick (the developer's loop) only copies.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, pack } from './pack.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const [engine, site, quick] = process.argv.slice(2);

const files = new Map();  // name in the site → bytes
for (const [from, to] of [[engine, ''], [join(top, 'web'), ''], [join(top, 'assets/documents'), 'documents'], [join(top, 'assets/ui/later'), '']]) {
  for (const file of existsSync(from) ? filesBelow(from) : []) files.set(join(to, relative(from, file)), readFileSync(file));
}
// pdf.js, which only a PDF loads: the build for older browsers too, minified by its makers.
const pdfjs = 'pdfjs';
for (const name of ['pdf.min.mjs', 'pdf.worker.min.mjs']) {
  files.set(join(pdfjs, name), readFileSync(join(top, 'node_modules/pdfjs-dist/legacy/build', name)));
}
if (!quick) await minify();

function text(name) {
  return files.get(name).toString();
}

async function minify() {
  const { build, transform } = await import('esbuild');
  const shrink = { minify: true, target: 'es2022', legalComments: 'none', charset: 'utf8' };

  // kamerloep.js with all that it imports, and each module that is imported later with all that it imports; what Emscripten made
  // stays apart.
  const bundle = await build({
    ...shrink, entryPoints: [join(top, 'web/kamerloep.js')], bundle: true, splitting: true, format: 'esm', write: false, metafile: true,
    external: ['./kamerloep.mjs', './kamerloep-readers.mjs'], absWorkingDir: top, outdir: '/', entryNames: '[name]', chunkNames: '[name]',
  });
  for (const input of Object.keys(bundle.metafile.inputs)) files.delete(relative('web', input));
  const bundled = new Set();
  for (const { path, contents } of bundle.outputFiles) {
    bundled.add(basename(path));
    files.set(basename(path), Buffer.from(contents));
  }
  // A part that is loaded later and imports of the start would split the start in two: one more round trip for every visitor.
  const start = Object.values(bundle.metafile.outputs).find((output) => output.entryPoint?.endsWith('web/kamerloep.js'));
  const early = start.imports.filter((one) => one.kind === 'import-statement' && !one.external);
  if (early.length) throw new Error(`kamerloep.js is not one file: it needs ${early.map((one) => one.path).join(', ')}`);

  for (const name of files.keys()) {
    const loader = { js: 'js', mjs: 'js', css: 'css' }[name.split('.').pop()];
    if (loader && !bundled.has(name) && dirname(name) !== pdfjs) files.set(name, Buffer.from((await transform(text(name), { ...shrink, loader })).code));
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
