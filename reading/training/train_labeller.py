#!/usr/bin/env python3
"""Trains the labeller of claims (org.tingbok.reading.labelling) and writes the model that ships.

usage: train_labeller.py SENTENCES.jsonl WORDS.txt VECTORS.npy OUT.labels [--all] [--seed N] [--epochs N]

SENTENCES.jsonl is what TrainingSentences writes; WORDS and VECTORS are what reduce_vectors.py writes.
Without --all every tenth passage is left out and measured on, and the weights of the best epoch are kept; with --all
every sentence is trained on, for the number of epochs given. Needs PyTorch and numpy; runs on a processor.
"""
import argparse, collections, hashlib, json, random, struct, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

TYPES = ["attribution", "non-attribution", "denial", "alias", "affiliation", "response", "impact", "method"]
CODES = {"alias": ["same", "overlap", "former", "part-of", "distinct"],
         "affiliation": ["on-behalf-of", "part-of", "supported-by", "linked-to"],
         "response": ["protest", "summons", "indictment", "warrant", "arrest", "sanction", "expulsion", "condemnation", "advisory", "takedown",
                      "reward", "counter-operation", "other"],
         "impact": ["affirmed", "negated"], "method": ["affirmed", "negated"]}
CODE = [(t, c) for t in TYPES for c in CODES.get(t, [""])]
CERTAINTY = ["asserted", "high", "moderate", "low"]
ROLES = ["claimant", "object", "second", "incident", "said"]
NOBODY = 6  # the publication, who spoke before, no object, no second, no incident, no day
WORD, LEMMA, SUFFIX, SHAPE, TAG, RELATION, SORT, HEAD, DIRECTION, MARKS, LANGUAGE, FRONT, STANDING, PREDICATE = range(14)
KINDS = 14
LEAST = {WORD: 2, LEMMA: 2, SUFFIX: 3, SHAPE: 3, TAG: 3, RELATION: 3, SORT: 1, HEAD: 3, DIRECTION: 1, MARKS: 1, LANGUAGE: 1, FRONT: 2, STANDING: 2, PREDICATE: 2}
D, R, LAYERS, DROP = 144, 128, 4, 0.3
LEAST_SEEN = 0.12  # of a word as a predicate, to be looked at beside others

ap = argparse.ArgumentParser(); ap.add_argument("sentences"); ap.add_argument("words"); ap.add_argument("vectors"); ap.add_argument("out")
ap.add_argument("--all", action="store_true"); ap.add_argument("--seed", type=int, default=7); ap.add_argument("--epochs", type=int, default=40)
ap.add_argument("--errors"); o = ap.parse_args()
torch.manual_seed(o.seed); random.seed(o.seed); np.random.seed(o.seed); print("seed", o.seed)

rows = [json.loads(l) for l in open(o.sentences, encoding="utf-8")]
rows = [r for r in rows if 1 < len(r["forms"]) <= 120]
held = lambda r: not o.all and "nothing" not in r["id"] and int(hashlib.md5(r["id"].encode()).hexdigest(), 16) % 10 == 0
words = open(o.words, encoding="utf-8").read().split("\n")
vec = np.load(o.vectors).astype(np.float32)
vecid = {w: i + 1 for i, w in enumerate(words)}
vec = torch.tensor(np.vstack([np.zeros((1, vec.shape[1]), np.float32), vec])) * 3

vocab = []
for k in range(KINDS):
    c = collections.Counter(t[k] for r in rows if not held(r) for t in r["features"])
    vocab.append({w: i + 1 for i, w in enumerate(sorted(w for w, n in c.items() if n >= LEAST[k]))})

def path(r, i, j):
    """How token j hangs together with predicate i in the tree; the same in org.tingbok.reading.labelling.TreePath."""
    h, rel = r["heads"], lambda t: r["features"][t][RELATION]
    if i == j: return "self"
    if h[j] == i: return "c:" + rel(j)
    if h[i] == j: return "p:" + rel(i)
    up, far = h[i], h[j]
    if far >= 0 and h[far] == i: return "cc:" + rel(far) + ">" + rel(j)
    if up >= 0 and h[up] == j: return "pp:" + rel(i) + "<" + rel(up)
    if up >= 0 and up == far: return "s:" + rel(i) + "|" + rel(j)
    if up >= 0 and far >= 0 and h[far] == up: return "sc:" + rel(far) + ">" + rel(j)
    if up >= 0 and h[up] >= 0 and h[up] == far: return "u:" + rel(up) + "|" + rel(j)
    steps = 0
    while far >= 0 and steps < 6:
        if far == i: return "below"
        far, steps = h[far], steps + 1
    steps = 0
    while up >= 0 and steps < 6:
        if up == j: return "above"
        up, steps = h[up], steps + 1
    return "-"

