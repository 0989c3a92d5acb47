// The mirror's left pane: the facets as fieldsets of checkboxes with exact counts.
import { h } from "./dom.js";
import { icons } from "./mirror_frame.js";

/** @param {object} face see Mirror.draw */
export function filters(face) {
  const { view, strings: s, tab } = face;
  return face.part("nav", { key: "filters", class: "filters pane", "data-name": "filters", "aria-label": s.get("region.filters") },
    face.heading(2, { class: "sr" }, s.get("region.filters")),
    h("div", { key: "head", class: "filters-head" },
      h("button", { ...tab, key: "results", type: "button", class: "button to-results", act: { type: "SetPane", pane: "results" } }, icons.left(), s.get("region.results")),
      view.results.chips.length > 0 && h("button", { ...tab, key: "reset", type: "button", class: "link-button", act: { type: "ResetFilters" } }, s.get("button.clear_filters"))),
    view.facets.map((panel, i) => facetPanel(face, panel, i)));
}

function facetPanel(face, panel, index) {
  if (!panel.sections.some((section) => section.values.length)) return null;
  const several = panel.sections.length > 1;
  return h("fieldset", { key: `facet-${index}`, class: "facet" },
    h("legend", null, panel.title),
    panel.sections.map((section) => facetSection(face, section, several)));
}

function facetSection(face, section, several) {
  const { view, strings: s, tab } = face;
  const facet = section.facet;
  const titleId = `facet-${facet}`;
  const inferredSwitch = facet === "raakt" && h("label", { key: "switch", class: "facet-switch" },
    h("input", { ...tab, type: "checkbox", checked: view.inferred, act: { type: "SetInferred", on: !view.inferred } }),
    s.get("facet.ministry.inferred_switch"));
  const values = section.values.map((value) => facetValue(face, section, value));
  return h("div", { key: facet, class: "facet-section", role: several && section.title ? "group" : undefined, "aria-labelledby": several && section.title ? titleId : undefined },
    section.title && h("p", { class: "facet-title", id: titleId }, section.title),
    h("ul", { class: "facet-values" }, values),
    (section.more > 0 || section.expanded) && h("button", {
      ...tab, type: "button", class: "link-button", "aria-expanded": String(section.expanded), act: { type: "ExpandFacet", facet },
    }, section.expanded ? s.get("button.show_fewer") : s.get("button.show_all", section.values.length + section.more)),
    inferredSwitch);
}

function facetValue(face, section, value) {
  const { strings: s, tab } = face;
  const box = h("input", {
    ...tab, type: "checkbox", class: value.inferred ? "inferred" : undefined, checked: value.selected,
    act: { type: "ToggleFilter", facet: section.facet, key: value.key },
  });
  return h("li", { key: value.key, class: `facet-value level-${value.level}${value.selected ? " selected" : ""}` },
    h("label", { title: value.title || undefined },
      box,
      h("span", { class: "facet-label" }, value.label),
      h("span", { class: "facet-count" }, h("span", { "aria-hidden": "true" }, value.count_text), h("span", { class: "sr" }, s.count("results.questions", value.count))),
      h("span", { class: "bar", "aria-hidden": "true", share: value.share })));
}
