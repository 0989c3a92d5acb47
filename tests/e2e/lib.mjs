// What every test in a browser needs: the site on the strict test server, Chromium, and a page that tells what went wrong.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const site = process.env.KAMERLOEP_SITE ?? join(top, 'build/web/site');
export const screens = process.env.KAMERLOEP_SCREENS ?? join(top, 'build/screens');
mkdirSync(screens, { recursive: true });

const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/** For a spec file: a server and a browser for all its tests. */
export function setup({ args = [] } = {}) {
  const world = { server: null, browser: null };
  before(async () => {
    world.server = await serve(site);
    world.browser = await chromium.launch({ executablePath: browserPath, args: [...flags, ...args] });
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.close();
  });
  world.open = (path = '', options) => openPage(world, path, options);
  return world;
}

/**
 * @param {string} path e.g. "#q=grondstof" or "voorbeeld.html"
 * @param {{ width?: number, height?: number, dpr?: number, dark?: boolean, touch?: boolean, wait?: boolean, before?: Function, context?: object }} [options]
 *   `before`: what to arrange on the page before it loads
 */
async function openPage(world, path, { width = 1400, height = 900, dpr = 1, dark = false, touch = false, wait = true, before: arrange, context: more = {} } = {}) {
  const context = await world.browser.newContext({
    viewport: { width, height }, deviceScaleFactor: dpr, colorScheme: dark ? 'dark' : 'light', hasTouch: touch, locale: 'nl-NL',
    permissions: ['clipboard-read', 'clipboard-write'], ...more,
  });
  const page = await context.newPage();
  page.troubles = [];
  page.on('pageerror', (error) => page.troubles.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.troubles.push(message.text()); });
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    document.addEventListener('kamerloep:ready', () => { globalThis.readies = (globalThis.readies ?? 0) + 1; });
  });
  await arrange?.(page);
  await page.goto(world.server.address + path);
  if (wait) await ready(page);
  return page;
}

export const address = (world) => world.server.address;

export async function ready(page, selector = 'kamerloep-explorer') {
  await page.waitForFunction(async (s) => {
    const element = document.querySelector(s);
    if (!element?.ready) return false;
    await element.ready;
    return true;
  }, selector);
  await settled(page, selector);
}

/** Until nothing is drawn any more and both faces follow the State. */
export async function settled(page, selector = 'kamerloep-explorer') {
  await page.evaluate(async (s) => {
    const element = document.querySelector(s);
    for (let last = -1, same = 0, i = 0; same < 3 && i < 80; ++i) {
      await new Promise((done) => setTimeout(done, 60));
      same = element.frames === last && !element.mirrorPending ? same + 1 : 0;
      last = element.frames;
    }
  }, selector);
}

export const state = (page, selector = 'kamerloep-explorer') => page.evaluate((s) => document.querySelector(s).state(), selector);
export const view = (page, selector = 'kamerloep-explorer') => page.evaluate(async (s) => {
  const element = document.querySelector(s);
  await element.state();
  return element.view;
}, selector);
export const frames = (page, selector = 'kamerloep-explorer') => page.evaluate((s) => document.querySelector(s).frames, selector);
export const call = (page, method, ...args) => page.evaluate(([m, a]) => document.querySelector('kamerloep-explorer')[m](...a), [method, args]);

/** Asks again until `check` holds; the page's work is spread over tasks and frames. */
export async function eventually(check, what = 'the expected state', timeout = 5000) {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (Date.now() > end) throw new Error(`never came to ${what}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}
