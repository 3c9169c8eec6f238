#!/bin/sh
# pages.sh [CLAIMS [FOLDER [KINDS]]]: makes a ledger of CLAIMS claims (100,000 if left out) of an invented press in FOLDER (the
# temporary folder if left out; one that is there already is taken as it is), serves its pages with 1 GiB of heap, asks every
# kind of page many times and prints how long the answers took. KINDS limits them, for example incident,claim.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 70
command -v mvn >/dev/null || { echo "pages.sh: Maven is needed; no mvn on the PATH" >&2; exit 5; }
folder=${2:-${TMPDIR:-/tmp}}
[ -d "$folder" ] || { echo "pages.sh: no such folder: $folder" >&2; exit 2; }
folder=$(CDPATH='' cd -- "$folder" && pwd -P)
cd "$home" && exec mvn -B -q -Ppages -Dquick -Denforcer.skip -pl benchmarks -am "-Dpages.claims=${1:-100000}" \
  "-Dpages.folder=$folder" "-Dpages.kinds=${3:-all}" process-classes
