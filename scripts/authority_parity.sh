#!/bin/sh
# Holds the backends to each other: installs and builds when that is needed, then see `parity.mjs`.
set -eu

cd "$(dirname "$0")/.."
case " $* " in *" -h "* | *" --help "*) exec node scripts/parity.mjs --help ;; esac
node scripts/install.mjs
node scripts/build.mjs --if-needed
exec node scripts/parity.mjs "$@"
