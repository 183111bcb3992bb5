#!/bin/sh
# Installs what the tests use besides Python packages: Debian's Chromium and PostgreSQL.
# What can't be installed is said; the tests that need it are then skipped, with the same reason.
set -eu

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "== Für die Tests wird installiert:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    if apt-get -qq update && apt-get -qq install -y --no-install-recommends $missing >/dev/null; then
        exit 0
    fi
fi
echo "== Nicht vorhanden und hier nicht zu installieren:$missing. Die Tests damit werden übersprungen."
echo "   Als root: apt-get install$missing"
