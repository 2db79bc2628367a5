# What ./play and ./check share: telling what happens, installing Debian packages, timed steps, counted tests.
# Sourced, not run. Logs go to build/logs, times to build/times.tsv (date, command, step, seconds, outcome).
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$here" || exit 1
mkdir -p build/logs
command_name=$(basename "$0")
started_s=$SECONDS
passed=0 failed=0 failures=()
jobs=$(nproc)
memory_kb=$(awk '/MemAvailable/ {print $2}' /proc/meminfo 2>/dev/null || echo 4000000)
[ "$((memory_kb / 1200000))" -ge "$jobs" ] || jobs=$((memory_kb / 1200000 > 0 ? memory_kb / 1200000 : 1))
export CCACHE_BASEDIR=$here CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=time_macros
export CTEST_OUTPUT_ON_FAILURE=1 PYTHONDONTWRITEBYTECODE=1

say() { printf '%s\n' "$*"; }
stop() { printf '\n%s: %s\n' "$command_name" "$*" >&2; exit 1; }

seconds_as_text() { [ "$1" -lt 60 ] && printf '%d s' "$1" || printf '%d min %02d s' "$(($1 / 60))" "$(($1 % 60))"; }

# step <name> <sentence> <command…>: runs it with its output in build/logs/<name>.log, shows that it moves, times it.
# On failure shows the end of the log and returns the command's status.
step() {
  local name=$1 sentence=$2 log=build/logs/$1.log begun=$SECONDS shown=$SECONDS every=30 status line
  shift 2
  [ -t 1 ] && every=1
  say "· $sentence …"
  "$@" >"$log" 2>&1 </dev/null &
  local pid=$!
  current_step_pid=$pid
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    if [ $((SECONDS - shown)) -ge "$every" ]; then
      shown=$SECONDS
      line=$(tail -c 400 "$log" | tr '\r' '\n' | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c1-100)
      if [ -t 1 ]; then printf '\r\033[K    %s' "$line"; else say "    $(seconds_as_text $((SECONDS - begun))): $line"; fi
    fi
  done
  wait "$pid"; status=$?
  current_step_pid=
  [ -t 1 ] && printf '\r\033[K'
  printf '%s\t%s\t%s\t%d\t%s\n' "$(date -u +%FT%TZ)" "$command_name${mode:+ $mode}" "$name" $((SECONDS - begun)) "$status" >>build/times.tsv
  if [ "$status" -eq 0 ]; then
    [ $((SECONDS - begun)) -lt 2 ] || say "    done in $(seconds_as_text $((SECONDS - begun)))"
  else
    tail -n "${log_lines:-60}" "$log" | sed 's/^/    | /'
    say "    FAILED after $(seconds_as_text $((SECONDS - begun))); the whole log is $log"
  fi
  return "$status"
}
end_step() { [ -z "${current_step_pid:-}" ] || kill "$current_step_pid" 2>/dev/null; }

# check_step: a step that counts as one test.
check_step() {
  if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); failures+=("$1"); return 1; fi
}
# build_step: a step that must work for what follows; counted only when it fails.
build_step() {
  step "$@" || { failed=$((failed + 1)); failures+=("$1"); return 1; }
}
# test_step <name> <sentence> <ctest arguments…>: counts every test that CTest ran.
test_step() {
  local name=$1 sentence=$2 status closing
  shift 2
  step "$name" "$sentence" ctest --no-tests=error "$@"
  status=$?
  closing=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests? failed out of [0-9]+' "build/logs/$name.log" | tail -n 1)
  if [ -n "$closing" ]; then
    local bad all
    bad=$(sed -E 's/.*passed, ([0-9]+) tests?.*/\1/' <<<"$closing")
    all=$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$closing")
    passed=$((passed + all - bad)) failed=$((failed + bad))
    say "    $((all - bad)) of $all tests passed"
    [ "$bad" -eq 0 ] || failures+=("$name")
  elif [ "$status" -ne 0 ]; then
    failed=$((failed + 1)); failures+=("$name: no test ran")
  fi
  return "$status"
}

# A phase that passed is not run again while no file of ours has changed: second runs take seconds.
tree_key() {
  { git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path './build/*' -not -path './.git/*'; } |
    grep -v '\.md$' | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum 2>/dev/null | sha256sum | cut -c1-32
}
# run_phase <name> <function> [arguments…]
run_phase() {
  local name=$1 key= count=0 failed_before=$failed passed_before=$passed
  shift
  mkdir -p build/passed
  [ -n "${key_of_tree:-}" ] || key_of_tree=$(tree_key)
  [ ! -f "build/passed/$name" ] || read -r key count <"build/passed/$name"
  if [ -z "${again:-}" ] && [ "$key" = "$key_of_tree" ]; then
    say "· $name: nothing has changed since its $count tests passed; not run again"
    passed=$((passed + count))
    return
  fi
  rm -f "build/passed/$name"
  "$@"
  [ "$failed" -ne "$failed_before" ] || echo "$key_of_tree $((passed - passed_before))" >"build/passed/$name"
}

