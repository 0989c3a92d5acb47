// Puts the page together: node tools/site.mjs SITE [--quick]
// Copies web/ and assets/documents/ into SITE beside the engine (which holds fonts and vocabularies), and lays a .br and .gz beside every file that
// gains by it. --quick (the developer's loop) leaves those out: the server then compresses by itself.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const top = join(dirname(fileURLToPath(import.meta.url)), '..');
const [site, quick] = process.argv.slice(2);

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]);
}

const wanted = new Set();  // every file of the site; what else lies there is from an older build
function copy(from, to) {
  wanted.add(to);
  const { mtime, size } = statSync(from);
  const there = statSync(to, { throwIfNoEntry: false });
  if (there?.size === size && there.mtimeMs === mtime.getTime()) return;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  utimesSync(to, mtime, mtime);
}

for (const [from, to] of [['web', ''], ['assets/documents', 'documents']]) {
  for (const file of filesBelow(join(top, from))) copy(file, join(site, to, relative(join(top, from), file)));
}
for (const name of ['kamerloep.mjs', 'kamerloep.wasm', 'THIRD_PARTY_NOTICES.txt']) wanted.add(join(site, name));

for (const file of filesBelow(site)) {
  const packed = /\.(br|gz)$/.test(file);
  if (!wanted.has(packed ? file.slice(0, -3) : file) && !file.endsWith('.stamp')) rmSync(file);
}

const compressible = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.tsv', '.ttf', '.txt', '.wasm', '.webmanifest', '.xml']);
for (const file of wanted) {
  if (quick || !compressible.has(extname(file)) || !existsSync(file)) continue;
  const { mtimeMs } = statSync(file);
  if (statSync(`${file}.br`, { throwIfNoEntry: false })?.mtimeMs >= mtimeMs) continue;
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotli);
  console.log(`${relative(site, file)}: ${bytes.length} bytes, brotli ${brotli.length}`);
}
// Last, so that a page that reloads finds everything.
writeFileSync(join(site, '.stamp'), `${Date.now()}\n`);
