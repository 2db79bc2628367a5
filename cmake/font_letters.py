"""Letters the CJK fonts lack, put together from parts they have: ğ ş İ ı of Turkish, ң ү ө of Kyrgyz, č š ž ő of names.

Noto's CJK fonts bring the Russian alphabet and part of Latin Extended-A; a second font would stand beside them in another
hand. Each letter takes the place of a glyph nobody asked for, of the same private dictionary as "a", so that the cutter
keeps its tables whole. Contours of an outline keep their direction; a bar laid over a stroke is filled by the non-zero
rule. Font units throughout.
"""

import unicodedata

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen

# Combining mark: the spacing mark that looks like it.
MARKS = {0x300: 0x60, 0x301: 0xB4, 0x302: 0x2C6, 0x303: 0x2DC, 0x304: 0xAF, 0x306: 0x2D8, 0x307: 0x2D9, 0x308: 0xA8,
         0x30A: 0x2DA, 0x30B: 0x2DD, 0x30C: 0x2C7, 0x327: 0xB8, 0x328: 0x2DB}
BELOW = {0x327, 0x328}


class Outlines:
    def __init__(self, font):
        self.glyphs = font.getGlyphSet()
        self.cmap = font.getBestCmap()
        self.metrics = font["hmtx"].metrics

    def has(self, character):
        return ord(character) in self.cmap

    def advance(self, character):
        return self.metrics[self.cmap[ord(character)]][0]

    def contours(self, character):
        pen = DecomposingRecordingPen(self.glyphs)
        self.glyphs[self.cmap[ord(character)]].draw(pen)
        found = []
        for operation in pen.value:
            if operation[0] == "moveTo":
                found.append([])
            found[-1].append(operation)
        return found


def moved(contours, dx, dy):
    return [[(name, tuple((x + dx, y + dy) for x, y in points)) for name, points in contour] for contour in contours]


def bounds(contours):
    pen = BoundsPen(None)
    for contour in contours:
        for name, points in contour:
            getattr(pen, name)(*points)
    return pen.bounds


def corners(contours):
    return [points[-1] for contour in contours for name, points in contour if points]


def winds_left(contours):
    """Whether the largest contour runs anticlockwise."""
    largest = 0
    for contour in contours:
        points = [point for _, operands in contour for point in operands]
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1]))
        largest = area if abs(area) > abs(largest) else largest
    return largest > 0


def bar(left, bottom, right, top, like):
    path = [(left, bottom), (right, bottom), (right, top), (left, top)]
    if not winds_left(like):
        path.reverse()
    return [[("moveTo", (path[0],)), *[("lineTo", (point,)) for point in path[1:]], ("closePath", ())]]


def sign_of(outlines, mark):
    """The mark alone; where the font has no breve to stand by itself, the one over its ă. None: nowhere."""
    if outlines.has(chr(MARKS[mark])):
        return outlines.contours(chr(MARKS[mark]))
    if mark != 0x306 or not outlines.has("ă"):
        return None
    x_height = bounds(outlines.contours("x"))[3]
    return [contour for contour in outlines.contours("ă") if bounds([contour])[1] > x_height] or None


def marked(outlines, base, mark):
    """`base` with a mark over or under it, as far from it as the spacing mark stands from a small letter."""
    letter = outlines.contours("ı" if base == "i" and outlines.has("ı") else base)
    if base == "i" and not outlines.has("ı"):
        letter = without_dot(letter)
    sign = sign_of(outlines, mark)
    left, _, right, top = bounds(letter)
    sign_left, sign_bottom, sign_right, _ = bounds(sign)
    dx = (right - sign_right) if mark == 0x328 else (left + right - sign_left - sign_right) / 2
    x_height = bounds(outlines.contours("x"))[3]
    is_tall = top > x_height + 60
    dy = 0 if mark in BELOW else max(0, top - x_height - (60 if is_tall else 0))  # over a capital it sits closer
    if mark not in BELOW and sign_bottom + dy < top + 45:
        dy = top + 45 - sign_bottom
    return letter + moved(sign, round(dx), round(dy)), outlines.advance(base)


def without_dot(contours):
    return [contour for contour in contours if bounds([contour])[1] < bounds(contours)[3] * 0.5]


