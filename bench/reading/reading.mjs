// Reading of each format: natively (bench_reading), as WebAssembly (the page's readers' module), and of PDF beside pdftotext.
// Documents: the larger corpus beside the checkout where it is, and the bundled document written in every format.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function documents(program, top, folder) {
  execFileSync(program, ['write', folder]);
  const groups = {};
  for (const name of readdirSync(folder).sort()) groups[name.split('.')[0]] = [join(folder, name)];
  const corpus = join(top, '../shared/corpus');
  if (existsSync(corpus)) {
    for (const part of readdirSync(corpus, { withFileTypes: true })) {
      if (!part.isDirectory()) continue;
      const files = readdirSync(join(corpus, part.name)).filter((name) => /\.(txt|pdf|docx|html|xml|json)$/.test(name));
      if (files.length > 0) groups[`corpus ${part.name}`] = files.sort().map((name) => join(corpus, part.name, name));
    }
  }
  return groups;
}

// The readers' module as the page uses it, JSON included; CPU time of this process, since the machine may be busy.
async function wasm(module, groups, figure) {
  const readers = await (await import(pathToFileURL(module).href)).default({ wasmBinary: readFileSync(module.replace(/mjs$/, 'wasm')) });
  const read = (path, content) => {  // whether it could be read
    const at = readers._kr_alloc(content.length);
    readers.HEAPU8.set(content, at);
    const out = (path.endsWith('.pages') ? readers._kr_read_pdf : readers._kr_read)(at, content.length, at, 1);
    readers._kr_free(at);
    return readers.HEAPU8[out + 2] === 's'.charCodeAt();  // {"sources… or {"error…
  };
  for (const [name, paths] of Object.entries(groups)) {
    const files = paths
      .filter((path) => !path.endsWith('.pdf'))  // PDF is pdf.js there
      .map((path) => [path, readFileSync(path)])
      .filter((file) => read(...file));
    if (files.length === 0) continue;
    const bytes = files.reduce((sum, [, content]) => sum + content.length, 0);
    const round = () => files.forEach((file) => read(...file));
    const times = [];
    for (let i = 0; i < 9; ++i) {
      const before = process.cpuUsage(), begin = performance.now();
      let rounds = 0;
      while (performance.now() - begin < 60) {
        round();
        rounds++;
      }
      times.push(process.cpuUsage(before).user / rounds);
    }
    figure(`WebAssembly: ${name} read`, bytes / median(times), 'MB/s');
  }
}

// A process each, its start included on both sides.
function besidePdftotext(program, groups, figure) {
  if (spawnSync('pdftotext', ['-v']).error) return;
  for (const [name, paths] of Object.entries(groups)) {
    const files = paths.filter((path) => path.endsWith('.pdf'));
    if (files.length === 0) continue;
    const seconds = (command, args) => {
      const begin = performance.now();
      for (const file of files) execFileSync(command, args(file), { stdio: 'ignore' });
      return performance.now() - begin;
    };
    const ratios = [];
    for (let i = 0; i < 5; ++i) {
      ratios.push(seconds(program, (file) => ['once', file]) / seconds('pdftotext', (file) => ['-layout', file, '/dev/null']));
    }
    figure(`Native: ${name} read and parsed, beside pdftotext`, median(ratios), 'x');
  }
}

export async function reading(top, figure, say) {
  const program = join(top, 'build/release/bench/reading/bench_reading');
  const module = join(top, 'build/web/engine/kamerloep-readers.mjs');
  if (!existsSync(program)) return;
  say('Reading');
  const folder = mkdtempSync(join(tmpdir(), 'kamerloep-'));
  try {
    const groups = documents(program, top, folder);
    for (const [name, paths] of Object.entries(groups)) {
      const lines = execFileSync(program, ['measure', name.replaceAll(' ', '_'), ...paths], { encoding: 'utf8' });
      for (const line of lines.split('\n').filter(Boolean)) {
        const [what, value, unit] = line.split(' ');
        figure(`Native: ${what.replaceAll('_', ' ')}`, Number(value), unit);
      }
    }
    besidePdftotext(program, groups, figure);
    if (existsSync(module)) await wasm(module, groups, figure);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// node bench/reading/reading.mjs: only this part
if (process.argv[1] === new URL(import.meta.url).pathname) {
  const say = (line) => console.log(line);
  const figure = (name, value, unit) => say(`  ${name.padEnd(64)} ${String(Number(value.toPrecision(4))).padStart(10)} ${unit}`);
  await reading(new URL('../..', import.meta.url).pathname, figure, say);
}
