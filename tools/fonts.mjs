// Subsets the interface fonts: node tools/fonts.mjs OUT (run by tools/prepare fonts). Prints each font's bytes.
// The same files serve ImGui (which reads outlines and advances only) and the HTML page.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const fonts = {
  'inter-400.ttf': '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  'inter-600.ttf': '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  'source-serif-4-400.ttf': '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4-600.ttf': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};

// What Dutch parliamentary texts and the interface use. A font gives what it has of these.
const ranges = [
  [0x20, 0x7e], [0xa0, 0xff], [0x100, 0x17f],  // Basic Latin, Latin-1, Latin Extended-A
];
const others =
  '‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€™−≈≠≤≥' +  // punctuation and signs (§ ° « » · × ½ ² are in Latin-1)
  '←↑→↓●■✓';
const strongOthers = '‐–—‘’“”„…•€→';
// Letters of names in the Kamer beside those of Dutch, its neighbours and Turkish.
const strongNames = 'ĆćČčĞğİıŁłŃńŐőŘřŚśŞşŠšŪūŻżŽž';
const isCommon = (c) => c < 0x7f || (c >= 0xc0 && c <= 0xff) || '«»§°·\u00a0'.includes(String.fromCodePoint(c)) || strongNames.includes(String.fromCodePoint(c));

// Out: hinting, variations, and layout (ImGui applies none; kerning would be 18 KB more in brotli).
const droppedTables = ['DSIG', 'STAT', 'meta', 'MVAR', 'HVAR', 'gvar', 'avar', 'fvar', 'GDEF', 'GPOS', 'GSUB', 'gasp', 'prep', 'fpgm', 'cvt '];

const Sets = { droppedTables: 3, names: 4 };  // hb_subset_sets_t
const flags = 0x1 /* no hinting */ | 0x40 /* keep the outline of .notdef */;

const require = createRequire(import.meta.url);
const { instance } = await WebAssembly.instantiate(readFileSync(require.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
const hb = instance.exports;
hb._initialize?.();

const tag = (text) => [...text].reduce((value, c) => value * 256 + c.charCodeAt(0), 0);

// `strong`: a heavy face, which has only what headings and names need; ImGui and the page take the rest from the other one.
function subset(bytes, strong) {
  const at = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer).set(bytes, at);
  const blob = hb.hb_blob_create(at, bytes.length, 2 /* writable */, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, flags);
  const unicodes = hb.hb_subset_input_unicode_set(input);
  for (const [first, last] of ranges) for (let c = first; c <= last; c++) if (!strong || isCommon(c)) hb.hb_set_add(unicodes, c);
  for (const c of strong ? strongOthers : others) hb.hb_set_add(unicodes, c.codePointAt(0));
  // No names: a changed font may not carry the reserved name of the original (OFL); the page names it in its own CSS.
  hb.hb_set_clear(hb.hb_subset_input_set(input, Sets.names));
  for (const table of droppedTables) hb.hb_set_add(hb.hb_subset_input_set(input, Sets.droppedTables), tag(table));
  const result = hb.hb_subset_or_fail(face, input);
  if (!result) throw new Error('HarfBuzz could not subset the font');
  const blobOut = hb.hb_face_reference_blob(result);
  const start = hb.hb_blob_get_data(blobOut, 0);
  const out = Buffer.from(new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blobOut)));
  hb.hb_blob_destroy(blobOut);
  hb.hb_face_destroy(result);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(at);
  return out;
}

// Of the signs `wanted` those that a font lacks, read from its cmap (format 4 or 12).
function missing(font, wanted) {
  const tables = font.readUInt16BE(4);
  let cmap = 0;
  for (let i = 0; i < tables; i++) {
    if (font.toString('latin1', 12 + 16 * i, 16 + 16 * i) === 'cmap') cmap = font.readUInt32BE(20 + 16 * i);
  }
  const present = new Set();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(table) !== 4) continue;
    const segments = font.readUInt16BE(table + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const end = font.readUInt16BE(table + 14 + 2 * s);
      const start = font.readUInt16BE(table + 16 + 2 * segments + 2 * s);
      for (let c = start; c <= end && c < 0xffff; c++) present.add(c);
    }
  }
  return [...wanted].filter((c) => !present.has(c.codePointAt(0))).join('');
}

const out = process.argv[2];
mkdirSync(out, { recursive: true });
let raw = 0, packed = 0;
for (const [name, source] of Object.entries(fonts)) {
  const font = subset(readFileSync(require.resolve(source)), /600/.test(name));
  writeFileSync(join(out, name), font);
  const brotli = brotliCompressSync(font).length;
  raw += font.length;
  packed += brotli;
  console.log(`${name}: ${font.length} bytes, brotli ${brotli}, without ${missing(font, /600/.test(name) ? strongOthers : others) || 'nothing'}`);
}
console.log(`all fonts: ${raw} bytes, brotli ${packed}`);
