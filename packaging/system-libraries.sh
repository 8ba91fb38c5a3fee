#!/usr/bin/env bash
# Installs the system libraries that Qt needs through apt when root, else names them in one message.
# usage: system-libraries.sh offscreen|window
set -euo pipefail
packages=(libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3)
if [ "${1:-offscreen}" = window ]; then
    packages+=(libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1
        libxkbcommon-x11-0)
fi
command -v dpkg-query >/dev/null || exit 0 # not Debian: nothing we could say about its packages
missing=()
for package in "${packages[@]}"; do
    # Newer Debian names libglib2.0-0 with a t64 suffix.
    # dpkg-query fails when it knows only one of the two names: what it printed counts.
    known=$(dpkg-query -W -f '${Status}\n' "$package" "${package}t64" 2>/dev/null || true)
    if ! grep -q 'ok installed' <<<"$known"; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} = 0 ] && exit 0
if [ "$(id -u)" = 0 ]; then
    echo "Installing system libraries: ${missing[*]}"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
else
    echo "Missing system libraries. Install them once, then run this again:" >&2
    echo "  sudo apt install ${missing[*]}" >&2
    exit 1
fi
