// The canvas face: size, frames, and the input that the page has to read itself. SDL reads mouse and keys of the canvas; wheel,
// touch and the search field are ours, because only the page knows whether it should scroll instead, and only a real <input>
// gets é, an IME and a phone's keyboard.
//
// A frame is drawn only after something happened or while the ui says it moves: an idle explorer costs nothing.
import { FrameResult } from "./engine.js";
import { Touch } from "./touch.js";

// The only keys that the canvas takes; every other one stays the browser's (find, zoom, tabs, F-keys …). Characters go to the ui
// as characters, so that "/" and "?" work wherever a keyboard has them.
const canvasCharacters = new Set(["/", "?", "j", "k", "b", "c"]);
const canvasKeys = new Set(["Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", " "]);

export class CanvasFace {
  /**
   * @param {{ engine: import("./engine.js").Engine, canvas: HTMLCanvasElement, field: HTMLInputElement,
   *   dispatch: (action: object) => void, drawn: () => void, lost: () => void, restored: () => void }} parts
   */
  constructor(parts) {
    Object.assign(this, parts);
    this.listening = new AbortController();
    this.on = true;        // the canvas is the face that shows
    this.inView = true;
    this.alive = true;     // WebGL is there
    this.requested = 0;
    this.dark = false;
    this.motion = matchMedia("(prefers-reduced-motion: reduce)");
    this.touch = new Touch(this);
  }

  /** @returns {boolean} false: this browser cannot draw here */
  start() {
    this.extent = this.measure();
    if (!this.engine.startCanvas(this.canvas, this.extent)) return false;
    this.listen();
    this.tell();
    return true;
  }

  // ---- frames --------------------------------------------------------------------------------------------------------------
  /** Something happened: a frame, at the screen's next turn. */
  request() {
    if (this.requested || !this.on || !this.inView || !this.alive || document.hidden) return;
    this.requested = requestAnimationFrame(() => {
      this.requested = 0;
      this.frame();
    });
  }

  /** Draws now, if a frame is due. Returns FrameResult. */
  frame() {
    if (!this.on || !this.alive || this.listening.signal.aborted) return 0;
    const result = this.engine.frame();
    if (result & FrameResult.drew) {
      this.place();
      this.drawn();
    }
    if (result & FrameResult.focusSearch) this.focusSearch();
    if (result & FrameResult.more) this.request();
    return result;
  }

  wake() {
    this.engine.wake();
    this.request();
  }

  /** Shows or hides the canvas face; hidden it neither draws nor takes the focus. */
  show(on) {
    this.on = on;
    this.canvas.tabIndex = on ? 0 : -1;
    this.field.tabIndex = on ? 0 : -1;
    if (on) this.resize();
    else cancelAnimationFrame(this.requested), (this.requested = 0);
  }

  setDark(dark) {
    this.dark = dark;
    this.tell();
  }

  tell() {
    const searchFocused = this.field.getRootNode().activeElement === this.field;
    this.engine.setInput({ dark: this.dark, searchFocused, reducedMotion: this.motion.matches });
    this.request();
  }

  // ---- size ----------------------------------------------------------------------------------------------------------------
  measure(entry) {
    const width = this.canvas.clientWidth || 1;
    const height = this.canvas.clientHeight || 1;
    // Device pixels exactly, where the browser tells them: at a zoom of 110 % a product would be a pixel off, and blur everything.
    const box = entry?.devicePixelContentBoxSize?.[0];
    const about = [width * devicePixelRatio, height * devicePixelRatio];
    // An emulated screen (developer tools) gives a ratio that this box does not know.
    const exact = box && Math.abs(box.inlineSize - about[0]) < 2 && Math.abs(box.blockSize - about[1]) < 2;
    const pixelWidth = exact ? box.inlineSize : Math.round(about[0]);
    const pixelHeight = exact ? box.blockSize : Math.round(about[1]);
    return { width, height, pixelWidth: Math.max(1, pixelWidth), pixelHeight: Math.max(1, pixelHeight) };
  }

  resize(entry) {
    if (!this.on || !this.alive || !this.canvas.clientWidth) return;
    const extent = this.measure(entry);
    const same = Object.keys(extent).every((key) => extent[key] === this.extent[key]);
    this.extent = extent;
    // A new size empties the canvas: draw at once, in the same turn, so that it never shows empty.
    if (!same) this.engine.setExtent(extent);
    else this.engine.wake();
    this.frame();
  }

  /** The text field over the place where the ui drew its frame. */
  place() {
    const { field, cursor, wakeAfter } = this.engine.output();
    // A message that leaves by itself: one timer, not a frame sixty times a second until then.
    clearTimeout(this.later);
    if (wakeAfter > 0) this.later = setTimeout(() => this.wake(), wakeAfter * 1000);
    const style = this.field.style;
    const place = `${field.x}px ${field.y}px ${field.width}px ${field.height}px`;
    if (place !== this.placed) {
      this.placed = place;
      style.left = `${field.x}px`;
      style.top = `${field.y}px`;
      style.width = `${Math.max(0, field.width)}px`;
      style.height = `${field.height}px`;
      this.field.hidden = field.width < 8;
    }
    if (cursor !== this.cursor) this.canvas.style.cursor = this.cursor = cursor;
  }

