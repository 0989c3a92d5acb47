// Opening documents in the page: chosen, pasted, dropped, by address; in slices with a way to stop; kept only if wanted.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { address, call, eventually, ready, screens, settled, setup, state, view } from './lib.mjs';

const world = setup();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const element = 'kamerloep-explorer';
const dialog = (page) => page.locator(`${element} dialog.documents`);
const texts = (shown) => shown.notices.map((n) => n.text).join('\n');
const own = (number, topic = 'dijken') => `Vraag ${number}\nBent u bekend met het bericht over ${topic} ${number}?\n\nAntwoord ${number}\nJa, het kabinet kent het bericht over ${topic} ${number}.\n`;
const file = (name, text, type = 'text/plain') => ({ name, mimeType: type, buffer: Buffer.from(text) });
const total = async (page, count) => eventually(async () => (await state(page)).corpusTotal === count, `${count} questions`, 8000);

async function openList(page) {
  await page.getByRole('button', { name: 'Openen', exact: true }).click();
  await dialog(page).waitFor();
}

/** A drop on the page; `files`: [name, bytes or text]. */
const drop = (page, files) => page.evaluate((given) => {
  const data = new DataTransfer();
  for (const [name, content] of given) data.items.add(new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
  document.querySelector('kamerloep-explorer').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}, files);

const paste = (page, text, target = 'body') => page.evaluate(([content, where]) => {
  const data = new DataTransfer();
  data.setData('text/plain', content);
  const at = where === 'body' ? document.body : document.querySelector('kamerloep-explorer').shadowRoot.querySelector(where);
  return !at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
}, [text, target]);

for (const face of ['canvas', 'pagina']) {
  test(`files chosen in the list, ${face}`, async () => {
    const page = await world.open(`#weergave=${face}`);
    if (face === 'canvas') await call(page, 'act', { type: 'ToggleDocuments' });
    else await openList(page);
    await dialog(page).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog(page).getByRole('button', { name: 'Kies bestanden' }).click()]);
    await chooser.setFiles([file('een.txt', own(1)), file('twee.txt', own(2))]);
    await total(page, 13);
    await dialog(page).waitFor({ state: 'hidden' });
    const shown = await view(page);
    assert.equal(shown.results.cards[0].id.split('/')[1], '1', 'what was opened comes first');
    assert.match(texts(shown), /2 bestanden geopend/);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });
}

