// The mirror's parts around the three panes: header, notices, status bar, tabs of a narrow screen, help.
import { h } from "./dom.js";

const icon = (className, ...shapes) => h("svg", { class: className, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, shapes);
const path = (d) => h("path", { d });

export const icons = {
  logo: () => icon("logo", h("circle", { cx: 10, cy: 10, r: 7.5 }), path("M15.5 15.5 22 22M6.5 8.5h7M6.5 11.5h4.5")),
  search: () => icon("icon", h("circle", { cx: 10.5, cy: 10.5, r: 6.5 }), path("M15.5 15.5 21 21")),
  moon: () => icon("icon", path("M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z")),
  sun: () => icon("icon", h("circle", { cx: 12, cy: 12, r: 4.5 }), path("M12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M19.1 4.9l-1.8 1.8M6.7 17.3l-1.8 1.8")),
  left: () => icon("icon", path("m14.5 6-6 6 6 6")),
  right: () => icon("icon", path("m9.5 6 6 6-6 6")),
  filter: () => icon("icon small", path("M3 6h18M7 12h10M10 18h4")),
  help: () => icon("icon", h("circle", { cx: 12, cy: 12, r: 9.5 }), path("M9.3 9.4a2.8 2.8 0 1 1 4.3 2.5c-1 .6-1.6 1-1.6 2.1M12 17.1v.1")),
  answer: () => icon("icon", path("M5 3h14v18H5ZM8.5 8.5h7M8.5 12.5h7M8.5 16.5h4.5")),
  external: () => icon("icon small", path("M10 5H4v15h15v-6M11 13l9.5-9.5M14 3.5h6.5V10")),
  folder: () => icon("icon", path("M3 19.5v-15h6.5l2.5 3h9v12Z")),
  close: () => icon("icon small", path("m6 6 12 12M18 6 6 18")),
};

/** @param {object} face see Mirror.draw */
export function header(face) {
  const { view, strings: s, tab } = face;
  const dark = view.dark;
  const inner = [
    face.heading(1, { class: "wordmark" }, icons.logo(), h("span", null, s.get("app.name"))),
    h("form", { class: "search", role: face.page ? "search" : undefined, action: "#" },
      h("div", { class: "search-field" },
        icons.search(),
        h("input", { ...tab, type: "search", name: "q", "aria-label": s.get("search.label"), value: view.query, placeholder: s.get("search.placeholder"), autocomplete: "off", spellcheck: "false", enterkeyhint: "search" }),
        h("span", { class: "search-count", "aria-hidden": "true" }, view.results.count_short),
        view.query && h("button", { ...tab, key: "clear", type: "button", class: "search-clear", "aria-label": s.get("search.clear"), title: s.get("search.clear"), act: { type: "SetQuery", text: "", typing: false } }, icons.close()))),
    h("button", { ...tab, key: "open", type: "button", class: "open-documents", title: s.get("button.open"), "aria-haspopup": "dialog", act: { type: "ToggleDocuments" } },
      icons.folder(), h("span", null, s.get("button.open"))),
    h("div", { class: "tools" },
      ["nl", "en"].map((language) => h("button", {
        ...tab, key: language, type: "button", class: "tool language", lang: language, title: s.get(`language.${language}`),
        "aria-pressed": String(view.language === language), act: { type: "SetLanguage", language },
      }, s.get(`language.${language}.short`))),
      face.drawable && h("button", {
        ...tab, key: "view", type: "button", class: "tool reading", "aria-pressed": String(view.view === "page"),
        act: { type: "SetView", view: view.view === "page" ? "canvas" : "page" },
      }, s.get("button.reading_view")),
      h("button", {
        ...tab, key: "scheme", type: "button", class: "tool square", "aria-label": `${s.get("button.scheme")}: ${s.get(dark ? "button.dark" : "button.light")}`, title: s.get("button.scheme"),
        act: { type: "SetScheme", scheme: dark ? "light" : "dark" },
      }, dark ? icons.sun() : icons.moon()),
      h("button", {
        ...tab, key: "help", type: "button", class: "tool square", "aria-label": s.get("button.help"), title: s.get("button.help"),
        "aria-expanded": String(Boolean(view.help)), act: { type: "ToggleHelp" },
      }, icons.help())),
  ];
  return h("header", { key: "header", class: "top", "data-pane": view.pane, role: face.page ? "banner" : undefined }, inner);
}

/** Two live regions that are always there: what appears in them is read aloud, errors at once. */
export function notices(face) {
  const { view } = face;
  const list = view.notices.map((notice, i) => ({ notice, i }));
  const part = (key, role, wanted) => h("div", { key, class: "notices", role }, list.filter(({ notice }) => wanted(notice)).map(({ notice, i }) => noticeView(face, notice, `n${i}`)));
  return h("div", { key: "notices", class: "notice-area" },
    part("status", "status", (n) => n.level !== "error" && !n.transient),
    part("alert", "alert", (n) => n.level === "error"),
    h("div", { key: "toast", class: "toasts", role: "status" }, list.filter(({ notice }) => notice.transient && notice.level !== "error").map(({ notice, i }) => h("p", { key: `t${i}`, class: "toast" }, notice.text))));
}

/** @param {object} notice NoticeView */
export function noticeView(face, notice, key) {
  const { strings: s, tab } = face;
  return h("div", { key, class: `notice ${notice.level}` },
    h("p", null, notice.text),
    notice.action_label && notice.action_json && h("button", { ...tab, type: "button", class: "notice-action", act: JSON.parse(notice.action_json) }, notice.action_label),
    notice.dismissable && h("button", { ...tab, type: "button", class: "notice-close", "aria-label": s.get("button.dismiss"), act: { type: "Dismiss", notice: notice.index } }, icons.close()));
}

export function statusBar(face) {
  const { view } = face;
  return h("footer", { key: "status", class: "status", role: face.page ? "contentinfo" : undefined },
    h("span", null, view.status_left),
    view.status_repairs && h("span", null, view.status_repairs),
    h("span", { class: "status-right" }, view.status_right));
}

/** The panes of a narrow screen; the style sheet shows this bar only there. */
export function tabs(face) {
  const { view, strings: s, tab } = face;
  return face.part("nav", { key: "tabs", class: "tabs", "aria-label": s.get("web.panes") },
    [["results", icons.search], ["filters", icons.filter], ["answer", icons.answer]].map(([pane, glyph]) => h("button", {
      ...tab, key: pane, type: "button", class: `pane-tab${pane === "filters" && view.results.chips.length ? " marked" : ""}`, "aria-current": view.pane === pane ? "true" : undefined, act: { type: "SetPane", pane },
    }, glyph(), s.get(`tab.${pane}`))));
}

export function helpDialog(face) {
  const { view, strings: s, tab } = face;
  if (!view.help) return null;
  const table = (title, rows) => [
    face.heading(3, null, title),
    h("dl", { class: "help-rows" }, rows.map((row) => h("div", null, h("dt", null, h("kbd", null, row.keys)), h("dd", null, row.text)))),
  ];
  return h("dialog", { key: "help", class: "help", "aria-labelledby": "help-title" },
    h("div", { class: "help-head" },
      face.heading(2, { id: "help-title" }, s.get("help.title")),
      h("button", { ...tab, type: "button", class: "tool square", "aria-label": s.get("button.close"), act: { type: "ToggleHelp" } }, icons.close())),
    table(s.get("help.keys"), view.help.keys),
    table(s.get("help.query"), view.help.query));
}
