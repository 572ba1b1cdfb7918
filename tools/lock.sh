#!/bin/sh
# Writes the lock files anew: hashes for every file, no addresses.
set -eu
cd "$(dirname "$0")/.."
for name in bootstrap run dev s3; do
    .venv/bin/uv pip compile -q --python-version 3.11 --universal --generate-hashes \
        --no-emit-index-url --no-header "requirements/$name.in" -o "requirements/$name.lock" "$@"
done
