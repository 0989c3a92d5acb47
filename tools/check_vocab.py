#!/usr/bin/env python3
"""Checks the vocabularies in assets/vocab. Prints one line for each error, exit 1 when there is one."""
import re
import sys
import unicodedata
from datetime import date
from pathlib import Path

VOCAB = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "assets" / "vocab"
COLUMNS = {
    "ministries.tsv": "abbr label_nl label_en uri valid_from valid_to chapter aliases stand_in",
    "portfolios.tsv": "title valid_from valid_to ministry label_en",
    "themes.tsv": "uri level label_nl label_en parent_nl ministries",
    "theme_terms.tsv": "theme decisive good hint",
    "concepts.tsv": "id label_nl label_en kind ministry themes url names needs",
    "parties.tsv": "name aliases label_nl",
    "committees.tsv": "name ministry aliases",
    "function_words.tsv": "word class",
}
REQUIRED = {
    "ministries.tsv": "abbr label_nl label_en uri",
    "portfolios.tsv": "title ministry label_en",
    "themes.tsv": "uri level label_nl label_en",
    "theme_terms.tsv": "theme",
    "concepts.tsv": "id label_nl label_en kind names",
    "parties.tsv": "name label_nl",
    "committees.tsv": "name",
    "function_words.tsv": "word class",
}
KINDS = set("policy law body partnership treaty strategy programme motion organisation country region company sector measure".split())
# Words that stand in nearly every document: never a term or a name by themselves.
COMMON = set("""minister staatssecretaris kabinet kamer tweede vraag antwoord beleid nederland nederlandse europa brief onderzoek
    rapport bericht overheid rijk jaar commissie lid leden maatregel de het een van en in op dat is te met voor zijn er aan niet
    die om ook als naar bij dan wordt worden door uit over wel nog""".split())
MAX_CONCEPT_BYTES = 70_000
errors = []


def fold(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c))


def error(file, line, message):
    errors.append(f"{VOCAB / file}:{line}: {message}")


def read(file):
    try:
        raw = (VOCAB / file).read_bytes()
    except OSError as problem:
        error(file, 0, f"cannot be read: {problem.strerror}")
        return []
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        error(file, raw[: problem.start].count(b"\n") + 1, "is not UTF-8")
        return []
    if "\r" in text:
        error(file, 1, "has CR line ends")
    if not text.endswith("\n"):
        error(file, text.count("\n") + 1, "the last line does not end")
    columns = COLUMNS[file].split()
    rows, head = [], None
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if head is None:
            head = cells
            if head != columns:
                error(file, number, f"columns are {head}, expected {columns}")
                return []
            continue
        if len(cells) != len(columns):
            error(file, number, f"{len(cells)} cells, expected {len(columns)}")
            continue
        row = dict(zip(columns, cells))
        for column, cell in row.items():
            if cell != cell.strip() or "  " in cell:
                error(file, number, f"blanks too many in {column}: {cell!r}")
            if any(not part or part != part.strip() for part in cell.split("|")) and cell:
                error(file, number, f"empty or padded value in {column}: {cell!r}")
        for column in REQUIRED[file].split():
            if not row[column]:
                error(file, number, f"{column} is empty")
        rows.append((number, row))
    return rows


def values(cell):
    return cell.split("|") if cell else []


def check_dates(file, rows):
    for number, row in rows:
        known = {}
        for column in ("valid_from", "valid_to"):
            if row[column]:
                try:
                    known[column] = date.fromisoformat(row[column])
                except ValueError:
                    error(file, number, f"{column} is not a date: {row[column]}")
        if len(known) == 2 and known["valid_from"] > known["valid_to"]:
            error(file, number, "valid_from is after valid_to")


def check_unique(file, rows, key, what):
    seen = {}
    for number, row in rows:
        value = key(row)
        if value in seen:
            error(file, number, f"{what} {value!r} also on line {seen[value]}")
        seen[value] = number


def check_name(file, number, name, capitals_count):
    """capitals_count: a name in at most five capitals is matched with its capitals, so "OM" is not the word "om"."""
    exact = capitals_count and name.isupper() and len(name) <= 5
    bare = re.sub(r"[^\w]", "", fold(name))
    if len(bare) < (2 if name != name.lower() else 3) and bare != "ov":
        error(file, number, f"too short: {name!r}")
    if fold(name) in COMMON and not exact:
        error(file, number, f"stands in every document: {name!r}")


