// Documents over the network: a manifest and its files, or files named one by one. A JSON file that lists no documents is one itself.

/**
 * @typedef {{ name: string, bytes: Uint8Array }} Loaded
 * @typedef {{ name: string, url: string, status: number }} Failed `status`: the server's answer, 0: none that may be read
 */

const isManifest = (url) => /\.json(?=$|[?#])/.test(url);
function fileName(url) {
  try {
    return decodeURIComponent(new URL(url).pathname.split("/").pop() || url);
  } catch {
    return url;
  }
}

/**
 * Loads `sources` (addresses, manifests or documents). Never rejects: what failed is in `failed`, and can be given again.
 * @param {string[]} sources
 * @param {AbortSignal} signal
 * @returns {Promise<{ loaded: Loaded[], failed: Failed[], told: object[] }>}
 */
export async function load(sources, signal) {
  const out = { loaded: [], failed: [], told: [] };
  await Promise.all(sources.map((url) => (isManifest(url) ? loadManifest(url, out, signal) : loadDocument(url, out, signal))));
  // Documents arrive in any order; they are added in the order of the list.
  out.loaded.sort((a, b) => a.order - b.order);
  return out;
}

async function get(url, signal) {
  const response = await fetch(url, { signal, credentials: "same-origin" });
  if (!response.ok) throw Object.assign(new Error(url), { status: response.status });
  return response;
}

async function loadManifest(url, out, signal) {
  let bytes, list;
  try {
    bytes = new Uint8Array(await (await get(url, signal)).arrayBuffer());
  } catch ({ status = 0 }) {
    out.failed.push({ name: fileName(url), url, status });
    return;
  }
  try {
    list = entries(JSON.parse(new TextDecoder().decode(bytes)), url, out);
  } catch {
    out.told.push({ level: "error", key: "web.manifest_invalid", args: [fileName(url)] });
    return;
  }
  if (list) await Promise.all(list.map((entry, order) => loadDocument(entry, out, signal, order)));
  else out.loaded.push({ name: fileName(url), bytes, order: 0 });
}

/** @returns {string[] | null} addresses; null: this is no manifest */
function entries(json, base, out) {
  if (!Array.isArray(json?.documents)) return null;
  const urls = [];
  json.documents.forEach((entry, i) => {
    const path = typeof entry === "string" ? entry : entry?.path;
    const url = typeof path === "string" && path !== "" && URL.canParse(path, base) ? new URL(path, base) : null;
    if (url && /^(https?|blob|file):$/.test(url.protocol)) urls.push(url.href);
    else out.told.push({ level: "warning", key: "notice.manifest_entry", args: [String(i + 1)] });
  });
  return urls;
}

async function loadDocument(url, out, signal, order = 0) {
  try {
    const bytes = new Uint8Array(await (await get(url, signal)).arrayBuffer());
    out.loaded.push({ name: fileName(url), bytes, order });
  } catch ({ status = 0 }) {
    out.failed.push({ name: fileName(url), url, status });
  }
}
