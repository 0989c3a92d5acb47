// The second face of the ViewModel: semantic HTML. Screen readers, the browser's find, print, selection, zoom and translation
// work on it, and so does a browser that cannot draw the canvas. Whatever the canvas offers, this does too, with the same Actions.
import { h, patch, uses } from "./dom.js";
import { filters } from "./mirror_filters.js";
import { results } from "./mirror_results.js";
import { reader } from "./mirror_reader.js";
import { header, helpDialog, notices, statusBar, tabs } from "./mirror_frame.js";

const announceDelay = 400;  // ms after the last keystroke: a screen reader reads one count, not one a letter

export class Mirror {
  /**
   * @param {HTMLElement} root an empty element of ours
   * @param {{ dispatch: (action: object) => void, page: boolean }} host `page`: we are the whole page, not a part of one
   */
  constructor(root, host) {
    this.root = root;
    this.host = host;
    this.hidden = true;
    this.drawable = true;  // there is a canvas to switch to
    this.announced = "";
    this.onClick = (event) => this.click(event);
    this.onInput = (event) => this.input(event);
    this.onKey = (event) => this.key(event);
    root.addEventListener("click", this.onClick);
    root.addEventListener("input", this.onInput);
    root.addEventListener("keydown", this.onKey);
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.host.dispatch({ type: "SetQuery", text: this.field()?.value ?? "", typing: false });
    });
    // Esc in the dialog: the State closes it, not the browser. Neither event bubbles, and browsers do not always ask first (cancel).
    root.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.host.dispatch({ type: "ToggleHelp" });
    }, true);
    root.addEventListener("close", (event) => {
      if (this.view?.help && !this.hidden && event.target.isConnected) this.host.dispatch({ type: "ToggleHelp" });
    }, true);
  }

  /** @param {object} view ViewModel @param {import("./strings.js").Strings} strings */
  update(view, strings) {
    this.view = view;
    this.strings = strings;
    this.draw();
    clearTimeout(this.announcing);
    if (view.announcement !== this.announced) {
      this.announcing = setTimeout(() => this.announce(view.announcement), announceDelay);
    }
  }

  /** While the canvas shows, the mirror is out of sight and out of the Tab order, but there for assistive technology. */
  show(visible) {
    if (this.hidden === !visible) return;
    this.hidden = !visible;
    if (this.view) this.draw();
  }

  draw() {
    const { view, strings } = this;
    const host = this.host;
    const face = {
      view, strings,
      page: host.page,
      drawable: this.drawable,
      hidden: this.hidden,
      tab: this.hidden ? { tabindex: "-1" } : {},
      // Landmarks on a page of our own; as a guest we are one landmark in all (see kamerloep.js), and these are groups in it.
      part: (tag, props, ...children) => (host.page ? h(tag, props, ...children) : h("div", { ...props, role: "group" }, ...children)),
      // On a page of our own the wordmark is its h1; inside somebody's page we start one level down.
      heading: (level, props, ...children) => h(`h${level + (host.page ? 0 : 1)}`, props, ...children),
    };
    const focus = this.focused();
    const opened = view.reader?.id;
    patch(this.root, [
      header(face),
      notices(face),
      h("div", { key: "panes", class: "panes", "data-pane": view.pane, "data-reader": view.reader ? "" : undefined },
        filters(face),
        h(host.page ? "main" : "div", { key: "main", class: "main" }, results(face), reader(face))),
      statusBar(face),
      tabs(face),
      helpDialog(face),
      h("p", { key: "live", class: "sr", role: "status", "aria-live": "polite" }, this.announced),
    ]);
    this.modal();
    if (opened !== this.opened) {
      // Another item begins at its beginning.
      const pane = this.root.querySelector(".reader");
      if (pane && this.opened !== undefined) pane.scrollTop = 0;
      this.opened = opened;
    }
    this.refocus(focus);
  }

  announce(text) {
    this.announced = text;
    if (this.view) this.draw();
  }

  // ---- focus ---------------------------------------------------------------------------------------------------------------
  focused() {
    const active = /** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement;
    return active && this.root.contains(active) ? active : null;
  }

  /** What had the focus may have moved (focus is lost then) or gone (a chip that was removed): never drop it on the body. */
  refocus(before) {
    if (!before || this.focused() === before) return;
    if (before.isConnected) before.focus({ preventScroll: true });
    else if (before.classList.contains("search-clear")) this.field()?.focus();
    else this.root.querySelector(".results-heading")?.focus({ preventScroll: true });
  }

  /** @returns {HTMLInputElement | null} */
  field() {
    return this.root.querySelector("input[type=search]");
  }

  focusSearch() {
    const field = this.field();
    field?.focus();
    field?.select();
  }

  /** The open item into view, and its heading focused so that reading begins there. */
  focusItem() {
    this.root.querySelector(".card.selected")?.scrollIntoView({ block: "nearest" });
    if (!this.hidden) this.root.querySelector(".reader-question")?.focus({ preventScroll: true });
  }

  modal() {
    const dialog = this.root.querySelector("dialog");
    if (!dialog) return;
    // In the hidden mirror a modal dialog would jump into sight above the canvas, which shows help itself.
    const modal = dialog.matches(":modal");
    if (this.hidden && modal) dialog.close();
    if (this.hidden) dialog.setAttribute("open", "");
    else if (!modal) {
      dialog.removeAttribute("open");
      dialog.showModal();
    }
  }

  // ---- events --------------------------------------------------------------------------------------------------------------
  click(event) {
    const path = event.composedPath();
    for (const element of path) {
      if (element === this.root) return;
      if (element.classList?.contains("search-field")) return this.field()?.focus();
      if (element.dataset?.goto) {
        event.preventDefault();
        const target = this.root.querySelector(`[id="${CSS.escape(element.dataset.goto)}"]`);
        target?.scrollIntoView({ block: "center" });
        target?.focus({ preventScroll: true });
        return;
      }
      const use = uses.get(element);
      if (!use) continue;
      // A link opened in a new tab stays the browser's.
      if (element.localName === "a" && (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)) return;
      if (element.localName === "a") event.preventDefault();
      // A card opens wherever it is clicked, but not when its text was being selected.
      if (element.localName === "li" && this.selecting()) return;
      this.host.dispatch(use.act);
      return;
    }
  }

  selecting() {
    const root = /** @type {any} */ (this.root.getRootNode());
    const selection = root.getSelection ? root.getSelection() : document.getSelection();
    return Boolean(selection && !selection.isCollapsed && String(selection));
  }

  input(event) {
    if (event.target.type === "search") this.host.dispatch({ type: "SetQuery", text: event.target.value, typing: true });
    else if (event.target.localName === "select") this.host.dispatch({ type: "SetOrder", order: event.target.value });
  }

  /** The canvas's keys, where they do not take a key away from a field. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || this.hidden) return;
    const dialog = this.view?.help;
    const field = event.target.type === "search";
    if (event.key === "Escape" && !dialog) {
      if (field && event.target.value === "") event.target.blur();
      else this.host.dispatch({ type: "ResetAll" });
      return event.preventDefault();
    }
    if (field) {
      if (event.key === "ArrowDown") {
        this.root.querySelector(".card-open")?.focus();
        event.preventDefault();
      }
      return;
    }
    if (dialog || event.target.localName === "select") return;
    const act = {
      j: { type: "Step", by: 1 }, k: { type: "Step", by: -1 }, b: { type: "ToggleSource" }, c: { type: "CopyQuote" }, "?": { type: "ToggleHelp" },
    }[event.key];
    if (event.key === "/") this.focusSearch();
    else if (act) this.host.dispatch(act);
    else return;
    event.preventDefault();
  }

  destroy() {
    clearTimeout(this.announcing);
    patch(this.root, []);
  }
}