test('the button on the canvas opens the list, Esc closes it, the focus returns', async () => {
  const page = await world.open();
  const { field } = await page.evaluate(() => document.querySelector('kamerloep-explorer').engine.output());
  await page.mouse.click(field.x + field.width + 110, field.y + field.height / 2);
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.activeElement?.localName), 'canvas');
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('several files dropped, one of them broken: the others open, the broken one is told', async () => {
  const page = await world.open('#weergave=pagina');
  await drop(page, [['een.txt', own(1)], ['kapot.bin', [0, 1, 2, 3, 0]], ['leeg.txt', ''], ['twee.txt', own(2)]]);
  await total(page, 13);
  const shown = await view(page);
  assert.match(texts(shown), /kapot\.bin is geen tekstbestand/);
  assert.match(texts(shown), /leeg\.txt is leeg/);
  await openList(page);
  await dialog(page).getByText('Niet gelezen').waitFor();
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('the same document again replaces', async () => {
  const page = await world.open('#weergave=pagina');
  await drop(page, [['een.txt', own(1)]]);
  await total(page, 12);
  await drop(page, [['nog eens.txt', own(1)]]);
  await eventually(async () => /nog eens\.txt was al geopend/.test(texts(await view(page))), 'the notice');
  assert.equal((await state(page)).corpusTotal, 12);
  await page.context().close();
});

test('pasted text is a document, but not in the search field', async () => {
  const page = await world.open('#weergave=pagina');
  assert.equal(await paste(page, 'grondstof', 'input[type=search]'), false);
  assert.equal(await paste(page, own(7)), true);
  await total(page, 12);
  assert.equal((await call(page, 'documents'))[0].title, 'Geplakte tekst 1');
  await page.context().close();
});

test('Ctrl+V on the canvas', async () => {
  const page = await world.open();
  await page.evaluate((text) => navigator.clipboard.writeText(text), own(3));
  await page.locator(`${element} canvas`).focus();
  await page.keyboard.press('Control+V');
  await total(page, 12);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('text pasted in the list, for who has no Ctrl', async () => {
  const page = await world.open('#weergave=pagina', { width: 390, height: 844, touch: true });
  await openList(page);
  await dialog(page).getByRole('button', { name: 'Plak tekst' }).click();
  await dialog(page).getByLabel('Plak hier de tekst').fill(own(9));
  await dialog(page).getByRole('button', { name: 'Open deze tekst' }).click();
  await total(page, 12);
  await page.context().close();
});

test('removed one by one and all together', async () => {
  const page = await world.open('#weergave=pagina');
  for (const n of [1, 2, 3]) await call(page, 'addText', own(n), `stuk ${n}.txt`);
  assert.equal((await state(page)).corpusTotal, 14);
  const [first] = await call(page, 'documents');
  assert.equal(first.added, true);
  await call(page, 'open', `${first.id}/1`);
  await openList(page);
  await dialog(page).getByRole('button', { name: 'Verwijder stuk 1.txt' }).click();
  await total(page, 13);
  assert.equal((await state(page)).item, '', 'its open question is closed, without a word');
  assert.equal(texts(await view(page)), '');
  assert.equal(await page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.activeElement?.dataset.do), 'remove', 'the focus stays in the list');
  await dialog(page).getByRole('button', { name: 'Verwijder alles wat u opende' }).click();
  await total(page, 11);
  await call(page, 'removeDocument', 'kst-36696-4');
  assert.equal((await state(page)).corpusTotal, 0);
  await page.context().close();
});

// ---- many files ------------------------------------------------------------------------------------------------------------
const many = (count, length) => Array.from({ length: count }, (_, i) => [`stuk ${i}.txt`, own(i + 1, `onderwerp ${'waterbeheer en dijken '.repeat(length)}`)]);

test('many files: progress, results that come as they are read, a page that stays alive', async () => {
  const page = await world.open('#weergave=pagina');
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      setTimeout(tick, 0);
    };
    tick();
    globalThis.totals = new Set();
    globalThis.bar = false;
    const explorer = document.querySelector('kamerloep-explorer');
    setInterval(() => {
      globalThis.totals.add(explorer.view.results.corpus_total);
      globalThis.bar ||= Boolean(explorer.shadowRoot.querySelector('.opening progress'));
    }, 5);
  });
  await drop(page, many(200, 400));
  await eventually(async () => (await state(page)).corpusTotal === 211, '211 questions', 60000);
  const { bar, totals, left } = await page.evaluate(() => ({ bar: globalThis.bar, totals: [...globalThis.totals], left: document.querySelector('kamerloep-explorer').shadowRoot.querySelectorAll('.opening').length }));
  assert.ok(bar, 'there was a progress bar');
  assert.ok(totals.length > 2, `some results came before the others: ${totals}`);
  assert.equal(left, 0, 'the bar leaves');
  assert.match(texts(await view(page)), /200 bestanden geopend/);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('many files: stopped on the way, what was read stays', async () => {
  const page = await world.open('#weergave=pagina');
  await drop(page, many(200, 800));
  await page.locator(`${element} .opening`).getByRole('button', { name: 'Stop' }).click();
  await eventually(async () => /Gestopt na \d+ van 200 bestanden/.test(texts(await view(page))), 'the notice', 20000);
  const there = (await state(page)).corpusTotal;
  assert.ok(there < 211, 'not everything was read');
  await settled(page);
  assert.equal((await state(page)).corpusTotal, there);
  await drop(page, [['daarna.txt', own(999)]]);
  await total(page, there + 1);
  await page.context().close();
});

test('many broken files are one message, and each has its reason in the list', async () => {
  const page = await world.open('#weergave=pagina');
  await drop(page, Array.from({ length: 12 }, (_, i) => [`kapot ${i}.bin`, [0, 1, 2, i]]));
  await eventually(async () => /12 bestanden konden niet worden gelezen: kapot 0\.bin, /.test(texts(await view(page))), 'the notice');
  assert.equal((await view(page)).notices.length, 1);
  await openList(page);
  assert.equal(await dialog(page).locator('.documents-failures li').count(), 12);
  await page.context().close();
});

// ---- kept ------------------------------------------------------------------------------------------------------------------
test('kept in this browser: there after a new visit, removed, gone', async () => {
  const page = await world.open('#weergave=pagina');
  const again = async () => {
    await page.reload();
    await ready(page);
  };
  await call(page, 'addText', own(1), 'eerder.txt');
  await openList(page);
  await dialog(page).getByLabel('Bewaar in deze browser').check();
  await eventually(() => page.evaluate(() => JSON.parse(localStorage.kamerloep).keep), 'the choice');
  await page.keyboard.press('Escape');
  await call(page, 'addText', own(2), 'later.txt');
  const { id } = (await call(page, 'documents')).find((one) => one.title === 'later.txt');
  await again();
  assert.equal((await state(page)).corpusTotal, 13);
  await page.goto(`${address(world)}?nieuw#item=${id}/2&weergave=pagina`);
  await ready(page);
  assert.equal((await state(page)).item, `${id}/2`, 'a link to what was kept');
  await call(page, 'removeDocument', id);
  await again();
  assert.deepEqual((await call(page, 'documents')).map((one) => one.title).filter((title) => title.endsWith('.txt')), ['eerder.txt']);
  await openList(page);
  assert.ok(await dialog(page).getByLabel('Bewaar in deze browser').isChecked());
  await dialog(page).getByLabel('Bewaar in deze browser').uncheck();
  await settled(page);
  assert.equal((await state(page)).corpusTotal, 12, 'it stays open');
  await again();
  assert.equal((await state(page)).corpusTotal, 11);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('without the wish nothing is kept', async () => {
  const page = await world.open('#weergave=pagina');
  await call(page, 'addText', own(1), 'eerder.txt');
  await page.reload();
  await ready(page);
  assert.equal((await state(page)).corpusTotal, 11);
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name)), []);
  await page.context().close();
});

test('storage denied: a sentence, and the rest works', async () => {
  const page = await world.open('#weergave=pagina', { before: (p) => p.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
  }) });
  await openList(page);
  const box = dialog(page).getByLabel('Bewaar in deze browser');
  if (await box.count()) await box.click();
  await dialog(page).getByText(/staat bewaren hier niet toe|tot u deze pagina sluit/).waitFor();
  await page.keyboard.press('Escape');
  await drop(page, [['een.txt', own(1)]]);
  await total(page, 12);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('two explorers on one page that read many files at once both come to an end', async () => {
  const page = await world.open('#weergave=pagina');
  const ended = await page.evaluate(async () => {
    const one = document.querySelector('kamerloep-explorer');
    const other = document.createElement('kamerloep-explorer');
    other.setAttribute('src', 'documents/manifest.json');
    await new Promise((ready) => {
      other.addEventListener('kamerloep:ready', ready, { once: true });
      document.body.append(other);
    });
    const text = (i) => `Vraag 1\nHoeveel bruggen ${i}?\n\nAntwoord 1\n${'Er is een brug. '.repeat(300)}`;
    const many = (explorer) => Promise.all(Array.from({ length: 60 }, (_, i) => explorer.addText(text(i), `${i}.txt`)));
    const done = Promise.all([many(one), many(other)]).then(() => true);
    return Promise.race([done, new Promise((late) => setTimeout(late, 20000, false))]);
  });
  assert.ok(ended);
  await page.context().close();
});

test('keeping that is switched off while files are still being kept leaves nothing', async () => {
  const page = await world.open('#weergave=pagina');
  await drop(page, Array.from({ length: 30 }, (_, i) => [`${i}.txt`, own(i + 100)]));
  await total(page, 41);
  await openList(page);
  const box = page.getByRole('checkbox', { name: /Bewaar/ });
  await box.click();
  await box.click();
  const left = () => page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('kamerloep');
    request.onsuccess = () => {
      const names = [...request.result.objectStoreNames];
      if (!names.length) return done(0);
      const count = request.result.transaction(names[0]).objectStore(names[0]).count();
      count.onsuccess = () => { request.result.close(); done(count.result); };
    };
  }));
  await eventually(async () => (await left()) === 0, 'an empty store');
  await page.waitForTimeout(500);
  assert.equal(await left(), 0);
  await page.context().close();
});

