#!/usr/bin/env bash
# A real WordPress on loopback: Debian's package under PHP's own server, with a MariaDB of its own. It never calls home.
#   wordpress.sh start FOLDER   prints PLEINWACHT_TEST_WORDPRESS: address, user and application password of an author, by blanks
#   wordpress.sh stop FOLDER
set -euo pipefail
verb=$1 folder=$2
. "$(dirname "$0")/lib.sh"
port=${WORDPRESS_PORT:-55484} at=http://127.0.0.1:${WORDPRESS_PORT:-55484}
[ "$verb" = stop ] && { stop_all; exit; }

have php-cli php-mysql php-xml php-mbstring php-gd mariadb-server curl
mkdir -p "$folder"/{db,sock,content/themes,content/uploads}
tree=$folder/tree/usr/share/wordpress
[ -e "$folder/tree/ready" ] || {
    unpacked trixie "$folder/tree" wordpress wordpress-theme-twentytwentyfive php-getid3 libjs-cropper libjs-lodash libjs-underscore
    rm -f "$tree/.htaccess"
    for from in "$folder/tree/var/lib/wordpress/wp-content" "$tree/wp-content"; do
        [ ! -d "$from" ] || cp -rnL "$from/." "$folder/content/" 2>/dev/null || true
    done
    touch "$folder/tree/ready"
}

# The database server refuses to run as root.
user=$(id -un)
if [ "$(id -u)" = 0 ]; then user=mysql; chmod 755 "$folder"; chown mysql "$folder/db" "$folder/sock"; fi
[ -d "$folder/db/mysql" ] \
    || mariadb-install-db --no-defaults --user="$user" --datadir="$folder/db" --auth-root-authentication-method=normal --skip-test-db >/dev/null
spawn db mariadbd --no-defaults --user="$user" --datadir="$folder/db" --socket="$folder/sock/db" --pid-file="$folder/sock/pid" \
    --skip-networking --innodb-buffer-pool-size=64M --innodb-flush-log-at-trx-commit=0 --performance-schema=OFF
sql=(mariadb --no-defaults -uroot -S "$folder/sock/db")
for _ in $(seq 300); do "${sql[@]}" -e 'SELECT 1' >/dev/null 2>&1 && break; sleep .1; done
"${sql[@]}" -e "CREATE DATABASE IF NOT EXISTS wp CHARACTER SET utf8mb4; CREATE USER IF NOT EXISTS wp@localhost IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO wp@localhost"

# `local` lets application passwords work without TLS; nothing here leaves the machine.
cat >"$tree/wp-config.php" <<P
<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp'); define('DB_HOST', 'localhost:$folder/sock/db');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '$at'); define('WP_SITEURL', '$at'); define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('WP_CONTENT_DIR', '$folder/content'); define('WP_CONTENT_URL', '$at/wp-content');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as \$of) { define(\$of . '_KEY', hash('sha256', \$of)); define(\$of . '_SALT', hash('sha256', "s\$of")); }
\$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', '$tree/'); }
require_once ABSPATH . 'wp-settings.php';
P

# What a web server does: files of the content folder, programs, and everything else to the front page.
cat >"$folder/router.php" <<P
<?php
\$path = rawurldecode(parse_url(\$_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (str_starts_with(\$path, '/wp-content/')) {
    \$file = '$folder/content/' . substr(\$path, 12);
    if (str_contains(\$path, '..') || !is_file(\$file)) { http_response_code(404); exit; }
    header('Content-Type: ' . (mime_content_type(\$file) ?: 'application/octet-stream'));
    readfile(\$file); exit;
}
if (\$path !== '/' && is_file('$tree' . \$path)) { return false; }
\$_SERVER['SCRIPT_NAME'] = \$_SERVER['PHP_SELF'] = '/index.php';
chdir('$tree'); require '$tree/index.php';
P

# The school, and an author with a fresh application password.
cat >"$folder/setup.php" <<P
<?php
define('WP_INSTALLING', true);
\$_SERVER['HTTP_HOST'] = '127.0.0.1:$port'; \$_SERVER['REQUEST_URI'] = '/';
require '$tree/wp-load.php'; require ABSPATH . 'wp-admin/includes/upgrade.php';
add_filter('pre_wp_mail', '__return_true');
if (!is_blog_installed()) {
    wp_install('Basisschool De Proef', 'beheer', 'beheer@school.test', true, '', bin2hex(random_bytes(16)));
    update_option('permalink_structure', '/%postname%/'); update_option('timezone_string', 'Europe/Amsterdam');
}
foreach (['auteur' => 'author', 'redacteur' => 'editor'] as \$name => \$role) {
    \$id = username_exists(\$name) ?: wp_insert_user(['user_login' => \$name, 'user_pass' => bin2hex(random_bytes(16)), 'user_email' => "\$name@school.test", 'role' => \$role]);
    WP_Application_Passwords::delete_all_application_passwords(\$id);
    [\$word] = WP_Application_Passwords::create_new_application_password(\$id, ['name' => 'pleinwacht']);
    \$lines[\$role] = "\$name \$word";
}
file_put_contents('$folder/env', "PLEINWACHT_TEST_WORDPRESS='$at {\$lines['author']}'\nPLEINWACHT_TEST_WORDPRESS_EDITOR='$at {\$lines['editor']}'\n");
P
[ -s "$folder/env" ] && alive "$folder/php.pid" || php -d memory_limit=256M "$folder/setup.php" >&2
PHP_CLI_SERVER_WORKERS=4 spawn php php -d memory_limit=256M -d upload_max_filesize=32M -d post_max_size=33M -d opcache.enable_cli=1 \
    -S "127.0.0.1:$port" -t "$tree" "$folder/router.php"
answers "$at/wp-json/"
cat "$folder/env"
