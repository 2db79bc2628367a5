"""Rules of the house that a compiler does not hold.

Usage: lint.py RULE [--root FOLDER]      RULE is one of the names in RULES below, or "all"
Prints path:line: what is wrong and what to do. Exit 1 when something is found, 2 on a wrong call.
Each rule is a function from a tree of files to a list of faults; lint_test.py plants a fault for each.
"""

import argparse
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import words  # noqa: E402 (beside this file, from wherever it is called)

CODE = {".cpp", ".h"}
BINARY = {".png", ".ttf", ".otf", ".sui", ".ogg", ".wav"}

# Which folders a folder may include from, besides itself. The longest matching prefix counts.
ARROWS = {
    "game/base": [],
    "game/craft": ["game/base"],
    "game/piece": ["game/base", "game/craft"],
    "game/protocol": ["game/base", "game/craft", "game/piece"],
    "game/engine": ["game/base"],
    "game/ware": ["game/base", "game/craft", "game/engine"],
    "game/shelf": ["game/base", "game/craft", "game/piece", "game/engine"],
    "game/studio": ["game/base", "game/craft", "game/piece", "game/shelf", "game/ware", "game/engine"],
    "game/town/link": ["game/base", "game/craft", "game/piece", "game/protocol"],
    "game/town": ["game/base", "game/craft", "game/piece", "game/protocol", "game/shelf", "game/ware", "game/engine"],
    "game": ["game"],  # main.cpp
    "server/store": ["game/base", "game/craft", "game/piece", "game/protocol"],
    "server/gate": ["game/base", "game/craft", "game/piece", "game/protocol"],
    "server/market": ["game/base", "game/craft", "game/piece", "game/protocol", "server/store", "server/gate"],
    "server/bazaar": ["game/base", "game/craft", "game/piece", "game/protocol", "server/store", "server/gate"],
    "server": ["game/base", "game/craft", "game/piece", "game/protocol", "server"],
    "tools": ["game/base", "game/craft", "game/piece", "tools"],
}

# Third-party headers and the only folders that may see them.
OWNED = {
    r"SDL.*|SDL2/.*": ["game/engine"],
    r"epoxy/.*|GLES.*|GL/.*|EGL/.*": ["game/engine"],
    r"stb/.*|stb_.*": ["game/engine", "tools"],
    r"box2d/.*": ["game/town"],
    r"sqlite3\.h": ["server/store"],
    r"enet/.*": ["server/gate", "game/town/link"],
    r"sodium\.h|sodium/.*": ["game/piece", "game/protocol", "game/shelf", "game/town/link", "server", "server/market", "server/gate", "server/store"],
    r"zstd.*": ["game/piece"],
    r"flatbuffers/.*": ["game/piece", "game/protocol"],
    r"nlohmann/.*": ["game/engine", "game/shelf", "game/studio", "game/town", "server", "server/market", "tools"],
    r"CLI/.*": ["game", "server", "tools"],
    r"spdlog/.*|fmt/.*": ["server", "server/gate", "server/store", "server/market", "server/bazaar"],
}
OWNED_EXACT = {"game", "server"}  # as folders in these tables: main.cpp itself, not the folders below

# craft is pure: these are not to be had there.
CRAFT_HEADERS = re.compile(
    r"chrono|ctime|time\.h|thread|mutex|shared_mutex|atomic|condition_variable|future|random|fstream|iostream|ostream"
    r"|istream|sstream|filesystem|cstdio|stdio\.h|unistd\.h|sys/.*|unordered_map|unordered_set|regex|locale|complex"
    r"|valarray|execution|memory_resource|exception|stdexcept")
CRAFT_CALLS = re.compile(
    r"\b(?:std::)?(?:sinf?|cosf?|tanf?|asinf?|acosf?|atanf?|atan2f?|sinhf?|coshf?|tanhf?|expf?|exp2f?|expm1f?|logf?|log2f?"
    r"|log10f?|log1pf?|powf?|cbrtf?|hypotf?|erff?|tgammaf?|lgammaf?|fmaf?|rand|srand|time|clock|getenv|fopen|printf"
    r"|fprintf)\s*\(")
