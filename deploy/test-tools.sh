#!/bin/sh
# Installs what the tests use besides Python packages: Debian's Chromium, PostgreSQL and w3m, and, where Node
# is there, the packages that build the chat element (the built file is compared with the committed one).
# What can't be installed is said; the tests that need it are then skipped, with the same reason.
set -eu

here=$(dirname "$0")/..
if command -v npm >/dev/null 2>&1 && [ ! -d "$here/widget/node_modules" ]; then
    echo "== Pakete für den Bau des Chats werden installiert"
    npm --prefix "$here/widget" ci --silent --no-audit --no-fund ||
        echo "== npm ist gescheitert: der gebaute Chat wird nicht mit den Modulen verglichen."
fi

missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v w3m >/dev/null 2>&1 || missing="$missing w3m"
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
