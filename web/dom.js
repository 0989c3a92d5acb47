// A very small virtual DOM: enough to patch the mirror in place, so that focus, selection and scroll survive an update.
// `h` describes an element, `patch` makes a parent's children look like the description.

const svgNames = new Set(["svg", "path", "circle"]);
const asProperty = new Set(["checked", "value", "disabled", "selected"]);

/**
 * @typedef {{ tag: string, props: Record<string, any>, children: Array<VNode | string>, key?: string }} VNode
 */

/**
 * `key` tells siblings apart; `act` is the Action that using the element sends; `run` is a function of its own.
 * @param {string} tag
 * @param {Record<string, any> | null} [props]
 * @param {...any} children nested arrays are flattened; null, false and "" are left out
 * @returns {VNode}
 */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: tidy(children), key: props?.key };
}

const tidy = (children) => children.flat(Infinity)
  .filter((c) => c !== null && c !== undefined && c !== false && c !== "")
  .map((c) => (typeof c === "number" ? String(c) : c));

/** What using an element does: the Action to send, or a function. @type {WeakMap<Element, { act?: object, run?: Function }>} */
export const uses = new WeakMap();
/** @type {WeakMap<Node, VNode>} */
const known = new WeakMap();

function create(vnode) {
  const node = svgNames.has(vnode.tag)
    ? document.createElementNS("http://www.w3.org/2000/svg", vnode.tag)
    : document.createElement(vnode.tag);
  update(node, vnode, null);
  return node;
}

function update(node, vnode, before) {
  const old = before?.props ?? {};
  for (const name of Object.keys(old)) {
    if (!(name in vnode.props)) setProp(node, name, undefined);
  }
  for (const [name, value] of Object.entries(vnode.props)) {
    // Live properties are always compared with the element itself: the user changes them too.
    if (asProperty.has(name) || value !== old[name]) setProp(node, name, value);
  }
  if (vnode.props.act || vnode.props.run) uses.set(node, { act: vnode.props.act, run: vnode.props.run });
  else uses.delete(node);
  known.set(node, vnode);
  patchTidy(node, vnode.children);
}

function setProp(node, name, value) {
  if (name === "key" || name === "act" || name === "run") return;
  if (asProperty.has(name)) {
    const wanted = value ?? (name === "value" ? "" : false);
    if (node[name] !== wanted) node[name] = wanted;
  } else if (value === undefined || value === null || value === false) {
    node.removeAttribute(name);
  } else if (name === "share") {
    // A length that is data: set through the CSSOM, which a strict Content-Security-Policy allows.
    node.style.setProperty("--share", String(value));
  } else {
    node.setAttribute(name, value === true ? "" : String(value));
  }
}

function fits(node, vnode) {
  if (typeof vnode === "string") return node.nodeType === Node.TEXT_NODE;
  const before = known.get(node);
  return before !== undefined && before.tag === vnode.tag && before.key === vnode.key;
}

/**
 * Makes the children of `parent` look like `vnodes`, reusing what is there.
 * @param {Node} parent
 * @param {Array<any>} vnodes
 */
export function patch(parent, vnodes) {
  patchTidy(parent, tidy(vnodes));
}

function patchTidy(parent, vnodes) {
  const byKey = new Map();
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const key = known.get(node)?.key;
    if (key !== undefined) byKey.set(key, node);
  }
  const wantedKeys = new Set(vnodes.map((v) => (typeof v === "string" ? undefined : v.key)));
  let at = parent.firstChild;
  for (const vnode of vnodes) {
    // Old keyed children that are gone are dropped before anything moves past them: their neighbours then stay in place.
    while (at && known.get(at)?.key !== undefined && !wantedKeys.has(known.get(at).key)) at = drop(at);
    let node = null;
    const keyed = typeof vnode === "string" || vnode.key === undefined ? null : byKey.get(vnode.key);
    if (keyed && fits(keyed, vnode)) node = keyed;
    else if (at && fits(at, vnode)) node = at;

    if (typeof vnode === "string") {
      if (!node) node = parent.insertBefore(document.createTextNode(vnode), at);
      else if (node.data !== vnode) node.data = vnode;
    } else if (node) {
      if (node !== at) parent.insertBefore(node, at);
      update(node, vnode, known.get(node));
    } else {
      node = parent.insertBefore(create(vnode), at);
    }
    at = node.nextSibling;
  }
  while (at) at = drop(at);
}

function drop(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}
