"""Cuts a font down to the characters the game can show.

Usage: font_subset.py --font F.ttc --number 2 --out O.otf [--han] [--hangul names|all] [--headings] [--strings a.json b.json …]

The characters are those found in the string tables, plus Latin, Cyrillic and punctuation, plus what people's names and
pot titles are most likely to need: with --han, GB2312 level 1, 3,755 Han characters; with --hangul all, the 2,350
syllables of KS X 1001, with names, those of Korean names. Level 1 and KS X 1001 come from Python's own codecs, so no
list is kept. Ready-made "common" sets lack 瓷, 釉 and 坯: the tables bring them. With --headings, words that are never
set as a heading bring nothing: what the duck says, reasons, refusals and notices; should one be, the other face lends
its letters. What a font lacks of Latin and Cyrillic is drawn from its parts (font_letters.py); what the tables use and
nobody can draw is an error.
"""

import argparse
import json
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

from font_letters import add_letters

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin, Latin-1, Latin Extended-A
    (0x0218, 0x021B),                    # Romanian
    (0x0400, 0x045F),                    # Cyrillic
    (0x2010, 0x2027), (0x2030, 0x203A), (0x2190, 0x2193), (0x2460, 0x2473),
    (0x3000, 0x3017), (0xFF01, 0xFF5E),  # CJK punctuation, full-width forms
]
# The Chinese face sets quotation marks and apostrophes as wide as a Han character; our Chinese uses 「」 instead.
LATIN_FACE = 1
# Family names and given names, by how often they are heard.
NAME_SYLLABLES = (
    "가강건겨경계고곡공곽광교구국군권규근금기길김나남노누다단달담대덕도돈동두라란람래려련령로록룡류륜률리린림"
    "마만말매맹명모목묘무문미민바박반방배백범법변별병보복봉부분비빈빛사산삼상새샘서석선설섬섭성세소솔송수숙순"
    "술숭슬승시식신실심아안애양어언엄에여연열염엽영예오옥온옹완왕요용우욱운웅원월위유육윤율은을음의이익인일임"
    "자장재전점정제조존종좌주준중지진차찬창채천철청초촌총최추춘출충치태택통판팔편평포표풍피필하학한함해향허헌"
    "혁현형혜호홍화환황회효후훈휘휴흥희히")
SENTENCES = ("hint.", "coach.", "refusal.", "notice.", "mint.", "paint.", "settings.assist.")
REASONS = (".why", ".note")
SINGLES = "ңҢүҮөӨ€№™←→↑↓−×÷±≈≤≥°·…—–•●○★☆✓✕□"


def level_one():
    for row in range(16, 56):
        for cell in range(1, 95):
            try:
                yield bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312")
            except UnicodeDecodeError:
                pass  # the last row is not full


def strings_in(value, headings=False):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if not (headings and (key.startswith(SENTENCES) or key.endswith(REASONS))):
                yield from strings_in(inner, headings)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner, headings)


def hangul(which):
    if which == "names":
        yield from NAME_SYLLABLES
    elif which == "all":
        for row in range(0xB0, 0xC9):
            for cell in range(0xA1, 0xFF):
                yield bytes([row, cell]).decode("euc_kr")


def take_glyphs(font, collection, number, wanted):
    """Another face's glyphs for `wanted`; the faces of a collection share their outlines."""
    other = TTFont(collection, fontNumber=number, lazy=True).getBestCmap()
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({ord(character): other[ord(character)] for character in wanted if ord(character) in other})


def characters(string_files, han=False, syllables=None, headings=False):
    found = set(SINGLES)
    for first, last in RANGES:
        found.update(map(chr, range(first, last + 1)))
    if han:
        found.update(level_one())
    found.update(hangul(syllables))
    for path in string_files:
        with open(path, encoding="utf-8") as file:
            try:
                table = json.load(file)
            except ValueError as error:
                sys.exit(f"{path}: not a string table: {error}")
        for text in strings_in(table, headings):
            found.update(character for character in text if character >= " ")
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--font", required=True)
    parser.add_argument("--number", type=int, default=0)
    parser.add_argument("--out", required=True)
    parser.add_argument("--han", action="store_true")
    parser.add_argument("--headings", action="store_true")
    parser.add_argument("--hangul", choices=["names", "all"])
    parser.add_argument("--strings", nargs="*", default=[])
    args = parser.parse_args()

    wanted = characters(args.strings, args.han, args.hangul, args.headings)
    font = TTFont(args.font, fontNumber=args.number, lazy=True)
    if args.number != LATIN_FACE:
        take_glyphs(font, args.font, LATIN_FACE, "‘’“”")
    add_letters(font, wanted)
    covered = font.getBestCmap()
    missing = sorted(character for character in characters(args.strings, headings=args.headings) - characters([])
                     if ord(character) not in covered)
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
