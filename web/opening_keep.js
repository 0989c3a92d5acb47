// Documents that the user wants to find here again: files in this browser's IndexedDB, and nowhere else. A browser may refuse
// all of it; then nothing is kept and the rest works.

const name = "kamerloep", table = "files";

/** @returns {Promise<any>} the result of `work(objectStore)`, an IDBRequest, when the transaction is done */
async function withTable(mode, work) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);  // throws where storage is denied
    request.onupgradeneeded = () => request.result.createObjectStore(table, { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(table, mode);
      const request = work(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? request?.error);
    });
  } finally {
    database.close();
  }
}

function storage() {
  try {
    return Boolean(indexedDB && localStorage);
  } catch {
    return false;
  }
}

/** A record: { name, blob, without }: `without` are ids of documents of the file that the user removed. */
export class Keeper {
  /** @param {import("./opening.js").Opening} opening */
  constructor(opening) {
    this.opening = opening;
    /** The file that each document came in. @type {Map<string, { name: string, blob: Blob, key?: number, ids: Set<string>, without: string[] }>} */
    this.files = new Map();
    this.offered = opening.explorer.hasAttribute("links");  // on a host's page the storage is the host's
    this.possible = this.offered && storage();
    this.on = this.possible && Boolean(opening.tools.remembered().keep);
    this.last = Promise.resolve();
  }

  /** One after the other: what is being kept while it is removed, or while keeping ends, must not stay behind. */
  turn(work) {
    const done = this.last.then(work);
    this.last = done.catch(() => {});
    return done;
  }

  /** What was kept, for the visit that begins. */
  async stored() {
    try {
      const keys = await withTable("readonly", (files) => files.getAllKeys());
      const records = await withTable("readonly", (files) => files.getAll());
      return records.map((record, i) => ({ ...record, key: keys[i] }));
    } catch {
      this.on = false;
      return [];
    }
  }

  /** A file was read: its documents are `ids`. */
  took(file, ids) {
    return this.turn(() => this.tookNow(file, ids));
  }

  async tookNow({ name: fileName, blob, key, without = [] }, ids) {
    for (const id of ids) if (this.files.get(id)?.key !== key || key === undefined) await this.forgetNow(id);  // replaced
    const file = { name: fileName, blob, key, ids: new Set(ids), without };
    for (const id of ids) this.files.set(id, file);
    if (this.on && key === undefined) await this.put(file);
  }

  async put(file) {
    try {
      const record = { name: file.name, blob: file.blob, without: file.without };
      file.key = await withTable("readwrite", (files) => (file.key === undefined ? files.put(record) : files.put(record, file.key)));
    } catch {
      this.opening.say("warning", "open.keep_full", [file.name]);
    }
  }

  /** The document is gone ("": all that the user opened). */
  forget(id) {
    return this.turn(() => this.forgetNow(id));
  }

  async forgetNow(id) {
    if (id === "") {
      this.files.clear();
      if (this.on) await withTable("readwrite", (files) => files.clear()).catch(() => {});
      return;
    }
    const file = this.files.get(id);
    if (!file) return;
    this.files.delete(id);
    file.ids.delete(id);
    if (file.key === undefined) return;
    if (file.ids.size) {
      file.without = [...file.without, id];
      await this.put(file);
    } else {
      await withTable("readwrite", (files) => files.delete(file.key)).catch(() => {});
    }
  }

  /** @returns {Promise<boolean>} whether it is now as asked */
  set(on) {
    return this.turn(() => this.setNow(on));
  }

  async setNow(on) {
    const { remember, remembered } = this.opening.tools;
    remember({ keep: on });
    if (!on) {
      this.on = false;
      for (const file of this.files.values()) delete file.key;
      await withTable("readwrite", (files) => files.clear()).catch(() => {});
      return true;
    }
    try {
      if (!remembered().keep) throw new Error("no storage");
      await withTable("readwrite", (files) => files.clear());
    } catch {
      this.possible = false;
      remember({ keep: false });
      return false;
    }
    this.on = true;
    navigator.storage?.persist?.().catch(() => {});
    for (const file of new Set(this.files.values())) await this.put(file);
    return true;
  }
}
