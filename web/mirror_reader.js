// The mirror's right pane: one question with its answer, as an article, and the source beside it when asked for.
import { h } from "./dom.js";
import { icons, noticeView } from "./mirror_frame.js";
import { number, tagList } from "./mirror_results.js";
import { richText, safeUrl } from "./rich_text.js";

/** @param {object} face see Mirror.draw */
export function reader(face) {
  const { view, strings: s } = face;
  const item = view.reader;
  if (!item) {
    return face.part("section", { key: "reader", class: "reader pane", "data-name": "answer", "aria-label": s.get("region.reader") },
      h("div", { class: "reader-empty" }, icons.logo(), h("p", null, view.loading ? "" : s.get(view.results.cards.length ? "reader.empty" : "app.tagline"))));
  }
  return face.part("section", { key: "reader", class: `reader pane${view.source ? " with-source" : ""}`, "data-name": "answer", "aria-label": s.get("region.reader") },
    h("article", { key: item.id, class: "article", lang: "nl", "aria-labelledby": "reader-question" },
      head(face, item),
      answer(face, item),
      footnotes(face, item),
      h("div", { key: "notices", class: "reader-notices", lang: view.language }, item.notices.map((notice, i) => noticeView(face, notice, `r${i}`))),
      toolbar(face, item),
      extras(face, item)),
    source(face));
}

function head(face, item) {
  const { view, strings: s, tab } = face;
  const step = (target, label, by, glyph) => h("button", { ...tab, type: "button", class: "step", "aria-label": s.get(label), title: s.get(label), disabled: !target, act: { type: "Step", by } }, glyph());
  return h("header", { key: "head", class: "reader-head" },
    h("div", { class: "reader-place", lang: view.language },
      h("ol", { class: "crumbs" }, item.breadcrumb.map((crumb, i) => h("li", null, i === 0 && safeUrl(item.document_url)
        ? h("a", { ...tab, href: item.document_url, target: "_blank", rel: "noopener noreferrer", title: `${s.get("button.publication")}: ${item.document_title}` }, crumb) : crumb))),
      h("div", { class: "steps" }, item.position && h("span", { class: "position" }, item.position), step(item.previous, "button.previous", -1, icons.left), step(item.next, "button.next", 1, icons.right))),
    face.heading(2, { class: "reader-question", id: "reader-question", tabindex: "-1" },
      number(s, item), item.question.map((paragraph, i) => h("span", { class: "question-part" }, richText(paragraph, { scope: `q${i}`, tab })))),
    item.answered_by && h("p", { class: "answered-by", lang: view.language }, item.answered_by),
    tagList(s, [...item.ministries.map((t) => ["ministry", t]), ...item.themes.map((t) => ["theme", t])], view.language));
}

function answer(face, item) {
  const { view, tab } = face;
  return h("div", { key: "answer", class: "answer" },
    item.answer.map((paragraph) => h("p", null, richText(paragraph, { scope: "a", tab }))),
    item.no_answer && h("p", { class: "no-answer", lang: view.language }, item.no_answer));
}

function footnotes(face, item) {
  const { view, strings: s, tab } = face;
  if (!item.footnotes.length) return null;
  return face.part("section", { key: "footnotes", class: "footnotes", "aria-labelledby": "footnotes-title" },
    face.heading(3, { id: "footnotes-title", lang: view.language }, s.get("reader.footnotes")),
    h("ol", null, item.footnotes.map((note, i) => h("li", { id: `a-note-${i}`, tabindex: "-1", class: note.missing ? "missing" : undefined, lang: note.missing ? view.language : undefined },
      h("a", { ...tab, class: "note-mark", role: "doc-backlink", href: `#noot-${i}`, title: s.get("reader.footnote", note.mark), "aria-label": s.get("web.note_back", note.mark), "data-goto": `a-ref-${i}` }, note.mark),
      h("span", null, richText(note.text, { scope: `n${i}`, tab }))))));
}