def with_tail(outlines, base, model):
    """н with the tail of ц: ң."""
    letter, tailed = outlines.contours(base), outlines.contours(model)
    right = bounds(letter)[2]
    _, low, tail_right, top = bounds(tailed)
    stem_right = max(x for x, y in corners(tailed) if y > top * 0.6)
    foot = min(y for x, y in corners(tailed) if y > 0 and x < tail_right * 0.8)
    reach = tail_right - stem_right
    tail_left = min(x for x, y in corners(tailed) if y <= low + 2)
    thick = tail_right - tail_left
    edge = right + reach
    return letter + bar(right - thick, 0, edge, foot, letter) + bar(edge - thick, low, edge, foot, letter), \
        outlines.advance(base) + round(reach * 0.6)


def barred(outlines, base):
    """o with a bar across it: ө."""
    letter = outlines.contours(base)
    left, bottom, right, top = bounds(letter)
    _, low, _, high = bounds(outlines.contours("-"))
    half, middle, inset = (high - low) / 2, (bottom + top) / 2, (right - left) * 0.09
    return letter + bar(round(left + inset), round(middle - half), round(right - inset), round(middle + half), letter), \
        outlines.advance(base)


def straight_u(outlines):
    """v on a stem: ү."""
    letter = outlines.contours("v")
    points = corners(letter)
    feet = [x for x, y in points if y < 3]
    middle = (min(feet) + max(feet)) / 2
    low = bounds(outlines.contours("p"))[1]
    stem = max(bounds(outlines.contours("l"))[2] - bounds(outlines.contours("l"))[0], 1)
    if stem > 160:  # a serif's l is as wide as its feet
        stem = round(max(feet) - min(feet) + 70)
    return letter + bar(round(middle - stem / 2), low, round(middle + stem / 2), 60, letter), outlines.advance("v")


def drawn(outlines, character):
    """Contours and advance, or None when its parts are not there either."""
    special = {
        "ı": lambda: (without_dot(outlines.contours("i")), outlines.advance("i")),
        "ң": lambda: with_tail(outlines, "н", "ц"), "Ң": lambda: with_tail(outlines, "Н", "Ц"),
        "ө": lambda: barred(outlines, "о"), "Ө": lambda: barred(outlines, "О"),
        "ү": lambda: straight_u(outlines), "Ү": lambda: (outlines.contours("Y"), outlines.advance("Y")),
    }
    if character in special:
        return special[character]()
    parts = unicodedata.normalize("NFD", character)
    if len(parts) != 2 or not outlines.has(parts[0]) or ord(parts[1]) not in MARKS:
        return None
    return marked(outlines, parts[0], ord(parts[1])) if sign_of(outlines, ord(parts[1])) else None


def add_letters(font, wanted):
    """Draws those of `wanted` the font lacks and can be drawn; returns them."""
    outlines = Outlines(font)
    top = font["CFF "].cff.topDictIndex[0]
    strings, select = top.CharStrings, getattr(top, "FDSelect", None)
    order = font.getGlyphOrder()
    number = {name: index for index, name in enumerate(order)}
    home = select[number[outlines.cmap[ord("a")]]] if select is not None else 0
    private = (top.FDArray[home] if select is not None else top).Private
    kept = {outlines.cmap[ord(c)] for c in wanted if ord(c) in outlines.cmap} | {order[0]}
    spare = (name for name in order if name not in kept and (select is None or select[number[name]] == home))
    added = []
    letters = {character: drawn(outlines, character) for character in sorted(wanted)
               if ord(character) not in outlines.cmap and 0xC0 <= ord(character) < 0x530}
    for character, letter in letters.items():
        if letter is None:
            continue
        contours, advance = letter
        name = next(spare)
        pen = T2CharStringPen(advance - getattr(private, "nominalWidthX", 0), None)
        for contour in contours:
            for operation, points in contour:
                getattr(pen, operation)(*points)
        strings[name] = pen.getCharString(private, top.GlobalSubrs)
        font["hmtx"].metrics[name] = (advance, round(bounds(contours)[0]))
        for table in font["cmap"].tables:
            if table.isUnicode():
                for code in [code for code, used in table.cmap.items() if used == name]:
                    del table.cmap[code]
                table.cmap[ord(character)] = name
        added.append(character)
    return added
