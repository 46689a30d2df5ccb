#!/usr/bin/env bash
# Make .venv with everything the project needs, then run COMMAND in it if one is given.
#   ./setup_local.sh [COMMAND ...]
# Set PYTHON to choose the interpreter. Says what it does on stderr; exits with COMMAND's status.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
venv="$root/.venv"
lists=("$root/requirements.txt" "$root/tests/requirements.txt")
supported='import sys; sys.exit(not sys.version_info >= (3, 11))'

say() { printf '%s\n' "$*" >&2; }

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3.14 python3.13 python3.12 python3.11 python3 python; do
        if command -v "$name" >/dev/null 2>&1 && "$name" -c "$supported" 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    say "Weatherman needs Python 3.11 or newer, and none was found on the PATH."
    say "Install one (Debian/Ubuntu: sudo apt-get install python3 python3-venv; macOS: ./setup_m4.sh says how),"
    say "or name it: PYTHON=/path/to/python3.12 $0"
    return 1
}

make_venv() {
    local python=$1
    say "Making .venv with $("$python" --version) ..."
    if ! "$python" -m venv --clear "$venv" >&2; then
        say "That Python cannot make a virtual environment. On Debian/Ubuntu: sudo apt-get install python3-venv"
        return 1
    fi
}

install_packages() {
    say "Installing packages into .venv (a minute or two the first time) ..."
    local arguments=() list
    for list in "${lists[@]}"; do
        arguments+=(-r "$list")
    done
    if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "${arguments[@]}" >&2; then
        say "pip could not install the packages (see above). Nothing else was changed; run $0 again to go on."
        return 1
    fi
}

set_up() {
    local stamp="$venv/.packages" wanted
    if ! "$venv/bin/python" -c "$supported" 2>/dev/null; then
        local python
        python=$(find_python)
        make_venv "$python"
    fi
    wanted=$(cat "${lists[@]}" | cksum)
    if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
        install_packages
        printf '%s\n' "$wanted" >"$stamp"
    fi
}

set_up
if [ $# -eq 0 ]; then
    say "Ready. For example:"
    say "  $0 python scripts/generate_synthetic_tool_data.py --count 10 --mock"
    exit 0
fi
export VIRTUAL_ENV="$venv" PATH="$venv/bin:$PATH"
unset PYTHONHOME
exec "$@"
