# The phases of ./check. Each builds one preset and runs its tests; a phase that fails does not stop the next.
# Tests carry labels: journey (real programs, real input), bench, lint, fuzz, slow (release only). Sourced by ./check
# after steps.sh.

configure_step() {  # configure_step <preset>: only when there is no build yet; ninja re-runs CMake by itself
  # ./play may have made the release build without tests.
  [ -f "build/$1/build.ninja" ] && ! grep -q '^SUI_TESTS:BOOL=OFF' "build/$1/CMakeCache.txt" || build_step "$1_configure" "Configuring the $1 build" cmake --preset "$1" -DSUI_TESTS=ON
}
compile_step() {  # compile_step <preset> <what> [targets…]
  local preset=$1 what=$2
  shift 2
  build_step "$preset""_build" "Building $what" cmake --build --preset "$preset" -j "$jobs" ${1:+--target "$@"}
}

phase_headless() {
  configure_step headless && compile_step headless "the rules, the server and their tests (debug, without a window)" &&
    test_step headless_tests "Testing them" --test-dir build/headless -j "$jobs" -LE 'journey|bench|lint|fuzz|targets|slow'
}

# With --all the sanitizers' build runs the same tests, asserts on and more: of this one only the hash is wanted.
phase_debug_hash() {
  configure_step headless && compile_step headless "the debug hash" determinism_hash
}

phase_release() {
  configure_step release && compile_step release "the game, the server and all tests (as people play them)" || return
  test_step release_tests "Testing them" --test-dir build/release -j "$jobs" -LE 'journey|bench|fuzz|targets'
  ctest --test-dir build/release -N -L bench 2>/dev/null | grep -q 'Test *#' &&
    test_step release_bench "Measuring, one program at a time" --test-dir build/release -L bench --verbose
  test_step release_journey "Playing the journey: two potters, a server, real windows under Xvfb" --test-dir build/release -L journey
}

phase_web() {
  configure_step web && compile_step web "the game for the browser" || return
  test_step web_tests "Playing in headless Chromium at 390×844 with touch" --test-dir build/web
  step web_sizes "Measuring the download" platform/web/sizes.sh build/web && sed 's/^/    /' build/logs/web_sizes.log
}

phase_arm64() {
  configure_step arm64 && compile_step arm64 "the rules for arm64" || return
  test_step arm64_tests "Testing them under qemu" --test-dir build/arm64 -j "$jobs" -LE 'journey|bench|lint|fuzz|targets|slow'
}

phase_asan() {
  configure_step asan && compile_step asan "with the address and undefined-behaviour sanitizers" || return
  test_step asan_tests "Testing under them" --test-dir build/asan -j "$jobs" -LE 'journey|bench|lint|fuzz|targets|slow'
}

phase_tsan() {  # only what sees a thread: the rules do not (tests/lint holds them to it)
  configure_step tsan && compile_step tsan "the server with the thread sanitizer" threaded_tests || return
  test_step tsan_tests "Testing under it" --test-dir build/tsan -j "$jobs" -L threads
}

phase_fuzz() {
  [ -f build/asan/build.ninja ] || return
  test_step fuzz "Feeding the decoders nonsense, 20 s each" --test-dir build/asan -j "$jobs" -L fuzz
}

sources() { git ls-files -co --exclude-standard '*.h' '*.cpp' | grep -v '^tests/lint/'; }
format_check() { sources | xargs -P "$jobs" -n 8 clang-format-16 --dry-run --Werror; }
phase_style() {
  check_step format "Looking at the formatting (clang-format)" format_check
  [ -f build/release/compile_commands.json ] &&
    check_step tidy "Looking for likely bugs (clang-tidy; files seen before are skipped)" \
      /usr/bin/python3 tests/lint/tidy.py --build build/release --jobs "$jobs"
}

phase_determinism() {  # phase_determinism native|every: one busy making, one hash on every target built in this run
  local told="debug and release"
  [ "$1" = native ] || told="debug, release, arm64 and WebAssembly"
  test_step determinism "Comparing one making's hash: $told" --test-dir build/release -L "targets_$1" --verbose
  grep -oE '(x86-64|arm64|WebAssembly).* +[0-9a-f]{16}.*|three minutes thrown again.*' build/logs/determinism.log |
    sed 's/^/    /'
}