function toolbar(face, item) {
  const { view, strings: s, tab } = face;
  const button = (key, act, className = "button", extra = {}) => h("button", { ...tab, ...extra, key, type: "button", class: className, act }, s.get(key));
  const url = safeUrl(item.document_url);
  return h("div", { key: "toolbar", class: "toolbar", role: "group", "aria-label": s.get("web.reader_tools"), lang: view.language },
    button("button.copy_quote", { type: "CopyQuote" }, "button primary"),
    button("button.copy_link", { type: "CopyLink" }),
    button("button.copy_citation", { type: "CopyCitation" }),
    button("button.source", { type: "ToggleSource" }, "button", { "aria-expanded": String(Boolean(view.source)) }),
    h("p", { key: "citation", class: "cited-as" },
      item.citation && h("span", { class: "citation" }, item.citation),
      url && h("a", { ...tab, href: url, target: "_blank", rel: "noopener noreferrer" }, s.get("button.publication"), icons.external())));
}

function extras(face, item) {
  const { view, strings: s, tab } = face;
  const block = (key, title, content, lang = view.language) => content && h("div", { key, class: "extra" }, face.heading(3, { lang: view.language }, title), h("div", { lang }, content));
  const list = (rows, row) => rows.length > 0 && h("ul", null, rows.map((r) => h("li", null, row(r))));
  const external = (url, label) => (safeUrl(url) ? h("a", { ...tab, href: url, target: "_blank", rel: "noopener noreferrer" }, label) : h("span", null, label));
  return h("div", { key: "extras", class: "extras" },
    block("promises", s.get("reader.promises"), list(item.promises, (text) => text), "nl"),
    block("concepts", s.get("reader.concepts"), list(item.concepts, (c) => [
      external(c.url, c.label), c.kind && h("span", { class: "muted" }, ` · ${c.kind}`),
      c.items > 1 && c.query && [" · ", h("button", { ...tab, type: "button", class: "link-button inline", title: s.get("reader.concept_search", c.label), act: { type: "SetQuery", text: c.query, typing: false } }, s.count("reader.concept_items", c.items))],
    ])),
    block("references", s.get("reader.references"), list(item.references, (r) => external(r.url, r.label))),
    block("why", item.why_title, list(item.why, (text) => text)),
    block("keywords", s.get("reader.keywords"), item.keywords.length > 0 && h("ul", { class: "tags" }, item.keywords.map((k) => h("li", { key: k.key },
      h("button", { ...tab, type: "button", class: "tag theme", title: k.title || undefined, act: { type: "ToggleFilter", facet: "trefwoord", key: k.key } }, k.label))))));
}

/** "Bekijk bron": the lines of the file as they are, with item, notes and repairs marked. */
function source(face) {
  const { view, strings: s, tab } = face;
  const shown = view.source;
  if (!shown) return null;
  const names = { 16: "question", 32: "answer", 64: "note", 128: "furniture", 256: "repair", 512: "outside" };
  return face.part("section", { key: "source", class: "source", "aria-labelledby": "source-title" },
    h("div", { class: "source-head" },
      face.heading(3, { id: "source-title" }, s.get("source.title")),
      h("button", { ...tab, type: "button", class: "tool square", "aria-label": s.get("button.source_close"), title: s.get("button.source_close"), act: { type: "ToggleSource" } }, icons.close())),
    shown.file && h("p", { class: "muted" }, s.get("source.file", shown.file)),
    h("ul", { class: "legend" }, shown.legend.map((row) => h("li", { key: row.style }, h("span", { class: `src-${names[row.style] ?? "outside"}` }, row.label)))),
    shown.diagnostics.length > 0 && [face.heading(4, null, s.get("source.diagnostics")), h("ul", { class: "diagnostics" }, shown.diagnostics.map((text) => h("li", null, text)))],
    h("pre", { lang: "nl", role: "group", tabindex: face.hidden ? "-1" : "0", "aria-label": s.get("source.title") }, richText(shown.text, { interactive: false })));
}
