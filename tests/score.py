#!/usr/bin/env python3
"""How well the command line reads the annotated documents of tests/gold, against the targets.

  tests/score.py [--cli build/release/kamerloep] [--docs ../shared/corpus] [-v]

Runs the scorer that lies beside the documents, over the texts and, where there is one, the PDF of the same document. Two sums:
all documents, and those of tests/gold/held_out.txt, which were annotated after the rules had been written. Exit 1 when a target is
missed; 0 with a word when the documents or the scorer are not here.
"""
import argparse
import json
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
GOLD = TOP / 'tests' / 'gold'
# figure of the scorer, target, what it is called
TARGETS = [('items_f1', 0.95, 'items F1'), ('kind', 0.98, 'kind'), ('date', 0.98, 'date'), ('addressees_f1', 0.95, 'addressees F1'),
           ('respondents_f1', 0.95, 'respondents F1'), ('references_f1', 0.95, 'references F1'),
           ('footnote_recall', 0.90, 'footnote recall'), ('furniture_violations', 0, 'furniture in items'), ('failures', 0, 'failures')]
AT_MOST = {'furniture_violations', 'failures'}


def run(scorer, a, only, pdf=False):
    out = subprocess.run([sys.executable, scorer, '--gold', GOLD, '--docs', a.docs, '--cmd', f'{a.cli} parse {{file}} --json', '--json',
                          '--only', only] + (['--pdf'] if pdf else []), capture_output=True, text=True, check=False)
    return json.loads(out.stdout)['total']


def show(name, total):
    missed = 0
    print(f'{name} ({total["documents"]} documents, {total["gold_items"]} items)')
    for key, target, label in TARGETS:
        value = total[key]
        if value is None:
            continue
        ok = value <= target if key in AT_MOST else value >= target
        missed += not ok
        sign = '≤' if key in AT_MOST else '≥'
        print(f'  {label:20} {value:7.3f}   {sign} {target:g}' + ('' if ok else '   MISSED'))
    return missed


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cli', default=TOP / 'build' / 'release' / 'kamerloep', type=pathlib.Path)
    ap.add_argument('--docs', default=TOP.parent / 'shared' / 'corpus', type=pathlib.Path)
    ap.add_argument('-v', '--verbose', action='store_true', help='every miss, but not of the held out documents')
    a = ap.parse_args()
    scorer = a.docs.parent / 'score.py'
    if not a.docs.is_dir() or not scorer.is_file():
        print('skipped: the annotated documents or their scorer are not here')
        return 0
    held = [n for n in (GOLD / 'held_out.txt').read_text(encoding='utf-8').split() if n]
    held_regex = '^(' + '|'.join(held) + r')\.'
    if a.verbose:
        subprocess.run([sys.executable, scorer, '--gold', GOLD, '--docs', a.docs, '--cmd', f'{a.cli} parse {{file}} --json', '-v', '--only',
                        '^(?!(' + '|'.join(held) + r')\.)'], check=False)
    missed = show('all', run(scorer, a, ''))
    missed += show('held out', run(scorer, a, held_regex))
    missed += show('Aanhangsels as PDF', run(scorer, a, '^ah-', pdf=True))
    print(f'{missed} targets missed')
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
