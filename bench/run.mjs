// What Kamerloep costs, in one run: node bench/run.mjs [--json FILE]
//
// Bytes of the first load; time to the first drawn result beside a bare ImGui page built by the same toolchain; frames drawn while nothing
// happens; CPU of a frame; parsing and searching, native and as WebAssembly; reading of each format. Machines differ: the ratios are what to compare.
// Needs the release and web builds: ./test makes both.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reading } from './reading/reading.mjs';
import { bareAddress, browser, siteAddress, top } from '../tests/e2e/helper.mjs';

const rounds = 9;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const figures = {};
const say = (line) => console.log(line);
const figure = (name, value, unit, target = '') => {
  figures[name] = { value, unit };
  say(`  ${name.padEnd(44)} ${String(Number(value.toPrecision(4))).padStart(10)} ${unit.padEnd(6)} ${target}`);
};

// ---- in the browser --------------------------------------------------------------------------------------------------------------
// Notes when the page draws and when the explorer says that its first results are there.
function watch() {
  const seen = { draws: [], ready: 0, frames: 0 };
  window.benchmark = seen;
  const draw = WebGL2RenderingContext.prototype.drawElements;
  WebGL2RenderingContext.prototype.drawElements = function (...args) {
    seen.draws.push(performance.now());
    return draw.apply(this, args);
  };
  const request = window.requestAnimationFrame;
  window.requestAnimationFrame = (callback) => request((time) => (seen.frames++, callback(time)));
  document.addEventListener('kamerloep:ready', () => (seen.ready = performance.now()), true);
}

async function freshPage(address) {
  const context = await (await browser()).newContext({ viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address);
  return { page, close: () => context.close() };
}

// Milliseconds from navigation to the first picture with results in it (bare page: to its first picture).
async function firstResult(address, explorer) {
  const { page, close } = await freshPage(address);
  const time = await page.waitForFunction((wantsReady) => {
    const { draws, ready } = window.benchmark;
    if (!wantsReady) return draws[0];
    return ready > 0 && draws.length > 0 && (draws.find((t) => t >= ready) ?? Math.max(ready, draws.at(-1)));
  }, explorer, { polling: 20 });
  const value = await time.jsonValue();
  await close();
  return value;
}

async function firstLoad() {
  const { page, close } = await freshPage('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const names = new Map(), contents = new Map(), sizes = [];
  session.on('Network.responseReceived', ({ requestId, response }) => {
    names.set(requestId, response.url);
    contents.set(response.url, Number(response.headers['Content-Length'] ?? 0));
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => names.has(requestId) && sizes.push([names.get(requestId), encodedDataLength]));
  const address = await siteAddress();
  await page.goto(address);
  await page.waitForFunction(() => window.benchmark.ready > 0 && window.benchmark.draws.length > 0);
  await page.waitForTimeout(500);
  await close();
  return sizes.map(([url, size]) => [url.replace(address, '') || 'index.html', contents.get(url), size]).sort((a, b) => b[1] - a[1]);
}

say('First load (brotli, bytes)');
const load = await firstLoad();
for (const [name, content] of load) say(`  ${name.padEnd(44)} ${String(content).padStart(10)} bytes`);
figure('first load', load.reduce((sum, [, content]) => sum + content, 0) / 1000, 'KB', 'target 450');
figure('with the headers of the answers', load.reduce((sum, [, , wire]) => sum + wire, 0) / 1000, 'KB');

say('Time from navigation');
const ours = [], bare = [];
for (let round = 0; round < rounds; ++round) {
  ours.push(await firstResult(await siteAddress(), true));
  bare.push(await firstResult(await bareAddress(), false));
}
figure('first drawn result', median(ours), 'ms');
figure('bare ImGui page, first drawn frame', median(bare), 'ms');
figure('ratio', median(ours.map((value, i) => value / bare[i])), 'x', 'target 1.5');

say('The open page');
{
  const { page, close } = await freshPage(`${await siteAddress()}#q=grondstoffen`);
  await page.waitForFunction(() => window.benchmark.ready > 0);
  await page.waitForTimeout(1500);
  const before = await page.evaluate(() => [window.benchmark.draws.length, window.benchmark.frames]);
  await page.waitForTimeout(5000);
  const later = await page.evaluate(() => [window.benchmark.draws.length, window.benchmark.frames]);
  figure('frames drawn in 5 idle seconds', later[0] - before[0], '', 'target 0');
  figure('animation frames asked for in 5 idle seconds', later[1] - before[1], '', 'target 0');
  const times = await page.evaluate(() => {
    const { engine } = document.querySelector('kamerloep-explorer');
    return Array.from({ length: 60 }, () => {
      engine.wake();
      const start = performance.now();
      engine.frame();
      return performance.now() - start;
    });
  });
  figure('CPU of a frame, software GL included', median(times), 'ms');
  await close();
}

// ---- the core alone --------------------------------------------------------------------------------------------------------------
function core(title, command, args) {
  say(title);
  const targets = { parse: 'target 50 native', keystroke_search_p95: 'target 1', frame: 'target 2' };
  for (const line of execFileSync(command, args, { encoding: 'utf8' }).trim().split('\n')) {
    const [name, value, unit] = line.split(' ');
    figure(`${title.toLowerCase()}: ${name.replaceAll('_', ' ')}`, Number(value), unit, targets[name]);
  }
}
const native = join(top, 'build/release/bench/core/bench_core');
const wasm = join(top, 'build/web/bench/core/bench_core.mjs');
if (existsSync(native)) core('Native', native, []);
if (existsSync(wasm)) core('WebAssembly', process.execPath, ['--input-type=module', '-e', `(await import(${JSON.stringify(pathToFileURL(wasm).href)})).default()`]);

await reading(top, figure, say);

const json = process.argv.indexOf('--json');
if (json > 0) writeFileSync(process.argv[json + 1], `${JSON.stringify(figures, null, 1)}\n`);
process.exit(0);
