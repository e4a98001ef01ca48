#!/usr/bin/env bash
# A PostgreSQL of its own for the tests: in a folder, on loopback, gone with the folder.
#   postgres.sh start FOLDER   prints the address of a database whose user may make schemas, and no more
#   postgres.sh stop FOLDER
set -euo pipefail
verb=$1 folder=$2
port=${PGTEST_PORT:-55482}

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed" >&2; exit 1; }

# The server refuses to run as root.
as_server() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder" "$@"
    else "$@"
    fi
}

start() {
    if [ ! -e "$folder/data/PG_VERSION" ]; then
        mkdir -p "$folder"
        [ "$(id -u)" = 0 ] && chown postgres "$folder"
        as_server "$bin/initdb" -D "$folder/data" -U postgres --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
        # The tests' data may be lost with the machine; what they prove of the store is that it waits for the answer.
        cat >>"$folder/data/postgresql.conf" <<X
max_connections = 300
fsync = off
X
    fi
    as_server "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1 \
        || as_server "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
            -o "-p $port -k $folder -c listen_addresses=127.0.0.1" start >/dev/null
    local sql="$bin/psql -XqAt -h $folder -p $port -U postgres -d postgres"
    [ -n "$(as_server $sql -c "SELECT 1 FROM pg_roles WHERE rolname = 'pleinwacht'")" ] || {
        as_server $sql -c "CREATE ROLE pleinwacht LOGIN" -c "CREATE DATABASE pleinwacht OWNER pleinwacht"
    }
    echo "postgres://pleinwacht@127.0.0.1:$port/pleinwacht"
}

case $verb in
    start) start ;;
    stop) as_server "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true ;;
    *) echo "start or stop" >&2; exit 2 ;;
esac
