#!/usr/bin/env bash
# fuzz.sh TARGET SECONDS: throws inputs that coverage guides (Jazzer) at one parser or importer for that long, beginning with
# what is kept in app/src/test/resources/fuzz/TARGET. What breaks it lies in target/fuzz/TARGET as crash-… or timeout-…;
# copy it into the kept folder, where every build tries it again.
# fuzz.sh                 lists the targets.
# fuzz.sh TARGET SECONDS --keep   puts the smallest set of inputs that reaches as much into the kept folder afterwards.
set -euo pipefail
cd "$(dirname "$0")"
kept=app/src/test/resources/fuzz
if [ $# -lt 2 ]; then
  echo "fuzz.sh TARGET SECONDS [--keep], of the targets:" >&2
  ls "$kept" >&2
  exit 2
fi
target=$1
seconds=$2
[ -d "$kept/$target" ] || { echo "fuzz.sh: no target $target" >&2; exit 2; }
root=$PWD
work=$root/target/fuzz/$target
path=$root/target/fuzz/class-path
mkdir -p "$work/corpus"
if [ ! -s "$path" ] || [ -n "${FUZZ_BUILD:-}" ]; then
  mvn -B -q -Pfuzz -pl app -am -Denforcer.skip -Dspotless.check.skip test-compile dependency:build-classpath \
    -Dmdep.outputFile="$path" -Dmdep.includeScope=test
fi
java=$({ ls -d "${JAVA_HOME:-/nowhere}"/bin/java /usr/lib/jvm/*25*/bin/java 2>/dev/null || true; } | head -1)
jvm=(-Xmx2g -XX:+EnableDynamicAgentLoading -Dfuzz.target="$target" -cp "$root/app/target/test-classes:$root/app/target/classes:$(cat "$path")")
options=(--target_class=org.tingbok.app.fuzz.FuzzTarget --instrumentation_includes='org.tingbok.**:org.apache.pdfbox.**:org.apache.fontbox.**:org.jsoup.**:org.apache.james.**:org.netpreserve.**:tools.jackson.**'
  --keep_going=20 --reproducer_path="$work")
cd "$work"
status=0
"$java" "${jvm[@]}" com.code_intelligence.jazzer.Jazzer "${options[@]}" -max_total_time="$seconds" -timeout=120 -rss_limit_mb=4096 \
  -max_len=8192 -artifact_prefix="$work/" -print_final_stats=1 "$work/corpus" "$root/$kept/$target" >"$work/log" 2>&1 || status=$?
if [ "${3:-}" = --keep ]; then
  mkdir -p "$work/least"
  "$java" "${jvm[@]}" com.code_intelligence.jazzer.Jazzer "${options[@]}" -merge=1 -max_len=2048 "$work/least" "$root/$kept/$target" \
    "$work/corpus" >"$work/merge-log" 2>&1 || true
  find "$work/least" -type f -size -3k -printf '%s %p\n' | sort -n | head -40 | while read -r _ file; do
    cp "$file" "$root/$kept/$target/$(basename "$file" | cut -c1-12)"
  done
fi
grep -E 'stat::number_of_executed_units|stat::new_units_added|== Java Exception|== libFuzzer crashing|DEDUP_TOKEN|Done [0-9]+ runs' "$work/log" || true
find "$work" -maxdepth 1 \( -name 'crash-*' -o -name 'timeout-*' -o -name 'oom-*' \) | sed 's/^/find: /'
exit $status
