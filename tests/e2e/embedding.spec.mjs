// Explorers as guests of somebody's page: several at once, events, methods, and gone without a trace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, frames, ready, setup, settled, state } from './lib.mjs';

const world = setup({ args: ['--js-flags=--expose-gc'] });

test('two explorers and an iframe on a page, each with its own view', async () => {
  const page = await world.open('voorbeeld.html');
  await ready(page, '#narrow');
  const wide = await state(page, '#wide');
  const narrow = await state(page, '#narrow');
  assert.equal(wide.query, 'grondstof');
  assert.deepEqual(wide.filters.map((f) => f.key), ['EZ']);
  assert.equal(wide.language, 'nl');
  assert.equal(narrow.query, '');
  assert.equal(narrow.language, 'en');
  assert.equal(narrow.total, 11);
  assert.ok((await frames(page, '#wide')) > 0);
  await page.locator('#narrow').scrollIntoViewIfNeeded();
  await eventually(async () => (await frames(page, '#narrow')) > 0, 'the second drawn once it is in sight');

  await page.evaluate(() => document.querySelector('#wide').search('china'));
  assert.equal((await state(page, '#narrow')).query, '');
  assert.equal(await page.title(), 'Kamerloep in uw artikel', 'a guest renames nothing');
  assert.equal(new URL(page.url()).hash, '');

  await page.locator('iframe').scrollIntoViewIfNeeded();
  const inner = await eventually(() => page.frames().find((f) => f.url().includes('index.html')), 'the iframe');
  await inner.waitForFunction(() => document.querySelector('kamerloep-explorer')?.view?.query === 'diversificatie');
  assert.deepEqual(page.troubles, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.context().close();
});

test('the events say what happened', async () => {
  const page = await world.open('voorbeeld.html', { wait: false, before: (p) => p.addInitScript(() => {
    globalThis.told = [];
    for (const name of ['ready', 'select', 'filter', 'error']) {
      document.addEventListener(`kamerloep:${name}`, (event) => { if (event.target.id === 'wide') globalThis.told.push([name, event.detail]); });
    }
  }) });
  await ready(page, '#wide');
  await page.evaluate(async () => {
    const explorer = document.querySelector('#wide');
    await explorer.search('china');
    await explorer.open('kst-36696-4/2');
    await explorer.setFilter('thema', []);
  });
  const told = await page.evaluate(() => globalThis.told);
  assert.deepEqual(told.map(([name]) => name), ['ready', 'filter', 'select']);
  assert.equal(told[0][1].total, 11);
  assert.equal(told[1][1].query, 'china');
  assert.ok(told[1][1].total > 0);
  assert.equal(told[2][1].id, 'kst-36696-4/2');
  assert.match(told[2][1].citation, /vraag 2/);
  assert.match(await page.locator('#chosen').innerText(), /vraag 2/);
  await page.context().close();
});

test('attributes change the view while it stands', async () => {
  const page = await world.open('voorbeeld.html');
  await page.evaluate(() => {
    const explorer = document.querySelector('#wide');
    explorer.setAttribute('query', 'china');
    explorer.setAttribute('ministry', 'BZ');
    explorer.setAttribute('lang', 'en');
    explorer.setAttribute('color-scheme', 'dark');
  });
  const now = await state(page, '#wide');
  assert.equal(now.query, 'china');
  assert.deepEqual(now.filters.map((f) => f.key), ['BZ']);
  assert.equal(now.language, 'en');
  assert.equal(now.scheme, 'dark');
  await page.context().close();
});

test('moved within the page it lives on', async () => {
  const page = await world.open('voorbeeld.html');
  await page.evaluate(() => document.querySelector('#wide').search('china'));
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('#wide')));
  await settled(page, '#wide');
  assert.equal((await state(page, '#wide')).query, 'china');
  await page.context().close();
});

test('a file added by hand is searched as well', async () => {
  const page = await world.open();
  const added = await page.evaluate(async () => {
    const response = await fetch('documents/kst-36696-4.txt');
    const text = (await response.text()).replace('Nr. 4 Lijst', 'Nr. 7 Lijst').replaceAll('China', 'Atlantis');
    const explorer = document.querySelector('kamerloep-explorer');
    const ok = await explorer.addFile(new File([text], 'eigen.txt'));
    return { ok, found: await explorer.search('Atlantis') };
  });
  assert.equal(added.ok, true);
  assert.ok(added.found.total > 0);
  assert.ok(added.found.corpusTotal > 11);
  await page.context().close();
});

test('fifty times added and removed, nothing stays behind', async () => {
  const page = await world.open('voorbeeld.html');
  const before = await page.evaluate(async () => {
    for (const element of document.querySelectorAll('kamerloep-explorer, iframe')) element.remove();
    await new Promise((done) => setTimeout(done, 200));
    // Every listener on window and document, counted from here on.
    globalThis.listeners = 0;
    for (const target of [window, document]) {
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      const kept = new Set();
      const key = (type, f, o) => `${type} ${typeof o === 'object' ? Boolean(o?.capture) : Boolean(o)}`;
      const ids = new WeakMap();
      let next = 0;
      const name = (type, f, o) => { if (!ids.has(f)) ids.set(f, ++next); return `${ids.get(f)} ${key(type, f, o)}`; };
      target.addEventListener = function (type, f, o) {
        const n = name(type, f, o);
        if (!kept.has(n)) { kept.add(n); globalThis.listeners += 1; }
        o?.signal?.addEventListener('abort', () => { if (kept.delete(n)) globalThis.listeners -= 1; }, { once: true });
        return add.call(this, type, f, o);
      };
      target.removeEventListener = function (type, f, o) {
        if (f && kept.delete(name(type, f, o))) globalThis.listeners -= 1;
        return remove.call(this, type, f, o);
      };
    }
    const cycle = async () => {
      const element = document.createElement('kamerloep-explorer');
      document.body.append(element);
      await element.ready;
      await element.search('grondstof');
      const drawn = element.frames;
      element.remove();
      await new Promise((done) => setTimeout(done, 0));
      return drawn;
    };
    globalThis.cycle = cycle;
    await cycle();
    return { listeners: globalThis.listeners, fonts: document.fonts.size };
  });
  const after = await page.evaluate(async () => {
    const memory = [];
    const weak = [];
    for (let i = 0; i < 50; ++i) {
      await globalThis.cycle();
      if (i % 10 === 9) {
        globalThis.gc?.();
        await new Promise((done) => setTimeout(done, 50));
        memory.push(performance.memory.usedJSHeapSize);
      }
    }
    return { listeners: globalThis.listeners, fonts: document.fonts.size, memory, weak };
  });
  assert.equal(after.listeners, before.listeners, 'listeners on window and document');
  assert.equal(after.fonts, before.fonts);
  assert.ok(after.memory.at(-1) < after.memory[0] * 1.5 + 4e6, `memory grows: ${after.memory}`);
  assert.deepEqual(page.troubles.filter((t) => !/context lost/i.test(t)), []);

  // And the next one works as the first did.
  const last = await page.evaluate(async () => {
    const element = document.createElement('kamerloep-explorer');
    document.body.prepend(element);
    await element.ready;
    return (await element.search('grondstof')).view;
  });
  assert.equal(last, 'canvas');
  await page.context().close();
});
