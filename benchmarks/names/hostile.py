#!/usr/bin/env python3
"""Times questions about names on ledgers made to be hard.

    hostile.py TINGBOK [SEED]     the launcher; SEED 4 by default

chains    2,000 sources, each with a chain of 15 names out of 4,000, each link a row of its own; a tenth of the links deny
cliques   one source with 290 entries of 200 names out of 3,000: nearly every name equals every other, and most entries differ
hub       one name that 2,000 sources give to 14 actors each
whole     one list in which one actor has 3,000 names: refused, as no list of names is that long
"""
import csv, os, random, subprocess, sys, tempfile, time

TINGBOK = os.path.abspath(sys.argv[1])
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 4
LIMIT = 60


def chains(chance):
    names = [f'Chain {i:04d} Otter' for i in range(4000)]
    for source in range(2000):
        at = chance.sample(names, 15)
        for one, other in zip(at, at[1:]):
            yield other, one, f'Source {source:04d}', 'distinct' if chance.random() < 0.1 else 'same'


def cliques(chance):
    names = [f'Clique {i:04d} Heron' for i in range(3000)]
    for entry in range(290):
        actor = f'Clique {entry:04d} Heron'
        for name in chance.sample(names, 199):
            yield name, actor, 'The one source', 'same'


def hub(chance):
    for source in range(2000):
        for actor in chance.sample(range(3000), 14):
            yield 'Hub Tern', f'Spoke {actor:04d} Gull', f'Source {source:04d}', 'same'


def whole(chance):
    for i in range(3000):
        yield f'Whole {i:04d} Wren', 'Whole 0000 Wren', 'The one source', 'same'


ASKED = {'chains': 'Chain 0007 Otter', 'cliques': 'Clique 0007 Heron', 'hub': 'Hub Tern', 'whole': 'Whole 0007 Wren'}
slow = False
print(f'seed {SEED}; seconds with the start of the program')
for case in (chains, cliques, hub, whole):
    with tempfile.TemporaryDirectory() as folder:
        table, ledger = os.path.join(folder, 'list.csv'), os.path.join(folder, 'names.ledger')
        rows = list(case(random.Random(SEED)))
        with open(table, 'w', newline='') as file:
            csv.writer(file).writerows([['name', 'actor', 'source', 'relation'], *rows])
        print(f'{case.__name__}: {len(rows)} rows')
        asked = ASKED[case.__name__]
        for words in (['names', 'import', 'csv', table, '--date', '2026-08-01'], ['names', 'contradictions'], ['names', asked],
                      ['names', asked, '--view', 'all'], ['actors'], ['disputes']):
            start = time.time()
            run = subprocess.run([TINGBOK, *words, '--ledger', ledger], capture_output=True, text=True)
            took = time.time() - start
            slow |= took > LIMIT
            told = (run.stderr if run.returncode else run.stdout).strip().splitlines()[:1]
            print(f'  {took:6.1f}  {" ".join(os.path.basename(w) for w in words)}: {(told or [""])[0][:150]}', flush=True)
            if 'import' in words and run.returncode:
                break
sys.exit(1 if slow else 0)
