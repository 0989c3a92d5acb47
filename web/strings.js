// The words of the interface come from the core (assets/ui/*.tsv). Before it is there, and when it never comes, these few do.

/** @type {Record<"nl" | "en", Record<string, string>>} */
const boot = {
  nl: {
    "web.loading": "Kamerloep wordt geladen …",
    "web.engine_failed": "Kamerloep kon niet worden geladen. Controleer de verbinding en probeer het opnieuw.",
    "web.engine_unsupported": "Deze browser is te oud voor Kamerloep (WebAssembly ontbreekt). Werk de browser bij of lees het document bij de bron.",
    "button.retry": "Probeer opnieuw",
    "app.name": "Kamerloep",
  },
  en: {
    "web.loading": "Loading Kamerloep …",
    "web.engine_failed": "Kamerloep could not be loaded. Check the connection and try again.",
    "web.engine_unsupported": "This browser is too old for Kamerloep (no WebAssembly). Update the browser or read the document at its source.",
    "button.retry": "Try again",
    "app.name": "Kamerloep",
  },
};

/** A key that is missing shows as itself, so that it is seen. */
export class Strings {
  /** @param {"nl" | "en"} language */
  constructor(language, rows = boot[language] ?? boot.nl) {
    this.language = language;
    this.rows = rows;
  }

  /** `{0}`, `{1}` … are replaced by `args`. @param {string} key @param {...(string | number)} args */
  get(key, ...args) {
    const row = this.rows[key] ?? key;
    return args.length ? row.replace(/\{(\d)\}/g, (whole, n) => (args[n] === undefined ? whole : String(args[n]))) : row;
  }

  /** A row "one||several": `n` chooses the form and is `{0}`. @param {string} key @param {number} n @param {...string} args */
  count(key, n, ...args) {
    const forms = (this.rows[key] ?? key).split("||");
    const text = n === 1 || forms.length < 2 ? forms[0] : forms[1];
    const all = [n.toLocaleString(this.language), ...args];
    return text.replace(/\{(\d)\}/g, (whole, i) => (all[i] === undefined ? whole : all[i]));
  }
}
