#!/usr/bin/env bash
# Makes a virtual environment with this checkout installed in place.
# usage: environment.sh PYTHON FOLDER REQUIREMENT
set -euo pipefail
python=$1 folder=$2 requirement=$3

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Tawatur needs Python 3.11 or newer; '$python' is $("$python" -V 2>&1)." >&2
    echo "Name another one: make PYTHON=/path/to/python3.11 …" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
    else
        echo "Python's venv module is missing. Install it first: sudo apt install python3-venv" >&2
        exit 1
    fi
fi
[ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
echo "Installing $requirement into $folder …"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check -e "$requirement"
