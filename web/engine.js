// The core as JavaScript sees it: strings and bytes in, JSON out. One Engine is one instance of the wasm module, with memory of
// its own, so that explorers on a page know nothing of each other. The module is downloaded and compiled once a page.

const effectNames = ["copy", "open_url", "push_link", "replace_link", "focus_search", "focus_item", "retry", "forget"];
export const FrameResult = { more: 1, focusSearch: 2, canScroll: 4, drew: 8, wantsText: 16 };

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @type {Promise<{ factory: Function, compiled: WebAssembly.Module }> | null} */
let download = null;

/** Starts the download, or joins one that is under way; a download that failed is tried again by the next call. */
export function prepare() {
  download ??= (async () => {
    const [module, compiled] = await Promise.all([import("./kamerloep.mjs"), compile(new URL("kamerloep.wasm", import.meta.url))]);
    return { factory: module.default, compiled };
  })().catch((error) => {
    download = null;
    throw error;
  });
  return download;
}

async function compile(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch (error) {
    // A server that gives wasm another MIME type.
    if (error instanceof TypeError) return WebAssembly.compile(await response.arrayBuffer());
    throw error;
  }
}

export class Engine {
  /**
   * @param {(kind: string, text: string) => void} onEffect what the core asks of the page (see Effect in src/app/action.h)
   */
  static async start(onEffect) {
    const { factory, compiled } = await prepare();
    const engine = new Engine();
    engine.module = await factory({
      onEffect: (kind, text) => onEffect(effectNames[kind], text),
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
        return {};
      },
    });
    engine.module._kl_create();
    return engine;
  }

  // ---- strings over the fence ----------------------------------------------------------------------------------------------
  /** Calls `name(pointer, size, …rest)` with each of `values` in wasm memory. */
  with(name, values, ...rest) {
    const m = this.module;
    const pieces = values.map((value) => {
      const bytes = typeof value === "string" ? encoder.encode(value) : value;
      const at = m._kl_alloc(bytes.length);
      if (!at) throw new RangeError("memory");
      m.HEAPU8.set(bytes, at);
      return [at, bytes.length];
    });
    try {
      return m[`_kl_${name}`](...pieces.flat(), ...rest);
    } finally {
      for (const [at] of pieces) m._kl_free(at);
    }
  }

  bytes(at) {
    return this.module.HEAPU8.subarray(at, at + this.module._kl_result_size());
  }

  text(at) {
    return decoder.decode(this.bytes(at));
  }

  // ---- documents -----------------------------------------------------------------------------------------------------------
  /**
   * Adds a file that needs no reader of its own. Nothing is said to the user yet.
   * @param {Uint8Array} bytes @param {string} name @param {boolean} byUser or the page brought it
   * @returns {{ documents: string[], notices: object[] }} ids of its documents (none: not readable), and what to say
   */
  addFile(bytes, name, byUser) {
    return JSON.parse(this.text(this.with("add_file", [bytes, name], Number(byUser))));
  }
  /** The same for what a reader of its own made of a file (readers.js). @param {object} source */
  addSource(source, byUser) {
    return JSON.parse(this.text(this.with("add_source", [JSON.stringify(source)], Number(byUser))));
  }
  /** @param {Uint8Array} bytes the beginning of a file is enough @returns {string} "": the engine reads it itself; else "pdf", "docx", … */
  readerNeeded(bytes) {
    return this.text(this.with("reader_needed", [bytes]));
  }
  documents() {
    return JSON.parse(this.text(this.module._kl_documents()));
  }
  addStrings(tsv) {
    this.with("add_strings", [tsv]);
  }
  commit() {
    this.module._kl_commit();
  }
  setLoading(count) {
    this.module._kl_set_loading(count);
  }
  loadFailed(what) {
    this.with("load_failed", [what]);
  }

  // ---- State ---------------------------------------------------------------------------------------------------------------
  /** @param {object} action see src/app/action.h @returns {boolean} whether it was understood */
  dispatch(action) {
    return this.with("dispatch", [JSON.stringify(action)]) === 1;
  }
  revision() {
    return this.module._kl_revision();
  }
  viewModel() {
    return JSON.parse(this.text(this.module._kl_view_model()));
  }
  strings() {
    return JSON.parse(this.text(this.module._kl_strings()));
  }
  hash() {
    return this.text(this.module._kl_hash());
  }
  setPageAddress(address) {
    this.with("set_page_address", [address]);
  }
  /** A copy of the TTF bytes. @param {string} name */
  font(name) {
    return this.bytes(this.with("font", [name])).slice();
  }

  // ---- canvas --------------------------------------------------------------------------------------------------------------
  /** @returns {boolean} false: no WebGL here */
  startCanvas(canvas, { width, height, pixelWidth, pixelHeight }) {
    this.module.canvas = canvas;
    return this.module._kl_canvas_start(width, height, pixelWidth, pixelHeight) === 1;
  }
  stopCanvas() {
    this.module._kl_canvas_stop();
    this.module.canvas = null;
  }
  canvasLost() {
    this.module._kl_canvas_lost();
  }
  canvasRestored() {
    this.module._kl_canvas_restored();
  }
  setExtent({ width, height, pixelWidth, pixelHeight }) {
    this.module._kl_set_extent(width, height, pixelWidth, pixelHeight);
  }
  setInput({ dark, searchFocused, reducedMotion }) {
    this.module._kl_set_input(Number(dark), Number(searchFocused), Number(reducedMotion));
  }
  scroll(dx, dy) {
    this.module._kl_scroll(dx, dy);
  }
  /** @param {1 | 0 | -1 | -2} down pressed, released, moved, gone */
  pointer(x, y, down) {
    this.module._kl_pointer(x, y, down);
  }
  /** A typed character. @param {number} codePoint */
  character(codePoint) {
    this.module._kl_character(codePoint);
  }
  wake() {
    this.module._kl_wake();
  }
  /** @returns {number} FrameResult bits; 0: nothing was due */
  frame() {
    return this.module._kl_frame();
  }
  framesDrawn() {
    return this.module._kl_frames_drawn();
  }
  output() {
    const at = this.module._kl_output() >> 2;
    const [x, y, width, height, cursor, wakeAfter] = new Float32Array(this.module.HEAPU8.buffer).subarray(at, at + 6);
    return { field: { x, y, width, height }, cursor: ["default", "pointer", "text"][cursor] ?? "default", wakeAfter };
  }
  selection() {
    return this.text(this.module._kl_selection());
  }
  /** Whether Tab still has a stop within the canvas. */
  tabStays(backwards) {
    return this.module._kl_tab_stays(Number(backwards)) === 1;
  }

  destroy() {
    this.module._kl_destroy();
    this.module = null;
  }
}
