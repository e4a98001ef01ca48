# Shared by the scripts of this folder that start a real network on loopback; source it. `folder` holds everything, also what was
# fetched: from Debian and npm, and from nowhere else.

alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# NAME COMMAND...: in a session of its own, so that it can be stopped with all that it started.
spawn() {
    local name=$1; shift
    alive "$folder/$name.pid" && return
    setsid "$@" >"$folder/$name.log" 2>&1 </dev/null &
    echo $! >"$folder/$name.pid"
}

# Stops what `spawn` started here.
stop_all() {
    local pid
    for pid in "$folder"/*.pid; do
        [ -s "$pid" ] && kill -TERM -- "-$(cat "$pid")" 2>/dev/null || true
        rm -f "$pid"
    done
}

# URL [SECONDS]: waits for the thing itself.
answers() {
    for _ in $(seq $((${2:-60} * 5))); do curl -fsS -o /dev/null -m 2 "$1" 2>/dev/null && return; sleep .2; done
    echo "no answer: $1" >&2; tail -n 40 "$folder"/*.log >&2; return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else echo "this needs root or sudo: $*" >&2; return 1
    fi
}

# PACKAGE...: of this machine's own Debian; a service of theirs is not started.
have() {
    local missing=() one
    for one in "$@"; do
        dpkg-query -W -f='${Status}' "$one" 2>/dev/null | grep -q 'ok installed' || missing+=("$one")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    [ -e /usr/sbin/policy-rc.d ] || as_root sh -c 'printf "#!/bin/sh\nexit 101\n" >/usr/sbin/policy-rc.d; chmod +x /usr/sbin/policy-rc.d'
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "${missing[@]}" >&2
}

# SUITE VERB PACKAGE...: apt over another suite of Debian, with lists and state of its own: the machine's own are left alone.
other_apt() {
    local suite=$1 state=$folder/apt-$1 mirror; shift
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep '/debian/*$' | head -n 1)
    mkdir -p "$state"/lists/partial "$state"/cache/archives/partial
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror%/} $suite main" >"$state/sources.list"
    local apt=(apt-get -qq -o "Dir::Etc::sourcelist=$state/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$state/lists"
        -o "Dir::Cache=$state/cache" -o Dir::State::status=/dev/null -o APT::Sandbox::User=root -o Debug::NoLocking=true
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false)
    [ -n "$(ls "$state"/lists/*Packages* 2>/dev/null)" ] || "${apt[@]}" update >&2
    "${apt[@]}" "$@" >&2
}

# SUITE TO PACKAGE...: these packages alone, taken apart in a folder.
unpacked() {
    local suite=$1 to=$2 one; shift 2
    mkdir -p "$to" "$folder/deb-$suite"
    (cd "$folder/deb-$suite" && other_apt "$suite" download "$@")
    for one in "$folder/deb-$suite"/*.deb; do dpkg-deb -x "$one" "$to"; done
}

# SUITE TO PACKAGE: a package with all that it needs, its own libc too, taken apart in a folder.
unpacked_whole() {
    local suite=$1 to=$2 one; shift 2
    mkdir -p "$to"
    other_apt "$suite" install -d -y --no-install-recommends "$@"
    for one in "$folder/apt-$suite"/cache/archives/*.deb; do dpkg-deb -x "$one" "$to"; done
}
