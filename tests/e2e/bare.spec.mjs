// The bare page of the benchmark: proves that the toolchain makes a page that draws, whatever Kamerloep itself does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareAddress, colours, openPage, screenshot } from './helper.mjs';

test('the bare ImGui page draws under the strict policy', async (t) => {
  const page = await openPage(t, '', { address: await bareAddress() });
  await page.waitForFunction(() => performance.getEntriesByName('first-frame').length > 0);
  // Pixel letters in a few shades on two backgrounds: 19 colours.
  assert.ok((await colours(page, { x: 0, y: 0, width: 600, height: 300 })) > 8);
  await screenshot(page, 'bare');
});

test('the server sends compressed files with their right type, and nothing outside its folder', async () => {
  const address = await bareAddress();
  const wasm = await fetch(`${address}bare.wasm`, { headers: { 'Accept-Encoding': 'br' } });
  assert.equal(wasm.headers.get('content-type'), 'application/wasm');
  assert.equal(wasm.headers.get('content-encoding'), 'br');
  assert.match(wasm.headers.get('content-security-policy'), /default-src 'none'/);
  await wasm.arrayBuffer();
  assert.equal((await fetch(`${address}%2e%2e/CMakeCache.txt`)).status, 404);
  assert.equal((await fetch(`${address}..%2fCMakeCache.txt`)).status, 404);
  assert.equal((await fetch(`${address}nothing`)).status, 404);
});
