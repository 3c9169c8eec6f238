#!/bin/sh
# pile.sh [DOCUMENTS [DELIVERY]]: puts invented reports in order, 100,000 if left out, story by story and incident by incident, with 1 GiB of
# heap, and prints at each tenth what a document cost. Incidents are brought up to date after each delivery, of 1,000 if left out.
set -u
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P) || exit 70
command -v mvn >/dev/null || { echo "pile.sh: Maven is needed; no mvn on the PATH" >&2; exit 5; }
cd "$home" && exec mvn -B -q -Ppile -Dquick -Denforcer.skip -pl benchmarks -am "-Dpile.documents=${1:-100000}" \
  "-Dpile.batch=${2:-1000}" process-classes
