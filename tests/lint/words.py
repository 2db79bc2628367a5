"""Rules about the words on screen: assets/strings/<language>.<part>.json and the code that says them.

Owns what lint.py calls string_tables, word_keys and words_outside_tables. Which languages there are, and which forms a
count takes in each, is read from assets/strings/languages.json, as the game does.
"""

import json
import re

FOLDER = "assets/strings/"
LANGUAGES = FOLDER + "languages.json"
FORMS = {"one", "few", "many", "other"}
# Names these keys are built from stand in craft: shape.<goal_id>, part.<part_id>.
NAMED_IN_CRAFT = ("shape.", "part.")
SAYING = re.compile(r"\b(?:say|fill|say_count|fill_count|say_now|room_title)\s*\(")
# The second argument of a control is its id, which looks like a key and is none.
CONTROL = re.compile(r"\b((?:icon_)?button|slider|stepper|text_field|toggle|choice|begin_scroll)\s*\(")
SHOWING = re.compile(r"(?:\.text|\btext_size|\btoast|\bbutton|\btoggle|\btext_field|\bstepper)\s*\(")
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
KEY = re.compile(r"[a-z][a-z_0-9]*(?:\.[a-z_0-9]+)+\.?|[a-z][a-z_0-9]*\.")
OTHER_SCRIPTS = re.compile("[\u0400-\u052f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:]? [A-Za-z]{2,}|^[A-Z][a-z]{2,}")
SCREENS = ("game/studio/", "game/town/", "game/main.cpp")
NAME_OF_THE_GAME = "岁岁窑 Sui Sui Kiln"  # on the window, before any language is known
FILE_ENDS = (".json", ".glsl", ".otf", ".sui", ".png", ".broken")


def base_of(key):
    """"street.count" of "street.count.few"; a key without a form is its own."""
    head, _, form = key.rpartition(".")
    return head if head and form in FORMS else key


def holes(text):
    return sorted(set(re.findall(r"\{(\w+)\}", text)))


def code_only(text):
    return re.sub(r"//[^\n]*", "", re.sub(r"/\*.*?\*/", lambda match: "\n" * match.group().count("\n"), text, flags=re.S))


def arguments(text, opening):
    """What stands between the parenthesis at `opening` and the one that closes it."""
    depth, at, quoted = 0, opening, False
    while at < len(text):
        letter = text[at]
        if quoted:
            at += letter == "\\"
            quoted = letter != '"'
        elif letter == '"':
            quoted = True
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth == 0:
                break
        at += 1
    return text[opening + 1:at]


def read_tables(tree):
    """{part: {language: (file, table)}}, the rows of languages.json by id, and what is wrong with the files."""
    faults, parts, languages = [], {}, {}
    for name, text in tree.files.items():
        if not name.startswith(FOLDER) or not name.endswith(".json"):
            continue
        try:
            content = json.loads(text)
        except ValueError as error:
            faults.append((name, 1, f"not JSON: {error}"))
            continue
        match = re.fullmatch(r"([\w-]+)\.(\w+)\.json", name[len(FOLDER):])
        if name == LANGUAGES:
            languages = {row.get("id"): row for row in content.get("languages", []) if isinstance(row, dict)}
        elif match:
            parts.setdefault(match.group(2), {})[match.group(1)] = (name, content)
        else:
            faults.append((name, 1, "is neither languages.json nor <language>.<part>.json"))
    return parts, languages, faults


def table_faults(name, table, forms, wanted, pattern):
    """`wanted`: {base: holes} of the language everything is measured by; `pattern`: which of them are counted."""
    faults, found = [], {}
    for key, text in table.items():
        base = base_of(key)
        found.setdefault(base, set()).add(key[len(base) + 1:])
        if base in wanted and holes(text) != wanted[base]:
            faults.append((name, 1, f"\"{key}\" fills in {holes(text)}, another language {wanted[base]}"))
    for base in sorted(set(wanted) - set(found)):
        faults.append((name, 1, f"lacks \"{base}\", which another language has"))
    for base, has in sorted(found.items()):
        if base in wanted and has != (set(forms) if base in pattern else {""}):
            faults.append((name, 1, f"\"{base}\" comes as {sorted(has)}; this language counts by {forms}"))
    return faults


