// The same visit through the HTML mirror alone, as a screen reader or a browser without WebGL has it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, frames, setup, settled, state, view } from './lib.mjs';

const world = setup();
const pageView = '#weergave=pagina';

test('search, filter, open, copy, share and go back, in the reading view', async () => {
  const page = await world.open(pageView);
  assert.equal((await state(page)).view, 'page');
  const field = page.getByRole('searchbox', { name: 'Zoek in vragen en antwoorden' });
  await field.click();
  await page.keyboard.type('grondstof', { delay: 15 });
  const found = await eventually(async () => { const s = await state(page); return s.query === 'grondstof' && s; }, 'the query');
  assert.ok(found.total > 0 && found.total < 11);
  assert.equal(await field.evaluate((element) => element.getRootNode().activeElement === element), true, 'the field kept the focus');
  const heading = page.locator('kamerloep-explorer .results-heading');
  assert.match(await heading.innerText(), new RegExp(`^${found.total} `));
  assert.equal(await page.locator('kamerloep-explorer .card').count(), found.total);
  await eventually(async () => (await page.locator('kamerloep-explorer [aria-live=polite].sr').innerText()).includes(String(found.total)), 'the count in the live region');

  const ministry = page.getByRole('group', { name: 'Beantwoord door' }).getByRole('checkbox').first();
  await ministry.check();
  assert.equal((await state(page)).filters.length, 1);
  const theme = page.getByRole('group', { name: 'Thema' }).getByRole('checkbox').first();
  await theme.focus();
  await page.keyboard.press('Space');
  assert.equal((await state(page)).filters.length, 2);
  assert.equal(await theme.evaluate((element) => element.getRootNode().activeElement === element), true, 'the box kept the focus');

  const filtered = await state(page);
  await page.locator('kamerloep-explorer .card-open').first().click();
  const opened = await state(page);
  assert.equal(opened.item, filtered.items[0].id);
  const marks = await page.locator('kamerloep-explorer article mark').allInnerTexts();
  assert.ok(marks.length > 0 && marks.every((word) => /grondstof/i.test(word)));
  await page.getByRole('button', { name: 'Kopieer citaat' }).click();
  const copied = await eventually(() => page.evaluate(() => navigator.clipboard.readText()), 'a copied quotation');
  assert.match(copied, /Kamerstukken II 2025\/26, 36 696, nr\. 4, vraag \d+/);
  await page.getByText('Citaat met verwijzing gekopieerd').waitFor();
  await page.getByText('Citaat met verwijzing gekopieerd').waitFor({ state: 'detached', timeout: 8000 });

  const other = await page.context().newPage();
  await other.goto(page.url());
  await eventually(async () => (await state(other)).item === opened.item, 'the same item in a new page');
  await page.goBack();
  await eventually(async () => (await state(page)).item === '', 'the list, by Back');
  assert.equal(await frames(page), await frames(page));
  assert.deepEqual(page.troubles, []);
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  await page.context().close();
});

test('footnotes lead there and back', async () => {
  const page = await world.open(`${pageView}&item=kst-36696-4/4`);
  const all = (await view(page)).reader;
  assert.ok(all.footnotes.length > 0, 'item 4 has notes');
  await page.locator('kamerloep-explorer a[role=doc-noteref]').first().click();
  const focused = () => page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.activeElement?.id);
  assert.match(await focused(), /^a-note-/);
  await page.locator('kamerloep-explorer a[role=doc-backlink]').first().click();
  assert.match(await focused(), /^a-ref-/);
  assert.match(page.url(), /item=/, 'the address kept its view');
  await page.context().close();
});

