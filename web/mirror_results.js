// The mirror's middle pane: count, chips, order, and the result cards as an ordered list.
import { h } from "./dom.js";
import { icons } from "./mirror_frame.js";
import { richText } from "./rich_text.js";

const orders = ["relevance", "document", "newest"];

/** @param {object} face see Mirror.draw */
export function results(face) {
  const { view, strings: s, tab } = face;
  const list = view.results;
  return face.part("section", { key: "results", class: "results pane", "data-name": "results", "aria-labelledby": "results-heading" },
    h("div", { class: "results-head" },
      h("button", { ...tab, key: "filters", type: "button", class: "button to-filters", act: { type: "SetPane", pane: "filters" } }, icons.filter(), s.get("region.filters")),
      face.heading(2, { class: "results-heading", id: "results-heading", tabindex: "-1" }, list.heading || s.get("region.results")),
      list.chips.length > 0 && h("ul", { class: "chips" }, list.chips.map((chip) => h("li", { key: `${chip.facet} ${chip.key}` },
        h("button", { ...tab, type: "button", class: "chip", title: chip.title, "aria-label": chip.title, act: { type: "ToggleFilter", facet: chip.facet, key: chip.key } }, chip.label, icons.close())))),
      list.cards.length > 0 && h("label", { class: "order" },
        h("span", { class: "sr" }, s.get("order.label")),
        h("select", tab, orders.map((order) => h("option", { value: order, selected: list.order === order }, s.get(`order.${order}`)))))),
    list.empty_text && h("p", { class: "empty" }, list.empty_text),
    list.suggestions.length > 0 && h("div", { class: "suggestions" },
      face.heading(3, null, s.get("suggest.title")),
      h("ul", null, list.suggestions.map((suggestion) => h("li", { key: suggestion.label },
        h("button", { ...tab, type: "button", class: "button", act: JSON.parse(suggestion.action_json) }, suggestion.label))))),
    list.cards.length > 0 && h("ol", { class: "cards" }, list.cards.map((card) => cardView(face, card))),
    list.more > 0 && h("button", { ...tab, key: "more", type: "button", class: "button more", act: { type: "ShowMore" } }, s.get("button.show_more")));
}

function cardView(face, card) {
  const { strings: s, tab } = face;
  return h("li", { key: card.id, class: `card${card.selected ? " selected" : ""}`, act: { type: "OpenItem", id: card.id } },
    face.heading(3, { class: "card-question" },
      h("button", { ...tab, type: "button", class: "card-open", "aria-current": card.selected ? "true" : undefined, act: { type: "OpenItem", id: card.id } },
        number(s, card), h("span", { class: "card-text" }, richText(card.question, { interactive: false })))),
    card.document && h("p", { class: "card-document" }, card.document),
    card.snippet.text && h("p", { class: "card-snippet" }, richText(card.snippet, { interactive: false })),
    tagList(s, [...card.ministries.map((t) => ["ministry", t]), ...card.themes.map((t) => ["theme", t])], undefined,
      [card.match, !card.answered && s.get("results.unanswered")].filter(Boolean)));
}

/** A number that the document does not state is told apart for the eye (dotted line) and for the ear. */
export function number(strings, { number: text, number_stated: stated }) {
  if (!text) return null;
  return h("span", { class: `number${stated ? "" : " restored"}`, title: stated ? undefined : strings.get("results.restored") }, text,
    !stated && h("span", { class: "sr" }, ` (${strings.get("results.restored")})`));
}

/** @param {Array<[string, object]>} tags kind and Tag @param {string[]} [notes] what stands behind them in words */
export function tagList(strings, tags, lang, notes = []) {
  if (!tags.length && !notes.length) return null;
  return h("ul", { class: "tags", lang }, tags.map(([kind, tag]) => h("li", { key: `${kind} ${tag.key}`, class: `tag ${kind} ${tag.stated ? "stated" : "inferred"}`, title: tag.title || undefined },
    tag.title ? [h("span", { "aria-hidden": "true" }, tag.label), h("span", { class: "sr" }, tag.title)] : tag.label)),
    notes.map((note) => h("li", { key: `note ${note}`, class: "card-note" }, note)));
}
