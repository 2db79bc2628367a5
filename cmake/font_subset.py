"""Cuts a font down to the characters the game can show.

Usage: font_subset.py --font F.ttc --number 2 --out O.otf [--common] [--strings a.json b.json …]

The characters are those found in the string tables, plus Latin, Cyrillic and punctuation, plus, with --common,
GB2312 level 1: the 3,755 Han characters that people's names and pot titles are most likely to need. Level 1 comes
from Python's own codec, so no list is kept. Ready-made "common" sets lack 瓷, 釉 and 坯: the tables bring them.
"""

import argparse
import json
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin, Latin-1, Latin Extended-A
    (0x0400, 0x045F),                    # Cyrillic
    (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x2193), (0x2460, 0x2473),
    (0x3000, 0x3017), (0xFF01, 0xFF5E),  # CJK punctuation, full-width forms
]
SINGLES = "€№™←→↑↓−×÷±≈≤≥°·…—–•●○★☆✓✕□"


def level_one():
    for row in range(16, 56):
        for cell in range(1, 95):
            try:
                yield bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass  # the last row is not full


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def characters(string_files, common):
    found = set(SINGLES)
    for first, last in RANGES:
        found.update(map(chr, range(first, last + 1)))
    if common:
        found.update(level_one())
    for path in string_files:
        with open(path, encoding="utf-8") as file:
            try:
                table = json.load(file)
            except ValueError as error:
                sys.exit(f"{path}: not a string table: {error}")
        for text in strings_in(table):
            found.update(character for character in text if character >= " ")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--font", required=True)
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--out", required=True)
    parser.add_argument("--common", action="store_true")
    parser.add_argument("--strings", nargs="*", default=[])
    args = parser.parse_args()

    wanted = characters(args.strings, args.common)
    font = TTFont(args.font, fontNumber=args.number, lazy=True)
    covered = font.getBestCmap()
    missing = sorted(
        character for path in args.strings for character in characters([path], False)
        if ord(character) >= 0x2E80 and ord(character) not in covered)
    if missing:
        sys.exit(f"{args.font} has no glyph for {''.join(dict.fromkeys(missing))}, which the string tables use")

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]  # the licence travels with the font
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "GPOS", "GSUB", "DSIG"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in wanted])
    cutter.subset(font)
    os.makedirs(os.path.dirname(args.out), exist_ok=True)
    partial = args.out + ".partial"
    subset.save_font(font, partial, options)
    os.replace(partial, args.out)


if __name__ == "__main__":
    main()
