// Pictures of both faces, to be looked at: build/screens. That they are not blank is all a test can say.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { call, screens, setup, settled } from './lib.mjs';

const world = setup();
const sizes = [[1440, 900], [900, 700], [390, 844]];

for (const [width, height] of sizes) {
  for (const dark of [false, true]) {
    for (const face of ['canvas', 'pagina']) {
      test(`${face} ${width} ${dark ? 'dark' : 'light'}`, async () => {
        const dpr = width === 390 ? 2 : 1;
        const page = await world.open(`#q=grondstof&weergave=${face}`, { width, height, dark, dpr });
        await call(page, 'setFilter', 'ministry', ['EZ']);
        const name = (what) => join(screens, `${face}-${width}${dark ? '-dark' : ''}${what}.png`);
        if (width === 390) {
          await settled(page);
          await page.screenshot({ path: name('-list') });
        }
        await call(page, 'open', 'kst-36696-4/10');
        await settled(page);
        await page.mouse.move(2, height - 2);
        const png = await page.screenshot({ path: name('') });
        assert.ok(png.length > 25000);
        if (!dark) {
          await call(page, 'act', { type: 'ToggleSource' });
          await settled(page);
          await page.screenshot({ path: name('-source') });
        }
        await page.context().close();
      });
    }
  }
}
