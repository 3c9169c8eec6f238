#!/usr/bin/env bash
# cluster.sh [DOCUMENTS]: a master and two workers of Spark on loopback, the job by spark-submit, one worker killed while it reads, and
# the tables of that compared with what one machine finds (tingbok add, tingbok export). Ends with an error if a cell differs.
set -euo pipefail
cd "$(dirname "$0")/.."
documents=${1:-300}
work=$(mktemp -d)
started=()
stop() {
  status=$?
  for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ $status -eq 0 ]; then rm -rf "$work"; else echo "cluster.sh: failed, logs are in $work" >&2; fi
}
trap stop EXIT

./tingbok scale --help >/dev/null
built=$PWD/scale/target/launcher
java=$(cat "$built/java")
mkdir -p "$work/spark/jars"
# A cluster has Spark's jars; what ours share with it is Spark's there, the rest of ours goes with the job.
shared='/(slf4j-api|jackson-(core|databind|annotations)-2|commons-io)[^/]*$'
{ tr ':' '\n' <"$built/spark.cp"; tr ':' '\n' <"$built/own.cp" | grep -E "$shared"; } |
  while read -r jar; do ln -sf "$jar" "$work/spark/jars/"; done
own=$(tr ':' '\n' <"$built/own.cp" | grep -Ev "$shared" | paste -sd,)
export SPARK_HOME=$work/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1 SPARK_MASTER_HOST=127.0.0.1 JAVA_HOME=${java%/bin/java}
export SPARK_NO_DAEMONIZE=1 SPARK_LOG_DIR=$work
options=$(cat "$built/spark.options")
run() { # a class of Spark with its words
  # shellcheck disable=SC2086
  exec "$java" $options -Xmx512m -Djava.io.tmpdir="$work" -cp "$SPARK_HOME/jars/*" "$@"
}
# Waits until a file has a line of such a kind; whoever writes it is watched.
await() { # FILE PATTERN PROCESS
  until grep -Eq "$2" "$1" 2>/dev/null; do
    kill -0 "$3" 2>/dev/null || { echo "cluster.sh: it ended before '$2'" >&2; tail -n 40 "$1" >&2; exit 1; }
    sleep 0.2
  done
}

./tingbok scale generate --documents "$documents" --seed 7 "$work/corpus"

run org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 >"$work/master.log" 2>&1 &
started+=($!)
await "$work/master.log" 'Starting Spark master at' $!
master=$(sed -n 's#.*Starting Spark master at \(spark://[^ ]*\).*#\1#p' "$work/master.log" | head -1)
for n in 1 2; do
  SPARK_WORKER_DIR=$work/worker$n run org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 --cores 1 \
    --memory 2g --work-dir "$work/worker$n" "$master" >"$work/worker$n.log" 2>&1 &
  started+=($!)
  workers[n]=$!
  await "$work/worker$n.log" 'Successfully registered with master' $!
done

# shellcheck disable=SC2086
"$java" $options -Xmx1g -Djava.io.tmpdir="$work" "-Dlog4j2.configurationFile=$PWD/scale/log4j2.properties" -cp "$SPARK_HOME/jars/*" \
  org.apache.spark.deploy.SparkSubmit --master "$master" --class org.tingbok.scale.Scale --jars "${own#*,}" \
  --conf spark.executor.memory=1500m --conf spark.executor.cores=1 --conf spark.driver.host=127.0.0.1 --conf spark.ui.enabled=false \
  --conf "spark.driver.bindAddress=127.0.0.1" --conf "spark.executor.extraJavaOptions=--enable-native-access=ALL-UNNAMED" \
  "${own%%,*}" read --progress --partitions 12 --ledger "$work/shared.ledger" --to "$work/cluster" "$work/corpus" \
  >"$work/submit.out" 2>"$work/submit.log" &
submit=$!
started+=("$submit")
await "$work/submit.log" 'claims: part [0-9]+ .* done on executor' "$submit"
# The worker whose executor has just read a part; its executor with it, as when a machine is gone.
executor=$(sed -n 's/.*claims: part .* done on executor \([0-9]*\).*/\1/p' "$work/submit.log" | head -1)
for n in 1 2; do
  if ls -d "$work/worker$n"/app-*/"$executor" >/dev/null 2>&1; then victim=$n; fi
done
gone=$(pgrep -P "${workers[$victim]}" || true)
kill -9 "${workers[$victim]}" $gone
echo "killed worker $victim, with executor $executor, while claims were read"
wait "$submit" || { tail -n 60 "$work/submit.log" >&2; exit 1; }
cat "$work/submit.out"

./tingbok add --ledger "$work/one.ledger" "$work/corpus"
./tingbok export --ledger "$work/one.ledger" --format parquet --to "$work/one"
./tingbok scale compare "$work/one" "$work/cluster"
# What the cluster appended, a part of it twice.
./tingbok export --ledger "$work/shared.ledger" --format parquet --to "$work/shared"
./tingbok scale compare "$work/one" "$work/shared"
echo "the same on a cluster that lost a worker as on one machine"