c = collections.Counter(path(r, t["trigger"], j) for r in rows if not held(r) for t in r["claims"] for j in range(len(r["forms"])))
filled = collections.Counter(path(r, t["trigger"], j) for r in rows if not held(r) for t in r["claims"] for role in ROLES for j in t[role])
paths = {w: i + 1 for i, w in enumerate(sorted(w for w, n in c.items() if filled[w] >= 3))}

def vector(t):
    return vecid.get(t[WORD]) or vecid.get(t[LEMMA]) or 0

def encode(r):
    x = np.array([[vocab[k].get(t[k], 0) for k in range(KINDS)] + [vector(t)] for t in r["features"]], dtype=np.int64)
    claims = [c for c in r["claims"] if c["trigger"] < len(r["forms"])]
    fills = []
    for c in claims:
        y = np.zeros((len(x), len(ROLES)), dtype=np.float32)
        for k, role in enumerate(ROLES): y[c[role], k] = 1
        fills.append(y)
    ways = {c["trigger"]: np.array([paths.get(path(r, c["trigger"], j), 0) for j in range(len(x))]) for c in claims}
    names = [t[SORT].lstrip("+") in ("ACTOR", "BODY", "ORGANISATION", "MALWARE", "OPERATION") for t in r["features"]]
    return dict(r=r, x=x, claims=claims, fills=fills, ways=ways, heads=np.array(r["heads"]), names=np.array(names))
data = [encode(r) for r in rows]
train, test = [d for d in data if not held(d["r"])], [d for d in data if held(d["r"])]
print(len(train), "sentences to train on,", len(test), "to measure on,", sum(len(d["claims"]) for d in train), "claims; tables", [len(v) + 1 for v in vocab])

class Layer(nn.Module):
    """Each token beside its neighbours, its head and the mean of its dependents."""
    def __init__(self):
        super().__init__(); self.mix, self.norm = nn.Linear(5 * D, D), nn.LayerNorm(D)
    def forward(self, h, g):
        pad = torch.cat([h, h.new_zeros(1, D)])
        below = h.new_zeros(len(h) + 1, D).index_add(0, g["head"], h)[:-1] / g["children"]
        return self.norm(h + F.dropout(F.leaky_relu(self.mix(torch.cat([pad[g["before"]], h, pad[g["after"]], pad[g["head"]], below], 1)), 0.1), DROP, self.training))

class Labeller(nn.Module):
    def __init__(self):
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(len(v) + 1, D) for v in vocab])
        for t in self.tables: nn.init.normal_(t.weight, std=0.15)
        self.vec = nn.Linear(vec.shape[1], D, bias=False)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.trigger = nn.Sequential(nn.Linear(D, R), nn.LeakyReLU(0.1), nn.Dropout(0.3), nn.Linear(R, len(TYPES)))
        self.about = nn.Linear(D, R); self.kind = nn.Embedding(len(TYPES), R)
        self.told = nn.Linear(R, len(CODE) + len(CERTAINTY) + NOBODY)
        self.asks, self.filler, self.askkind = nn.Linear(D, R), nn.Linear(D, R), nn.Embedding(len(TYPES), R)
        self.distance = nn.Embedding(25, R); nn.init.normal_(self.distance.weight, std=0.1)
        self.path = nn.Embedding(len(paths) + 1, R); nn.init.normal_(self.path.weight, std=0.2)
        self.roles = nn.Linear(R, len(ROLES))
    def states(self, g):
        x = g["x"]
        h = F.dropout(sum(t(x[:, k]) for k, t in enumerate(self.tables)) + self.vec(vec[x[:, KINDS]]), DROP, self.training)
        for layer in self.layers: h = layer(h, g)
        return h
    def tell(self, h, i, t):
        return self.told(F.dropout(F.leaky_relu(self.about(h[i]) + self.kind(t), 0.1), 0.3, self.training))
    def fill(self, h, told, i, t, token, way, there):
        """For each predicate and role the log scores of its sentence's tokens, then of nobody (the first role: of the
        publication, and of who was speaking before)."""
        z = (self.asks(h[i]) + self.askkind(t))[:, None] + self.filler(h)[token] + self.distance((token - i[:, None]).clamp(-12, 12) + 12) + self.path(way)
        scores = self.roles(F.dropout(F.leaky_relu(z, 0.1), 0.2, self.training)).masked_fill(~there[..., None], -1e4).transpose(1, 2)
        nobody = told[:, -NOBODY:]
        none = torch.stack([torch.stack([nobody[:, 0], nobody[:, 1]], 1)] + [torch.stack([nobody[:, k], torch.full_like(nobody[:, k], -1e4)], 1) for k in range(2, NOBODY)], 1)
        return torch.cat([scores, none], 2).log_softmax(2)

