// <kamerloep-explorer>: the whole explorer as one tag. This file is the only one a page has to name:
//
//   <script type="module" src="https://…/kamerloep.js"></script>
//   <kamerloep-explorer src="documents/manifest.json" query="grondstof" ministry="EZ" lang="nl"></kamerloep-explorer>
//
// Attributes: src (manifests or documents of any format, separated by spaces), query, ministry, theme (each may hold several, by commas),
//   lang (nl, en), color-scheme (system, light, dark), view (canvas, page), links (the view is bound to the page's #hash).
// Events: kamerloep:ready, kamerloep:select, kamerloep:filter, kamerloep:error; they bubble and carry a `detail`.
// Methods: search, open, setFilter, reset, addFile, addText, documents, removeDocument, state; each returns a promise.
import { Explorer } from "./explorer.js";
import { pageAddress, remembered } from "./outside.js";

const facetNames = { ministry: "ministerie", also: "raakt", theme: "thema", keyword: "trefwoord", kind: "soort", year: "jaar" };

export class KamerloepExplorer extends Explorer {
  static observedAttributes = ["src", "query", "ministry", "theme", "lang", "color-scheme", "view"];

  attributeChangedCallback(name, before, after) {
    if (!this.engine || before === after) return;
    if (name === "src") this.reload();
    else if (name === "lang" || name === "color-scheme" || name === "view") this.applyLook();
    else this.dispatch({ type: "OpenLink", hash: this.attributeLink() });
  }

  // ---- attributes ------------------------------------------------------------------------------------------------------------
  wantedLanguage() {
    const wanted = this.getAttribute("lang") ?? (this.hasAttribute("links") ? remembered().language : undefined) ?? document.documentElement.lang;
    return String(wanted).startsWith("en") ? "en" : "nl";
  }

  attributeLink() {
    const link = new URLSearchParams();
    if (this.getAttribute("query")) link.append("q", this.getAttribute("query"));
    for (const [attribute, facet] of [["ministry", "ministerie"], ["theme", "thema"]]) {
      for (const value of (this.getAttribute(attribute) ?? "").split(",").map((v) => v.trim()).filter(Boolean)) link.append(facet, value);
    }
    return `#${link.toString().replaceAll("+", "%20")}`;
  }

  applyLook() {
    this.engine.dispatch({ type: "SetLanguage", language: this.wantedLanguage() });
    this.engine.dispatch({ type: "SetScheme", scheme: this.getAttribute("color-scheme") ?? (this.hasAttribute("links") ? remembered().scheme : undefined) ?? "system" });
    if (this.hasAttribute("view")) this.engine.dispatch({ type: "SetView", view: this.getAttribute("view") });
    this.changed();
  }

  openFirst() {
    const links = this.hasAttribute("links");
    this.engine.setPageAddress(links ? pageAddress() : this.hasAttribute("src") ? "" : new URL("./", import.meta.url).href);
    const hash = links && location.hash.length > 1 ? location.hash : this.attributeLink();
    this.engine.dispatch({ type: "OpenLink", hash });
    // Applied after the link, which says nothing of colours; its language wins from the attribute.
    const fromLink = /[#&]taal=/.test(hash) ? new URLSearchParams(hash.slice(1)).get("taal") : null;
    this.applyLook();
    if (fromLink) this.engine.dispatch({ type: "SetLanguage", language: fromLink });
  }

  // ---- methods ---------------------------------------------------------------------------------------------------------------
  /** Sends any Action (src/app/action.h). @param {object} action */
  async act(action) {
    await this.ready;
    if (!this.dispatch(action)) throw new TypeError(`not an action: ${JSON.stringify(action)}`);
    this.sync();
    return this.state();
  }

  /** @param {string} text @returns {Promise<object>} the state with its exact count and first results */
  search(text) {
    return this.act({ type: "SetQuery", text: String(text), typing: false });
  }

  /** @param {string} id "kst-36696-4/5" @returns {Promise<object>} */
  open(id) {
    return this.act({ type: "OpenItem", id: String(id) });
  }

  /** Filters a facet on exactly these values. @param {string} facet ministry, theme, … @param {string | string[]} keys [] clears it */
  async setFilter(facet, keys) {
    const name = facetNames[facet] ?? facet;
    await this.act({ type: "ClearFacet", facet: name });
    for (const key of [keys].flat()) await this.act({ type: "ToggleFilter", facet: name, key: String(key) });
    return this.state();
  }

  reset() {
    return this.act({ type: "ResetAll" });
  }

  /**
   * Adds a document of any format; it never leaves this device.
   * @param {File | Blob | ArrayBuffer | Uint8Array} file @param {string} [name]
   * @returns {Promise<boolean>} whether it could be read; if not, the explorer says why
   */
  async addFile(file, name = file.name ?? "document") {
    await this.ready;
    const opening = await this.opening();
    const ids = await opening?.open([{ name, blob: file instanceof Blob ? file : new Blob([file]) }]);
    return Boolean(ids?.[0].length);
  }

  /** @param {string} text @param {string} [name] what messages call it @returns {Promise<boolean>} */
  addText(text, name = "tekst") {
    return this.addFile(new Blob([String(text)]), name);
  }

  /** @returns {Promise<Array<{ id: string, title: string, about: string, added: boolean }>>} `added`: not by the page itself */
  async documents() {
    await this.ready;
    return this.engine.documents();
  }

  /** @param {string} id as `documents` gives it */
  async removeDocument(id) {
    const state = await this.act({ type: "RemoveDocument", id: String(id) });
    await this.forgetting;  // what was kept of it is gone too
    return state;
  }

  /** What is shown now, as plain data. */
  async state() {
    await this.ready;
    if (this.engine.revision() !== this.revision) this.sync();
    const { view } = this;
    return {
      query: view.query, item: view.reader?.id ?? "", total: view.results.total, corpusTotal: view.results.corpus_total,
      filters: view.results.chips.map(({ facet, key, label }) => ({ facet, key, label })),
      items: view.results.cards.map(({ id, number, question, snippet }) => ({ id, number, question: question.text, snippet: snippet.text })),
      language: view.language, view: this.canvasShows() ? "canvas" : "page", scheme: view.scheme, hash: this.engine.hash(),
    };
  }
}

if (!customElements.get("kamerloep-explorer")) customElements.define("kamerloep-explorer", KamerloepExplorer);
