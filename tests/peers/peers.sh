#!/usr/bin/env bash
# Real counterparts for the tests, on loopback: an OpenID provider, a mail server, one on its bad days, a website, two networks
# and a mailbox.
#   peers.sh start FOLDER   prints what the tests read: NAME=VALUE, a line each
#   peers.sh stop FOLDER
# The website, the networks and the mailbox are fetched once into FOLDER, and their stories are left out, loudly, where one cannot start; under CI
# that is a fault.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
verb=$1 folder=$2
. "$here/lib.sh"
oidc=${PEERS_OIDC_PORT:-55486} smtp=${PEERS_SMTP_PORT:-55425} inbox=${PEERS_INBOX_PORT:-55480}
bad=${PEERS_BAD_SMTP_PORT:-55426} kept=${PEERS_BAD_INBOX_PORT:-55427}
redirect=http://127.0.0.1:9/aanmelden/linde/dienst/school/terug   # nobody listens there: the test reads the address
networks=(wordpress snac bluesky imap)

case $verb in
start)
    mkdir -p "$folder"
    starting=()
    # The packages of all at once: apt serves one at a time.
    packages=(curl jq build-essential python3 php-cli php-mysql php-xml php-mbstring php-gd mariadb-server dovecot-imapd python3-aiosmtpd openssl)
    have "${packages[@]}" || echo "the website and the networks may lack packages" >&2
    for network in "${networks[@]}"; do
        mkdir -p "$folder/$network"
        ("$here/$network.sh" start "$folder/$network" >"$folder/$network.env" 2>"$folder/$network.said"; echo $? >"$folder/$network.code") &
        starting+=($!)
    done
    # Whether it is there already is told by the lock file that was installed, not by the folder being there.
    cmp -s "$here/package-lock.json" "$here/node_modules/.installed" || {
        npm ci --prefix "$here" --ignore-scripts --no-audit --no-fund >&2
        cp "$here/package-lock.json" "$here/node_modules/.installed"
    }
    spawn oidc node "$here/provider.mjs" "$oidc" "$redirect"
    spawn mail node "$here/node_modules/maildev/bin/maildev" --ip 127.0.0.1 --web-ip 127.0.0.1 -s "$smtp" -w "$inbox"
    spawn bad-mail node "$here/smtp-faults.mjs" "$bad" "$kept"
    answers "http://127.0.0.1:$kept/"
    answers "http://127.0.0.1:$oidc/.well-known/openid-configuration"
    answers "http://127.0.0.1:$inbox/healthz"
    echo "PLEINWACHT_TEST_OIDC=http://127.0.0.1:$oidc"
    echo "PLEINWACHT_TEST_SMTP=127.0.0.1:$smtp"
    echo "PLEINWACHT_TEST_INBOX=http://127.0.0.1:$inbox"
    echo "PLEINWACHT_TEST_BAD_MAIL='127.0.0.1:$bad http://127.0.0.1:$kept/'"
    # Not the servers themselves, which stay.
    wait "${starting[@]}" || true
    missing=0
    for network in "${networks[@]}"; do
        if [ "$(cat "$folder/$network.code")" = 0 ]; then cat "$folder/$network.env"
        else
            missing=1
            { echo "SKIPPED: $network could not start, so its stories are not told:"; tail -n 20 "$folder/$network.said"; } >&2
        fi
    done
    [ "$missing" = 0 ] || [ -z "${CI:-}" ] || { echo "under CI every network must start" >&2; exit 1; }
    ;;
stop)
    stop_all
    for network in "${networks[@]}"; do "$here/$network.sh" stop "$folder/$network" || true; done
    ;;
*) echo "peers.sh start|stop FOLDER" >&2; exit 2 ;;
esac