closing_summary() {
  say ""
  [ ${#failures[@]} -eq 0 ] || say "What failed: ${failures[*]}. Logs are in build/logs."
  say "$command_name${mode:+ $mode} took $(seconds_as_text $((SECONDS - started_s))); times of every step are in build/times.tsv."
  printf '%s\t%s\t%s\t%d\t%d\n' "$(date -u +%FT%TZ)" "$command_name${mode:+ $mode}" whole $((SECONDS - started_s)) "$((failed > 0))" >>build/times.tsv
  say "$passed passed, $failed failed"
}

# ---- packages -----------------------------------------------------------------------------------------------------
packages_of() {  # packages_of <group…>: those of the groups that are not installed
  local group package instead wanted here_or_any
  wanted=" $* "
  here_or_any="^($(dpkg --print-architecture)|all) installed$"  # a package may be there for arm64 as well
  while read -r group package instead; do
    case $group in ''|'#'*) continue ;; esac
    [[ $wanted == *" $group "* ]] || continue
    if [[ ${instead:-} == command:* ]] && command -v "${instead#command:}" >/dev/null; then continue; fi
    local there=$here_or_any
    [[ $package == *:* ]] && there="^${package#*:} installed$"
    dpkg-query -W -f '${Architecture} ${db:Status-Status}\n' "$package" 2>/dev/null | grep -qE "$there" || printf '%s ' "$package"
  done <"$here/platform/linux/packages.txt"
}

# need_packages <free MB> <group…>: installs what is missing, or stops with a sentence that says what to do.
need_packages() {
  local room_mb=$1 missing root=() free_mb log=build/logs/packages.log
  shift
  if [ "${SUISUI_NO_INSTALL:-}" ]; then say "· Installing nothing, as SUISUI_NO_INSTALL asks"; return 0; fi
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || stop "this is not a Debian system (there is no apt-get). \
Install what platform/linux/packages.txt lists by your system's names for it, then run SUISUI_NO_INSTALL=1 ./$command_name."
  missing=$(packages_of "$@")
  [ -n "${missing// /}" ] || return 0
  say "· Missing packages: $missing"
  free_mb=$(df -Pm /usr | awk 'NR == 2 {print $4}')
  [ "$free_mb" -ge "$room_mb" ] || stop "the disk has $free_mb MB free and about $room_mb MB are needed. Make room and run ./$command_name again."
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "packages must be installed as root and there is no sudo. As root, run: apt-get install --no-install-recommends $missing"
    if ! sudo -n true 2>/dev/null; then
      [ -t 0 ] || stop "packages must be installed and sudo would ask for a password, but there is no terminal. Run: sudo apt-get install --no-install-recommends $missing"
      say "  Installing needs your password:"
      sudo true || stop "sudo refused. Ask an administrator to run: apt-get install --no-install-recommends $missing"
    fi
    root=(sudo)
  fi
  if [[ $missing == *:arm64* ]] && ! dpkg --print-foreign-architectures | grep -qx arm64; then
    "${root[@]}" dpkg --add-architecture arm64 || stop "dpkg could not add the arm64 architecture."
  fi
  # A source that does not answer is named by the install, if it matters.
  log_lines=5 step package_lists "Reading Debian's package lists" "${root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -q
  # shellcheck disable=SC2086
  if ! log_lines=15 step packages "Installing $(wc -w <<<"$missing") packages" "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install -q -y --no-install-recommends $missing; then
    if grep -qiE 'no space left|not enough free space|have enough free space' "$log"; then stop "the disk is full. Make room (about $room_mb MB) and run ./$command_name again."; fi
    if grep -qiE 'temporary failure|could not resolve|could not connect|connection (failed|timed out|refused)|network is unreachable' "$log" build/logs/package_lists.log; then
      stop "Debian's package servers cannot be reached. Check the network and run ./$command_name again."; fi
    if grep -qi 'unable to locate package' "$log"; then
      stop "this system's package sources lack $(grep -oiE 'unable to locate package .*' "$log" | sed 's/.*package //' | sort -u | tr '\n' ' '). They must offer Debian 12's main section."; fi
    stop "apt-get could not install the packages; build/logs/packages.log says why."
  fi
}
