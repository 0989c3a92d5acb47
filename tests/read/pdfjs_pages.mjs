// What pdf.js gives for PDFs, as the page passes it to kr_read_pdf:  node tests/read/pdfjs_pages.mjs FILE OUT [FILE OUT]…
// (Node has no picture classes; nothing is drawn.)
import { readFileSync, writeFileSync } from 'node:fs';

for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {};
console.warn = () => {};
const pdfjs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
const { pagesOf } = await import('../../web/pdf.js');

const files = process.argv.slice(2);
for (let i = 0; i + 1 < files.length; i += 2) {
  const pages = await pagesOf(pdfjs, new Uint8Array(readFileSync(files[i])), files[i]);
  writeFileSync(files[i + 1], JSON.stringify(pages));
}