def string_tables(tree):
    """Every language has the same keys with the same holes, and each counted key in the forms it counts by."""
    parts, languages, faults = read_tables(tree)
    if parts and not languages:
        faults.append((LANGUAGES, 1, "names no languages"))
    for part, tables in parts.items():
        faults += [(FOLDER + f"{id}.{part}.json", 1, "is missing") for id in languages if id not in tables]
        wanted, counted = {}, set()
        for _, table in tables.values():
            for key, text in table.items():
                wanted.setdefault(base_of(key), holes(text))
                if base_of(key) != key:
                    counted.add(base_of(key))
        for id, (name, table) in tables.items():
            if id not in languages:
                faults.append((name, 1, "is of a language languages.json does not name"))
                continue
            faults += table_faults(name, table, languages[id].get("counts", []), wanted, counted)
    return faults


def keys_in(tree):
    """Every literal of the game that may be a key: {literal: (file, line)}, and those surely said."""
    seen, said = {}, {}
    # Screens first: what is said there is held against the tables, what is only named elsewhere is not.
    for name, text in sorted(tree.code("game/"), key=lambda file: not file[0].startswith(SCREENS)):
        text = code_only(text)
        ids = {match.end() + literal.start() for match in CONTROL.finditer(text)
               for literal in [LITERAL.search(arguments(text, match.end() - 1))] if literal}
        for match in LITERAL.finditer(text):
            if match.start() not in ids and not match.group(1).endswith(FILE_ENDS):
                seen.setdefault(match.group(1), (name, text.count("\n", 0, match.start()) + 1))
        for match in SAYING.finditer(text) if name.startswith(SCREENS) else ():
            line = text.count("\n", 0, match.start()) + 1
            # Up to the values: {"n", …} are names of holes.
            for literal in LITERAL.finditer(arguments(text, match.end() - 1).split("{", 1)[0]):
                said.setdefault(literal.group(1), (name, line))
    return seen, said


def word_keys(tree):
    """A key the code says is in the tables, and a key in the tables is said by something."""
    parts, _, _ = read_tables(tree)
    tables = [(name, table) for languages in parts.values() for name, table in languages.values()]
    known = {base_of(key) for _, table in tables for key in table}
    groups = {key.split(".")[0] for key in known if "." in key}
    seen, said = keys_in(tree)
    faults = []
    for literal, (name, line) in seen.items():
        if not name.startswith(SCREENS):
            continue
        like_key = KEY.fullmatch(literal) and literal.split(".")[0] in groups
        if literal.endswith("."):
            missing = like_key and not any(key.startswith(literal) for key in known)
        else:
            missing = (like_key or literal in said) and literal not in known and literal != "" \
                and not literal.startswith(".")
        if missing:
            faults.append((name, line, f"says \"{literal}\", which is in no table of words"))
    prefixes = tuple(literal for literal in seen if literal.endswith(".") and KEY.fullmatch(literal)) + NAMED_IN_CRAFT
    for name, table in tables:
        for base in sorted({base_of(key) for key in table}):
            if base not in seen and not base.startswith(prefixes):
                faults.append((name, 1, f"\"{base}\" is said nowhere in game/"))
    return faults


def words_outside_tables(tree):
    """Nothing a player reads is written in the code of a screen."""
    faults = []
    for name, text in tree.code("game/studio/", "game/town/", "game/engine/"):
        text = code_only(text)
        for match in LITERAL.finditer(text):
            of_characters = text[match.start() - 1:match.start()] == "U"  # a set of them, for breaking lines
            if OTHER_SCRIPTS.search(match.group(1)) and not of_characters and match.group(1) != NAME_OF_THE_GAME:
                line = text.count("\n", 0, match.start()) + 1
                faults.append((name, line, f"\"{match.group(1)}\" belongs in {FOLDER}, where every language has it"))
        for call in SHOWING.finditer(text):
            line = text.count("\n", 0, call.start()) + 1
            for literal in LITERAL.finditer(arguments(text, call.end() - 1)):
                if SENTENCE.search(literal.group(1)):
                    faults.append((name, line, f"shows \"{literal.group(1)}\": it belongs in {FOLDER}"))
    return faults
