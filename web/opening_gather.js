// What was dropped or chosen → the files in it, those of folders too.

const most = 20000;
// Of a folder everything comes along; what is surely no document is left out (and said). What a file is, its bytes tell later.
const notDocuments = /\.(png|jpe?g|gif|webp|svg|ico|heic|mp[34]|m4a|mov|avi|wav|zip|gz|7z|css|js|mjs|map|woff2?|ttf|exe|dll|lnk|xlsx?|pptx?|csv)$/i;
const hidden = (name) => name.startsWith(".") || name.startsWith("~$") || name === "Thumbs.db" || name === "desktop.ini";

/**
 * @param {Array<File | FileSystemEntry>} given
 * @returns {Promise<{ files: File[], skipped: number }>} in the order of their names within a folder
 */
export async function gather(given) {
  const out = { files: [], skipped: 0 };
  for (const one of given) {
    if (one instanceof File) {
      // A chosen folder comes as its files.
      if (one.webkitRelativePath) take(one, out);
      else out.files.push(one);
    } else if (one.isFile) {
      await fileOf(one).then((file) => out.files.push(file), () => { out.skipped += 1; });
    } else {
      await walk(one, out);
    }
  }
  return out;
}

function take(file, out) {
  if (hidden(file.name)) return;
  if (notDocuments.test(file.name) || out.files.length >= most) out.skipped += 1;
  else out.files.push(file);
}

const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

async function walk(folder, out) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {  // a browser gives a hundred at a time
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) break;
    entries.push(...some);
  }
  entries.sort((a, b) => a.name.localeCompare(b.name, "nl", { numeric: true }));
  for (const entry of entries) {
    if (hidden(entry.name)) continue;
    if (entry.isDirectory) await walk(entry, out);
    else await fileOf(entry).then((file) => take(file, out), () => { out.skipped += 1; });
  }
}
