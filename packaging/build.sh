#!/usr/bin/env bash
# Builds dist/tawatur (one folder, runs without Python) and from it dist/tawatur_VERSION_ARCH.deb.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
"$bin/python" -m pip install --quiet --disable-pip-version-check "pyinstaller>=6.10"
"$bin/python" -m PyInstaller --noconfirm --log-level WARN packaging/tawatur.spec

version=$("$bin/python" -c 'from importlib.metadata import version; print(version("tawatur"))')
architecture=$(dpkg --print-architecture)
root=build/deb
rm -rf "$root"
install -d "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
    "$root/usr/share/mime/packages" "$root/usr/share/icons/hicolor/scalable/apps" \
    "$root/usr/share/doc/tawatur"
cp -a dist/tawatur "$root/opt/tawatur"
ln -s /opt/tawatur/tawatur "$root/usr/bin/tawatur"
install -m 644 packaging/debian/tawatur.desktop "$root/usr/share/applications/"
install -m 644 packaging/debian/tawatur.xml "$root/usr/share/mime/packages/"
install -m 644 resources/icons/tawatur.svg "$root/usr/share/icons/hicolor/scalable/apps/"
install -m 644 LICENSE "$root/usr/share/doc/tawatur/copyright"
cat resources/licences/* >>"$root/usr/share/doc/tawatur/copyright"
cat >"$root/DEBIAN/control" <<CONTROL
Package: tawatur
Version: $version
Section: text
Priority: optional
Architecture: $architecture
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libglib2.0-0 | libglib2.0-0t64, libgl1, libegl1, libfontconfig1, libxkbcommon0, libdbus-1-3, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libxcb-xkb1, libxkbcommon-x11-0
Maintainer: Tawatur maintainers <maintainers@tawatur.invalid>
Description: read Arabic news, mark claims and reconcile them across outlets
 Tawatur is a desktop program for analysts who read Arabic news offline: they
 highlight claims, link names to entities, and review side by side what outlets
 tell differently. Every verdict is kept with its author, time and reason.
CONTROL
deb="dist/tawatur_${version}_${architecture}.deb"
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null
echo "dist/tawatur: $(du -sh dist/tawatur | cut -f1)"
echo "$deb: $(du -h "$deb" | cut -f1)"
