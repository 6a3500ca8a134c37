#!/usr/bin/env bash
# A Spark standalone cluster of one master and two workers, each a process of its own that listens on 127.0.0.1 alone, from the jars
# that Maven has: no Spark distribution is needed.
#
#   cluster.sh home DIR    links Spark's jars into DIR/jars, so that DIR serves as SPARK_HOME
#   cluster.sh start DIR   does so, starts the cluster and prints the address of its master
#   cluster.sh stop DIR    ends the processes that start has started
#
# DIR also has the processes' ids and logs. The environment may set SPARK_CLASSPATH (the jars, between colons; else Maven is asked),
# WORKER_CORES (1) and WORKER_MEMORY (1g).
set -Eeuo pipefail

usage() { sed -n '5,7s/^# *//p' "$0" >&2; exit 2; }
[ $# -eq 2 ] || usage
here=$(cd "$(dirname "$0")" && pwd)
command=$1
mkdir -p "$2"
home=$(cd "$2" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

link() {
  mkdir -p "$home/jars"
  local jars=${SPARK_CLASSPATH:-}
  if [ -z "$jars" ]; then
    mvn -q -f "$here/../../pom.xml" -pl connectors/spark -am test-compile dependency:build-classpath \
      -Dmdep.includeScope=provided -Dmdep.outputFile="$home/classpath-\${project.artifactId}.txt" >&2
    jars=$(cat "$home/classpath-grassroots-kpi-spark.txt")
  fi
  local jar
  IFS=: read -ra all <<<"$jars"
  for jar in "${all[@]}"; do
    # Ours are not Spark's: an application brings them.
    case $jar in */grassroots-kpi-*) ;; *.jar) ln -sf "$jar" "$home/jars/" ;; esac
  done
}

# Starts a daemon: its name, its class, its arguments.
daemon() {
  local name=$1
  shift
  SPARK_HOME=$home SPARK_LOCAL_IP=127.0.0.1 SPARK_LOCAL_HOSTNAME=127.0.0.1 SPARK_SCALA_VERSION=2.13 \
    "$java" -Xmx512m -cp "$home/jars/*" "$@" </dev/null >"$home/$name.log" 2>&1 &
  echo $! >"$home/$name.pid"
}

# Waits until a log has a line, and prints what its pattern captures.
await() {
  local name=$1 pattern=$2 found
  for _ in $(seq 1 600); do
    found=$(sed -nE "s/.*$pattern.*/\1/p" "$home/$name.log" | head -n 1)
    if [ -n "$found" ]; then
      echo "$found"
      return
    fi
    kill -0 "$(cat "$home/$name.pid")" 2>/dev/null || break
    sleep 0.2
  done
  echo "The $name has not started; the end of $home/$name.log:" >&2
  tail -n 20 "$home/$name.log" >&2
  exit 1
}

stop() {
  local file pid
  for file in "$home"/*.pid; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    # Its number may be another's by now.
    if tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$home/jars"; then
      kill "$pid" 2>/dev/null || true
      while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
    fi
    rm "$file"
  done
}

case $command in
  home) link ;;
  start)
    stop
    link
    trap stop ERR INT TERM
    daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0
    master=$(await master 'Starting Spark master at (spark:[^ ]+)')
    for number in 1 2; do
      daemon "worker$number" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
        --cores "${WORKER_CORES:-1}" --memory "${WORKER_MEMORY:-1g}" --work-dir "$home/work$number" "$master"
    done
    for number in 1 2; do
      await "worker$number" 'Successfully (registered) with master' >/dev/null
    done
    trap - ERR INT TERM
    echo "$master"
    ;;
  stop) stop ;;
  *) usage ;;
esac
