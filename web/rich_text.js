// RichText of the ViewModel → elements: <mark> for the words of the query, <sup> for footnote marks, <a> for links.
import { h } from "./dom.js";

export const Style = {
  highlight: 1, link: 2, mark: 4, strong: 8,
  question: 16, answer: 32, note: 64, furniture: 128, repair: 256, outside: 512,
};
const sourceClasses = ["question", "answer", "note", "furniture", "repair", "outside"];

/** @returns {Array<{ text: string, style: number, link: any }>} the runs, with their text */
export function pieces(rich) {
  if (!rich || !rich.text) return [];
  if (!rich.runs?.length) return [{ text: rich.text, style: 0, link: undefined }];
  return rich.runs.map((run) => ({
    text: rich.text.slice(run.begin, run.end),
    style: run.style ?? 0,
    link: run.link >= 0 ? rich.links?.[run.link] : undefined,
  }));
}

export const plain = (rich) => rich?.text ?? "";

/** Only addresses that a browser may open; a document's text is not to be trusted with anything else. */
export const safeUrl = (url) => (/^https?:\/\//i.test(url ?? "") ? url : undefined);

/**
 * @param {object} rich
 * @param {{ scope?: string, tab?: object, interactive?: boolean }} options `scope` makes the ids of footnote marks unique;
 *   `tab` is the tabindex of the moment; with `interactive: false` there are no links (inside something that is a control itself)
 */
export function richText(rich, options = {}) {
  const out = [];
  let open = null;  // neighbouring runs of one link are one <a>
  for (const piece of pieces(rich)) {
    const inner = inline(piece);
    const link = options.interactive === false ? undefined : piece.link;
    if (!link) {
      open = null;
      out.push(inner);
    } else if (open && open.link === link) {
      open.children.push(inner);
    } else {
      open = { link, children: [inner] };
      out.push(open);
    }
  }
  return out.map((part) => (Object.hasOwn(Object(part), "link") ? anchor(part.link, part.children, options) : part));
}

function inline(piece) {
  let node = piece.text;
  const classes = sourceClasses.filter((name) => piece.style & Style[name]).map((name) => `src-${name}`);
  if (piece.style & Style.strong) node = h("strong", null, node);
  if (piece.style & Style.highlight) node = h("mark", null, node);
  if (piece.style & Style.mark && !piece.link) node = h("sup", null, node);
  return classes.length ? h("span", { class: classes.join(" ") }, node) : node;
}

function anchor(link, children, { tab, scope }) {
  const title = link.title || undefined;
  switch (link.kind) {
    case "item":
      return h("a", { ...tab, href: `#item=${encodeURIComponent(link.target)}`, title, act: { type: "OpenItem", id: link.target } }, children);
    case "search":
      return h("a", { ...tab, href: `#q=${encodeURIComponent(link.target)}`, title, act: { type: "SetQuery", text: link.target, typing: false } }, children);
    case "footnote":
      // The note is in a shadow root, where fragments do not reach: mirror.js moves the focus itself.
      return h("sup", null, h("a", {
        ...tab, class: "noteref", role: "doc-noteref", href: `#noot-${link.target}`, title,
        id: `${scope}-ref-${link.target}`, "data-goto": `${scope}-note-${link.target}`,
      }, children));
    default: {
      const url = safeUrl(link.target);
      return url ? h("a", { ...tab, href: url, title, target: "_blank", rel: "noopener noreferrer" }, children) : h("span", { title }, children);
    }
  }
}