def batch(ds, training):
    """Sentences one behind the other; the row after the last stands for what is not there."""
    sizes = [len(d["x"]) for d in ds]; total = sum(sizes); offsets = np.cumsum([0] + sizes)[:-1]
    x = np.concatenate([d["x"] for d in ds]).copy()
    head = np.concatenate([np.where(d["heads"] < 0, total, d["heads"] + o) for d, o in zip(ds, offsets)])
    before, after = np.arange(total) - 1, np.arange(total) + 1
    for o, n in zip(offsets, sizes): before[o] = total; after[o + n - 1] = total
    if training:
        for k, p in ((WORD, 0.12), (LEMMA, 0.12), (HEAD, 0.12), (FRONT, 0.08), (KINDS, 0.04)): x[np.random.rand(total) < p, k] = 0
        hide = np.concatenate([d["names"] & (np.random.rand() < 0.3) for d in ds]) & (np.random.rand(total) < 0.6)
        x[hide, WORD] = x[hide, LEMMA] = x[hide, SUFFIX] = x[hide, FRONT] = 0; x[hide, SORT] = vocab[SORT].get("weakPROPN", 0)
    children = np.maximum(1, np.bincount(head, minlength=total + 1)[:total])[:, None].astype(np.float32)
    return {k: torch.from_numpy(v) for k, v in dict(x=x, head=head, before=before, after=after, children=children).items()}, offsets

def decode(model, ds, cut=0.5, fillcut=0.5):
    model.eval(); out = [[] for _ in ds]
    with torch.no_grad():
        for s in range(0, len(ds), 64):
            part = ds[s:s + 64]; g, offsets = batch(part, False); h = model.states(g); p = torch.sigmoid(model.trigger(h)).numpy()
            for b, d in enumerate(part):
                n, o = len(d["x"]), offsets[b]
                found = []
                for i, t in sorted(zip(*np.nonzero(p[o:o + n] > LEAST_SEEN)), key=lambda it: -p[o + it[0], it[1]]):
                    at, ty = torch.tensor([i + o]), torch.tensor([t]); name = TYPES[t]
                    told = model.tell(h, at, ty)
                    way = torch.tensor([[paths.get(path(d["r"], int(i), j), 0) for j in range(n)]])
                    f = model.fill(h, told, at, ty, torch.arange(o, o + n)[None], way, torch.ones(1, n, dtype=torch.bool))[0].exp(); told = told[0]
                    mine = [q for q, c in enumerate(CODE) if c[0] == name]
                    c = dict(type=name, trigger=int(i), p=float(p[o + i, t]))
                    c["code"] = CODE[mine[int(told[mine].argmax())]][1]
                    c["certainty"] = CERTAINTY[int(told[len(CODE):len(CODE) + 4].argmax())]
                    for r, role in enumerate(ROLES):
                        need = role == "object" and name in ("attribution", "alias", "affiliation", "impact", "method") or role == "second" and name in ("alias", "affiliation")
                        best = int(f[r, :n].argmax() if need else f[r].argmax())
                        if role == "claimant": c["voice"] = "named" if best < n else "own" if best == n else "goes-on"
                        c[role] = [] if best >= n else [j for j in range(n) if j == best or f[r, j] > 0.25]
                    # two words of one claim share its probability: they have a filler in common
                    same = next((k for k in found if k["type"] == name and (name in ("non-attribution", "denial") or set(k["object"]) & set(c["object"])) and (not k["second"] or set(k["second"]) & set(c["second"]))), None)
                    if same: same["p"] += c["p"]
                    else: found.append(c)
                out[s + b] += [c for c in found if c["p"] > cut]
    return out

