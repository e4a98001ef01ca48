#!/usr/bin/env bash
# Real counterparts for the tests, on loopback: an OpenID provider and a mail server.
#   peers.sh start FOLDER   prints what the tests read: NAME=VALUE, a line each
#   peers.sh stop FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
verb=$1 folder=$2
oidc=${PEERS_OIDC_PORT:-55486} smtp=${PEERS_SMTP_PORT:-55425} inbox=${PEERS_INBOX_PORT:-55480}
redirect=http://127.0.0.1:9/aanmelden/linde/dienst/school/terug   # nobody listens there: the test reads the address

alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# NAME COMMAND...: in a session of its own, so that it can be stopped with all that it started.
spawn() {
    local name=$1; shift
    alive "$folder/$name.pid" && return
    setsid "$@" >"$folder/$name.log" 2>&1 </dev/null &
    echo $! >"$folder/$name.pid"
}

# URL: waits for the thing itself.
answers() {
    for _ in $(seq 300); do curl -fsS -o /dev/null -m 2 "$1" 2>/dev/null && return; sleep .1; done
    echo "no answer: $1" >&2; cat "$folder"/*.log >&2; return 1
}

case $verb in
start)
    mkdir -p "$folder"
    # Whether it is there already is told by the lock file that was installed, not by the folder being there.
    cmp -s "$here/package-lock.json" "$here/node_modules/.installed" || {
        npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund >&2
        cp "$here/package-lock.json" "$here/node_modules/.installed"
    }
    spawn oidc node "$here/provider.mjs" "$oidc" "$redirect"
    spawn mail node "$here/node_modules/maildev/bin/maildev" --ip 127.0.0.1 --web-ip 127.0.0.1 -s "$smtp" -w "$inbox"
    answers "http://127.0.0.1:$oidc/.well-known/openid-configuration"
    answers "http://127.0.0.1:$inbox/healthz"
    echo "PLEINWACHT_TEST_OIDC=http://127.0.0.1:$oidc"
    echo "PLEINWACHT_TEST_SMTP=127.0.0.1:$smtp"
    echo "PLEINWACHT_TEST_INBOX=http://127.0.0.1:$inbox"
    ;;
stop)
    for pid in "$folder"/*.pid; do
        [ -s "$pid" ] && kill -TERM -- "-$(cat "$pid")" 2>/dev/null || true
        rm -f "$pid"
    done
    ;;
*) echo "peers.sh start|stop FOLDER" >&2; exit 2 ;;
esac
