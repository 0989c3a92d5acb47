// The canvas by keyboard alone, and the keys that stay the browser's and the host page's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, setup, settled, state, view } from './lib.mjs';

const world = setup();
const active = (page) => page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.activeElement?.localName ?? '');

test('/ searches, j and k move, Enter opens, Esc clears, ? helps', async () => {
  const page = await world.open();
  await page.locator('kamerloep-explorer canvas').focus();
  await page.keyboard.press('/');
  await eventually(async () => (await active(page)) === 'input', 'the focus in the field');
  await page.keyboard.type('afhankelijkheid', { delay: 10 });
  await page.keyboard.press('Enter');
  await settled(page);
  const found = await state(page);
  assert.equal(found.query, 'afhankelijkheid');
  assert.ok(found.total > 1);
  await page.keyboard.press('ArrowDown');
  await eventually(async () => (await state(page)).item === found.items[0].id, 'the first answer');

  await page.locator('kamerloep-explorer canvas').focus();
  await page.keyboard.press('j');
  await eventually(async () => (await state(page)).item === found.items[1].id, 'the second answer');
  await page.keyboard.press('k');
  await eventually(async () => (await state(page)).item === found.items[0].id, 'the first answer again');
  await page.keyboard.press('?');
  await eventually(async () => (await view(page)).help !== null, 'help');
  await page.keyboard.press('Escape');
  await eventually(async () => (await view(page)).help === null, 'no help');
  await page.keyboard.press('Escape');
  await eventually(async () => (await state(page)).query === '', 'an empty query');
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test('before anything has the focus the keys are ours, on a page of our own', async () => {
  for (const hash of ['', '#weergave=pagina']) {
    const page = await world.open(hash);
    await page.keyboard.press('?');
    await eventually(async () => (await view(page)).help !== null, 'help');
    await page.keyboard.press('Escape');
    await eventually(async () => (await view(page)).help === null, 'no help');
    await page.evaluate(() => document.querySelector('kamerloep-explorer').shadowRoot.activeElement?.blur());
    await page.keyboard.press('/');
    await eventually(async () => (await active(page)) === 'input', 'the focus in the field');
    await page.keyboard.type('china', { delay: 10 });
    await eventually(async () => (await state(page)).query === 'china', 'the word, without the slash');
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  }
});

test('é and an IME reach the field', async () => {
  const page = await world.open();
  await page.mouse.click(600, 32);
  await page.keyboard.insertText('coördinatie');
  await eventually(async () => (await state(page)).query === 'coördinatie', 'the word with its diaeresis');
  await page.context().close();
});

test('the browser keeps its own keys', async () => {
  const page = await world.open();
  await page.locator('kamerloep-explorer canvas').focus();
  await page.evaluate(() => {
    globalThis.kept = [];
    document.addEventListener('keydown', (event) => { if (!event.defaultPrevented) globalThis.kept.push(event.code + (event.ctrlKey ? '+ctrl' : '')); });
  });
  // Made by script: the real ones would open the browser's own dialogs.
  await page.evaluate(() => {
    const canvas = document.querySelector('kamerloep-explorer').shadowRoot.querySelector('canvas');
    for (const [code, key, ctrlKey] of [['KeyF', 'f', true], ['KeyT', 't', true], ['Equal', '=', true], ['F5', 'F5', false], ['F11', 'F11', false], ['Backspace', 'Backspace', false]]) {
      canvas.dispatchEvent(new KeyboardEvent('keydown', { code, key, ctrlKey, bubbles: true, composed: true, cancelable: true }));
    }
  });
  // stopPropagation keeps them from SDL, not from doing their work; what matters is that none was prevented.
  const prevented = await page.evaluate(() => {
    const canvas = document.querySelector('kamerloep-explorer').shadowRoot.querySelector('canvas');
    return ['f', 't', '=', '-', '0', 'l', 'p'].map((key) => new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, ctrlKey: true, bubbles: true, composed: true, cancelable: true }))
      .filter((event) => !canvas.dispatchEvent(event)).length;
  });
  assert.equal(prevented, 0);
  await page.context().close();
});

test('Tab walks through the canvas and out of it', async () => {
  const page = await world.open('voorbeeld.html');
  await page.locator('#own').focus();
  const where = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
  const seen = [];
  for (let i = 0; i < 400 && (await where()) !== 'narrow'; ++i) {
    await page.keyboard.press('Tab');
    seen.push(await where());
  }
  assert.equal(await where(), 'narrow', `never left: ${[...new Set(seen)]}`);
  assert.ok(seen.includes('wide'));
  await page.context().close();
});

test("a host page's own field keeps its keys", async () => {
  const page = await world.open('voorbeeld.html');
  await page.locator('#own').focus();
  await page.keyboard.type('jk/?c b');
  assert.equal(await page.locator('#own').inputValue(), 'jk/?c b');
  const wide = await page.evaluate(() => document.querySelector('#wide').state());
  assert.equal(wide.item, '');
  await page.context().close();
});