def measure(model, ds, show=False):
    got = decode(model, ds); n = collections.defaultdict(collections.Counter); cert = [0, 0]
    for d, cs in zip(ds, got):
        golds = list(d["claims"])
        def key(c, deep):
            k = [c["type"]]
            if deep:
                k += [c["voice"] if c["voice"] != "named" else tuple(c["claimant"][:1])]
                if c["type"] in ("attribution", "alias", "affiliation"): k += [tuple(sorted(c["object"]))]
                if c["type"] in ("alias", "affiliation"): k += [tuple(sorted(c["second"])), c["code"]]
                if c["type"] == "response": k += [c["code"], tuple(sorted(c["object"]))]
            return tuple(k)
        for deep in (False, True):
            a, g = collections.Counter(key(c, deep) for c in cs), collections.Counter(key(c, deep) for c in golds)
            for k in a: n[k[0], deep]["pred"] += a[k]
            for k in g: n[k[0], deep]["gold"] += g[k]
            for k in a & g: n[k[0], deep]["ok"] += (a & g)[k]
        for c in cs:
            for g in golds:
                if c["type"] == g["type"] and c["trigger"] == g["trigger"]: cert[0] += c["certainty"] == g["certainty"]; cert[1] += 1
    f = lambda c: 2 * c["ok"] / max(1, c["pred"] + c["gold"])
    def total(deep, types): 
        t = collections.Counter()
        for k in types: t.update(n[k, deep])
        return t
    core = total(True, TYPES[:6])
    if show:
        for t in TYPES: print("  %-16s gold %4d found F1 %.3f right F1 %.3f" % (t, n[t, True]["gold"], f(n[t, False]), f(n[t, True])))
        print("  core found %.3f right %.3f (P %.3f R %.3f) certainty %d of %d" % (f(total(False, TYPES[:6])), f(core), core["ok"] / max(1, core["pred"]), core["ok"] / max(1, core["gold"]), *cert))
    return f(core)

def step(model, ds):
    g, offsets = batch(ds, True); h = model.states(g); B = len(ds)
    want = torch.zeros(len(h), len(TYPES)); where = [(b, c, y) for b, d in enumerate(ds) for c, y in zip(d["claims"], d["fills"])]
    for b, c, _ in where: want[offsets[b] + c["trigger"], TYPES.index(c["type"])] = 1
    loss = (F.binary_cross_entropy_with_logits(model.trigger(h), want, reduction="none").sum(-1) * (1 + want.amax(-1))).sum() / B
    if where:
        i = torch.tensor([int(offsets[b]) + c["trigger"] for b, c, _ in where]); t = torch.tensor([TYPES.index(c["type"]) for _, c, _ in where])
        told = model.tell(h, i, t)
        codes = torch.full((len(where), len(CODE)), -1e4)
        for m, (_, c, _) in enumerate(where):
            for q, (ty, _) in enumerate(CODE):
                if ty == c["type"]: codes[m, q] = 0
        gold = torch.tensor([CODE.index((c["type"], c["code"])) for _, c, _ in where])
        loss = loss + F.cross_entropy(told[:, :len(CODE)] + codes, gold, reduction="sum") / B
        loss = loss + F.cross_entropy(told[:, len(CODE):len(CODE) + 4], torch.tensor([CERTAINTY.index(c["certainty"]) for _, c, _ in where]), reduction="sum") / B
        L = max(len(y) for _, _, y in where); M = len(where)
        token, way = np.zeros((M, L), np.int64), np.zeros((M, L), np.int64); there, gold = np.zeros((M, L), bool), np.zeros((M, len(ROLES), L + 2), np.float32)
        for m, (b, c, y) in enumerate(where):
            n = len(y); token[m, :n] = np.arange(n) + offsets[b]; way[m, :n] = ds[b]["ways"][c["trigger"]]; there[m, :n] = True
            gold[m, :, :n] = y.T
            gold[m, y.sum(0) == 0, L] = 1
            if c["voice"] != "named": gold[m, 0, :] = 0; gold[m, 0, L + (c["voice"] == "goes-on")] = 1
        if ds: way = way * (np.random.rand(M, L) > 0.05)
        fill = model.fill(h, told, i, t, torch.from_numpy(token), torch.from_numpy(way), torch.from_numpy(there))
        right = torch.logsumexp(fill + torch.log(torch.from_numpy(gold) + 1e-6), 2)
        loss = loss - (right * torch.tensor([1.0, 1.0, 1.0, 0.5, 0.5])).sum() / B
    return loss

