#!/usr/bin/env bash
# A real mailbox on loopback: Dovecot, from Debian. Anybody has a mailbox of their own, by any name and the one password; a name that
# begins with `klein` has little room. aiosmtpd delivers to it, with the name before the @.
#   imap.sh start FOLDER   prints PLEINWACHT_TEST_IMAP: port in the clear, port with TLS, port for delivery, certificate and password, by blanks
#   imap.sh stop FOLDER
set -euo pipefail
verb=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib.sh"
plain=${IMAP_PORT:-55443} sealed=${IMAPS_PORT:-55493} delivery=${IMAP_SMTP_PORT:-55442} word=niet-echt
[ "$verb" = stop ] && { stop_all; rm -rf "${TMPDIR:-/tmp}/pleinwacht-imap-$plain"; exit; }

have dovecot-imapd openssl python3-aiosmtpd
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
# Dovecot's processes have users of their own, and come nowhere near the home of whoever runs the tests.
post=${TMPDIR:-/tmp}/pleinwacht-imap-$plain
mkdir -p "$post"
chmod 755 "$post"
[ -s "$folder/cert.pem" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE -keyout "$folder/key.pem" -out "$folder/cert.pem" 2>/dev/null
# Only root can give the processes their own users; anybody else runs them all as themselves.
me=$(id -un) group=$(id -gn) inner=dovecot login=dovenull
[ "$me" = root ] && { me=mail group=mail; chown mail:mail "$post"; } || { inner=$me login=$me; }
cat >"$folder/dovecot.conf" <<CONF
base_dir = $post/.run
state_dir = $post/.run
log_path = $folder/dovecot.said
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$folder/cert.pem
ssl_key = <$folder/key.pem
disable_plaintext_auth = no
auth_verbose = no
mail_location = maildir:~/Maildir
default_internal_user = $inner
default_login_user = $login
first_valid_uid = 1
mail_max_userip_connections = 100
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:ruimte
}
passdb {
  driver = static
  args = password=$word
}
userdb {
  driver = static
  args = uid=$me gid=$group home=$post/%n quota_rule=%{if;%n;*;klein*;*\:storage=10K;*\:storage=1G}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $plain
  }
  inet_listener imaps {
    port = $sealed
  }
}
service anvil {
  chroot =
}
CONF
spawn dovecot "$(command -v dovecot || echo /usr/sbin/dovecot)" -F -c "$folder/dovecot.conf"
cat >"$folder/deliver.py" <<'PY'
# Delivers each message to the Maildir of whoever it is for.
import asyncio, mailbox, os, sys
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

class To:
    async def handle_DATA(self, server, session, envelope):
        for to in envelope.rcpt_tos:
            name = os.path.basename(to.split('@')[0])
            home = os.path.join(sys.argv[2], name, 'Maildir')
            for part in 'cur', 'new', 'tmp':
                os.makedirs(os.path.join(home, part), exist_ok=True)
            mailbox.Maildir(home).add(envelope.original_content)
        return '250 OK'

class Large(Controller):
    def factory(self):
        return SMTP(self.handler, data_size_limit=80 << 20, enable_SMTPUTF8=True)

Large(To(), hostname='127.0.0.1', port=int(sys.argv[1])).start()
asyncio.new_event_loop().run_forever()
PY
chmod 644 "$folder/cert.pem"; cp "$folder/deliver.py" "$post/.deliver.py"; chmod 644 "$post/.deliver.py"
as=(); [ "$(id -un)" = root ] && as=(setpriv --reuid=mail --regid=mail --clear-groups)
spawn delivery "${as[@]}" /usr/bin/python3 "$post/.deliver.py" "$delivery" "$post"
for port in "$plain" "$sealed" "$delivery"; do
    for _ in $(seq 150); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep .1; done
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "no answer on port $port" >&2; tail -n 20 "$folder"/*.log "$folder"/dovecot.said >&2; exit 1; }
done
echo "PLEINWACHT_TEST_IMAP='$plain $sealed $delivery $folder/cert.pem $word'"
