// Lays a .br and a .gz beside every file of a folder that gains by it; the server sends those.  node tools/pack.mjs FOLDER
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const compressible = new Set([
  '.css', '.html', '.js', '.json', '.mjs', '.svg', '.tsv', '.ttf', '.txt', '.wasm', '.webmanifest', '.xml',
]);

export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]);
}

export function pack(folder) {
  for (const file of filesBelow(folder)) {
    if (!compressible.has(extname(file))) continue;
    if (statSync(`${file}.br`, { throwIfNoEntry: false })?.mtimeMs >= statSync(file).mtimeMs) continue;
    const bytes = readFileSync(file);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${file}.br`, brotli);
    console.log(`${relative(folder, file)}: ${bytes.length} bytes, brotli ${brotli.length}`);
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) pack(process.argv[2]);
