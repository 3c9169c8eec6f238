#!/usr/bin/env python3
"""Holds `tingbok names resolve` against tables that are worked out from the lists by themselves.

    tables.py KNOWLEDGE TINGBOK     the folder with attack/, misp-galaxy/ and microsoft/; the launcher

Imports the three lists into a ledger of its own, resolves every name of theirs under six views, and compares. Nothing of Tingbok is
used to make the tables: an authority's actors are its entries; under `any` a pair stands if a list has it and none has both names
apart, and an actor is what is chained from such pairs without ever meeting a pair that is kept apart; under `2-origins` and `all` an
actor is what is connected by pairs that two lists have, or one.
Also counts the pairs that one list joins and another keeps apart, and times the imports. Exit status 1 if anything differs.
"""
import collections, csv, gzip, io, itertools, json, os, re, subprocess, sys, tempfile, time, unicodedata

FOLDER, TINGBOK = sys.argv[1], os.path.abspath(sys.argv[2])
PATHS = {'attack': 'attack/enterprise-attack.json.gz', 'misp': 'misp-galaxy/threat-actor.json.gz',
         'microsoft': 'microsoft/MicrosoftMapping.json'}


def load(path):
    path = os.path.join(FOLDER, path)
    with (gzip.open(path) if path.endswith('.gz') else open(path, 'rb')) as file:
        return json.load(file)


def key(name):
    """Case, accents, blanks and signs, a leading article and a closing "group" do not matter."""
    lower = unicodedata.normalize('NFKD', name).lower().strip()
    lower = lower.removeprefix('the ').removesuffix(' group')
    plain = {'ø': 'o', 'đ': 'd', 'ł': 'l', 'ı': 'i'}
    return ''.join(plain.get(c, c) for c in lower if c.isalnum()) or lower


def signs(name):
    """Only case and signs do not matter."""
    return ''.join(c for c in name.lower() if c.isalnum())


def groups():
    return {o['id']: o for o in load(PATHS['attack'])['objects'] if o['type'] == 'intrusion-set'}


def former():
    """Names of revoked sets with the name of the set that ATT&CK leads them to."""
    sets = groups()
    by = {o['source_ref']: o['target_ref'] for o in load(PATHS['attack'])['objects']
          if o['type'] == 'relationship' and o['relationship_type'] == 'revoked-by'}
    for id, group in sets.items():
        heir, steps = group, 0
        while heir and heir.get('revoked') and steps < 16:
            heir, steps = sets.get(by.get(heir['id'])), steps + 1
        if group.get('revoked') and heir and not heir.get('revoked'):
            own = {key(n) for n in [heir['name'], *heir.get('aliases', [])]}
            for name in dict.fromkeys([group['name'], *group.get('aliases', [])]):
                if key(name) not in own:
                    yield name, heir['name']


GIVERS = {line.split('\t')[0] for line in open(os.path.join(
    os.path.dirname(os.path.abspath(__file__)), '../../exchange/src/main/resources/org/tingbok/exchange/names/givers.tsv')) if not line.startswith('#')}


def plain(synonyms):
    """Names without who gave them in brackets; a subgroup is no other name of its actor."""
    for name in synonyms:
        bracketed = re.fullmatch(r'(.+?)\s+\(([^()]+)\)', name.strip())
        if not re.match(r'(?i)sub-?group:', name):
            yield bracketed.group(1) if bracketed and bracketed.group(2) in GIVERS else name.strip().rstrip(',')


def lists():
    standing = [o for o in groups().values() if not o.get('revoked')]
    return {
        'attack': [{o['name'], *o.get('aliases', [])} for o in standing],
        'misp': [{v['value'], *plain(v.get('meta', {}).get('synonyms', []))} for v in load(PATHS['misp'])['values']],
        'microsoft': [{m['Threat actor name'], *(n.strip() for n in m['Other names'].split(',') if n.strip())}
                      for m in load(PATHS['microsoft'])]}


