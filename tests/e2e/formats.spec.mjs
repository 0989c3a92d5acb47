// Documents of every format, opened in the page: what the readers' module makes of them is what the page shows.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { call, eventually, ready, setup, state, view } from './lib.mjs';

const world = setup();
const here = dirname(fileURLToPath(import.meta.url));
const cases = join(here, '../cases/read');
const pdfs = join(here, '../../../shared/corpus/aanhangsel-pdf');  // beside the checkout; may be absent
const empty = (p) => p.route('**/manifest.json', (route) => route.fulfill({ json: { documents: [] } }));

/** The parts of a DOCX in a folder (what a DOCX has below word/) → a zip, nothing compressed. */
function zip(folder) {
  const crcOf = (bytes) => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    }
    return ~crc >>> 0;
  };
  const parts = [], listing = [];
  let at = 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path), name = Buffer.from(`word/${relative(folder, path)}`);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crcOf(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    listing.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name);
    at += 30 + name.length + bytes.length;
  }
  const size = Buffer.concat(listing).length, end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...listing, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
const molens = (format) => (format === 'docx' ? zip(join(cases, 'molens.docx')) : readFileSync(join(cases, `molens.${format}`)));

const texts = (shown) => shown.notices.map((n) => n.text).join('\n');

/** Opens bytes as a user's file. @returns {Promise<boolean>} */
const add = (page, name, bytes) => page.evaluate(([fileName, base64]) => {
  const content = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return document.querySelector('kamerloep-explorer').addFile(new File([content], fileName));
}, [name, Buffer.from(bytes).toString('base64')]);

for (const format of ['docx', 'html', 'xml', 'json']) {
  test(`one document as ${format}: the questions that the plain text has`, async () => {
    const seen = [];
    for (const kind of ['txt', format]) {
      const page = await world.open('#weergave=pagina', { before: empty });
      assert.equal(await add(page, `molens.${kind}`, molens(kind)), true);
      const now = await state(page);
      seen.push(now.items.map((item) => `${item.id} ${item.question}`));
      assert.deepEqual((await view(page)).notices.filter((n) => n.level === 'error'), []);
      assert.deepEqual(page.troubles, []);
      assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
      await page.context().close();
    }
    assert.ok(seen[0].length > 0);
    assert.deepEqual(seen[1], seen[0]);
  });
}

/** A PDF of one page with these lines. */
function tinyPdf(lines) {
  const content = `BT /F1 11 Tf 60 760 Td 15 TL ${lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const at = objects.map((object, i) => {
    const start = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = out.length;
  return `${out}xref\n0 6\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

test('a PDF: made here, and one of the Kamer', async () => {
  const page = await world.open('#weergave=pagina', { before: empty });
  const made = tinyPdf(['Vraag 1', 'Bent u bekend met het bericht over de dijken?', '', 'Antwoord 1', 'Ja, het kabinet kent het bericht.', '', 'Vraag 2', 'Wat vindt u daarvan?', '', 'Antwoord 2', 'Het kabinet bestudeert het.']);
  assert.equal(await add(page, 'dijken.pdf', made), true, texts(await view(page)));
  assert.equal((await state(page)).corpusTotal, 2);
  const [real] = existsSync(pdfs) ? readdirSync(pdfs).filter((name) => name.endsWith('.pdf')) : [];
  if (real) {
    assert.equal(await add(page, real, readFileSync(join(pdfs, real))), true, texts(await view(page)));
    const [first] = (await call(page, 'documents')).filter((one) => one.id.startsWith('ah-tk-'));
    assert.ok(first, 'it is known by its official number');
  }
  assert.deepEqual(page.troubles, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.context().close();
});

test('documents of other formats by address, in a manifest and in ?src=', async () => {
  const html = { contentType: 'text/html', body: molens('html') };
  const page = await world.open('?src=molens.html#weergave=pagina', { before: (p) => p.route('**/molens.html', (route) => route.fulfill(html)) });
  const count = (await state(page)).corpusTotal;
  assert.ok(count > 0, texts(await view(page)));
  await page.context().close();
  const listed = await world.open('#weergave=pagina', { before: async (p) => {
    await p.route('**/manifest.json', (route) => route.fulfill({ json: { documents: ['molens.html'] } }));
    await p.route('**/molens.html', (route) => route.fulfill(html));
  } });
  assert.equal((await state(listed)).corpusTotal, count);
  assert.ok((await call(listed, 'documents')).every((one) => !one.added));
  await listed.context().close();
});

test('damaged files: a sentence each, and nothing else breaks', async () => {
  const page = await world.open('#weergave=pagina');
  const docx = molens('docx');
  for (const [name, bytes] of [['half.docx', docx.subarray(0, docx.length / 2)], ['half.json', '[{"document": '], ['half.pdf', tinyPdf(['x']).slice(0, 60)], ['leeg.html', '<!doctype html><html></html>']]) {
    await add(page, name, bytes);
    await eventually(async () => texts(await view(page)).includes(name), `a sentence about ${name}`);
  }
  assert.doesNotMatch(texts(await view(page)), /error\.|Er ging iets mis|undefined|vastgelopen|liep vast/);
  assert.equal((await state(page)).total, 11);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('a document of another format is kept as the file it was', async () => {
  const page = await world.open('#weergave=pagina', { before: (p) => p.addInitScript(() => localStorage.setItem('kamerloep', JSON.stringify({ keep: true }))) });
  await add(page, 'molens.docx', molens('docx'));
  const count = (await state(page)).corpusTotal;
  assert.ok(count > 11);
  await page.reload();
  await ready(page);
  assert.equal((await state(page)).corpusTotal, count);
  await page.context().close();
});
