// axe-core finds nothing: in both faces, light and dark, wide and narrow, and in an article with several explorers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { ready, setup, settled } from './lib.mjs';

const world = setup();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page) {
  // Through the debugger, past the page's policy: axe is a guest of the test, not of the page.
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return found.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target} ${n.failureSummary?.split('\n')[1] ?? ''}`).join(' | ')}`);
}

const visits = {
  'the canvas': ['#q=grondstof&item=kst-36696-4/10', {}],
  'the canvas, dark': ['#q=grondstof&item=kst-36696-4/10', { dark: true }],
  'the reading view': ['#q=grondstof&item=kst-36696-4/4&weergave=pagina', {}],
  'the reading view, dark': ['#q=grondstof&item=kst-36696-4/4&weergave=pagina', { dark: true }],
  'the reading view with its source': ['#item=kst-36696-4/8&bron=1&weergave=pagina', {}],
  'nothing found': ['#q=xyzzy&ministerie=BZ&weergave=pagina', {}],
  'a phone': ['#q=grondstof&weergave=pagina', { width: 390, height: 844 }],
  'a phone, an answer': ['#q=grondstof&item=kst-36696-4/10&weergave=pagina', { width: 390, height: 844, dark: true }],
  'English': ['#q=grondstof&item=kst-36696-4/10&weergave=pagina&taal=en', {}],
};
for (const [name, [hash, options]] of Object.entries(visits)) {
  test(name, async () => {
    const page = await world.open(hash, options);
    await new Promise((done) => setTimeout(done, 500));
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test('help', async () => {
  const page = await world.open('#weergave=pagina');
  await page.getByRole('button', { name: 'Hulp' }).click();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test('an article with explorers in it', async () => {
  const page = await world.open('voorbeeld.html');
  await ready(page, '#narrow');
  await page.evaluate(() => { for (const e of document.querySelectorAll('kamerloep-explorer')) e.setAttribute('view', 'page'); });
  await settled(page, '#narrow');
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});
