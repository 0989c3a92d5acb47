// PDF in the page: pdf.js says which text stands where, the readers' module makes the lines of it, as it does for Poppler natively.
// Loaded, and pdf.js with it, when a PDF is opened.

const pdfjsFolder = new URL("pdfjs/", import.meta.url);
const mostPages = 5000;

/** @type {Promise<object> | null} */
let loading = null;

function load() {
  loading ??= import(new URL("pdf.min.mjs", pdfjsFolder).href).then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdf.worker.min.mjs", pdfjsFolder).href;
    return pdfjs;
  }).catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

const failed = (code, ...args) => ({ error: { code, args } });

/**
 * Reads a PDF. Rejects only when a part of the page could not be loaded, or with the signal's reason.
 * @param {Uint8Array} bytes @param {string} name
 * @param {(pages: string) => object} positioned kr_read_pdf of the readers' module: pages as JSON (src/read/pages.h)
 * @param {{ signal?: AbortSignal, onProgress?: (page: number, pages: number) => void }} [options]
 * @returns {Promise<{ sources: object[] } | { error: { code: string, args: string[] } }>}
 */
export async function read(bytes, name, positioned, { signal, onProgress } = {}) {
  const pdfjs = await load();
  const pages = await pagesOf(pdfjs, bytes, name, { signal, onProgress });
  return pages.error ? pages : positioned(JSON.stringify(pages));
}

/**
 * What stands where, for `positioned`; pdf.js as an argument, so that a test can use it without a browser.
 * @returns {Promise<{ pages: object[] } | { error: object }>}
 */
export async function pagesOf(pdfjs, bytes, name, { signal, onProgress } = {}) {
  signal?.throwIfAborted();
  // pdf.js takes the bytes it is given with it to its worker: a copy, for the caller keeps his.
  const task = pdfjs.getDocument({
    data: bytes.slice(), verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWasm: false,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: false, stopAtErrors: false, enableXfa: false,
  });
  const stop = () => task.destroy();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const file = await task.promise;
    if (file.numPages > mostPages) return failed("pdf_too_many_pages", name, String(file.numPages));
    const pages = [];
    for (let number = 1; number <= file.numPages; number++) {
      signal?.throwIfAborted();
      pages.push(await pageOf(file, number));
      onProgress?.(number, file.numPages);
    }
    return { pages };
  } catch (error) {
    signal?.throwIfAborted();
    if (error?.name === "PasswordException") return failed("pdf_encrypted", name);
    if (["InvalidPDFException", "FormatError", "MissingPDFException", "UnknownErrorException"].includes(error?.name)) {
      return failed("pdf_damaged", name);
    }
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    task.destroy();
  }
}

async function pageOf(file, number) {
  let page;
  try {
    page = await file.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    // Of a page, the library gives the text it could read before what is damaged.
    const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
    return { width, height, pieces: items.filter((item) => item.str?.trim()).map((item) => piece(item, transform, width, height)) };
  } catch (error) {
    if (["InvalidPDFException", "FormatError", "UnknownErrorException"].includes(error?.name)) return { width: 0, height: 0, pieces: [] };
    throw error;
  } finally {
    page?.cleanup();
  }
}

const round = (number) => Math.round(number * 100) / 100;

/** [text, x, y, width, size, turn], see Piece in src/read/pages.h */
function piece({ str, transform: t, width, height }, v, pageWidth, pageHeight) {
  // From the page's own coordinates, in which y goes up, to those of its picture.
  const at = (x, y) => [v[0] * x + v[2] * y, v[1] * x + v[3] * y];
  const [rightX, rightY] = at(t[0], t[1]);
  const [upX, upY] = at(t[2], t[3]);
  const [x, y] = [v[0] * t[4] + v[2] * t[5] + v[4], v[1] * t[4] + v[3] * t[5] + v[5]];
  const size = Math.hypot(upX, upY) || height;
  const level = Math.abs(rightX) >= Math.abs(rightY);
  const turn = level ? (rightX >= 0 ? 0 : 2) : (rightY > 0 ? 1 : 3);
  const turned = [[x, y], [y, pageWidth - x], [pageWidth - x, pageHeight - y], [pageHeight - y, x]][turn];
  return [str, ...turned.map(round), round(width), round(size), turn];
}
