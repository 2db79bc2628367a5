#!/bin/bash
# Builds the browser's third-party libraries once and keeps them outside the repository.
#
# Usage: dependencies.sh          prints, as its last line, the folder with include/ and lib/
# Sources are Debian's own source packages, fetched through a private apt configuration made from this machine's
# configured package sources, so nothing of the machine's is changed. Header-only libraries are copied from the
# installed -dev packages: a WebAssembly compiler must never see all of /usr/include.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() { echo "web dependencies: $*" >&2; exit 1; }
say() { echo "web dependencies: $*" >&2; }

emcc_version=$(dpkg-query -W -f '${Version}' emscripten 2>/dev/null) || fail "Debian's emscripten is missing; run ./check --all, which installs it."
key=$(cat "$here/dependencies.sh" "$here/dependencies/CMakeLists.txt" "$here/toolchain.cmake" <(echo "$emcc_version") | sha256sum | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/suisui-kiln
prefix=$cache/web-$key
if [ -f "$prefix/complete" ]; then
  echo "$prefix"
  exit 0
fi
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9  # two builds started together: the second waits and finds the work done
[ ! -f "$prefix/complete" ] || { echo "$prefix"; exit 0; }
work=$cache/web-$key.partial
rm -rf "$work" "$prefix"
mkdir -p "$work/apt/parts" "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/fetched" "$work/src"

# Every "deb" source this machine has, as "deb-src".
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
  [ -f "$file" ] || continue
  sed -nE 's/^[[:space:]]*deb[[:space:]]+(.*)/deb-src \1/p' "$file" | grep -v 'cdrom:' > "$work/apt/parts/$(basename "$file" .list)-src.list" || true
done
for file in /etc/apt/sources.list.d/*.sources; do
  [ -f "$file" ] || continue
  sed -E 's/^Types:.*/Types: deb-src/' "$file" > "$work/apt/parts/$(basename "$file" .sources)-src.sources"
done
apt=(-o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$work/apt/parts" -o "Dir::State::lists=$work/apt/lists"
     -o "Dir::Cache=$work/apt/cache" -o "APT::Sandbox::User=$(id -un)")
say "reading the lists of Debian's source packages"
# Sources other than Debian's may have no source packages: one of them failing is no reason to stop.
apt-get "${apt[@]}" update -qq >"$work/apt/log" 2>&1 || say "some package sources did not answer (see $work/apt/log)"

fetch() {  # fetch <source package> <folder>
  local package=$1 folder=$2 archive
  say "fetching $package"
  (cd "$work/fetched" && apt-get "${apt[@]}" source -qq --download-only "$package" >>"$work/apt/log" 2>&1) \
    || (cd "$work/fetched" && apt-get "${apt[@]}" source -qq --download-only --tar-only "$package" >>"$work/apt/log" 2>&1) \
    || fail "the source package $package cannot be fetched. Is the network up? The log is $work/apt/log"
  archive=$(find "$work/fetched" -name "${package}_*.orig.tar.*" ! -name '*.asc' | head -n 1)
  [ -n "$archive" ] || fail "the source package $package has no upstream archive"
  mkdir -p "$work/src/$folder"
  tar -xf "$archive" -C "$work/src/$folder" --strip-components=1
}
fetch libsdl2 sdl2
fetch box2d box2d
fetch libsodium sodium
fetch libzstd zstd

say "compiling SDL2, Box2D, libsodium and zstd to WebAssembly (about two minutes)"
cmake -S "$here/dependencies" -B "$work/build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_C_FLAGS_RELEASE= -DCMAKE_CXX_FLAGS_RELEASE= -DSUI_SOURCES="$work/src" -DCMAKE_INSTALL_PREFIX="$work/out" >"$work/build.log" 2>&1 \
  && cmake --build "$work/build" >>"$work/build.log" 2>&1 && cmake --install "$work/build" >>"$work/build.log" 2>&1 \
  || { tail -n 30 "$work/build.log" >&2; fail "the build failed; the whole log is $work/build.log"; }

for header in nlohmann CLI flatbuffers stb; do
  [ -d "/usr/include/$header" ] || fail "/usr/include/$header is missing; run ./check --all, which installs it."
  cp -r "/usr/include/$header" "$work/out/include/"
done
touch "$work/out/complete"
mv "$work/out" "$prefix"
rm -rf "$work"
find "$cache" -maxdepth 1 -name 'web-*' ! -name "web-$key" -mtime +14 -exec rm -rf {} +
say "ready in $prefix"
echo "$prefix"
