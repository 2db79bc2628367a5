"""Looks at a virtual X screen the way a person would: by its pixels. Xvfb keeps the screen in a file we map.

Owns reading, asking (shares of a colour, steadiness, differences) and PNG pictures; presses nothing. Standard library
only. Positions are pixels of the screen, colours 0xrrggbb.
"""

import mmap
import os
import struct
import zlib


class Rect:
    def __init__(self, x, y, w, h):
        self.x, self.y, self.w, self.h = int(x), int(y), int(w), int(h)

    def moved(self, dx, dy=0):
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by):
        return Rect(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)

    @property
    def centre(self):
        return (self.x + self.w // 2, self.y + self.h // 2)

    def __repr__(self):
        return f"({self.x}, {self.y}, {self.w}, {self.h})"


class Picture:
    """Rows of BGRX bytes cut out of the screen at one moment."""

    def __init__(self, rect, rows):
        self.rect, self.rows = rect, rows

    def at(self, x, y):
        row, at = self.rows[y - self.rect.y], (x - self.rect.x) * 4
        return row[at + 2], row[at + 1], row[at]

    def pixels(self, step=1):
        for row in self.rows[::step]:
            for at in range(0, len(row), 4 * step):
                yield row[at + 2], row[at + 1], row[at]

    def share(self, colour, tolerance, step=2):
        """How much of it is near `colour`, 0..1."""
        r, g, b = colour >> 16, colour >> 8 & 255, colour & 255
        near = total = 0
        for pr, pg, pb in self.pixels(step):
            total += 1
            near += abs(pr - r) <= tolerance and abs(pg - g) <= tolerance and abs(pb - b) <= tolerance
        return near / max(1, total)

    def brightness(self, step=4):
        total = count = 0
        for r, g, b in self.pixels(step):
            total += 2 * r + 5 * g + b
            count += 8
        return total / max(1, count)

    def difference(self, other, step=3):
        """Mean difference of two pictures of one size, 0..255."""
        total = count = 0
        for (r, g, b), (s, h, c) in zip(self.pixels(step), other.pixels(step)):
            total += abs(r - s) + abs(g - h) + abs(b - c)
            count += 3
        return total / max(1, count)

    def save(self, path):
        raw = bytearray()
        for row in self.rows:
            line = bytearray(len(row) // 4 * 3)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            raw += b"\0" + line

        def chunk(kind, body):
            return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

        head = struct.pack(">IIBBBBB", self.rect.w, self.rect.h, 8, 2, 0, 0, 0)
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(raw), 6)))
            file.write(chunk(b"IEND", b""))


class Screen:
    """The frame buffer file of `Xvfb -fbdir` (X window dump: a header, a colour table, rows)."""

    def __init__(self, path):
        self.file = open(path, "rb")
        size = os.fstat(self.file.fileno()).st_size
        self.map = mmap.mmap(self.file.fileno(), size, prot=mmap.PROT_READ)
        head = struct.unpack(">25I", self.map[:100])
        self.width, self.height, self.row_bytes = head[4], head[5], head[12]
        if head[11] != 32:
            raise RuntimeError(f"{path}: has {head[11]} bits a pixel, not 32")
        self.start = head[0] + head[19] * 12

    def look(self, rect=None):
        rect = rect or Rect(0, 0, self.width, self.height)
        rows = []
        for y in range(rect.y, rect.y + rect.h):
            at = self.start + y * self.row_bytes + rect.x * 4
            rows.append(self.map[at:at + rect.w * 4])
        return Picture(rect, rows)
