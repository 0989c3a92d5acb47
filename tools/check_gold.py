#!/usr/bin/env python3
"""Checks the annotations of tests/gold against the documents they are about.

  tools/check_gold.py [--docs ../shared/corpus] [--gold tests/gold] [NAME...]

Every excerpt must stand in the document (compared as the scorer does: only a-z and 0-9), those of an item in order. What page
furniture or a note interrupts cannot be found that way: such an excerpt is to be cut shorter. Exit 1 when something is wrong.
"""
import argparse
import json
import pathlib
import re
import sys
import unicodedata

TOP = pathlib.Path(__file__).resolve().parent.parent
KINDS = {'lijst', 'aanhangsel', 'kamervragen', 'mededeling', 'rekenkamer', 'onbekend'}
KEYS = {'file', 'id', 'id_alt', 'kind', 'date', 'dossier', 'number', 'addressees', 'respondents', 'submitters', 'unscored',
        'items_complete', 'items', 'references', 'optional_references', 'footnotes', 'notes'}
ITEM_KEYS = {'numbers', 'question_start', 'question_end', 'answer_start', 'answer_end', 'answer_of', 'themes', 'must_not_contain'}


def fold(s):
    s = unicodedata.normalize('NFKD', s).lower()
    return ''.join(c for c in s if c.isascii() and c.isalnum())


def check(path, docs, themes):
    with open(path, encoding='utf-8') as fh:
        gold = json.load(fh)
    wrong = []
    for key in sorted(set(gold) - KEYS):
        wrong.append(f'unknown field {key!r}')
    for key in sorted({'file', 'id', 'kind', 'date', 'dossier', 'items', 'references', 'footnotes', 'addressees', 'respondents',
                       'submitters'} - set(gold)):
        wrong.append(f'no field {key!r}')
    if wrong:
        return wrong
    if gold['kind'] not in KINDS:
        wrong.append(f'kind {gold["kind"]!r}')
    if gold['date'] is not None and not re.fullmatch(r'\d{4}-\d\d-\d\d', gold['date']):
        wrong.append(f'date {gold["date"]!r}')
    with open(docs / gold['file'], encoding='utf-8-sig', newline='') as fh:
        text = fold(fh.read())
    at = 0
    for item in gold['items']:
        name = f'item {item["numbers"]}'
        for key in sorted(set(item) ^ ITEM_KEYS):
            wrong.append(f'{name}: field {key!r} unknown or missing')
        for theme in item.get('themes', []):
            if theme not in themes:
                wrong.append(f'{name}: no such theme {theme!r}')
        question = at
        for key in ('question_start', 'question_end', 'answer_start', 'answer_end'):
            excerpt = item.get(key)
            if excerpt is None:
                continue
            folded = fold(excerpt)
            found = text.find(folded, question)  # an end may be the same words as its start
            if found < 0:
                wrong.append(f'{name}: {key} not in the document' + (' after what precedes it' if folded in text else '') + f': {excerpt!r}')
                continue
            question = found
            if key == 'question_start':
                at = found
        for part in item.get('must_not_contain', []):
            if fold(part) not in text:
                wrong.append(f'{name}: must_not_contain not in the document: {part!r}')
    for note in gold['footnotes']:
        if note.get('starts') and fold(note['starts']) not in text:
            wrong.append(f'footnote {note["mark"]}: {note["starts"]!r} not in the document')
    return wrong


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--docs', default=TOP.parent / 'shared' / 'corpus', type=pathlib.Path,
                    help='folder the annotations point into (default: beside the checkout)')
    ap.add_argument('--gold', default=TOP / 'tests' / 'gold', type=pathlib.Path, help='folder of annotations')
    ap.add_argument('names', nargs='*', help='only these annotations (without .json)')
    a = ap.parse_args()
    if not a.docs.is_dir():
        print(f'skipped: the documents are not here ({a.docs})')
        return 0
    with open(TOP / 'assets' / 'vocab' / 'themes.tsv', encoding='utf-8') as fh:
        header = fh.readline().rstrip('\n').split('\t')
        column = header.index('label_nl')
        themes = {line.rstrip('\n').split('\t')[column] for line in fh if line.strip()}
    files = [a.gold / f'{n}.json' for n in a.names] or sorted(a.gold.glob('*.json'))
    bad = 0
    for path in files:
        for message in check(path, a.docs, themes):
            print(f'{path.name}: {message}')
            bad += 1
    print(f'{len(files)} annotations, {bad} defects')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
