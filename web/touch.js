// Fingers on the canvas: a drag scrolls the pane under it, with inertia, as long as that pane can scroll; else the page does.
// A tap is a click.

const slop = 8;          // px before a touch is a drag
const friction = 0.0022; // speed halves about every 315 ms
const stopSpeed = 0.02;  // px/ms

export class Touch {
  /** @param {import("./canvas.js").CanvasFace} face */
  constructor(face) {
    this.face = face;
    this.finger = null;
  }

  listen(canvas, signal) {
    const on = (type, handler) => canvas.addEventListener(type, (event) => {
      event.stopImmediatePropagation();  // SDL would make clicks of them as well
      handler.call(this, event);
    }, { signal, passive: false, capture: true });
    on("touchstart", this.begin);
    on("touchmove", this.move);
    on("touchend", this.end);
    on("touchcancel", this.stop);
  }

  place(touch) {
    const box = this.face.canvas.getBoundingClientRect();
    return { x: touch.clientX - box.left, y: touch.clientY - box.top };
  }

  begin(event) {
    cancelAnimationFrame(this.gliding);
    if (event.touches.length !== 1) return this.stop();  // pinching is the browser's
    const { x, y } = this.place(event.touches[0]);
    this.finger = { startX: x, startY: y, x, y, time: event.timeStamp, mode: "tap", speed: 0 };
  }

  move(event) {
    const finger = this.finger;
    if (!finger || event.touches.length !== 1) return;
    const { x, y } = this.place(event.touches[0]);
    if (finger.mode === "tap") {
      if (Math.hypot(x - finger.startX, y - finger.startY) < slop) return;
      this.face.engine.pointer(finger.startX, finger.startY, -1);
      this.face.frame();
      finger.mode = "undecided";
    }
    if (finger.mode === "page") return;
    const can = this.face.scroll(finger.x - x, finger.y - y);
    // The first stretch decides who scrolls; a browser does not change its mind either.
    if (finger.mode === "undecided") finger.mode = can && event.cancelable ? "pane" : "page";
    if (finger.mode === "pane" && event.cancelable) event.preventDefault();
    const elapsed = Math.max(1, event.timeStamp - finger.time);
    finger.speed = 0.7 * ((finger.y - y) / elapsed) + 0.3 * finger.speed;
    Object.assign(finger, { x, y, time: event.timeStamp });
  }

  end(event) {
    const finger = this.finger;
    this.finger = null;
    if (!finger) return;
    const { engine } = this.face;
    if (finger.mode === "tap") {
      if (event.cancelable) event.preventDefault();  // no second click by the browser
      this.face.canvas.focus({ preventScroll: true });
      for (const down of [-1, 1, 0]) {
        engine.pointer(finger.x, finger.y, down);
        this.face.frame();
      }
      engine.pointer(0, 0, -2);  // a finger does not hover
      this.face.settle();
    } else if (finger.mode === "pane") {
      if (event.timeStamp - finger.time < 60 && !this.face.motion.matches) this.glide(finger.speed);
      else this.leave();
    }
  }

  glide(speed) {
    let last = performance.now();
    const step = (now) => {
      const elapsed = Math.min(50, now - last);
      last = now;
      speed *= Math.exp(-friction * elapsed);
      if (Math.abs(speed) < stopSpeed || !this.face.scroll(0, speed * elapsed)) return this.leave();
      this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  leave() {
    this.face.engine.pointer(0, 0, -2);
    this.face.request();
  }

  stop() {
    cancelAnimationFrame(this.gliding);
    this.finger = null;
  }
}
