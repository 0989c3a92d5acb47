// What goes wrong on the way: one clear sentence, a way on, and what was there stays.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventually, setup, state, view } from './lib.mjs';

const world = setup();
const expected = (page) => page.troubles.filter((t) => !/Failed to load resource|ERR_FAILED|404|503/.test(t));

test('a document that fails to load: a message, and retry', async () => {
  let broken = true;
  const page = await world.open('#q=china', { before: (p) => p.route('**/*.txt', (route) => (broken ? route.abort() : route.continue())) });
  const lost = await view(page);
  assert.equal(lost.results.corpus_total, 0);
  assert.match(lost.notices.map((n) => n.text).join(), /kst-36696-4\.txt kon niet worden geladen/);
  broken = false;
  await page.evaluate(() => document.querySelector('kamerloep-explorer').setAttribute('view', 'page'));
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await eventually(async () => (await state(page)).corpusTotal === 11, 'the document');
  assert.equal((await state(page)).query, 'china', 'the query was kept');
  assert.deepEqual((await view(page)).notices, []);
  assert.deepEqual(expected(page), []);
  await page.context().close();
});

test('an item in the link waits for a document that comes late', async () => {
  let broken = true;
  const page = await world.open('#item=kst-36696-4/3', { before: (p) => p.route('**/*.txt', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue())) });
  broken = false;
  await page.evaluate(() => document.querySelector('kamerloep-explorer').act({ type: 'Retry' }));
  await eventually(async () => (await state(page)).item === 'kst-36696-4/3', 'the item of the link');
  await page.context().close();
});

test('the engine that fails to load: a message, and retry', async () => {
  let broken = true;
  const page = await world.open('', { wait: false, before: (p) => p.route('**/kamerloep.wasm', (route) => (broken ? route.abort() : route.continue())) });
  await page.getByText('Kamerloep kon niet worden geladen').waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await eventually(async () => page.evaluate(() => Boolean(document.querySelector('kamerloep-explorer').engine)), 'the engine');
  await eventually(async () => (await state(page)).corpusTotal === 11, 'the document');
  await page.context().close();
});

test('a manifest with a broken entry keeps the others', async () => {
  const page = await world.open('', { before: (p) => p.route('**/manifest.json', (route) => route.fulfill({ json: { documents: [{ nothing: 1 }, { path: 'kst-36696-4.txt' }, 7] } })) });
  const shown = await view(page);
  assert.equal(shown.results.corpus_total, 11);
  assert.deepEqual(shown.notices.map((n) => n.text.match(/\d/)?.[0]), ['1', '3']);
  await page.context().close();
});

test('a manifest that is none, and one that is missing', async () => {
  for (const answer of [{ body: '<html>', contentType: 'text/html' }, { json: { other: 1 } }, { status: 404, body: '' }]) {
    const page = await world.open('', { before: (p) => p.route('**/manifest.json', (route) => route.fulfill(answer)) });
    const shown = await view(page);
    assert.equal(shown.notices.length, 1, JSON.stringify(shown.notices));
    assert.equal(shown.notices[0].level, 'error');
    await page.context().close();
  }
});

test('a document that is no document', async () => {
  for (const body of ['', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 255, 254]), 'Er was eens een tekst zonder vragen.']) {
    const page = await world.open('', { before: (p) => p.route('**/*.txt', (route) => route.fulfill({ body })) });
    const shown = await view(page);
    assert.equal(shown.notices.length, 1, JSON.stringify(shown.notices));
    assert.doesNotMatch(shown.notices[0].text, /error\.|Exception|undefined/);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  }
});

test('a hash full of nonsense is an ordinary start', async () => {
  for (const hash of ['#%%%', '#item=bestaat-niet/99', '#ministerie=&thema=%FF&jaar=abc&foo=bar&weergave=x&taal=fr', `#q=${'a'.repeat(5000)}`, '#volgorde=<script>&bron=maybe']) {
    const page = await world.open(hash);
    const now = await state(page);
    assert.equal(now.corpusTotal, 11);
    assert.equal(now.item, '');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  }
});

test('without WebGL the mirror is what the visitor gets, and why', async () => {
  const page = await world.open('#q=grondstof', { before: (p) => p.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; }) });
  const now = await state(page);
  assert.equal(now.view, 'page');
  assert.ok(now.total > 0);
  assert.ok(await page.getByText('Deze browser kan het beeld niet tekenen').isVisible());
  assert.equal(await page.getByRole('button', { name: 'Leesweergave' }).count(), 0, 'no switch to what cannot be');
  await page.locator('kamerloep-explorer .card-open').first().click();
  assert.notEqual((await state(page)).item, '');
  await page.context().close();
});

test('with storage denied everything works', async () => {
  const page = await world.open('', { before: (p) => p.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  }) });
  assert.equal((await state(page)).total, 11);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('without JavaScript a sentence and the official document', async () => {
  const page = await world.open('', { wait: false, context: { javaScriptEnabled: false } });
  assert.match(await page.locator('noscript, .noscript').first().innerText(), /JavaScript/);
  assert.equal(await page.locator('.noscript a').getAttribute('href'), 'https://zoek.officielebekendmakingen.nl/kst-36696-4.html');
  await page.context().close();
});

test('a clipboard that is refused is said', async () => {
  const page = await world.open('#item=kst-36696-4/5&weergave=pagina', { before: (p) => p.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
    document.execCommand = () => false;
  }) });
  await page.getByRole('button', { name: 'Kopieer citaat' }).click();
  await page.getByText('Kopiëren is niet toegestaan').waitFor();
  await page.context().close();
});

test('a file dropped on the page is opened here', async () => {
  const page = await world.open('#weergave=pagina', { before: (p) => p.route('**/manifest.json', (route) => route.fulfill({ json: { documents: [] } })) });
  assert.equal((await view(page)).results.heading, 'Nog geen document');
  const bytes = readFileSync(new URL('../../assets/documents/kst-36696-4.txt', import.meta.url), 'utf8');
  const prevented = await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'kst-36696-4.txt', { type: 'text/plain' }));
    const target = document.querySelector('kamerloep-explorer');
    const send = (type) => !target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    return [send('dragover'), target.hasAttribute('data-drop'), send('drop'), target.hasAttribute('data-drop')];
  }, bytes);
  assert.deepEqual(prevented, [true, true, true, false]);
  await eventually(async () => (await state(page)).corpusTotal === 11, 'the document');
  assert.deepEqual(expected(page), []);
  await page.context().close();
});