CRAFT_WORDS = re.compile(
    r"\blong double\b|\bstd::(?:sort|nth_element|partial_sort|reduce|transform_reduce|hash|thread|async|random_device"
    r"|mt19937\w*|unordered_\w+|chrono)\b|\bthread_local\b|\bthrow\b(?!\w)|__DATE__|__TIME__|\bsize_t\s+hash\b")

# Nothing in the repository names a host to fetch from: the machine's own package settings say where packages lie.
ADDRESS = re.compile(r"\b(?:https?|wss?|git|ftp)://([\w.-]+)", re.I)
ADDRESSES_MEANT = re.compile(r"localhost|127\.0\.0\.1|0\.0\.0\.0|(?:www\.)?(?:w3|apache)\.org|(?:[\w.-]+\.)?example(?:\.\w+)?")
HOST = re.compile(r"\b(?:registry|deb|archive|packages?|pypi|proxy|mirrors?|index|files|security|ports|snapshot|repo|cdn)"
                  r"\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:org|com|io|net|dev|cn)\b", re.I)
MACHINE_PATH = re.compile(r"(?<![\w.$}/-])/(?:work|root|home/\w+)/\w")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK|WIP|TBD)\b|\b(?:lorem ipsum|not (?:yet )?implemented|coming soon)\b"
                        r"|\bGTEST_SKIP\b|\bDISABLED_\w|\bplaceholder\b", re.I)
UNFINISHED_CASE = re.compile(r"\b(?:todo|hack|wip|tbd|xxx)\b")  # ordinary lower-case words are let through
LINES_MAX = 800


def without_comments(text):
    """Comments and strings blanked, line numbers kept."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


class Tree:
    """The files git knows or would know, as text; anything else (build folders) is not ours."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        listed = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
        if listed.returncode == 0 and listed.stdout:
            names = listed.stdout.splitlines()
        else:
            names = [str(path.relative_to(root)) for path in self.root.rglob("*") if path.is_file()]
        self.files = {}
        for name in sorted(names):
            path = self.root / name
            if path.suffix in BINARY or name.startswith("build/") or not path.is_file():
                continue
            try:
                self.files[name] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                pass

    def code(self, *prefixes):
        for name, text in self.files.items():
            if pathlib.PurePath(name).suffix in CODE and (not prefixes or name.startswith(prefixes)):
                yield name, text


def prefix_of(name, table):
    found = [prefix for prefix in table if name.startswith(prefix + "/")
             and (prefix not in OWNED_EXACT or name.count("/") == 1)]
    return max(found, key=len) if found else None


def includes(text):
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1)


def arrows(tree):
    faults = []
    for name, text in tree.code("game/", "server/", "tools/"):
        folder = prefix_of(name, ARROWS)
        if folder is None:
            faults.append((name, 1, "this folder has no arrows yet: say in tests/lint/lint.py what it may include"))
            continue
        for number, header in includes(text):
            target = prefix_of(header, ARROWS)
            if target and target != folder and not any(
                    header.startswith(allowed + "/") and (allowed == target or allowed in ("game", "server", "tools"))
                    for allowed in ARROWS[folder]) and not (target.startswith(folder + "/")):
                faults.append((name, number, f"{folder} may not see {header}: arrows point the other way (ARCHITECTURE.md)"))
            for pattern, owners in OWNED.items():
                if not re.fullmatch(pattern, header):
                    continue
                seen = any(name.startswith(owner + "/") and (owner not in OWNED_EXACT or name.count("/") == 1)
                           for owner in owners)
                if not seen:
                    faults.append((name, number, f"{header} belongs to {', '.join(owners)} alone"))
    return faults