def main():
    ministries = read("ministries.tsv")
    abbreviations = {row["abbr"] for _, row in ministries}
    check_dates("ministries.tsv", ministries)
    check_unique("ministries.tsv", ministries, lambda r: (r["abbr"], r["valid_from"], r["valid_to"]), "ministry and dates")
    for number, row in ministries:
        for name in values(row["stand_in"]):
            if name not in abbreviations or name == row["abbr"]:
                error("ministries.tsv", number, f"unknown stand-in {name!r}")

    portfolios = read("portfolios.tsv")
    check_dates("portfolios.tsv", portfolios)
    check_unique("portfolios.tsv", portfolios, lambda r: (r["title"], r["valid_from"]), "title and date")

    themes = read("themes.tsv")
    labels = {row["label_nl"]: row for _, row in themes}
    check_unique("themes.tsv", themes, lambda r: r["label_nl"], "theme")
    check_unique("themes.tsv", themes, lambda r: r["uri"], "uri")
    for number, row in themes:
        if row["level"] not in ("1", "2") or (row["level"] == "1") != (not row["parent_nl"]):
            error("themes.tsv", number, "level 1 has no parent, level 2 has one")
        elif row["parent_nl"] and labels.get(row["parent_nl"], {}).get("level") != "1":
            error("themes.tsv", number, f"unknown parent {row['parent_nl']!r}")

    committees = read("committees.tsv")
    check_unique("committees.tsv", committees, lambda r: fold(r["name"]), "committee")
    parties = read("parties.tsv")
    check_unique("parties.tsv", parties, lambda r: r["name"], "party")

    rows = read("theme_terms.tsv")
    check_unique("theme_terms.tsv", rows, lambda r: r["theme"], "theme")
    counts = dict.fromkeys(labels, 0)
    for number, row in rows:
        if row["theme"] not in labels:
            error("theme_terms.tsv", number, f"unknown theme {row['theme']!r}")
            continue
        terms = [t for weight in ("decisive", "good", "hint") for t in row[weight].split("|") if t]
        counts[row["theme"]] += len(terms)
        check_unique("theme_terms.tsv", [(number, t) for t in terms], fold, "term")
        for term in terms:
            check_name("theme_terms.tsv", number, term, False)
    for label, count in counts.items():
        if not count:
            error("theme_terms.tsv", 0, f"no terms for {label!r}")

    concepts = read("concepts.tsv")
    check_unique("concepts.tsv", concepts, lambda r: r["id"], "id")
    check_unique("concepts.tsv", concepts, lambda r: fold(r["label_nl"]), "label")
    owners = {}
    for number, row in concepts:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]):
            error("concepts.tsv", number, f"id is not lower-case words with hyphens: {row['id']!r}")
        if row["kind"] not in KINDS:
            error("concepts.tsv", number, f"unknown kind {row['kind']!r}")
        for theme in values(row["themes"]):
            if theme not in labels:
                error("concepts.tsv", number, f"unknown theme {theme!r}")
        if row["url"] and not re.fullmatch(r"https?://[^\s|]+", row["url"]):
            error("concepts.tsv", number, f"not an address: {row['url']!r}")
        for name in values(row["names"]):
            check_name("concepts.tsv", number, name, True)
            if row["needs"]:
                continue
            key = name if name.isupper() else fold(name)
            if key in owners and owners[key] != row["id"]:
                error("concepts.tsv", number, f"name {name!r} also belongs to {owners[key]}")
            owners[key] = row["id"]

    for file, rows, column in (
        ("portfolios.tsv", portfolios, "ministry"),
        ("themes.tsv", themes, "ministries"),
        ("concepts.tsv", concepts, "ministry"),
        ("committees.tsv", committees, "ministry"),
    ):
        for number, row in rows:
            for name in values(row[column]):
                if name not in abbreviations:
                    error(file, number, f"unknown ministry {name!r}")

    size = (VOCAB / "concepts.tsv").stat().st_size if concepts else 0
    if size > MAX_CONCEPT_BYTES:
        error("concepts.tsv", 0, f"{size} bytes, more than {MAX_CONCEPT_BYTES}: it is part of every download")

    for line in errors:
        print(line, file=sys.stderr)
    if errors:
        print(f"{len(errors)} errors", file=sys.stderr)
        return 1
    print(f"vocabularies are well: {len(ministries)} ministries, {len(portfolios)} portfolios, {len(themes)} themes, "
          f"{len(terms)} terms, {len(concepts)} concepts, {len(parties)} parties, {len(committees)} committees")
    return 0


if __name__ == "__main__":
    sys.exit(main())