model = Labeller(); slow = Labeller(); slow.load_state_dict(model.state_dict()); best, kept = -1, None
opt = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.02)
steps = o.epochs * (len(train) // 512 + 1) * 16; sched = torch.optim.lr_scheduler.OneCycleLR(opt, 3e-3, total_steps=steps, pct_start=0.15)
for epoch in range(o.epochs):
    model.train(); random.shuffle(train); total = 0
    # sentences of like length side by side, so that little is padded
    groups = [sorted(train[s:s + 512], key=lambda d: len(d["x"])) for s in range(0, len(train), 512)]
    parts = [g[s:s + 32] for g in groups for s in range(0, len(g), 32)]; random.shuffle(parts)
    for part in parts:
        opt.zero_grad(); loss = step(model, part); loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5); opt.step(); sched.step(); total += float(loss)
        with torch.no_grad():
            for a, b in zip(slow.parameters(), model.parameters()): a.lerp_(b, 1 - (0.995 if epoch > 2 else 0.9))
    if test and (epoch % 4 == 3 or epoch >= o.epochs - 6):
        got = measure(slow, test); print("epoch %d loss %.3f core right %.3f" % (epoch + 1, total / (len(train) / 32), got), flush=True)
        if got >= best: best, kept = got, {k: v.clone() for k, v in slow.state_dict().items()}
model.load_state_dict(kept or slow.state_dict())
if test: measure(model, test, True)
if o.errors and test:
    with open(o.errors, "w") as e:
        for d, cs in zip(test, decode(model, test)):
            f = d["r"]["forms"]; w = lambda ix: "+".join(f[j] for j in ix)
            line = lambda c: "%s:%s %s %s | %s | %s | %s | %s | %s" % (c["type"], c["code"], c["certainty"], f[c["trigger"]], c["voice"] if c["voice"] != "named" else w(c["claimant"]), w(c["object"]), w(c["second"]), w(c["incident"]), w(c["said"]))
            a, g = {line(c) for c in d["claims"]}, {line(c) for c in cs}
            if a != g:
                print(d["r"]["text"], file=e)
                for l in sorted(a - g): print("   gold", l, file=e)
                for l in sorted(g - a): print("   read", l, file=e)

# --- the file that ships: every row of a matrix as one scale and a byte for each weight
out = open(o.out, "wb")
def integer(v): out.write(struct.pack(">i", v))
def text(v): e = v.encode("utf-8"); out.write(struct.pack(">H", len(e)) + e)
def matrix(m):
    m = m.detach().cpu().float().numpy(); m = m.reshape(1, -1) if m.ndim == 1 else m
    integer(m.shape[0]); integer(m.shape[1])
    for row in m:
        scale = max(1e-9, float(np.abs(row).max()) / 127); out.write(struct.pack(">f", scale)); out.write(np.clip(np.rint(row / scale), -127, 127).astype(np.int8).tobytes())
def layer(l): matrix(l.weight.t()); matrix(l.bias)
integer(KINDS)
for k in range(KINDS):
    names = [w for w, i in sorted(vocab[k].items(), key=lambda e: e[1])]; integer(len(names))
    for w in names: text(w)
    matrix(model.tables[k].weight)
integer(len(words))
for w in words: text(w)
with torch.no_grad(): matrix(vec @ model.vec.weight.t())
integer(LAYERS)
for l in model.layers: layer(l.mix); matrix(l.norm.weight); matrix(l.norm.bias)
layer(model.trigger[0]); layer(model.trigger[3]); layer(model.about); matrix(model.kind.weight); layer(model.told)
layer(model.asks); layer(model.filler); matrix(model.askkind.weight); matrix(model.distance.weight)
integer(len(paths))
for w, _ in sorted(paths.items(), key=lambda e: e[1]): text(w)
matrix(model.path.weight); layer(model.roles)
out.close(); print("written", o.out)