// ---- by address ------------------------------------------------------------------------------------------------------------
let elsewhere;
before(async () => {
  elsewhere = createServer((request, response) => {
    const open = request.url.startsWith('/open');
    response.writeHead(request.url.includes('weg') ? 404 : 200, { 'Content-Type': 'text/plain', ...(open && { 'Access-Control-Allow-Origin': '*' }) }).end(own(5));
  });
  await new Promise((done) => elsewhere.listen(0, '127.0.0.1', done));
});
after(() => elsewhere.close());
const foreign = (path) => `http://127.0.0.1:${elsewhere.address().port}${path}`;
const noise = /Failed to load resource|Access to fetch|CORS|Content Security Policy|violates/;

test('?src=: one address, and several', async () => {
  const page = await world.open(`?src=documents/kst-36696-4.txt#weergave=pagina`);
  assert.equal((await state(page)).corpusTotal, 11);
  await page.context().close();
  const two = await world.open('?src=documents/kst-36696-4.txt&src=anders.txt#weergave=pagina', { before: (p) => p.route('**/anders.txt', (route) => route.fulfill({ body: own(4) })) });
  assert.equal((await state(two)).corpusTotal, 12);
  assert.ok((await call(two, 'documents')).every((one) => !one.added));
  await two.context().close();
});

