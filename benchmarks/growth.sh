#!/bin/sh
# growth.sh [CLAIMS [FOLDER]]: lets a ledger grow to 10,000, 100,000 … CLAIMS claims (1,000,000 if left out) and prints at
# each size how fast it took them, how long questions take, and how much room it needs. 10,000,000 claims need some 20 GB
# of disk in FOLDER (the temporary folder if left out), 2 GiB of heap, and most of an hour.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 70
command -v mvn >/dev/null || { echo "growth.sh: Maven is needed; no mvn on the PATH" >&2; exit 5; }
folder=${2:-${TMPDIR:-/tmp}}
[ -d "$folder" ] || { echo "growth.sh: no such folder: $folder" >&2; exit 2; }
folder=$(CDPATH='' cd -- "$folder" && pwd -P)
cd "$home" && exec mvn -B -q -Pgrowth -Dquick -Denforcer.skip -pl benchmarks -am "-Dgrowth.claims=${1:-1000000}" \
  "-Dgrowth.folder=$folder" process-classes
