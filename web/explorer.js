// The element's inside: its life from the first download to the last listener, and how everything outside the canvas follows the
// ViewModel. What a host page sees of it (attributes, events, methods) is kamerloep.js.
import { CanvasFace } from "./canvas.js";
import { load } from "./documents.js";
import { h, patch } from "./dom.js";
import { Engine, prepare } from "./engine.js";
import { Mirror } from "./mirror.js";
import { icons } from "./mirror_frame.js";
import { copyText, pageAddress, remember, remembered, styleSheets, useFonts, writeHash } from "./outside.js";
import { Strings } from "./strings.js";

/** Explorers that stand on the page, to call the second one "Kamerloep 2". @type {Set<number>} */
const numbers = new Set();
const transientTime = 4000;  // ms that "Gekopieerd" stays
const mirrorDelay = 120;     // ms that the hidden mirror may lag behind the canvas

export class Explorer extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.face = this.engine = this.mirror = null;
    this.expectReady();
  }

  expectReady() {
    /** Resolves when the first documents are in. @type {Promise<void>} */
    this.ready = new Promise((resolve, reject) => Object.assign(this, { resolveReady: resolve, rejectReady: reject }));
    this.ready.catch(() => {});
  }

  connectedCallback() {
    if (!this.life) this.begin();
  }

  disconnectedCallback() {
    // Moved within the page it is back before the microtask.
    queueMicrotask(() => { if (!this.isConnected) this.end(); });
  }

  // ---- life ------------------------------------------------------------------------------------------------------------------
  async begin() {
    const life = (this.life = new AbortController());
    const signal = life.signal;
    for (this.number = 1; numbers.has(this.number);) this.number += 1;
    numbers.add(this.number);
    this.dataset.view = "canvas";
    this.toggleAttribute("data-page", this.hasAttribute("links"));
    this.watchScheme(signal);
    this.boot("web.loading");
    const arriving = load(this.sources(), signal);  // in parallel with the engine
    prepare().catch(() => {});
    let engine;
    try {
      const [css, started] = await Promise.all([styleSheets(), Engine.start((kind, text) => this.effect(kind, text))]);
      if (signal.aborted) return started.destroy();
      this.shadowRoot.adoptedStyleSheets = css;
      engine = this.engine = started;
    } catch (error) {
      if (!signal.aborted) this.engineFailed(error);
      return;
    }
    this.dropFonts = useFonts(engine);
    this.build();
    engine.setLoading(Math.max(1, this.sources().length));
    this.openFirst();
    this.startCanvas();
    this.sync();
    this.listen(signal);
    const arrived = await arriving;
    if (!signal.aborted) await this.take(arrived);
  }

  end() {
    if (!this.life) return;
    this.life.abort();
    this.life = null;
    numbers.delete(this.number);
    for (const timer of [this.syncing, this.mirroring, this.toasting]) clearTimeout(timer);
    this.syncing = this.mirroring = this.toasting = 0;
    this.face?.destroy();
    this.mirror?.destroy();
    this.engine?.destroy();
    this.dropFonts?.();
    this.face = this.mirror = this.engine = this.dropFonts = this.view = this.seen = this.opener = null;
    this.told = this.marked = this.hasDocuments = this.restored = this.starting = false;
    this.dressed = this.revision = undefined;
    this.shadowRoot.replaceChildren();
    this.expectReady();
  }

  /** What stands there before the engine does, and when it does not come. */
  boot(key, retry) {
    const s = (this.strings = new Strings(this.wantedLanguage()));
    const box = document.createElement("div");
    box.className = "boot";
    patch(box, [h("p", { role: retry ? "alert" : "status", lang: s.language }, s.get(key)), retry && h("button", { type: "button", class: "button primary" }, s.get("button.retry"))]);
    this.shadowRoot.replaceChildren(box);
    if (retry) box.querySelector("button").addEventListener("click", retry, { once: true });
    styleSheets().then((css) => { this.shadowRoot.adoptedStyleSheets = css; }, () => {});
  }

  engineFailed(error) {
    const supported = typeof WebAssembly === "object";
    this.boot(supported ? "web.engine_failed" : "web.engine_unsupported", supported && (() => { this.end(); this.begin(); }));
    this.rejectReady(error);
    this.tell("error", { code: "engine", message: this.strings.get("web.engine_failed") });
  }

  build() {
    const root = this.shadowRoot;
    const stage = document.createElement("div");
    stage.className = "stage";
    stage.setAttribute("role", "region");
    this.toMirror = Object.assign(document.createElement("button"), { type: "button", className: "to-mirror" });
    this.canvas = document.createElement("canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "application");
    this.field = Object.assign(document.createElement("input"), { type: "search", autocomplete: "off", spellcheck: false, enterKeyHint: "search", hidden: true });
    stage.append(this.toMirror, this.field, this.canvas);
    const mirror = document.createElement("div");
    mirror.className = "mirror unseen";
    if (!this.hasAttribute("links")) mirror.setAttribute("role", "region");
    root.replaceChildren(stage, mirror);
    this.stage = stage;
    this.toMirror.addEventListener("click", () => {
      this.dispatch({ type: "SetView", view: "page" });
      this.mirror.focusSearch();
    });
    this.mirror = new Mirror(mirror, { dispatch: (action) => this.dispatch(action), page: this.hasAttribute("links") });
  }

  startCanvas() {
    this.face = new CanvasFace({
      engine: this.engine, canvas: this.canvas, field: this.field,
      dispatch: (action) => this.dispatch(action),
      drawn: () => this.afterDraw(),
      lost: () => { this.notice("warning", "notice.webgl_lost"); this.sync(); },
      restored: () => { this.dismiss((n) => n.key === "notice.webgl_lost" || n.text === this.strings.get("notice.webgl_lost")); this.sync(); },
    });
    if (this.face.start()) return;
    this.face = null;
    this.stage.hidden = true;
    this.mirror.drawable = false;
    this.notice("info", "notice.no_webgl");
  }

  listen(signal) {
    if (this.hasAttribute("links")) {
      window.addEventListener("popstate", () => this.dispatch({ type: "OpenLink", hash: location.hash }), { signal });
      // On a page of our own a key that nothing has the focus for is ours: "/" searches from the first moment.
      document.addEventListener("keydown", (event) => {
        if (event.target !== document.body || event.defaultPrevented) return;
        if (this.canvasShows()) this.face.strayKey(event);
        else this.mirror.key(event);
      }, { signal });
    }
    this.takeDrops(signal);
    window.addEventListener("beforeprint", () => this.mirror.update(this.view, this.strings), { signal });
  }

  /** A file dropped here is opened, not shown by the browser in the place of the page. */
  takeDrops(signal) {
    const over = (event, on) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.toggleAttribute("data-drop", on);
    };
    this.addEventListener("dragover", (event) => over(event, true), { signal });
    this.addEventListener("dragleave", (event) => over(event, false), { signal });
    this.addEventListener("drop", async (event) => {
      over(event, false);
      // Asked for now: after the event the browser gives nothing any more.
      const given = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === "file")
        .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
      if (given.length) (await this.opening())?.openGiven(given);
    }, { signal });
    (this.hasAttribute("links") ? document : this).addEventListener("paste", (event) => this.paste(event), { signal });
  }

  /** Text or files pasted anywhere but in a field are documents. */
  async paste(event) {
    const { clipboardData: data } = event;
    const text = data?.getData("text/plain") ?? "";
    const files = [...(data?.files ?? [])];
    const within = event.composedPath()[0];
    if (event.defaultPrevented || within.isContentEditable || (/^(input|textarea)$/.test(within.localName) && !files.length)) return;
    if (!files.length && !text.trim()) return;
    event.preventDefault();
    const opening = await this.opening();
    if (text.trim()) opening?.openText(text);  // a copied piece of a page brings its picture along
    else opening?.openGiven(files);
  }

  /** What opening documents takes (opening.js), loaded when it is first wanted; null, and said, when that fails. */
  async opening() {
    this.opener ??= import("./opening.js").then(({ Opening }) => Opening.start(this, { h, patch, icons, remember, remembered }));
    const opener = this.opener;
    try {
      return await opener;
    } catch {
      if (this.opener === opener) this.opener = null;
      if (this.view?.documents) this.dispatch({ type: "ToggleDocuments" });
      this.notice("error", "web.part_failed");
      return null;
    }
  }

  watchScheme(signal) {
    this.prefersDark = matchMedia("(prefers-color-scheme: dark)");
    this.prefersDark.addEventListener("change", () => this.engine && this.sync(), { signal });
    this.toggleAttribute("data-dark", this.isDark(this.getAttribute("color-scheme") ?? remembered().scheme));
  }

  isDark(scheme) {
    return scheme === "dark" || (scheme !== "light" && this.prefersDark.matches);
  }

  // ---- documents -------------------------------------------------------------------------------------------------------------
  sources() {
    const asked = this.hasAttribute("links") ? new URLSearchParams(location.search).getAll("src") : [];
    const given = [this.getAttribute("src") ?? "", ...asked].flatMap((list) => list.split(/\s+/)).filter(Boolean);
    if (given.length) return given.map((url) => (URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url));
    return [new URL("documents/manifest.json", import.meta.url).href];
  }

  async reload(sources = this.sources()) {
    const signal = this.life.signal;
    this.engine.setLoading(sources.length);
    this.changed();
    const arrived = await load(sources, signal);
    if (!signal.aborted) await this.take(arrived);
  }

  async take({ loaded, failed, told }) {
    const { signal } = this.life;
    const others = [];  // that need a reader of their own
    this.starting = true;
    for (const { bytes, name } of loaded) {
      if (this.engine.readerNeeded(bytes.subarray(0, 65536))) others.push({ name, blob: new Blob([bytes]) });
      else for (const notice of this.engine.addFile(bytes, name, false).notices) told.push(notice);
    }
    for (const notice of told) this.dispatch({ type: "ShowNotice", notice });
    this.failed = failed;
    if (others.length) await (await this.opening())?.open(others, { byUser: false });
    if (signal.aborted) return;
    // What an earlier visit kept.
    if (!this.restored && this.hasAttribute("links") && remembered().keep) {
      this.restored = true;
      const opening = await this.opening();
      if (opening) await opening.open(await opening.keeper.stored());
      if (signal.aborted) return;
    }
    this.starting = false;
    this.engine.setLoading(0);
    this.engine.commit();
    for (const one of failed) await this.tellFailed(one);
    if (signal.aborted) return;
    this.hasDocuments ||= loaded.length > 0;
    this.face?.wake();
    this.sync();
    if (failed.length) this.tell("error", { code: "load", failed: failed.map((f) => f.name), message: this.view.notices.at(-1)?.text ?? "" });
    this.resolveReady();
    if (this.told) return;
    this.told = true;
    this.tell("ready", { total: this.view.results.corpus_total, failed: failed.map((f) => f.name) });
  }

  /** Another site's file that does not come is another matter than a connection that failed. */
  async tellFailed({ name, url, status }) {
    const host = URL.canParse(url) ? new URL(url).host : url;
    if (host !== location.host && (await this.opening())) {
      const notice = status ? { key: "open.status", args: [name, host, String(status)] } : { key: "open.refused", args: [name, host] };
      this.dispatch({ type: "ShowNotice", notice: { level: "error", retry: true, ...notice } });
    } else {
      this.engine?.loadFailed(name);
    }
  }

  /** More documents are in, or fewer. */
  documentsChanged() {
    this.hasDocuments = true;
    this.face?.wake();
    this.sync();
  }

  // ---- State → page ----------------------------------------------------------------------------------------------------------
  dispatch(action) {
    if (!this.engine) return false;
    const understood = this.engine.dispatch(action);
    this.changed();
    return understood;
  }

  changed() {
    this.face?.request();
    if (!this.canvasShows()) this.sync();
    else this.syncing ||= setTimeout(() => this.sync(), 0);
  }

  afterDraw() {
    if (this.hasDocuments && !this.marked) {
      this.marked = true;
      performance.mark("kamerloep-first-result");
    }
    if (this.engine.revision() !== this.revision) this.syncing ||= setTimeout(() => this.sync(), 0);
  }

  canvasShows() {
    return Boolean(this.face?.alive && this.view?.view === "canvas");
  }

  /** Everything outside the canvas follows the ViewModel. */
  sync() {
    clearTimeout(this.syncing);
    this.syncing = 0;
    if (!this.engine) return;
    this.revision = this.engine.revision();
    const view = (this.view = this.engine.viewModel());
    if (this.strings.rows["app.tagline"] === undefined || this.strings.language !== view.language) {
      this.strings = new Strings(view.language, this.engine.strings());
    }
    view.dark = this.isDark(view.scheme);
    this.dress(view);
    const canvas = this.canvasShows();
    this.mirror.root.classList.toggle("unseen", canvas);
    this.mirror.show(!canvas);
    clearTimeout(this.mirroring);
    const update = () => {
      this.mirroring = 0;
      if (!this.mirror) return;
      this.mirror.update(view, this.strings);
      if (this.wantItem) this.mirror.focusItem();
      this.wantItem = false;
      if (!this.hasDocuments || this.marked || canvas) return;
      this.marked = true;
      performance.mark("kamerloep-first-result");
    };
    // Out of sight the mirror may wait until the typing pauses.
    if (canvas && this.mirror.view) this.mirroring = setTimeout(update, mirrorDelay);
    else update();
    if (view.documents || this.listed) this.opening().then((opening) => this.view && opening?.dialog.show(this.view));
    this.listed = Boolean(view.documents);
    this.expireToast(view);
    this.tellChanges(view);
  }

  dress(view) {
    const s = this.strings;
    const canvas = this.canvasShows();
    this.toggleAttribute("data-dark", view.dark);
    if (this.dataset.view !== (canvas ? "canvas" : "page")) this.dataset.view = canvas ? "canvas" : "page";
    this.stage.hidden = !canvas;
    if (this.face) {
      if (this.face.on !== canvas) this.face.show(canvas);
      if (this.face.dark !== view.dark) this.face.setDark(view.dark);
    }
    if (this.field.value !== view.query) this.field.value = view.query;
    this.mirror.root.lang = view.language;
    if (this.dressed === view.language) return this.titlePage(view);
    this.dressed = view.language;
    this.stage.lang = view.language;
    this.toMirror.textContent = s.get("button.reading_view");
    const name = (key) => (this.number > 1 ? `${s.get(key)} ${this.number}` : s.get(key));
    this.stage.setAttribute("aria-label", name("button.canvas_view"));
    if (!this.hasAttribute("links")) this.mirror.root.setAttribute("aria-label", name("app.name"));
    this.canvas.setAttribute("aria-label", s.get("web.canvas"));
    this.field.setAttribute("aria-label", s.get("search.label"));
    this.field.placeholder = s.get("search.placeholder");
    this.titlePage(view);
  }

  titlePage(view) {
    if (!this.hasAttribute("links")) return;
    document.documentElement.lang = view.language;
    if (view.page_title) document.title = view.page_title;
    remember({ language: view.language, scheme: view.scheme });
  }

  expireToast(view) {
    const text = view.notices.filter((n) => n.transient).map((n) => n.text).join("\n");
    if (text === this.toast) return;
    this.toast = text;
    clearTimeout(this.toasting);
    // The canvas fades its own.
    if (text && !this.canvasShows()) this.toasting = setTimeout(() => this.dismiss((n) => n.transient), transientTime);
  }

  dismiss(which) {
    const found = this.view?.notices.filter(which).sort((a, b) => b.index - a.index) ?? [];
    for (const { index } of found) this.dispatch({ type: "Dismiss", notice: index });
  }

  notice(level, key, ...args) {
    this.dispatch({ type: "ShowNotice", notice: { level, key, args } });
  }

  // ---- effects ---------------------------------------------------------------------------------------------------------------
  effect(kind, text) {
    switch (kind) {
      case "copy":
        return this.copy(text);
      case "open_url":
        window.open(text, "_blank", "noopener,noreferrer");
        return;
      case "push_link":
      case "replace_link":
        if (this.hasAttribute("links")) writeHash(text, kind === "push_link");
        return;
      case "focus_search":
        if (this.canvasShows()) this.face.focusSearch();
        else this.mirror.focusSearch();
        return;
      case "focus_item":
        // Only for who is reading here: an explorer in somebody's article never grabs the focus.
        this.wantItem = this.shadowRoot.activeElement !== null && !this.canvasShows();
        return;
      case "forget":
        this.forgetting = this.opener?.then((opening) => opening.keeper.forget(text), () => {});
        return;
      case "retry":
        this.reload(this.failed?.length ? this.failed.map((f) => f.url) : undefined);
    }
  }

  copy(text) {
    const event = this.face?.copying;
    if (event) {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
      return;
    }
    copyText(text).then((done) => {
      if (done || !this.engine) return;
      this.sync();
      this.dismiss((n) => n.transient);
      this.notice("warning", "notice.copy_failed");
    });
  }

  // ---- events ----------------------------------------------------------------------------------------------------------------
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`kamerloep:${name}`, { detail, bubbles: true, composed: true }));
  }

  tellChanges(view) {
    const chips = view.results.chips.map(({ facet, key, label }) => ({ facet, key, label }));
    const now = { item: view.reader?.id ?? "", filter: JSON.stringify([view.query, chips]) };
    const before = this.seen;
    this.seen = now;
    // Until the first documents are in, the host page has nothing to hear.
    if (!before || !this.told) return;
    if (now.item !== before.item) this.tell("select", view.reader ? { id: view.reader.id, number: view.reader.number, citation: view.reader.citation, url: view.reader.document_url } : { id: "" });
    if (now.filter !== before.filter) this.tell("filter", { query: view.query, filters: chips, total: view.results.total, corpusTotal: view.results.corpus_total });
  }

  /** Whether the mirror still has to follow the last change. */
  get mirrorPending() {
    return Boolean(this.syncing || this.mirroring);
  }

  /** Frames drawn since the start: for tests and measurements. */
  get frames() {
    return this.engine ? this.engine.framesDrawn() : 0;
  }
}
