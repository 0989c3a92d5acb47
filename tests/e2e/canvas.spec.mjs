// The canvas by mouse: what a reader does from the first look to a shared link.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, eventually, frames, setup, settled, state, view } from './lib.mjs';

const world = setup();

/** Clicks down a column of the canvas until `changed` says that something came of it. */
async function clickDown(page, x, from, to, changed, step = 6) {
  for (let y = from; y < to; y += step) {
    await page.mouse.click(x, y);
    await settled(page);
    if (await changed()) return y;
  }
  throw new Error(`nothing at x = ${x}`);
}

test('search, filter, open, copy, share and go back', async () => {
  const page = await world.open();
  const all = await state(page);
  assert.equal(all.view, 'canvas');
  assert.equal(all.total, 11);

  // The real text field lies over the drawn one.
  await page.mouse.click(600, 32);
  await page.keyboard.type('grondstof', { delay: 15 });
  await settled(page);
  const found = await state(page);
  assert.equal(found.query, 'grondstof');
  assert.ok(found.total > 0 && found.total < 11, `found ${found.total}`);
  const counts = (await view(page)).facets.flatMap((panel) => panel.sections).flatMap((section) => section.values);
  assert.ok(counts.every((value) => value.count <= 11));
  assert.ok(counts.some((value) => value.key === 'EZ' && value.count === found.total));

  // A ministry and a theme, by the boxes of the left rail.
  const chips = async () => (await state(page)).filters;
  const y = await clickDown(page, 32, 84, 400, async () => (await chips()).length === 1);
  assert.equal((await chips())[0].facet, 'ministerie');
  await clickDown(page, 32, y + 12, 860, async () => (await chips()).some((chip) => chip.facet === 'thema'), 9);
  const filters = await chips();
  const filtered = await state(page);
  assert.ok(filtered.total > 0);

  // The first card.
  await page.mouse.click(500, 240);  // also below several rows of chips
  await settled(page);
  const opened = await state(page);
  assert.equal(opened.item, filtered.items[0].id);
  const reader = (await view(page)).reader;
  const marked = [...reader.question, ...reader.answer].flatMap((p) => p.runs.filter((r) => r.style & 1).map((r) => p.text.slice(r.begin, r.end)));
  assert.ok(marked.length > 0 && marked.every((word) => /grondstof/i.test(word)), marked.join(' '));

  // The citation goes to the clipboard by the key c, with the canvas focused.
  await page.mouse.click(1000, 75);
  await page.keyboard.press('c');
  const copied = await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'a copied quotation');
  assert.match(copied, /Kamerstukken II 2025\/26, 36 696, nr\. 4, vraag \d+/);

  // The address is the view.
  assert.match(page.url(), /#.*q=grondstof/);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => document.querySelector('kamerloep-explorer')?.ready);
  await other.evaluate(() => document.querySelector('kamerloep-explorer').ready);
  const same = await state(other);
  assert.deepEqual([same.query, same.item, same.total, same.filters], [opened.query, opened.item, opened.total, filters]);

  await page.goBack();
  await eventually(async () => (await state(page)).item === '', 'the list, by Back');
  await page.goBack();
  await eventually(async () => (await state(page)).filters.length === filters.length - 1, 'one filter less');
  await page.goForward();
  await eventually(async () => (await state(page)).filters.length === filters.length, 'the filter again');
  assert.deepEqual(page.troubles, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.context().close();
});

test('the canvas shows something, and shows it sharp', async () => {
  for (const dpr of [1, 1.5, 2]) {
    const page = await world.open('', { dpr, width: 1201, height: 701 });
    const size = await page.evaluate(() => {
      const canvas = document.querySelector('kamerloep-explorer').shadowRoot.querySelector('canvas');
      return [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight];
    });
    assert.ok(Math.abs(size[0] - size[2] * dpr) < 1 && Math.abs(size[1] - size[3] * dpr) < 1, `${size} at ${dpr}`);
    const png = await page.screenshot();
    assert.ok(png.length > 20000, `a picture of ${png.length} bytes has nothing in it`);
    await page.context().close();
  }
});

test('nothing is drawn while nothing happens', async () => {
  const page = await world.open('#q=grondstof');
  await new Promise((done) => setTimeout(done, 1500));
  const before = await frames(page);
  await new Promise((done) => setTimeout(done, 5000));
  assert.equal(await frames(page), before);
  await page.mouse.move(500, 300);
  await eventually(async () => (await frames(page)) > before, 'a frame after the mouse moved');
  await page.context().close();
});

test('the wheel scrolls the pane, and the page when the pane cannot', async () => {
  const page = await world.open('voorbeeld.html', { height: 800 });
  const box = await page.locator('#wide').boundingBox();
  await page.mouse.move(box.x + 400, box.y + 300);
  const scrolled = () => page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 100);
  await settled(page, '#wide');
  const first = await scrolled();
  // At its end the list lets go and the page moves on.
  for (let i = 0; i < 40; ++i) await page.mouse.wheel(0, 400);
  await eventually(async () => (await scrolled()) > first, 'a page that scrolls on');
  await page.context().close();
});

