#!/usr/bin/env bash
# Opens the window on the sample corpus; without a display, runs the same road headless.
# usage: run.sh BIN DEMO
set -euo pipefail
bin=$1 demo=$2
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/tawatur" open --sample
fi
echo "No display found: running 'tawatur demo $demo' instead of the window."
exec "$bin/tawatur" demo "$demo"