class Table:
    def __init__(self, raw, fold):
        self.entries = {who: [{fold(name) for name in names} for names in entries] for who, entries in raw.items()}
        self.of = {who: collections.defaultdict(set) for who in raw}
        self.pairs = collections.defaultdict(set)
        for who, entries in self.entries.items():
            for number, names in enumerate(entries):
                for name in names:
                    self.of[who][name].add(number)
                for pair in itertools.combinations(sorted(names), 2):
                    self.pairs[pair].add(who)
        self.former = [(fold(name), fold(heir)) for name, heir in former() if fold(name) != fold(heir)]
        for pair in self.former:
            self.pairs[tuple(sorted(pair))].add('attack')

    def apart(self, a, b, by):
        return any(a in self.of[who] and b in self.of[who] and not self.of[who][a] & self.of[who][b] for who in by)

    def contradicted(self):
        return sum(self.apart(a, b, set(self.entries) - joining) for (a, b), joining in self.pairs.items())

    def connected(self, least):
        whole = {name: {name} for name in itertools.chain(*self.pairs, *self.of.values())}
        for (a, b), by in self.pairs.items():
            if len(by) >= least and whole[a] is not whole[b]:
                both = whole[a] | whole[b]
                for name in both:
                    whole[name] = both
        return {name: (both, False) for name, both in whole.items()}

    def actors(self, view):
        """For every name the names of its actor, and whether several actors claim it."""
        if view in self.entries:
            # An authority's own list: a name's actor is its entry; a name of two entries that each have names of their own is
            # nobody's alone, and goes with those that stand in the same two. An entry with no name of its own beside another's
            # says of none that it is apart.
            actors, alike = {}, collections.defaultdict(set)
            whole = self.entries[view]
            within = {n for n, entry in enumerate(whole) for other in set.intersection(*(self.of[view][x] for x in entry))
                      if entry < whole[other] or (entry == whole[other] and other < n)}
            more = {name: tuple(sorted(n for n in numbers if len(whole[n]) > 1 and n not in within))
                    for name, numbers in self.of[view].items()}
            for name, numbers in more.items():
                alike[numbers].add(name)
            for name, numbers in more.items():
                actors[name] = ({name} if not numbers else self.entries[view][numbers[0]] if len(numbers) == 1
                                else alike[numbers], len(numbers) > 1)
            for name, heir in self.former if view == 'attack' else []:
                if name not in self.of[view]:
                    whole = actors[heir][0] | {name}
                    for one in whole:
                        actors[one] = (whole, False)
            return actors
        if view != 'any':
            return self.connected(2 if view == '2-origins' else 1)
        joined = {pair for pair in self.pairs if not self.apart(*pair, self.entries)}
        objects = lambda a, b: self.apart(a, b, self.entries)
        names = set(itertools.chain(*(itertools.chain(*entries) for entries in self.entries.values()), *self.pairs))
        near = {name: set() for name in names}
        for a, b in joined:
            near[a].add(b)
            near[b].add(a)
        blocks = {name: frozenset([name]) for name in names}
        while True:
            beside = {block: {blocks[n] for name in block for n in near[name]} - {block} for block in set(blocks.values())}
            apart = functools_cache(lambda p, q: any(objects(a, b) for a in p for b in q))
            safe = [(p, q) for p in beside for q in beside[p] if not apart(p, q)
                    and not any(apart(r, q) for r in beside[p] if r != q)
                    and not any(apart(r, p) for r in beside[q] if r != p)]
            if not safe:
                break
            chain = {block: {block} for pair in safe for block in pair}
            for p, q in safe:
                if chain[p] is not chain[q]:
                    whole = chain[p] | chain[q]
                    for block in whole:
                        chain[block] = whole
            done = False
            for whole in {frozenset(c) for c in chain.values()}:
                if not any(apart(p, q) for p, q in itertools.combinations(whole, 2)):
                    merged = frozenset(itertools.chain(*whole))
                    for name in merged:
                        blocks[name] = merged
                    done = True
            if not done:
                break
        actors = {}
        for name in names:
            block = blocks[name]
            close = [q for q in {blocks[n] for m in block for n in near[m]} - {block}
                     if not any(objects(a, b) for a in block for b in q)]
            either = [q for q in close if any(any(objects(a, b) for a in q for b in r) for r in close if r != q)]
            actors[name] = (set(block).union(*(q for q in close if q not in either)), bool(either))
        return actors


def functools_cache(function):
    known = {}

    def cached(p, q):
        pair = frozenset((p, q))
        if pair not in known:
            known[pair] = function(p, q)
        return known[pair]
    return cached


def tingbok(*words, text=''):
    run = subprocess.run([TINGBOK, *words], input=text, capture_output=True, text=True)
    if run.returncode:
        sys.exit('tingbok ' + ' '.join(words) + ': ' + run.stderr)
    return run.stdout


raw = lists()
table = Table(raw, key)
failed = False
with tempfile.TemporaryDirectory() as folder:
    ledger = os.path.join(folder, 'names.ledger')
    start = time.time()
    for kind, path in PATHS.items():
        print(tingbok('names', 'import', kind, os.path.join(FOLDER, path), '--ledger', ledger).strip())
    print(f'imported in {time.time() - start:.1f} s, three starts included')
    for kind, path in PATHS.items():
        again = json.loads(tingbok('names', 'import', kind, os.path.join(FOLDER, path), '--ledger', ledger, '--format', 'json'))
        failed |= again['added'] != 0 or again['withdrawn'] != 0
    print('a second import adds', 'something' if failed else 'nothing')

    names = sorted({name.strip() for entries in raw.values() for entry in entries for name in entry}
                   | {name for name, _ in former()})
    sheet = io.StringIO()
    csv.writer(sheet).writerows([['name'], *([name] for name in names)])
    for view in ('microsoft', 'attack', 'misp', 'any', '2-origins', 'all'):
        rows = json.loads(tingbok('names', 'resolve', '-', '--view', view, '--ledger', ledger, '--format', 'json',
                                  text=sheet.getvalue()))['rows']
        actors = table.actors(view)
        wrong = []
        for row in rows:
            name = row['cells']['name']
            expected, several = actors.get(key(name), ({key(name)}, False))
            got = {key(n) for n in row['resolved']['names']}
            if got != expected or bool(row['resolved']['either']) != several:
                wrong.append((name, sorted(expected - got), sorted(got - expected), several))
        print(f'{view}: {len(rows) - len(wrong)} of {len(rows)} names as the table has them')
        for line in wrong[:10]:
            print('  ', *line)
        failed |= bool(wrong)
        four = {row['cells']['name']: sorted(row['resolved']['names']) for row in rows}
        print('   Salt Typhoon:', ', '.join(four['Salt Typhoon']), '| Earth Estries:', ', '.join(four['Earth Estries']))
    page = json.loads(tingbok('names', 'contradictions', '--ledger', ledger, '--format', 'json'))
    expected = (len(table.pairs), table.contradicted())
    print(f"contradicted: {page['contradicted']} of {page['pairs']} pairs; the table has {expected[1]} of {expected[0]}")
    failed |= (page['pairs'], page['contradicted']) != expected
    folded = Table(raw, signs)
    print(f'with nothing but case and signs folded the lists have {folded.contradicted()} of {len(folded.pairs)}')
sys.exit(1 if failed else 0)
