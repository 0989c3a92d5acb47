// PDF in the page: pdf.js under the strict policy, loaded only when a PDF is opened, and what it says of files it cannot read.
// That pdf.js and Poppler give the same lines is tested in tests/read/test_pdf.cpp.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setup } from './lib.mjs';

const corpus = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/corpus/aanhangsel-pdf');
const world = setup();

/** A PDF with one page that draws `content`. */
function tinyPdf(content, more = '') {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[4 0 R]/Count 1>>', '<</Type/Font/Subtype/Type1/BaseFont/Courier>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    `<</Filter/Standard/V 1/R 2/P -4/O<${'7'.repeat(64)}>/U<${'7'.repeat(64)}>>>`,
  ];
  let out = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${out}xref\n0 7\n0000000000 65535 f \n${table}trailer\n<</Size 7/Root 1 0 R${more}>>\nstartxref\n${out.length}\n%%EOF\n`;
}
const text = 'BT /F1 10 Tf 60 700 Td (Vraag 1) Tj ET';

/** The page's own way from bytes to SourceText, or the error. */
const read = (page, bytes) => page.evaluate(async (list) => {
  const [{ read }, { default: factory }] = await Promise.all([import('/pdf.js'), import('/kamerloep-readers.mjs')]);
  const module = await factory();
  return read(new Uint8Array(list), 'x.pdf', (pages) => {
    const [given, name] = [pages, 'x.pdf'].map((value) => {
      const utf8 = new TextEncoder().encode(value);
      const at = module._kr_alloc(utf8.length);
      module.HEAPU8.set(utf8, at);
      return [at, utf8.length];
    });
    const at = module._kr_read_pdf(...given, ...name);
    return JSON.parse(new TextDecoder().decode(module.HEAPU8.slice(at, at + module._kr_result_size())));
  });
}, [...Buffer.from(bytes, typeof bytes === 'string' ? 'latin1' : undefined)]);

test('a PDF is read under the strict policy, and pdf.js is loaded only then', async () => {
  const asked = [];
  const page = await world.open('', { wait: false, before: (p) => p.on('request', (request) => asked.push(new URL(request.url()).pathname)) });
  await page.waitForTimeout(500);
  assert.deepEqual(asked.filter((path) => /pdf/.test(path)), []);
  const { sources } = await read(page, tinyPdf(text));
  assert.equal(sources[0].text, 'Vraag 1');
  assert.equal(sources[0].format, 'pdf');
  assert.ok(asked.includes('/pdfjs/pdf.min.mjs') && asked.includes('/pdfjs/pdf.worker.min.mjs'));
  for (const name of existsSync(corpus) ? readdirSync(corpus) : []) {
    const { sources: [source] } = await read(page, readFileSync(join(corpus, name)));
    assert.match(source.text, /\nVraag 1\n/, name);
  }
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.context().close();
});

test('what a PDF that cannot be read is', async () => {
  const page = await world.open('', { wait: false });
  const code = async (bytes) => (await read(page, bytes)).error?.code;
  assert.equal(await code(tinyPdf('0.9 g 10 10 50 50 re f')), 'pdf_scanned');
  assert.equal(await code(tinyPdf(text, '/Encrypt 6 0 R/ID[<00><00>]')), 'pdf_encrypted');
  assert.equal(await code(`%PDF-1.4\n${'x'.repeat(3000)}`), 'pdf_damaged');
  assert.equal(await code(tinyPdf(text).slice(0, 120)), 'pdf_damaged');
  await page.context().close();
});

test('reading a PDF can be stopped', async () => {
  const page = await world.open('', { wait: false });
  const reason = await page.evaluate(async (list) => {
    const { read } = await import('/pdf.js');
    const stop = new AbortController();
    stop.abort();
    return read(new Uint8Array(list), 'x.pdf', () => 'read', { signal: stop.signal }).catch((error) => error.name);
  }, [...Buffer.from(tinyPdf(text))]);
  assert.equal(reason, 'AbortError');
  await page.context().close();
});