test('a link to another question opens it; source and help open and close', async () => {
  const page = await world.open(`${pageView}&item=kst-36696-4/10`);
  await page.locator('kamerloep-explorer article .answer a[href^="#item="]').first().click();
  await eventually(async () => (await state(page)).item === 'kst-36696-4/2', 'question 2');
  await page.getByRole('button', { name: 'Bekijk bron' }).first().click();
  await page.getByRole('heading', { name: 'Bron' }).waitFor();
  await page.getByRole('button', { name: 'Sluit bron' }).click();
  await page.getByRole('button', { name: 'Hulp' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(async () => (await view(page)).help === null, 'no help in the State either');
  await page.context().close();
});

test('hidden, the mirror follows the canvas, out of the Tab order and open to assistive technology', async () => {
  const page = await world.open('#q=grondstof&item=kst-36696-4/10');
  const facts = await page.evaluate(() => {
    const mirror = document.querySelector('kamerloep-explorer').shadowRoot.querySelector('.mirror');
    const style = getComputedStyle(mirror);
    return {
      shown: style.display !== 'none' && style.visibility === 'visible' && !mirror.closest('[aria-hidden]'),
      cards: mirror.querySelectorAll('.card').length,
      stops: [...mirror.querySelectorAll('a[href], button, input, select, [tabindex]')].filter((e) => e.tabIndex >= 0).length,
    };
  });
  assert.deepEqual(facts, { shown: true, cards: (await state(page)).total, stops: 0 });
  // As assistive technology would: a click on a control that cannot be seen.
  await page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.querySelectorAll('.mirror .card-open')[1].click());
  const now = await state(page);
  assert.equal(now.item, now.items[1].id);
  assert.equal(now.view, 'canvas');
  await page.context().close();
});

test('the switch shows the mirror and back, and the language changes everywhere', async () => {
  const page = await world.open();
  await page.locator('kamerloep-explorer .to-mirror').focus();
  await page.keyboard.press('Enter');
  await eventually(async () => (await state(page)).view === 'page', 'the reading view');
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByRole('button', { name: 'Reading view' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.match(page.url(), /taal=en/);
  await page.getByRole('button', { name: 'Reading view' }).click();
  await eventually(async () => (await state(page)).view === 'canvas', 'the canvas');
  await page.context().close();
});

test('on paper stands the mirror, also when the screen shows the canvas', async () => {
  const page = await world.open('#item=kst-36696-4/10');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('kamerloep-explorer .reader-question').isVisible());
  assert.ok(!(await page.locator('kamerloep-explorer canvas').isVisible()));
  assert.ok(!(await page.locator('kamerloep-explorer .filters').isVisible()));
  const box = await page.locator('kamerloep-explorer .answer').boundingBox();
  assert.ok(box.height > 100 && box.width > 300);
  await page.context().close();
});

test('a phone has one pane and tabs', async () => {
  const page = await world.open(pageView, { width: 390, height: 844 });
  assert.ok(await page.locator('kamerloep-explorer .results').isVisible());
  assert.ok(!(await page.locator('kamerloep-explorer .filters').isVisible()));
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  assert.ok(await page.locator('kamerloep-explorer .filters').isVisible());
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
  await page.locator('kamerloep-explorer .card-open').first().click();
  assert.ok(await page.locator('kamerloep-explorer .reader-question').isVisible());
  const wider = await page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth);
  assert.equal(wider, false, 'nothing sticks out');
  await page.context().close();
});

test('words in quotes that stand there in another form: what to let go of', async () => {
  const page = await world.open(`${pageView}&q=%22kritieke%20grondstof%22`);
  await page.getByRole('button', { name: 'Zonder aanhalingstekens: 3 antwoorden' }).click();
  await eventually(async () => (await state(page)).total === 3, 'the answers');
  await page.context().close();
});

test('why: of what was asked, or else of the inferred ministries', async () => {
  const page = await world.open(`${pageView}&item=kst-36696-4/10&q=grondstof`);
  await page.getByRole('heading', { name: 'Waarom gevonden' }).waitFor();
  await page.evaluate(() => document.querySelector('kamerloep-explorer').search(''));
  await page.getByRole('heading', { name: 'Waarom deze ministeries' }).waitFor();
  await page.context().close();
});

test('zoomed in to 400 % everything can still be read', async () => {
  // 1280×1024 at 400 %.
  const page = await world.open(`${pageView}&item=kst-36696-4/10`, { width: 320, height: 256 });
  const answer = page.locator('kamerloep-explorer .answer p').last();
  await answer.scrollIntoViewIfNeeded();
  assert.ok(await answer.isVisible());
  assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth), false);
  await page.context().close();
});

test('its text can be selected with the browser', async () => {
  const page = await world.open(`${pageView}&item=kst-36696-4/10`);
  const text = await page.evaluate(() => {
    const root = document.querySelector('kamerloep-explorer').shadowRoot;
    const range = document.createRange();
    range.selectNodeContents(root.querySelector('.answer p'));
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return (root.getSelection?.() ?? selection).toString();
  });
  assert.ok(text.length > 40);
  await settled(page);
  await page.context().close();
});
