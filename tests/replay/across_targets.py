"""One busy making has one hash on every target.

Usage: across_targets.py --build BUILD_FOLDER TARGET…      targets: headless release arm64 web
Runs determinism_hash of each target's build and compares what they print. A target that was not built is a failure:
a hash nobody computed proves nothing.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import time

RUN = {
    "headless": ["{build}/headless/determinism_hash"],
    "release": ["{build}/release/determinism_hash"],
    "arm64": ["/usr/bin/qemu-aarch64-static", "{build}/arm64/determinism_hash"],
    "web": ["node", "--no-experimental-fetch", "{build}/web/determinism_hash.js"],
}
TOLD = {"headless": "x86-64, debug", "release": "x86-64, release", "arm64": "arm64 under qemu", "web": "WebAssembly in node"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("targets", nargs="+", choices=list(RUN))
    args = parser.parse_args()

    hashes = {}
    faults = []
    for target in args.targets:
        command = [part.format(build=args.build) for part in RUN[target]]
        if not pathlib.Path(command[-1]).exists():
            faults.append(f"{TOLD[target]}: {command[-1]} is missing; ./check{' --all' if target in ('arm64', 'web') else ''} builds it")
            continue
        begun = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, timeout=600)
        found = re.findall(r"\b[0-9a-f]{16,64}\b", done.stdout)
        if done.returncode != 0 or not found:
            faults.append(f"{TOLD[target]}: exit {done.returncode}: {(done.stderr or done.stdout).strip()[-500:]}")
            continue
        hashes[target] = found
        print(f"{TOLD[target]:22} {' '.join(found)}  {time.monotonic() - begun:.1f} s")
    if len({tuple(found) for found in hashes.values()}) > 1:
        faults.append("the hashes differ: something in game/craft depends on the machine (see the determinism contract)")
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
