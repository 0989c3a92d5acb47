// The readers of structured formats (PDF, DOCX, HTML, XML, JSON): a wasm module of their own, loaded when such a file is opened.
// What they make of a file goes into the engine with Engine.addSource. Nothing of the page's start is imported here.

/**
 * @typedef {{ sources: object[] } | { error: { code: string, args: string[] } }} Read sources: SourceText as JSON (src/read/source_text_json.h)
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Promise<object> | null} */
let loading = null;

/** The module; a download that failed is tried again by the next call. */
function load() {
  loading ??= import("./kamerloep-readers.mjs").then(({ default: factory }) => factory()).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Calls kr_`name`(pointer, size, …) with each of `values` in the module's memory. @returns {Read} */
function call(module, name, values) {
  const pieces = values.map((value) => {
    const bytes = typeof value === "string" ? encoder.encode(value) : value;
    const at = module._kr_alloc(bytes.length);
    if (!at) throw new RangeError("memory");
    module.HEAPU8.set(bytes, at);
    return [at, bytes.length];
  });
  try {
    const at = module[`_kr_${name}`](...pieces.flat());
    const made = JSON.parse(decoder.decode(module.HEAPU8.subarray(at, at + module._kr_result_size())));
    for (const [piece] of pieces) module._kr_free(piece);
    return made;
  } catch (error) {
    loading = null;  // a module that broke off cannot be trusted; the next file gets a new one
    throw error;
  }
}

/**
 * Reads a file. Rejects when a part of the page could not be loaded, or with the signal's reason.
 * @param {string} kind what Engine.readerNeeded said: "pdf", "docx", "html", "xml", "json"
 * @param {Uint8Array} bytes @param {string} name @param {{ signal?: AbortSignal }} [options] for what takes long (a PDF)
 * @returns {Promise<Read>}
 */
export async function read(kind, bytes, name, options = {}) {
  if (kind !== "pdf") return call(await load(), "read", [bytes, name]);
  // pdf.js takes the page apart; `positioned` makes the lines of what stands where (kr_read_pdf: pages as JSON, name).
  const [module, pdf] = await Promise.all([load(), import("./pdf.js")]);
  return pdf.read(bytes, name, (pages) => call(module, "read_pdf", [pages, name]), options);
}
