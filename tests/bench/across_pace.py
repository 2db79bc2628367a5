"""WebAssembly against native, in one run: the same pot thrown again in node and by the release build, turn by turn.

Usage: across_pace.py --build BUILD_FOLDER
Alternates the two, takes the quickest of each, and fails when the browser's is more than 2.5 times the native one.
"""

import argparse
import json
import pathlib
import subprocess
import sys

RATIO_MAX = 2.5
TURNS = 4
RUN = {
    "native": ["{build}/release/rethrow_pace", "3"],
    "web": ["node", "--no-experimental-fetch", "{build}/web/rethrow_pace.js", "3"],
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    args = parser.parse_args()
    quickest = {}
    for _ in range(TURNS):
        for target, command in RUN.items():
            command = [part.format(build=args.build) for part in command]
            if not any(pathlib.Path(part).exists() for part in command[-2:]):
                sys.exit(f"{target}: {command[-2]} is missing; ./check --all builds it")
            done = subprocess.run(command, capture_output=True, text=True, timeout=300)
            if done.returncode != 0:
                sys.exit(f"{target}: exit {done.returncode}: {(done.stderr or done.stdout).strip()[-500:]}")
            took = json.loads(done.stdout)["rethrow_ms"]
            quickest[target] = min(took, quickest.get(target, took))
    ratio = quickest["web"] / quickest["native"]
    print(f"three minutes thrown again: native {quickest['native']:.1f} ms, WebAssembly {quickest['web']:.1f} ms, "
          f"ratio {ratio:.2f} (at most {RATIO_MAX})")
    sys.exit(ratio > RATIO_MAX)


if __name__ == "__main__":
    main()