test('?src= of another site that allows it', async () => {
  const page = await world.open(`?src=${encodeURIComponent(foreign('/open.txt'))}#weergave=pagina`);
  assert.equal((await state(page)).corpusTotal, 1);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('?src= of another site that does not: what failed and what to do; other addresses open', async () => {
  const page = await world.open(`?src=${encodeURIComponent(foreign('/dicht.txt'))}&src=documents/kst-36696-4.txt#weergave=pagina`);
  const shown = await view(page);
  assert.match(texts(shown), /dicht\.txt kon niet worden opgehaald: 127\.0\.0\.1:\d+ staat niet toe .* Download het bestand/);
  assert.equal(shown.results.corpus_total, 11);
  assert.deepEqual(page.troubles.filter((one) => !noise.test(one)), []);
  await page.context().close();
});

test('?src= that is not there, and one that is no address', async () => {
  const page = await world.open(`?src=${encodeURIComponent(foreign('/open-weg.txt'))}&src=http://&src=bestaat-niet.txt#weergave=pagina`);
  const shown = texts(await view(page));
  assert.match(shown, /open-weg\.txt kon niet worden opgehaald: .* antwoordde met fout 404/);
  assert.match(shown, /bestaat-niet\.txt kon niet worden geladen/);
  assert.equal((await view(page)).notices.length, 3);
  await page.context().close();
});

// ---- what is loaded later ----------------------------------------------------------------------------------------------------
test('nothing of it is loaded before it is wanted; when it does not come, that is said', async () => {
  const asked = [];
  let broken = false;
  const page = await world.open('#weergave=pagina', { before: async (p) => {
    p.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await p.route(/readers|opening\.(css|tsv)/, (route) => (broken ? route.abort() : route.continue()));
  } });
  assert.deepEqual(asked.filter((path) => /opening|readers|pdf/.test(path)), []);
  broken = true;
  await page.getByRole('button', { name: 'Openen', exact: true }).click();
  await page.getByText('Een deel van Kamerloep dat hiervoor nodig is').waitFor();
  broken = false;
  await openList(page);
  await page.keyboard.press('Escape');
  broken = true;
  await drop(page, [['een.html', '<!doctype html><p>Vraag 1</p>'], ['een.txt', own(1)]]);
  await total(page, 12);
  assert.match(texts(await view(page)), /een\.html is niet gelezen: het deel van Kamerloep dat HTML leest/);
  await page.context().close();
});

// ---- looks -----------------------------------------------------------------------------------------------------------------
for (const [width, height] of [[1400, 900], [900, 700], [390, 844]]) {
  for (const dark of [false, true]) {
    test(`the list, ${width} ${dark ? 'dark' : 'light'}`, async () => {
      const page = await world.open('#weergave=pagina', { width, height, dark, dpr: width === 390 ? 2 : 1 });
      await call(page, 'addText', own(1), 'een eigen stuk.txt');
      await call(page, 'addFile', [1], 'x').catch(() => {});
      await drop(page, [['kapot.bin', [0, 1, 2, 3]]]);
      await eventually(async () => /kapot/.test(texts(await view(page))));
      await openList(page);
      await settled(page);
      await page.screenshot({ path: join(screens, `openen-${width}${dark ? '-dark' : ''}.png`) });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await page.context().close();
    });
  }
}
