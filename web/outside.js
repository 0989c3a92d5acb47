// What the explorer does to the world around it: style sheets, fonts, clipboard, address bar, remembered choices. Each may be
// refused (a strict policy, a sandboxed frame, storage denied), and then the explorer goes on without.

/** @type {Promise<CSSStyleSheet[]> | null} */
let sheets = null;

/** The style of every explorer on the page, fetched once. */
export function styleSheets() {
  sheets ??= Promise.all(["kamerloep.css", "print.css"].map(async (name) => {
    const response = await fetch(new URL(name, import.meta.url));
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await response.text());
    return sheet;
  })).catch((error) => {
    sheets = null;
    throw error;
  });
  return sheets;
}

// ---- fonts: the same bytes that the canvas draws with, for the HTML face ---------------------------------------------------
const faces = [
  ["Kamerloep Sans", "inter-400.ttf", "400"],
  ["Kamerloep Sans", "inter-600.ttf", "600"],
  ["Kamerloep Serif", "source-serif-4-400.ttf", "400"],
  ["Kamerloep Serif", "source-serif-4-600.ttf", "600"],
];
/** @type {FontFace[]} */
let added = [];
let fontUsers = 0;

/** @param {import("./engine.js").Engine} engine @returns {() => void} to be called when the explorer leaves */
export function useFonts(engine) {
  if (fontUsers++ === 0) {
    for (const [family, file, weight] of faces) {
      const bytes = engine.font(file);
      if (!bytes.length) continue;
      const face = new FontFace(family, bytes.buffer, { weight });
      document.fonts.add(face);
      added.push(face);
      face.load().catch(() => {});  // the system's font is what remains
    }
  }
  return () => {
    if (--fontUsers > 0) return;
    for (const face of added) document.fonts.delete(face);
    added = [];
  };
}

// ---- clipboard ------------------------------------------------------------------------------------------------------------------
/** @returns {Promise<boolean>} whether the browser allowed it */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** Without the clipboard API (plain http, a frame without the permission) the old way often still works. */
function copyByEvent(text) {
  let done = false;
  const onCopy = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  document.addEventListener("copy", onCopy, { capture: true });
  try {
    document.execCommand("copy");
  } catch {
    done = false;
  }
  document.removeEventListener("copy", onCopy, { capture: true });
  return done;
}

// ---- address bar ----------------------------------------------------------------------------------------------------------------
export const pageAddress = () => location.href.split("#")[0];

/** @param {string} hash "" or "#…" @param {boolean} push a new entry of history */
export function writeHash(hash, push) {
  const address = pageAddress() + hash;
  if (address === location.href) return;
  try {
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  } catch {
    // A sandboxed frame, or a browser that finds this often enough: the link then lags behind, nothing else.
  }
}

// ---- choices that a visitor's next visit keeps ---------------------------------------------------------------------------------
const storageKey = "kamerloep";

/** @returns {{ language?: string, scheme?: string, keep?: boolean }} */
export function remembered() {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

export function remember(choices) {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...remembered(), ...choices }));
  } catch {
    // Storage denied: the choice holds for this visit.
  }
}