def craft_purity(tree):
    faults = []
    for name, text in tree.code("game/craft/"):
        for number, header in includes(text):
            if CRAFT_HEADERS.fullmatch(header):
                faults.append((name, number, f"craft may not include <{header}>: it must give the same bits everywhere"))
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            for match in list(CRAFT_CALLS.finditer(line)) + list(CRAFT_WORDS.finditer(line)):
                faults.append((name, number, f"'{match.group().strip()}' may not be used in craft: see craft/math.h and "
                                             "the determinism contract in ARCHITECTURE.md"))
    return faults


def server_switch(tree):
    faults = []
    for name, text in tree.code():
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(r"\s*#\s*(?:if|ifdef|ifndef|elif).*\b(?:SERVER|SUI_SERVER)\b", line):
                faults.append((name, number, "no server switch in shared code: give the dependency as an argument"))
    return faults


def header_comment(tree):
    faults = []
    for name, text in tree.code("game/", "server/", "tools/"):
        if not name.endswith(".h"):
            continue
        lines = text.splitlines()
        opening = 0
        while opening < len(lines) and lines[opening].startswith("//"):
            opening += 1
        if not 3 <= opening <= 10:
            faults.append((name, 1, f"a header opens with 3 to 10 comment lines (owns, does not do, units); this has {opening}"))
        if "#pragma once" not in lines[opening:opening + 2]:
            faults.append((name, opening + 1, "#pragma once follows the opening comment"))
    return faults


def file_length(tree):
    return [(name, LINES_MAX, f"{text.count(chr(10))} lines; cut it at a seam, {LINES_MAX} is the most")
            for name, text in tree.files.items()
            if text.count("\n") > LINES_MAX and pathlib.PurePath(name).suffix in CODE | {".py", ".mjs", ".sh", ".cmake", ".glsl"}]


def outside_hosts(tree):
    faults = []
    for name, text in tree.files.items():
        if name == "LICENSE" or name.startswith("tests/lint/"):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            named = [match.group(1) for match in ADDRESS.finditer(line) if not ADDRESSES_MEANT.fullmatch(match.group(1))]
            named += [match.group() for match in HOST.finditer(line)]
            faults += [(name, number, f"names the host {host}; use what the machine is configured with") for host in named]
    return faults


def machine_paths(tree):
    return [(name, number, f"'{match.group()}…' exists on one machine only")
            for name, text in tree.files.items() if not name.startswith("tests/lint/")
            for number, line in enumerate(text.splitlines(), 1) for match in MACHINE_PATH.finditer(line)]


def unfinished(tree):
    faults = []
    for name, text in tree.files.items():
        if name.startswith("tests/lint/") or pathlib.PurePath(name).suffix in {".md", ".json"} or name == "LICENSE":
            continue
        for number, line in enumerate(text.splitlines(), 1):
            for match in UNFINISHED.finditer(line):
                if not UNFINISHED_CASE.fullmatch(match.group()):
                    faults.append((name, number, f"'{match.group()}': finish it or leave it out"))
    return faults


RULES = {
    "arrows": arrows,
    "craft_purity": craft_purity,
    "server_switch": server_switch,
    "header_comment": header_comment,
    "file_length": file_length,
    "outside_hosts": outside_hosts,
    "machine_paths": machine_paths,
    "unfinished": unfinished,
    "string_tables": words.string_tables,
    "word_keys": words.word_keys,
    "words_outside_tables": words.words_outside_tables,
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rule", choices=[*RULES, "all"])
    parser.add_argument("--root", default=str(pathlib.Path(__file__).resolve().parents[2]))
    args = parser.parse_args()
    tree = Tree(args.root)
    if not tree.files:
        sys.exit(f"{args.root} holds no files to look at")
    faults = []
    for name in RULES if args.rule == "all" else [args.rule]:
        faults += RULES[name](tree)
    for path, number, what in faults:
        print(f"{path}:{number}: {what}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
