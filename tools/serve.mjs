#!/usr/bin/env node
// Serves a folder on 127.0.0.1:  node tools/serve.mjs FOLDER [--port N] [--reload]
// Sends the .br or .gz that lies beside a file (the web build makes them) and compresses on the fly what has none.
// The tests import `serve`; --reload (for ./run dev) tells open pages to load again when the folder's .stamp changes.
import { createReadStream, readFileSync, statSync, watchFile, unwatchFile } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
  '.ttf': 'font/ttf',
  // Documents may be in any encoding; the program finds out, the browser must not.
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.mjs', '.svg', '.tsv', '.ttf', '.txt', '.wasm', '.webmanifest', '.xml']);

// The page must work under this policy: it is what a careful newsroom sets. Documents may come from other sites (?src=);
// nothing is ever sent to them but the request.
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self' https: http:; frame-src 'self'; base-uri 'none'; form-action 'none'";

const reloadScript = `new EventSource('/.reload').onmessage = () => location.reload();`;

// Resolves to { address, close }. Port 0 is any free one; a `preferred` port is used when free.
export async function serve(folder, { port = 0, preferred, reload = false, log } = {}) {
  const root = resolve(folder);
  const listeners = new Set();
  const onTheFly = new Map();  // file → { changed, encoding → bytes }

  function packed(file, status, encoding) {
    let entry = onTheFly.get(file);
    if (entry?.changed !== status.mtimeMs) onTheFly.set(file, (entry = { changed: status.mtimeMs }));
    entry[encoding] ??= encoding === 'br'
      ? brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : gzipSync(readFileSync(file), { level: 5 });
    return entry[encoding];
  }

  function answer(request, response) {
    const headers = {
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': contentSecurityPolicy,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    };
    const fail = (code, text) => {
      response.writeHead(code, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return fail(405, 'Only GET and HEAD');

    let path;
    try {
      path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    } catch {
      return fail(400, 'Bad address');
    }
    if (path.includes('\0')) return fail(400, 'Bad address');
    if (reload && path === '/.reload') {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' }).write(': open\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    if (reload && path === '/.reload.js') {
      return response.writeHead(200, { ...headers, 'Content-Type': types['.js'] }).end(reloadScript);
    }

    let file = normalize(join(root, path));
    if (file !== root && !file.startsWith(root + sep)) return fail(404, 'Not found');
    let status = statSync(file, { throwIfNoEntry: false });
    if (status?.isDirectory()) {
      // Relative links on the index page need the slash.
      if (!path.endsWith('/')) return response.writeHead(301, { ...headers, Location: `${path}/` }).end();
      file = join(file, 'index.html');
      status = statSync(file, { throwIfNoEntry: false });
    }
    if (!status?.isFile()) return fail(404, 'Not found');

    const extension = extname(file);
    headers['Content-Type'] = types[extension] ?? 'application/octet-stream';
    headers['Last-Modified'] = status.mtime.toUTCString();
    headers.Vary = 'Accept-Encoding';
    if (request.headers['if-modified-since'] === headers['Last-Modified'] && !reload) {
      return response.writeHead(304, headers).end();
    }

    if (reload && extension === '.html') {
      const html = readFileSync(file, 'utf8') + '<script src="/.reload.js"></script>';
      return response.writeHead(200, headers).end(request.method === 'HEAD' ? '' : html);
    }

    const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((part) => part.trim().split(';')[0]);
    for (const [encoding, suffix] of [['br', '.br'], ['gzip', '.gz']]) {
      if (!compressible.has(extension) || !accepted.includes(encoding)) continue;
      headers['Content-Encoding'] = encoding;
      const beside = statSync(file + suffix, { throwIfNoEntry: false });
      if (beside && beside.mtimeMs >= status.mtimeMs) {
        file += suffix;
        status = beside;
        break;
      }
      const bytes = packed(file, status, encoding);
      headers['Content-Length'] = bytes.length;
      return response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bytes);
    }
    headers['Content-Length'] = status.size;
    response.writeHead(200, headers);
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  }

  const server = createServer((request, response) => {
    answer(request, response);
    if (log) response.on('finish', () => log(`${response.statusCode} ${request.method} ${request.url}`));
  });
  const listen = (at) =>
    new Promise((done, failed) => server.once('error', failed).listen(at, '127.0.0.1', () => done(server.off('error', failed))));
  try {
    await listen(preferred ?? port);
  } catch (error) {
    if (preferred === undefined || error.code !== 'EADDRINUSE') throw error;
    await listen(0);
  }

  const stamp = join(root, '.stamp');
  if (reload) watchFile(stamp, { interval: 200 }, () => listeners.forEach((page) => page.write('data: again\n\n')));

  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      unwatchFile(stamp);
      server.closeAllConnections?.();
      return new Promise((done) => server.close(done));
    },
  };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = '.', ...options] = process.argv.slice(2);
  const at = options.indexOf('--port');
  const chosen = at < 0 ? { preferred: 8765 } : { port: Number(options[at + 1]) };
  const { address } = await serve(folder, { ...chosen, reload: options.includes('--reload') });
  console.log(`Kamerloep is on ${address}  (Ctrl+C stops)`);
}