  // ---- events --------------------------------------------------------------------------------------------------------------
  listen() {
    const { canvas, field } = this;
    const signal = this.listening.signal;
    const stage = canvas.parentNode;
    const wake = () => this.wake();
    for (const type of ["mousemove", "mousedown", "mouseleave", "mouseenter", "keyup", "focus", "blur"]) canvas.addEventListener(type, wake, { signal });
    // SDL is told of a release by the document. Draw in the same turn: what the click does (copy, open) then still counts as the
    // user's own doing, which the clipboard asks for.
    window.addEventListener("mouseup", () => {
      if (!this.pressed) return;
      this.pressed = false;
      this.settle();
    }, { signal });
    canvas.addEventListener("pointerdown", (event) => {
      this.pressed = true;
      // A selection dragged over the edge goes on.
      if (event.pointerType === "mouse") canvas.setPointerCapture(event.pointerId);
    }, { signal });
    canvas.addEventListener("contextmenu", (event) => { if (this.engine.selection()) event.preventDefault(); }, { signal });
    // Before SDL, which would take the browser's own shortcuts with it.
    stage.addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    stage.addEventListener("keypress", (event) => { if (event.target === canvas) event.stopPropagation(); }, { signal, capture: true });
    canvas.addEventListener("keydown", () => this.settle(), { signal });
    canvas.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    this.touch.listen(canvas, signal);

    field.addEventListener("input", () => this.dispatch({ type: "SetQuery", text: field.value, typing: true }), { signal });
    for (const type of ["focus", "blur"]) field.addEventListener(type, () => this.tell(), { signal });
    field.addEventListener("keydown", (event) => this.fieldKey(event), { signal });

    canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();  // or the browser never gives it back
      this.alive = false;
      this.engine.canvasLost();
      this.lost();
    }, { signal });
    canvas.addEventListener("webglcontextrestored", () => {
      this.alive = true;
      this.engine.canvasRestored();
      this.restored();
      this.request();
    }, { signal });

    document.addEventListener("visibilitychange", () => this.request(), { signal });
    document.addEventListener("copy", (event) => this.copy(event), { signal });
    this.motion.addEventListener("change", () => this.tell(), { signal });

    this.sizes = new ResizeObserver(([entry]) => this.resize(entry));
    try {
      this.sizes.observe(canvas, { box: "device-pixel-content-box" });
    } catch {
      this.sizes.observe(canvas);
    }
    this.views = new IntersectionObserver(([entry]) => {
      this.inView = entry.isIntersecting;
      this.request();
    });
    this.views.observe(canvas);
    this.watchDensity();
  }

  /** A window moved to another screen, or zoomed: where devicePixelContentBox is missing, this is what tells. */
  watchDensity() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      this.resize();
      this.watchDensity();
    }, { once: true, signal: this.listening.signal });
  }

  /** Draws now until nothing more is due (ImGui needs a frame to react and one to settle). */
  settle() {
    this.engine.wake();
    this.frame();
  }

  key(event) {
    if (event.target !== this.canvas) return;
    const { key } = event;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (command && key.toLowerCase() === "c" && this.copySelection()) event.preventDefault();
    if (plain && canvasCharacters.has(key)) {
      event.preventDefault();  // Firefox would open its quick find
      event.stopPropagation();
      this.engine.character(key.codePointAt(0));
      this.settle();
      return;
    }
    // Tab walks through the canvas and then leaves it: no keyboard trap.
    const ours = plain && (key === "Tab" ? this.engine.tabStays(event.shiftKey) : canvasKeys.has(key));
    if (!ours) event.stopPropagation();
    // SDL leaves these to the browser while text is taken, and the page would scroll.
    else if (key === " " || key.startsWith("Page") || key === "Home" || key === "End") event.preventDefault();
  }

  /** A key while nothing on the page had the focus: the canvas takes the focus, and the key as if it had come there. */
  strayKey(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!plain || event.key === "Tab" || !(canvasCharacters.has(event.key) || canvasKeys.has(event.key))) return;
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.dispatchEvent(new KeyboardEvent("keydown", event));
  }

  fieldKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    switch (event.key) {
      case "Enter":
        this.dispatch({ type: "SetQuery", text: this.field.value, typing: false });
        break;
      case "ArrowDown":
        this.dispatch({ type: "Step", by: 1 });
        break;
      case "ArrowUp":
        this.dispatch({ type: "Step", by: -1 });
        break;
      case "Escape":
        if (this.field.value === "") this.canvas.focus({ preventScroll: true });
        else this.dispatch({ type: "ResetAll" });
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  wheel(event) {
    // Ctrl+wheel and pinching zoom the page; a wheel that the page has begun to follow cannot be taken back.
    if (event.ctrlKey || !event.cancelable) return;
    const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? this.canvas.clientHeight : 1;
    const sideways = event.shiftKey && event.deltaX === 0;
    const dx = (sideways ? event.deltaY : event.deltaX) * unit;
    const dy = (sideways ? 0 : event.deltaY) * unit;
    if (this.scroll(dx, dy)) event.preventDefault();
  }

  /** Scrolls the pane under the pointer. @returns {boolean} whether it could: else the page should */
  scroll(dx, dy) {
    this.engine.scroll(dx, dy);
    return Boolean(this.frame() & FrameResult.canScroll);
  }

  focusSearch() {
    this.field.focus({ preventScroll: true });
    this.field.select();
  }

  /** Ctrl+C on a selection in the canvas: the text with its citation. @returns {boolean} whether there was one */
  copySelection() {
    const text = this.engine.selection();
    if (text) this.dispatch({ type: "CopyText", text });
    return text !== "";
  }

  /** Copy by the browser's menu. */
  copy(event) {
    if (!this.on || this.canvas.getRootNode().activeElement !== this.canvas || !event.clipboardData) return;
    this.copying = event;
    this.copySelection();
    this.copying = null;
  }

  destroy() {
    this.listening.abort();
    cancelAnimationFrame(this.requested);
    clearTimeout(this.later);
    this.touch.stop();
    this.sizes?.disconnect();
    this.views?.disconnect();
    // Browsers allow about sixteen contexts: give this one back now, not at some garbage collection.
    const gl = this.canvas.getContext("webgl2");
    this.engine.stopCanvas();
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
  }
}
