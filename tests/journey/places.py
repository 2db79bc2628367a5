"""Where controls lie, read from the game's own headers, so that a tap here is a tap there.

The studio's places are functions of the screen (game/studio/layout.h); what the journey needs of them is worked out here
for 390 x 844 from the constants named there. The town's are constants (game/town/layout.h).
"""

import re

from screen import Rect

WIDTH, HEIGHT = 390, 844


def town_places(header):
    with open(header, encoding="utf-8") as file:
        text = file.read()
    places = {}
    for name, numbers in re.findall(r"inline constexpr Rect (k\w+)\{([^}]*)\}", text):
        places[name] = Rect(*[float(number) for number in numbers.split(",")])
    for name, number in re.findall(r"\b(k\w+) = (-?[0-9.]+)f?[,;]", text):
        places.setdefault(name, float(number))
    return places


class StudioPlaces:
    """game/studio/layout.h at 390 x 844."""

    def __init__(self, header):
        with open(header, encoding="utf-8") as file:
            self.text = file.read()
        margin = self._constant("kMargin")
        self.primary = self._bottom_rect("primary", margin)
        self.home_start = self._bottom_rect("home_start", margin)
        half = (self.home_start.w - 12) // 2
        self.home_shelf = Rect(self.home_start.x, self.home_start.y + self.home_start.h + 14, half, 56)
        self.home_bazaar = self.home_shelf.moved(half + 12)
        self.slider = self._bottom_rect("slider_row", margin)
        beside = re.search(r"primary_beside_tools\(Rect safe\) \{.*?c\.x \+ (\d+), bottom\(safe\) - (\d+).*?, (\d+)\};", self.text, re.S)
        left, up, high = (int(number) for number in beside.groups())
        self.beside_tools = Rect(left, HEIGHT - up, WIDTH - left - margin, high)
        cards = re.search(r"choice\(Rect safe.*?bottom\(safe\) - (\d+), width, (\d+)\}", self.text, re.S)
        up, high = (int(number) for number in cards.groups())
        wide = (WIDTH - 2 * margin - 24) / 3
        self.choice = [Rect(margin + index * (wide + 12), HEIGHT - up, wide, high) for index in range(3)]
        dip = re.search(r"dip_hold\(Rect safe.*?bottom\(safe\) - (\d+), (\d+), (\d+)\}", self.text, re.S)
        up, wide, high = (int(number) for number in dip.groups())
        self.dip = Rect((WIDTH - wide) / 2, HEIGHT - up, wide, high)
        tool = re.search(r"tool\(Rect safe.*?\+ (\d+) \+ ([\d.]+)f .*?- (\d+)\}", self.text, re.S)
        first, step, up = (float(number) for number in tool.groups())
        self.tool = [(int(first + step * index), int(HEIGHT - up)) for index in range(2)]
        self.back = (40, 44)
        self.workspace = Rect(0, 92, WIDTH, HEIGHT - 92 - 192)

    def _constant(self, name):
        return float(re.search(rf"{name} = ([0-9.]+);", self.text).group(1))

    def _bottom_rect(self, name, margin):
        found = re.search(rf"{name}\(Rect safe\) \{{.*?bottom\(safe\) - (\d+), .*?, (\d+)\}};", self.text, re.S)
        up, high = (int(number) for number in found.groups())
        return Rect(margin, HEIGHT - up, WIDTH - 2 * margin, high)