test('a finger drags the pane and a tap opens', async () => {
  const page = await world.open('', { width: 390, height: 844, dpr: 2, touch: true });
  const before = await state(page);
  await page.touchscreen.tap(195, 300);
  await settled(page);
  const after = await state(page);
  assert.notEqual(after.item, before.item);
  assert.equal((await view(page)).pane, 'answer');
  await page.context().close();
});

test('a selection is copied with its citation', async () => {
  const page = await world.open('#item=kst-36696-4/5');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  const { reader } = await view(page);
  assert.ok(reader.answer.length > 0);
  // Across the answer's lines, somewhere in the right pane.
  await page.mouse.move(800, 400);
  await page.mouse.down();
  await page.mouse.move(1100, 470, { steps: 8 });
  await page.mouse.up();
  await settled(page);
  await page.keyboard.press('Control+c');
  const copied = await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'copied text');
  assert.match(copied, /\(Kamerstukken II 2025\/26, 36 696, nr\. 4, vraag 5\)/);
  await page.context().close();
});

test('WebGL lost and given back: the mirror stands in, the State stays', async () => {
  const page = await world.open('#q=grondstof&item=kst-36696-4/10');
  await page.evaluate(() => {
    const canvas = document.querySelector('kamerloep-explorer').shadowRoot.querySelector('canvas');
    globalThis.loss = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
    globalThis.loss.loseContext();
  });
  await eventually(async () => (await state(page)).view === 'page', 'the mirror');
  assert.ok(await page.locator('kamerloep-explorer .reader-question').isVisible());
  await page.evaluate(() => globalThis.loss.restoreContext());
  await eventually(async () => (await state(page)).view === 'canvas', 'the canvas again');
  await settled(page);
  const { query, item } = await state(page);
  assert.deepEqual([query, item], ['grondstof', 'kst-36696-4/10']);
  assert.ok((await page.screenshot()).length > 20000);
  assert.deepEqual(page.troubles.filter((t) => !/context lost/i.test(t)), []);
  await page.context().close();
});

test('the methods answer with exact counts', async () => {
  const page = await world.open();
  const found = await call(page, 'search', 'china');
  assert.equal(found.total, found.items.length);
  const one = await call(page, 'setFilter', 'ministry', ['EZ']);
  assert.deepEqual(one.filters.map((f) => [f.facet, f.key]), [['ministerie', 'EZ']]);
  assert.equal((await call(page, 'open', 'kst-36696-4/2')).item, 'kst-36696-4/2');
  assert.equal((await call(page, 'reset')).total, 11);
  await assert.rejects(call(page, 'act', { type: 'Nonsense' }));
  await page.context().close();
});
