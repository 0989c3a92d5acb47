#!/usr/bin/env python3
"""How well the command line reads the annotated documents of tests/gold, against the targets.

  tests/score.py [--cli build/release/kamerloep] [--docs ../shared/corpus] [-v]

Runs the scorer that lies beside the documents, over the texts and, where there is one, the PDF of the same document. Two sums:
all documents, and those of tests/gold/held_out.txt, which were annotated after the rules had been written. A missed target is said; exit 1
when a figure is worse than it was (the last column of TARGETS). 0 with a word when the documents or the scorer are not here.
"""
import argparse
import json
import pathlib
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
GOLD = TOP / 'tests' / 'gold'
# figure of the scorer, target, what it is called, the worst that may be without failing
TARGETS = [('items_f1', 0.95, 'items F1', 0.95), ('kind', 0.98, 'kind', 0.98), ('date', 0.98, 'date', 0.98),
           ('addressees_f1', 0.95, 'addressees F1', 0.95), ('respondents_f1', 0.95, 'respondents F1', 0.95),
           ('references_f1', 0.95, 'references F1', 0.95), ('footnote_recall', 0.90, 'footnote recall', 0.76),
           ('furniture_violations', 0, 'furniture in items', 13), ('failures', 0, 'failures', 0)]
AT_MOST = {'furniture_violations', 'failures'}


def run(scorer, a, only, pdf=False):
    out = subprocess.run([sys.executable, scorer, '--gold', GOLD, '--docs', a.docs, '--cmd', f'{a.cli} parse {{file}} --json', '--json',
                          '--only', only] + (['--pdf'] if pdf else []), capture_output=True, text=True, check=False)
    return json.loads(out.stdout)['total']


def show(name, total):
    """Prints the figures; how many targets are missed, and how many figures are worse than they were."""
    missed = worse = 0
    print(f'{name} ({total["documents"]} documents, {total["gold_items"]} items)')
    for key, target, label, floor in TARGETS:
        value = total[key]
        if value is None:
            continue
        at_most = key in AT_MOST
        ok = value <= target if at_most else value >= target
        bad = value > floor if at_most else value < floor
        missed += not ok
        worse += bad
        print(f'  {label:20} {value:7.3f}   {"≤" if at_most else "≥"} {target:g}' + ('' if ok else '   MISSED') + ('   WORSE THAN BEFORE' if bad else ''))
    return missed, worse


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
    sums = [show('all', run(scorer, a, '')), show('held out', run(scorer, a, held_regex)),
            show('Aanhangsels as PDF', run(scorer, a, '^ah-', pdf=True))]
    print(f'{sum(s[0] for s in sums)} targets missed')
    return 1 if any(s[1] for s in sums) else 0


if __name__ == '__main__':
    sys.exit(main())
