"""Turns assets/icons/*.svg into the table game/engine/icons.cpp reads: one path for each file.

The icons are drawn on a 24 by 24 grid with one stroke width, so of SVG only this is known: <path> with M L Q C Z in
absolute coordinates and <circle>, each either stroked (the default) or filled with currentColor. Anything else ends the
build with the file's name.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree

SVG = "{http://www.w3.org/2000/svg}"
WANTED = {"viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor", "stroke-width": "1.8",
          "stroke-linecap": "round", "stroke-linejoin": "round"}
NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}


def fail(file, why):
    sys.exit(f"{file}: {why}")


def is_filled(file, shape):
    paint = (shape.get("fill"), shape.get("stroke"))
    if paint not in ((None, None), ("currentColor", "none")):
        fail(file, f"a shape is painted {paint}: either leave both out or fill with currentColor and stroke none")
    return paint[0] is not None


def path_of(file, shape):
    drawing = shape.get("d", "")
    if re.search(r"[^MLQCZ0-9. ]", drawing):
        fail(file, f'path "{drawing}" has more than M L Q C Z and positive numbers')
    words = []
    for command, numbers in re.findall(r"([MLQCZ])([0-9. ]*)", drawing):
        numbers = numbers.split()
        if len(numbers) != NUMBERS[command]:
            fail(file, f"{command} has {len(numbers)} numbers, not {NUMBERS[command]}")
        words.append(command + " ".join(numbers))
    if not words or words[0][0] != "M":
        fail(file, "a path begins with M")
    filled = is_filled(file, shape)
    if filled and words[-1] != "Z":
        fail(file, "a filled path ends with Z")
    return ("F " if filled else "") + " ".join(words)


def circle_of(file, shape):
    try:
        numbers = [float(shape.get(name, "")) for name in ("cx", "cy", "r")]
    except ValueError:
        fail(file, "a circle has no cx, cy and r")
    return ("D " if is_filled(file, shape) else "O ") + " ".join(f"{number:g}" for number in numbers)


def drawing_of(file):
    try:
        root = xml.etree.ElementTree.parse(file).getroot()
    except xml.etree.ElementTree.ParseError as error:
        fail(file, f"is no XML: {error}")
    for name, value in WANTED.items():
        if root.get(name) != value:
            fail(file, f'{name} is "{root.get(name)}", the house draws with "{value}"')
    shapes = {SVG + "path": path_of, SVG + "circle": circle_of}
    for shape in root:
        if shape.tag not in shapes:
            fail(file, f"<{shape.tag.removeprefix(SVG)}> is not drawn here: path and circle are")
    return " ".join(shapes[shape.tag](file, shape) for shape in root)


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    files = sorted(folder.glob("*.svg"))
    if not files:
        fail(folder, "has no icons")
    lines = [f"// From {folder.name}/*.svg, one case each: an icon without a file does not compile."]
    for file in files:
        name = "k" + "".join(word.capitalize() for word in file.stem.split("_"))
        lines += [f"case Icon::{name}:", f'  return "{drawing_of(file)}";']
    out.write_text("\n".join(lines) + "\n")


main()
