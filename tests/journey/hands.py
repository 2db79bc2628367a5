"""A hand on the mouse: real X events through xdotool. Positions are pixels of the screen, times seconds."""

import subprocess


class Hand:
    def __init__(self, display):
        self.display = display

    def _do(self, *words):
        subprocess.run(["xdotool", *[str(word) for word in words]], check=True, timeout=120,
                       env={"DISPLAY": self.display, "PATH": "/usr/bin:/bin"}, stdout=subprocess.DEVNULL)

    def tap(self, at, held=0.12):
        self._do("mousemove", at[0], at[1], "sleep", 0.08, "mousedown", 1, "sleep", held, "mouseup", 1)

    def hold(self, at, seconds):
        self.tap(at, seconds)

    def drag(self, points, seconds, rest=0.25, steps=48):
        """Down at the first point, through the others evenly, a short rest at the end, up."""
        words = ["mousemove", int(points[0][0]), int(points[0][1]), "sleep", 0.1, "mousedown", 1, "sleep", 0.15]
        legs = len(points) - 1
        for step in range(1, steps + 1):
            along = step / steps * legs
            leg = min(int(along), legs - 1)
            part = along - leg
            a, b = points[leg], points[leg + 1]
            words += ["mousemove", round(a[0] + (b[0] - a[0]) * part), round(a[1] + (b[1] - a[1]) * part),
                      "sleep", f"{seconds / steps:.4f}"]
        self._do(*words, "sleep", rest, "mouseup", 1)
