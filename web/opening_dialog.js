// The list of documents over both faces: open, remove, keep. Shown while the ViewModel has `documents`.

const accept = ".txt,.text,.md,.pdf,.docx,.htm,.html,.xhtml,.xml,.json,text/plain,text/html,application/pdf,application/json,application/xml,text/xml,application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export class Dialog {
  /** @param {import("./opening.js").Opening} opening */
  constructor(opening) {
    this.opening = opening;
    this.pasting = false;
    this.refused = false;
    const root = (this.root = document.createElement("dialog"));
    root.className = "documents";
    root.setAttribute("aria-labelledby", "documents-title");
    const toggle = () => opening.explorer.dispatch({ type: "ToggleDocuments" });
    root.addEventListener("cancel", (event) => {
      if (event.target !== root) return;  // a file picker that was closed
      event.preventDefault();
      toggle();
    });
    root.addEventListener("close", () => { if (this.view?.documents) toggle(); });
    root.addEventListener("click", (event) => {
      if (event.target === root && outside(root, event)) return toggle();
      const what = event.target.closest("[data-do]")?.dataset;
      if (what) this.act(what, toggle);
    });
    root.addEventListener("change", (event) => {
      const { target } = event;
      if (target.type === "file") this.chosen(target, toggle);
      if (target.type === "checkbox") this.keep(target.checked);
    });
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = root.querySelector("textarea").value;
      if (!text.trim()) return;
      this.pasting = false;
      toggle();
      opening.openText(text);
    });
    opening.explorer.shadowRoot.append(root);
  }

  act(what, toggle) {
    const { explorer } = this.opening;
    if (what.do === "close") toggle();
    if (what.do === "files" || what.do === "folder") this.root.querySelector(`input[data-for="${what.do}"]`).click();
    if (what.do === "paste") {
      this.pasting = !this.pasting;
      this.draw();
      this.root.querySelector("textarea")?.focus();
    }
    if (what.do === "remove") explorer.dispatch({ type: "RemoveDocument", id: what.id });
    if (what.do === "remove-all") explorer.dispatch({ type: "RemoveAdded" });
    if (what.do === "forget-failures") {
      this.opening.failures = [];
      this.draw();
    }
  }

  chosen(input, toggle) {
    const files = [...input.files];
    input.value = "";  // the same file again is a change again
    if (!files.length) return;
    toggle();
    this.opening.openGiven(files);
  }

  async keep(on) {
    this.refused = !(await this.opening.keeper.set(on));
    this.draw();
  }

  /** @param {object} view ViewModel */
  show(view) {
    this.view = view;
    if (!view.documents) {
      if (this.root.open) this.root.close();
      return;
    }
    this.draw();
    if (!this.root.open) {
      this.root.showModal();
      this.root.querySelector("[data-do=files]").focus();
    }
  }

  draw() {
    const { view, opening } = this;
    if (!view?.documents) return;
    const { h, patch, icons } = opening.tools;
    const { keeper } = opening;
    const text = (key, ...args) => opening.text(key, ...args);
    const rows = view.documents;
    // What a link named belongs to whoever made the link.
    const named = new URLSearchParams(location.search).has("src");
    const own = rows.some((row) => row.added);
    const button = (action, glyph, label, look = "") => h("button", { key: action, type: "button", class: `button ${look}`, "data-do": action }, glyph, label);
    const folders = "webkitdirectory" in HTMLInputElement.prototype;
    const before = opening.explorer.shadowRoot.activeElement;
    this.root.lang = view.language;
    patch(this.root, [
      h("div", { class: "documents-head" },
        h("h2", { id: "documents-title", tabindex: "-1" }, text("open.title")),
        h("button", { type: "button", class: "tool square", "aria-label": text("button.close"), title: text("button.close"), "data-do": "close" }, icons.close())),
      h("div", { class: "documents-body" },
        h("div", { class: "documents-ways" },
          button("files", icons.folder(), text("open.files"), "primary"),
          folders && button("folder", null, text("open.folder")),
          h("button", { key: "paste", type: "button", class: "button", "data-do": "paste", "aria-expanded": String(this.pasting) }, text("open.paste")),
          h("input", { key: "in-files", type: "file", multiple: true, accept, hidden: true, tabindex: "-1", "data-for": "files", "aria-label": text("open.files") }),
          folders && h("input", { key: "in-folder", type: "file", multiple: true, webkitdirectory: true, hidden: true, tabindex: "-1", "data-for": "folder", "aria-label": text("open.folder") })),
        this.pasting && h("form", { key: "pasting", class: "documents-paste" },
          h("label", null, h("span", null, text("open.paste_here")), h("textarea", { rows: "6", spellcheck: "false", autocomplete: "off" })),
          h("button", { type: "submit", class: "button primary" }, text("open.paste_open"))),
        h("p", { key: "hint", class: "documents-hint" }, text("open.hint")),
        opening.failures.length > 0 && h("section", { key: "failures" },
          h("div", { class: "documents-line" }, h("h3", null, text("open.not_read")), h("button", { type: "button", class: "link-button", "data-do": "forget-failures" }, text("open.not_read_clear"))),
          h("ul", { class: "documents-failures" }, opening.failures.slice(-100).map((one) => h("li", null, text(one.key, ...one.args))))),
        h("section", { key: "list" },
          h("div", { class: "documents-line" }, h("h3", null, text("open.opened")), own && h("button", { type: "button", class: "link-button", "data-do": "remove-all" }, text("open.remove_all"))),
          rows.length === 0 && h("p", { class: "documents-hint" }, text("results.none_loaded")),
          rows.length > 0 && h("ul", { class: "documents-list" }, rows.map((row) => h("li", { key: row.id },
            h("div", { class: "documents-name" },
              h("p", { class: "documents-title" }, row.title),
              h("p", { class: "documents-about" }, row.about, !row.added && !named && ` · ${text("open.bundled")}`)),
            h("button", { type: "button", class: "tool square", "data-do": "remove", "data-id": row.id, "aria-label": text("open.remove", row.title), title: text("open.remove_short") }, icons.close())))))),
      h("div", { class: "documents-keep" },
        keeper.possible && h("label", null,
          h("input", { type: "checkbox", checked: keeper.on, "aria-describedby": "documents-keep-text" }), h("span", null, text("open.keep"))),
        h("p", { id: "documents-keep-text", role: this.refused ? "alert" : undefined }, text(!keeper.offered ? "open.keep_never" : this.refused || !keeper.possible ? "open.keep_refused" : "open.keep_text"))),
    ]);
    // What had the focus was removed: the list keeps it.
    if (before && before !== this.root && !before.isConnected) (this.root.querySelector(".documents-list button") ?? this.root.querySelector("[data-do=files]")).focus();
  }
}

function outside(box, { clientX, clientY }) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
