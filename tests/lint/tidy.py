"""clang-tidy over game/, server/ and tools/, skipping files that were clean before and have not changed.

Usage: tidy.py --build BUILD_FOLDER [--jobs N] [FILE…]
A file's key is what the preprocessor makes of it, its comments (NOLINT lives there) and the settings, so a changed
header re-checks exactly the files that see it. Clean keys are kept in the user's cache folder.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OURS = ("game/", "server/", "tools/")


def clang_arguments(entry):
    """The compiler's arguments without the compiler, its launcher and its outputs."""
    words = shlex.split(entry["command"])
    while not words[0].endswith(("++", "g++-12", "clang++-16", "c++")):
        words = words[1:]
    kept, skip = [], False
    for word in words[1:]:
        if skip or word == "-c":
            skip = False
        elif word in ("-o", "-MF", "-MT"):
            skip = True
        elif word not in ("-MD", "-MMD"):
            kept.append(word)
    return kept


def key_of(entry, settings):
    made = subprocess.run(["clang++-16", *clang_arguments(entry), "-E", "-w"], cwd=entry["directory"], capture_output=True)
    if made.returncode != 0:
        return None  # clang-tidy will say why
    text = pathlib.Path(entry["file"]).read_bytes()
    return hashlib.sha256(settings + made.stdout + text).hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("files", nargs="*")
    args = parser.parse_args()

    entries = {}
    for entry in json.loads((pathlib.Path(args.build) / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        name = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else ""
        if name.startswith(OURS) and (not args.files or name in args.files):
            entries[name] = entry
    if not entries:
        sys.exit(f"{args.build} compiles nothing of {', '.join(OURS)}")

    version = subprocess.run(["clang-tidy-16", "--version"], capture_output=True, check=True).stdout
    settings = (ROOT / ".clang-tidy").read_bytes() + version
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "suisui-kiln" / "tidy"
    cache.mkdir(parents=True, exist_ok=True)

    def look_at(name):
        entry = entries[name]
        key = key_of(entry, settings)
        if key and (cache / key).exists():
            return name, True, ""
        done = subprocess.run(["clang-tidy-16", "--quiet", f"--header-filter=^{ROOT}/(game|server|tools)/", "-p", args.build, entry["file"]], capture_output=True, text=True)
        if done.returncode == 0 and key:
            (cache / key).touch()
        return name, done.returncode == 0, done.stdout + (done.stderr if done.returncode else "")

    faults = []
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for done, (name, clean, told) in enumerate(pool.map(look_at, sorted(entries)), 1):
            print(f"[{done}/{len(entries)}] {name}", flush=True)
            if not clean:
                faults.append(told)
    for told in faults:
        print(told)
    print(f"{len(entries) - len(faults)} of {len(entries)} files are clean")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
