// What every end-to-end test needs: the page's address, a browser, pages that report what goes wrong in them.
//
//   import { openPage, screenshot } from './helper.mjs';
//   test('finds', async (t) => {
//     const page = await openPage(t, '#q=grondstoffen', { viewport: { width: 390, height: 844 } });
//     …
//   });
//
// A page fails its test when a script throws, the console shows an error, or the Content-Security-Policy blocks something.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';

export const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const screens = join(top, 'build/screens');

const closing = [];
after(async () => {
  for (const close of closing.reverse()) await close();
});

const served = new Map();
async function addressOf(folder) {
  if (!served.has(folder)) {
    served.set(folder, serve(folder).then((server) => {
      closing.push(server.close);
      return server.address;
    }));
  }
  return served.get(folder);
}

/** The address of the built page, of the bare page of the benchmark, of any folder. */
export const siteAddress = () => addressOf(process.env.KAMERLOEP_SITE ?? join(top, 'build/web/site'));
export const bareAddress = () => addressOf(join(top, 'build/web/bare'));
export { addressOf };

function chromiumPath() {
  for (const name of [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean)) {
    try {
      return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
    } catch {
      // the next name
    }
  }
  throw new Error('No Chromium found: run tools/prepare test');
}

let launched;
/** One browser a test file; WebGL 2 in software, so that it draws on any machine. */
export function browser() {
  launched ??= chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  }).then((it) => {
    closing.push(() => it.close());
    return it;
  });
  return launched;
}

/**
 * A page in a fresh context (no storage of another test), closed after the test.
 * @param {string} path below `address`, e.g. '#q=x' or 'embed.html'
 * @param {object} options of Playwright's newContext, and `address` (default: the site), `expectErrors` (a RegExp of console errors that are meant)
 */
export async function openPage(t, path = '', { address, expectErrors, ...options } = {}) {
  const context = await (await browser()).newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // A missing favicon is Chromium's own question, not the page's.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) problems.push(`console: ${message.text()}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems.filter((problem) => !expectErrors?.test(problem)), [], 'the page reported problems');
  });
  await page.goto((address ?? (await siteAddress())) + path);
  return page;
}

/** Saves build/screens/<name>.png (the README's picture comes from there) and returns the PNG's bytes. */
export async function screenshot(page, name) {
  mkdirSync(screens, { recursive: true });
  return page.screenshot({ path: join(screens, `${name}.png`) });
}

/** How many different colours a piece of the page has: a blank canvas has one. */
export async function colours(page, clip) {
  const png = await page.screenshot({ clip });
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, [...png]);
}
