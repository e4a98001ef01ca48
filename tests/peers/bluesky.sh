#!/usr/bin/env bash
# A real server of the AT protocol on loopback: the reference PDS with a directory of identities, both from npm. They forget everything
# when they stop.
#   bluesky.sh start FOLDER   prints PLEINWACHT_TEST_BLUESKY: address, handle and app password, by blanks
#   bluesky.sh stop FOLDER
set -euo pipefail
verb=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)/bluesky
. "$here/../lib.sh"
port=${BLUESKY_PORT:-55487} plc=${BLUESKY_PLC_PORT:-55488}
[ "$verb" = stop ] && { stop_all; exit; }

have curl jq build-essential python3
mkdir -p "$folder"
# It wants a newer Node than Debian has: Node's own npm package, with its headers, and the one module that must be compiled for it.
newer=$(echo "$here"/node_modules/node-linux-*)
cmp -s "$here/package-lock.json" "$here/node_modules/.installed" || {
    npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund --prefer-offline >&2
    newer=$(echo "$here"/node_modules/node-linux-*)
    PATH=$newer/bin:$PATH npm rebuild better-sqlite3 --prefix "$here" --nodedir="$newer" >&2
    cp "$here/package-lock.json" "$here/node_modules/.installed"
}
if ! alive "$folder/bluesky.pid"; then rm -rf "$folder/data" "$folder/env"; fi
LOG_ENABLED=false spawn bluesky "$newer/bin/node" "$here/server.mjs" "$port" "$plc" "$folder/data"
at=http://localhost:$port
answers "$at/xrpc/_health" 120
[ -s "$folder/env" ] || {
    ask() { curl -fsS -H 'Content-Type: application/json' "${@:3}" -d "$2" "$at/xrpc/com.atproto.server.$1"; }
    token=$(ask createAccount '{"handle":"deproef.test","email":"web@deproef-school.nl","password":"niet-echt"}' | jq -r .accessJwt)
    word=$(ask createAppPassword '{"name":"pleinwacht"}' -H "Authorization: Bearer $token" | jq -r .password)
    echo "PLEINWACHT_TEST_BLUESKY='$at deproef.test $word'" >"$folder/env"
}
cat "$folder/env"
