// Documents over the network: a manifest and its files, or files named one by one.

/**
 * @typedef {{ name: string, bytes: Uint8Array }} Loaded
 * @typedef {{ name: string, url: string }} Failed
 * @typedef {{ action: object }} Told a notice for the user
 */

const isManifest = (url) => new URL(url).pathname.endsWith(".json");
const fileName = (url) => decodeURIComponent(new URL(url).pathname.split("/").pop() || url);

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
  if (!response.ok) throw new Error(String(response.status));
  return response;
}

async function loadManifest(url, out, signal) {
  let list;
  try {
    const text = await (await get(url, signal)).text();
    list = entries(text, url, out);
  } catch {
    out.failed.push({ name: fileName(url), url });
    return;
  }
  if (!list) out.told.push({ level: "error", key: "web.manifest_invalid", args: [fileName(url)] });
  else await Promise.all(list.map((entry, order) => loadDocument(entry, out, signal, order)));
}

/** @returns {string[] | null} addresses; null: this is no manifest */
function entries(text, base, out) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
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
  } catch {
    out.failed.push({ name: fileName(url), url });
  }
}
