# Sourced by ./tingbok for 'scale': builds the module beside the app where its sources have changed, and runs it with Spark's jars, which
# are on nobody else's class path. Uses $home, $jdk, $log, $always and say of the launcher.
scale=$home/scale/target/launcher
if [ ! -f "$scale/built" ] || [ -n "$(find "$home"/core/src/main "$home"/reading/src/main "$home"/store/src/main \
    "$home"/exchange/src/main "$home"/scale/src/main "$home"/scale/pom.xml "$home"/pom.xml -newer "$scale/built" 2>/dev/null | head -n 1)" ]; then
  say "building for Spark, which fetches 280 MB the first time"
  mkdir -p "$scale"
  : >"$scale/built.next"
  rm -f "$scale/built"
  if ! (cd "$home" && JAVA_HOME=$jdk MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" exec mvn -B -Pscale -pl scale -am \
      -Dbuild.folder=target/launcher -Dquick -Dmaven.test.skip -Denforcer.skip -Dspotless.check.skip package) >"$log" 2>&1 </dev/null; then
    grep '^\[ERROR\] ' "$log" | head -n 20 >&2
    say "the build failed, all of it is in $log"
    exit 70
  fi
  # Jars of ours first, then what they need; Spark's own behind, without what ours bring.
  printf '%s:%s' "$scale/tingbok-scale-0.1.0-SNAPSHOT.jar" "$(cat "$scale/runtime.cp")" >"$scale/own.cp"
  tr ':' '\n' <"$scale/own.cp" | sort >"$scale/own.list"
  tr ':' '\n' <"$scale/compile.cp" | sort | comm -23 - "$scale/own.list" | paste -sd: - >"$scale/spark.cp"
  printf '%s\n' "$jdk/bin/java" >"$scale/java"
  "$jdk/bin/java" -cp "$(cat "$scale/spark.cp")" "$home/scale/Options.java" >"$scale/spark.options" 2>>"$log"
  mv "$scale/built.next" "$scale/built"
fi
shift
# shellcheck disable=SC2046,SC2086
exec "$jdk/bin/java" $(cat "$scale/spark.options") $always -Xmx2g ${TINGBOK_JAVA_OPTS:-} \
  "-Dlog4j2.configurationFile=$home/scale/log4j2.properties" -cp "$(cat "$scale/own.cp"):$(cat "$scale/spark.cp")" \
  org.tingbok.scale.Scale "$@"
