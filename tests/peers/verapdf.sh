#!/usr/bin/env bash
# veraPDF, the validator of PDF/A, as a command: FOLDER/verapdf FLAVOUR FILE..., where a flavour is 2b, 3b, 3a, ua1.
#   verapdf.sh start FOLDER   prints the path of that command
# Its own installer comes from nowhere that a test may fetch from; its classes with all their profiles travel in a package of npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
verb=$1 folder=$2
. "$here/lib.sh"
[ "$verb" = start ] || exit 0

command -v javac >/dev/null || have default-jdk-headless
have libjaxb-java
mkdir -p "$folder/classes"
[ -e "$folder/node_modules" ] \
    || npm install --prefix "$folder" --no-save --ignore-scripts --no-audit --no-fund @opendataloader/pdf@2.5.11 >&2
jar=$(find "$folder/node_modules" -name '*.jar' | head -n 1)
[ -n "$jar" ] || { echo "veraPDF is not in its package" >&2; exit 1; }
debian=$(ls /usr/share/java/{jaxb-runtime,jaxb-impl,jaxb-core,jaxb-api,istack-commons-runtime,txw2,javax.activation,FastInfoset,stax-ex}.jar 2>/dev/null | paste -sd:)
[ -e "$folder/classes/VeraPdf.class" ] || javac -cp "$jar" -d "$folder/classes" "$here/VeraPdf.java" >&2
cat >"$folder/verapdf" <<X
#!/bin/sh
exec java -Djava.util.logging.config.file=/dev/null -cp '$jar:$debian:$folder/classes' VeraPdf "\$@"
X
chmod +x "$folder/verapdf"
echo "$folder/verapdf"
