#!/usr/bin/env python3
"""How many names of a list the knowledge of names knows, and with the giver that the list has.

    coverage.py [FILE] [--missing]     FILE: tab-separated name and giver, a head line; remembered.tsv beside this by default

A name is known if `actor-names.tsv` has it, without regard to case, blanks and signs; else inferred if a convention has its shape.
`remembered.tsv` was written down from memory before anybody looked what the tables have: it measures, and is no source.
--missing prints the names that are neither.

    coverage.py --held-out misp-galaxy    or ATT&CK, Microsoft

asks for the names and givers that this list has, of tables from which everything was taken that no other list and nobody else tells:
what the conventions and the rest know of a list that was never seen. Names of two or more lists are known from the other.
"""
import csv, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
KNOWLEDGE = os.path.join(HERE, '../../reading/src/main/resources/org/tingbok/reading/knowledge')


def table(path):
    with open(path, encoding='utf-8') as file:
        return list(csv.DictReader((line.lstrip('#') if i == 0 else line for i, line in enumerate(file)), delimiter='\t',
                                   quoting=csv.QUOTE_NONE))


def key(name):
    plain = unicodedata.normalize('NFD', name.lower())
    return ''.join(c for c in plain if unicodedata.category(c)[0] in 'LN')


def giver(name):
    """FireEye's names became Mandiant's, F.A.C.C.T.'s F6's, and some vendors go by two names."""
    same = {'fireeye': 'mandiant', 'isight': 'mandiant', '360': 'qihoo360', 'google': 'mandiant', 'ibmxforce': 'ibm',
            'xforce': 'ibm', 'unit42': 'paloaltonetworks', 'symantecbroadcom': 'symantec', 'facct': 'f6'}
    return same.get(key(name), key(name))


files = [word for word in sys.argv[1:] if not word.startswith('--')]
known, known_with, held = set(), set(), []
out = sys.argv[sys.argv.index('--held-out') + 1] if '--held-out' in sys.argv else ''
files = [word for word in files if word != out]
for row in table(os.path.join(KNOWLEDGE, 'actor-names.tsv')):
    others = [source for source in row['source'].split('; ') if not out or not source.startswith(out)]
    if out and len(others) < len(row['source'].split('; ')) and row['giver']:
        held.append(row)
        others = [source for source in others if not source.startswith('own')]
    if not others:
        continue
    known.add(key(row['name']))
    known_with.add((key(row['name']), giver(row['giver'] or '')))
shapes = [(re.compile(row['regex'].replace('\\p{Lu}', '[A-Z]').replace('\\p{Ll}', '[a-z]').replace('\\p{L}', '[A-Za-z]')), row['giver'])
          for row in table(os.path.join(KNOWLEDGE, 'conventions.tsv'))]
total = in_tables = with_giver = given = inferred = inferred_with = 0
for row in held if out else table(files[0] if files else os.path.join(HERE, 'remembered.tsv')):
    name, by = row['name'], row.get('giver') or ''
    total += 1
    given += bool(by)
    shaped = [who for shape, who in shapes if shape.fullmatch(name)]
    if key(name) in known:
        in_tables += 1
    elif shaped:
        inferred += 1
    elif '--missing' in sys.argv:
        print(name, by, sep='\t')
    if by and (key(name), giver(by)) in known_with:
        with_giver += 1
    elif by and giver(by) in map(giver, shaped):
        inferred_with += 1
share = lambda part, whole: f'{part} of {whole} ({100 * part / max(1, whole):.1f} %)'
print('in the tables:', share(in_tables, total), file=sys.stderr)
print('in the tables, or inferred by shape:', share(in_tables + inferred, total), file=sys.stderr)
print('of those with a giver, in the tables with that giver:', share(with_giver, given), file=sys.stderr)
print('of those with a giver, with that giver in the tables or by shape:', share(with_giver + inferred_with, given), file=sys.stderr)
