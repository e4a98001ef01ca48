#!/usr/bin/env bash
# A real server with the API of Mastodon on loopback: snac, from Debian. It is not Mastodon: it knows no Idempotency-Key, and its limits
# stand in the first version of the instance's description only.
#   snac.sh start FOLDER   prints PLEINWACHT_TEST_MASTODON: address and token, by a blank; and PLEINWACHT_TEST_MASTODON_OTHER: the token of
#                          somebody else there
#   snac.sh stop FOLDER
set -euo pipefail
verb=$1 folder=$2
. "$(dirname "$0")/lib.sh"
port=${SNAC_PORT:-55485} host=127.0.0.1:${SNAC_PORT:-55485}
[ "$verb" = stop ] && { stop_all; exit; }

have curl jq
mkdir -p "$folder"
# Only the newest suite has a version that can delete; it brings a libc of its own.
[ -e "$folder/tree/ready" ] || { unpacked_whole sid "$folder/tree" snac2; touch "$folder/tree/ready"; }
loader=$(ls "$folder"/tree/usr/lib64/ld-linux-x86-64.so.2 "$folder"/tree/usr/lib/ld-linux-aarch64.so.1 2>/dev/null | head -n 1 || true)
libraries=$(ls -d "$folder"/tree/usr/lib/*-linux-gnu | head -n 1)
snac=("$loader" --library-path "$libraries" "$folder/tree/usr/bin/snac")

[ -e "$folder/base/server.json" ] || {
    printf '%s\n%s\n%s\n\nbeheer@school.test\n' 127.0.0.1 "$port" "$host" | "${snac[@]}" init "$folder/base" >&2
    jq '.protocol = "http" | .disable_email_notifications = true | .title = "De Proef"' "$folder/base/server.json" >"$folder/server.json"
    mv "$folder/server.json" "$folder/base/server.json"
}
# The school, and somebody who names it.
for user in school ander; do
    [ -s "$folder/word-$user" ] || printf '%s\n' "$user" | "${snac[@]}" adduser "$folder/base" "$user" 2>&1 | sed -n 's/^User password is //p' >"$folder/word-$user"
done
spawn snac "${snac[@]}" httpd "$folder/base"
answers "http://$host/api/v1/instance"

# As an app does it: it is made known, somebody signs in on the form, and the code becomes a token.
token() {
    local user=$1 back=http://127.0.0.1:9/terug app client code
    app=$(curl -fsS -F client_name=pleinwacht -F redirect_uris=$back -F 'scopes=read write' "http://$host/api/v1/apps")
    client=$(jq -r .client_id <<<"$app")
    code=$(curl -fsS -D- -o /dev/null --data-urlencode "login=$user" --data-urlencode "passwd=$(cat "$folder/word-$user")" --data-urlencode redir=$back \
        --data-urlencode "cid=$client" --data-urlencode state=s "http://$host/oauth/x-snac-login" | tr -d '\r' | sed -n 's/^[Ll]ocation:.*code=\([0-9a-f]*\).*/\1/p')
    curl -fsS -F grant_type=authorization_code -F "code=$code" -F "client_id=$client" -F "client_secret=$(jq -r .client_secret <<<"$app")" \
        -F redirect_uri=$back "http://$host/oauth/token" | jq -r .access_token
}
[ -s "$folder/env" ] || {
    printf "PLEINWACHT_TEST_MASTODON='http://%s %s'\nPLEINWACHT_TEST_MASTODON_OTHER=%s\n" "$host" "$(token school)" "$(token ander)" >"$folder/env"
}
cat "$folder/env"
