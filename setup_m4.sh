#!/usr/bin/env bash
# The same as setup_local.sh for an Apple-silicon Mac: finds an arm64 Python first.
#   ./setup_m4.sh [COMMAND ...]
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

[ "$(uname -s)" = Darwin ] || fail "setup_m4.sh is for Apple-silicon Macs; on this machine use ./setup_local.sh"
# Under Rosetta uname -m says x86_64 on an arm64 Mac; hw.optional.arm64 tells the hardware.
[ "$(sysctl -n hw.optional.arm64 2>/dev/null || true)" = 1 ] ||
    fail "This Mac has an Intel processor; use ./setup_local.sh"

# Succeeds where $1 is a native Python 3.11 or newer; sets rosetta where it is an Intel build of one.
rosetta=""
is_usable() {
    local machine
    machine=$("$1" -c 'import platform, sys; print(platform.machine() if sys.version_info >= (3, 11) else "old")' 2>/dev/null) || return 1
    [ "$machine" != x86_64 ] || rosetta=$1
    [ "$machine" = arm64 ]
}

find_python() {
    local version candidate
    for version in 3.14 3.13 3.12 3.11; do
        for candidate in "/opt/homebrew/bin/python$version" \
            "/Library/Frameworks/Python.framework/Versions/$version/bin/python$version" \
            "$(command -v "python$version" 2>/dev/null || true)"; do
            if [ -n "$candidate" ] && is_usable "$candidate"; then
                python=$candidate
                return 0
            fi
        done
    done
    return 1
}

if [ -n "${PYTHON:-}" ] && is_usable "$(command -v "$PYTHON" || true)"; then
    python=$PYTHON
elif ! find_python; then
    if [ -n "$rosetta" ]; then
        say "$rosetta is an Intel Python that runs under Rosetta: it would be slow and get Intel packages."
    else
        say "No Python 3.11 or newer was found."
    fi
    fail "Install a native one: 'brew install python@3.13' with the Homebrew in /opt/homebrew," \
        "or the macOS installer from https://www.python.org/downloads/, then run ./setup_m4.sh again."
fi
# An environment that an Intel Python made stays Intel for ever: begin anew.
if [ -x "$root/.venv/bin/python" ] && ! is_usable "$root/.venv/bin/python"; then
    say "The .venv here was made by an Intel or old Python; making it anew."
    rm -rf "$root/.venv"
fi
export PYTHON=$python
exec "$root/setup_local.sh" "$@"
