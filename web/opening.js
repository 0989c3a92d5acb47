// Opening documents: reading files in slices so that the page stays alive, progress with a way to stop, what the user is told,
// and what is kept. Loaded when it is first wanted; it gets the explorer and what it needs of the page's start, and imports
// none of it, so that the start stays one file.
import { gather } from "./opening_gather.js";
import { Dialog } from "./opening_dialog.js";
import { Keeper } from "./opening_keep.js";
import * as readers from "./readers.js";

const slice = 24;             // ms of work before the page gets its turn
const shownAfter = 200;       // ms before the progress shows
const commitEvery = 500;      // ms between results that appear, …
const commitShare = 6;        // … and at least this many times what making them cost: the whole stays linear
const sniffed = 65536;        // bytes that tell the format
const mostBytes = 256 << 20;  // src/read/read.h
const saidApart = 2;          // more of one kind of message become one

/**
 * @typedef {{ name: string, blob: Blob, key?: number, without?: string[] }} Incoming `key`, `without`: see opening_keep.js
 */

export class Opening {
  /** @param {import("./explorer.js").Explorer} explorer @param {object} tools of the page's start: h, patch, icons, remember, remembered */
  static async start(explorer, tools) {
    const here = (name) => fetch(new URL(name, import.meta.url)).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.text();
    });
    const [css, strings] = await Promise.all([here("opening.css"), here("opening.tsv")]);
    const opening = new Opening();
    Object.assign(opening, { explorer, tools, queue: [], next: 0, failures: [], pasted: 0, running: null, stopped: false });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    explorer.shadowRoot.adoptedStyleSheets = [...explorer.shadowRoot.adoptedStyleSheets, sheet];
    explorer.engine.addStrings(strings);
    explorer.strings.rows = explorer.engine.strings();
    opening.keeper = new Keeper(opening);
    opening.dialog = new Dialog(opening);
    return opening;
  }

  get engine() {
    return this.explorer.engine;
  }

  text(key, ...args) {
    return this.explorer.strings.get(key, ...args);
  }

  say(level, key, args = [], more = {}) {
    this.explorer.dispatch({ type: "ShowNotice", notice: { level, key, args: args.map(String), ...more } });
  }

  // ---- what comes in ---------------------------------------------------------------------------------------------------------
  /** Files and folders that were dropped, chosen or pasted. @param {Array<File | FileSystemEntry>} given */
  async openGiven(given) {
    const { files, skipped } = await gather(given);
    if (skipped) this.say("info", "open.skipped", [skipped]);
    if (!files.length) return;
    this.explorer.dispatch({ type: "SetPane", pane: "results" });
    await this.open(files.map((file) => ({ name: file.name, blob: file })), { told: true });
  }

  openText(text, name = this.text("open.pasted", (this.pasted += 1))) {
    return this.open([{ name, blob: new Blob([text], { type: "text/plain" }) }], { told: true });
  }

  /**
   * Reads files one after the other; a second call joins the first. Never rejects.
   * @param {Incoming[]} files
   * @param {{ byUser?: boolean, told?: boolean }} how `told`: the user did this just now and hears what came of it
   * @returns {Promise<string[][]>} the ids of the documents of each file; none: it could not be read
   */
  async open(files, { byUser = true, told = false } = {}) {
    const jobs = files.map((file) => ({ file, name: file.name, byUser, told, documents: [], notices: [] }));
    this.queue.push(...jobs);
    this.running ??= this.run().finally(() => { this.running = null; });
    await this.running;
    return jobs.map((job) => job.documents);
  }

  stop() {
    this.stopped = true;
    this.stopping.abort();
  }

  // ---- the work --------------------------------------------------------------------------------------------------------------
  async run() {
    const { signal } = this.explorer.life;
    this.stopped = false;
    this.stopping = new AbortController();
    signal.addEventListener("abort", () => this.stop(), { once: true });
    const shown = setTimeout(() => this.progress(), shownAfter);
    let jobs = [], done = 0;
    try {
      await this.readQueue(signal);
    } finally {
      // Also after a job that broke: the next files must not meet what is left of these.
      clearTimeout(shown);
      [jobs, done] = [this.queue, this.next];
      this.queue = [];
      this.next = 0;
      this.progress();
    }
    if (signal.aborted) return;
    this.commit(0);
    this.conclude(jobs, done);
  }

  async readQueue(signal) {
    let turn = performance.now(), committed = turn, cost = 0;
    for (this.next = 0; this.next < this.queue.length && !this.stopped; this.next += 1) {
      const job = this.queue[this.next];
      await this.read(job);
      if (signal.aborted) return;
      job.file = null;  // its bytes may go
      const now = performance.now();
      if (now - committed > Math.max(commitEvery, commitShare * cost)) {
        this.commit(this.queue.length - this.next - 1);
        committed = performance.now();
        cost = committed - now;
      }
      if (now - turn > slice) {
        this.progress();
        await nextTurn();
        if (signal.aborted) return;
        turn = performance.now();
      }
    }
  }

  async read(job) {
    const { name, blob, without } = job.file;
    const failed = (code, ...args) => ({ documents: [], notices: [{ level: "error", key: `error.${code}`, args }] });
    const add = (added) => {
      job.documents.push(...added.documents);
      job.notices.push(...added.notices);
    };
    try {
      if (blob.size > mostBytes) return add(failed("too_large", name, String(mostBytes >> 20)));
      let bytes;
      try {
        bytes = new Uint8Array(await blob.arrayBuffer());
      } catch {
        return add(failed("file_gone", name));
      }
      if (!this.engine) return;
      const kind = this.engine.readerNeeded(bytes.subarray(0, sniffed));
      if (!kind) return add(this.engine.addFile(bytes, name, job.byUser));
      let made;
      try {
        made = await readers.read(kind, bytes, name, { signal: this.stopping.signal });
      } catch {
        if (this.stopped) return;
        return add(failed("reader_failed", name, kind.toUpperCase()));
      }
      if (!this.engine) return;
      if (made.error) return add(failed(made.error.code, ...made.error.args));
      for (const source of made.sources) add(this.engine.addSource(source, job.byUser));
    } finally {
      if (this.engine && without?.length) for (const id of without) this.engine.dispatch({ type: "RemoveDocument", id });
      if (this.engine && job.byUser && job.documents.length) {
        await this.keeper.took(job.file, job.documents.filter((id) => !without?.includes(id)));
      }
    }
  }

  commit(left) {
    if (!this.engine) return;
    if (!this.explorer.starting) this.engine.setLoading(left);
    this.engine.commit();
    this.explorer.documentsChanged();
  }

  // ---- what the user sees of it ------------------------------------------------------------------------------------------------
  progress() {
    const { h, patch } = this.tools;
    const total = this.queue.length;
    const root = this.explorer.shadowRoot;
    if (!total || this.explorer.life === null) return this.bar?.remove();
    if (!this.bar) {
      this.bar = document.createElement("div");
      this.bar.className = "opening";
      this.bar.setAttribute("role", "group");
      this.bar.addEventListener("click", (event) => { if (event.target.closest("button")) this.stop(); });
    }
    this.bar.lang = this.explorer.strings.language;
    this.bar.setAttribute("aria-label", this.text("open.progress"));
    patch(this.bar, [
      h("p", { "aria-hidden": "true" }, this.text("open.progress_of", this.next, total)),
      h("progress", { max: total, value: this.next, "aria-label": this.text("open.progress_of", this.next, total) }),
      h("button", { type: "button", class: "button" }, this.text("open.stop")),
    ]);
    if (!this.bar.isConnected) root.append(this.bar);
  }

  /** Everything said once: single messages as they are, many of one kind as one. */
  conclude(jobs, done) {
    if (!this.engine) return;
    const byKey = new Map();
    const read = jobs.slice(0, done);
    for (const job of read) {
      for (const notice of job.notices) {
        if (!byKey.has(notice.key)) byKey.set(notice.key, []);
        byKey.get(notice.key).push(notice);
        if (notice.level === "error") this.failures.push(notice);
      }
    }
    const told = read.filter((job) => job.told);
    const opened = told.filter((job) => job.documents.length);
    const errors = read.flatMap((job) => job.notices.filter((notice) => notice.level === "error"));
    for (const [key, notices] of byKey) {
      const [{ level, transient }] = notices;
      if (level === "error" && errors.length > saidApart) continue;
      if (notices.length <= saidApart) for (const notice of notices) this.explorer.dispatch({ type: "ShowNotice", notice });
      else if (key === "notice.no_items") this.say(level, "open.no_items", [notices.length, names(notices)]);
      else if (!transient) this.say(level, "open.several", [notices.length - 1, this.text(key, ...notices[0].args)]);
    }
    if (errors.length > saidApart) this.say("error", "open.failed", [errors.length, names(errors)]);
    if (this.stopped) this.say("info", "open.stopped", [done, jobs.length], { transient: true });
    else if (opened.length > 1) this.say("info", "open.done", [opened.length], { transient: true });
    else if (opened.length === 1 && !opened[0].notices.length) {
      const [{ documents, name }] = opened;
      if (documents.length > 1) this.say("info", "open.done_several", [documents.length], { transient: true });
      else this.say("info", "open.done_one", [name], { transient: true });
    }
    this.explorer.sync();
  }
}

/** The file names of messages (their first argument), a few of them. */
function names(notices) {
  const all = notices.map((notice) => notice.args[0]).filter(Boolean);
  return all.slice(0, 5).join(", ") + (all.length > 5 ? " …" : "");
}

/** The page's turn: input and pictures. Not a timer, which a tab in the background is given once a second. */
function nextTurn() {
  const { port1, port2 } = new MessageChannel();  // one for each turn: explorers wait beside each other
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
