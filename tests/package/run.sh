#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs a build into an empty folder, builds another project against it, and runs both.
# usage: run.sh BUILD_FOLDER SOURCE_FOLDER EXTRA_CXX_FLAGS
set -eu
build=$1 source=$2 flags=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake --install "$build" --prefix "$work/installed" >/dev/null
cmake -S "$source/tests/package" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$work/installed" -DCMAKE_CXX_FLAGS="$flags" >/dev/null
cmake --build "$work/build" >/dev/null
"$work/build/uses_assize"
# The installed command finds its data beside itself, not in the source folder.
cd "$work"
env -u ASSIZE_DATA "$work/installed/bin/assize" init project --example husky-ai --quiet
env -u ASSIZE_DATA "$work/installed/bin/assize" check project
