#!/usr/bin/python3
"""The first minute of somebody who has never seen the game: one window, one hand, and a clock beside them.

The duck greets; hands on wet clay; a pot; paint; the quick kiln; the opening; a name; a card to show; the shelf. X has
no touch under Xvfb, so the hand is the mouse.
What it measures: seconds from the first look to wet clay, of which the newcomer's own; seconds until a pot stands that
nobody need be ashamed of; taps on the way; and that the card lies in the pictures folder, a PNG of its size.

  first_minute.py --build build/release [--film FILM.gif] [--pictures FOLDER]
"""

import argparse
import os
import struct
import subprocess
import sys
import tempfile
import threading
import time

from hands import Hand
from house import Client, Trouble, VirtualScreen, fresh_folder
from journey import COBALT, Journey, ROOT
from places import HEIGHT, WIDTH, StudioPlaces
from screen import Rect, Screen

WET_CLAY_S = 5  # from the first tap, on a machine that draws in time
POT_S = 90
CARD = (1080, 1440)
FILM_RATE, FILM_SPEED = 10, 3
GIF_RATE, GIF_WIDTH, WEBM_WIDTH = 8, 216, 390


class Film:
    """Real frames from the window, so many a second, as they stood on the screen."""

    def __init__(self, screen, path):
        self.screen, self.path, self.going = screen, path, True
        self.file = open(path, "wb")
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.frames = 0
        self.thread.start()

    def _run(self):
        began = time.monotonic()
        while self.going:
            self.file.write(b"".join(self.screen.look(Rect(0, 0, WIDTH, HEIGHT)).rows))
            self.frames += 1
            # A frame that came late stands for those it missed: the film keeps real time.
            while self.frames < (time.monotonic() - began) * FILM_RATE - 1:
                self.file.write(b"".join(self.screen.look(Rect(0, 0, WIDTH, HEIGHT)).rows))
                self.frames += 1
            time.sleep(max(0.0, began + self.frames / FILM_RATE - time.monotonic()))

    def cut(self):
        self.going = False
        self.thread.join()
        self.file.close()

    def develop(self, out):
        """Into GIF, WebM or what else ffmpeg makes of the name."""
        is_gif = out.endswith(".gif")
        rate, width = (GIF_RATE, GIF_WIDTH) if is_gif else (FILM_RATE * 2, WEBM_WIDTH)
        picture = f"setpts=PTS/{FILM_SPEED},fps={rate},scale={width}:-2:flags=lanczos"
        if is_gif:
            picture += ",split[a][b];[a]palettegen=max_colors=160:stats_mode=full[p];[b][p]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle"
            how = ["-filter_complex", picture, "-loop", "0"]
        else:
            how = ["-vf", picture, "-c:v", "libvpx-vp9", "-crf", "38", "-b:v", "0", "-pix_fmt", "yuv420p", "-an"]
        subprocess.run(["ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{WIDTH}x{HEIGHT}",
                        "-r", str(FILM_RATE), "-i", self.path, *how, out], check=True, timeout=600)


class FirstMinute(Journey):
    def __init__(self, options, folder):  # no bazaar, no second window
        self.options, self.folder = options, folder
        self.pictures = fresh_folder(options.pictures)
        self.studio = StudioPlaces(os.path.join(ROOT, "game/studio/layout.h"))
        self.began, self.step_name, self.number = time.monotonic(), "opening the virtual screen", 0
        self.x = VirtualScreen(os.path.join(folder, "screen"), 400, 860)
        self.screen, self.hand = Screen(self.x.file), Hand(self.x.display)
        self.clients = {"A": Client(options.client, options.assets, os.path.join(folder, "A"), "陶小满", 0, self.x.display)}
        self.taps, self.film, self.told = 0, None, {}
        # The desktop's pictures folder is of this journey's own.
        self.shown = fresh_folder(os.path.join(folder, "home", "Pictures"))
        os.environ["HOME"] = os.path.dirname(self.shown)
        os.environ.pop("XDG_CONFIG_HOME", None)

    def tap(self, who, at):
        self.taps += 1
        super().tap(who, at)

    def tell(self, what, seconds):
        self.told[what] = seconds
        print(f"           {what}: {seconds:.1f} s", flush=True)

    def open_window(self):
        self.step("The window opens, the duck greets")
        self.clients["A"].open()
        self.wait_button("A", self.studio.home_start, "the first room", 60)
        if self.options.film:
            self.film = Film(self.screen, os.path.join(self.folder, "film.raw"))
        time.sleep(2.6)  # somebody reads the greeting
        self.picture("A", "greeting")

    def touch_clay(self):
        self.step("A tap, and hands are on the clay")
        first_look = time.monotonic()
        self.tap_until("A", self.studio.home_start, "the wheel", self.sees("A", self.studio.beside_tools, COBALT, 0.45), 60, 10)
        self.tell("from the tap to the wheel", time.monotonic() - first_look)
        top, foot = self.wait("A", "the lump", lambda: self.calliper("A"))
        self.lump = foot - top
        foot = max(foot, top + 128)
        lump = Rect(165, top - 8, 60, 44)  # where the finger goes in
        before = self.look("A", lump)
        time.sleep(0.3)
        turning = self.look("A", lump).difference(before)  # of the wheel alone
        landed = time.monotonic()
        finger = threading.Thread(target=self.drag, args=("A", [(195, top + 1), (195, foot - 16)], 4.5))
        finger.start()
        self.wait("A", "the clay to give way", lambda: self.look("A", lump).difference(before) > 1.5 * turning + 2, 12)
        now = time.monotonic()
        self.tell("from the finger to clay that has given way", now - landed)
        self.tell("from the first tap to wet clay", now - first_look)
        finger.join()
        self.first_look = first_look
        self.picture("A", "wet-clay")

    def stands(self):
        """Where the pot's top and foot are now: the eye follows it."""
        time.sleep(0.8)
        return self.wait("A", "the calliper", lambda: self.calliper("A"), 10)

    def make_pot(self):
        self.step("A pot rises")
        self.tap("A", self.studio.tool[0])  # water, as the duck says
        top, foot = self.stands()
        self.drag("A", [(195, top + 4), (198, foot - 22), (240, foot - 22)], 6, 1)  # the floor
        top, foot = self.stands()
        self.drag("A", [(195, top + 3), (200, top + 46), (236, top + 40)], 5, 1)  # and the mouth
        self.picture("A", "opened-lump")
        for _ in range(3):
            top, foot = self.stands()
            self.drag("A", [(322, foot - 8), (306, foot - 36), (298, top - 36)], 6.5)
        risen = self.calliper("A")
        self.tell("from the first tap to a pot", time.monotonic() - self.first_look)
        if not risen or risen[1] - risen[0] < 1.2 * self.lump:
            raise Trouble(f"the wall did not rise: the calliper shows {risen}, the lump was {self.lump} tall")
        self.picture("A", "pot")
        self.tap_until("A", self.studio.beside_tools, "the drying board",
                       lambda: not self.sees("A", self.studio.beside_tools, COBALT, 0.2)())
        self.wait_bright("A")

    def paint(self):
        self.step("Dried and painted")
        self.tap_until("A", self.studio.choice[1], "the pot to be dry", self.sees("A", self.studio.primary, COBALT, 0.45), 120, 12)
        self.tap_until("A", self.studio.primary, "the brush", self.sees("A", self.studio.beside_tools, COBALT, 0.45))
        self.wait_bright("A")
        before = self.look("A", self.studio.workspace)
        self.tap("A", self.studio.tool[1])  # the banding wheel turns: a brush held still draws a ring
        time.sleep(0.3)
        for y in (265, 285, 480):
            self.drag("A", [(195, y), (195, y + 1)], 2.4)
        self.tap("A", self.studio.tool[1])
        time.sleep(0.3)
        self.drag("A", [(150, 400), (172, 350), (195, 395), (218, 345), (240, 390)], 2)
        if self.look("A", self.studio.workspace).difference(before) < 0.3:
            raise Trouble("the brush left nothing on the pot")
        self.picture("A", "painted")

    def glaze_and_fire(self):
        self.step("Glazed and fired")
        lit = lambda: not (self.sees("A", self.studio.primary, COBALT, 0.3)())
        self.tap_until("A", self.studio.beside_tools, "the bucket", lambda: not self.sees("A", self.studio.beside_tools, COBALT, 0.2)())
        self.wait_bright("A")
        time.sleep(1)
        self.picture("A", "glazes")
        x, y = self.studio.dip.centre
        self.hand.hold((x, y), 2.6)
        self.wait_button("A", self.studio.primary, "the way to the kiln")
        self.tap_until("A", self.studio.primary, "the kiln", lit)
        self.wait_button("A", self.studio.primary, "the kiln to be ready")
        self.tap_until("A", self.studio.primary, "the fire", lit)
        time.sleep(4)
        self.picture("A", "fire")
        self.wait_button("A", self.studio.primary, "the kiln to cool", 60)
        self.step("The kiln is opened")
        self.tap_until("A", self.studio.primary, "the door", lit)
        self.wait_button("A", self.studio.primary, "the pot in the light", 60)
        time.sleep(0.6)
        self.tap("A", (195, 330))  # it rings
        time.sleep(1.2)
        self.picture("A", "opened")
        self.tell("from the first tap to the opened kiln", time.monotonic() - self.first_look)

    def show_around(self):
        self.step("Named, shown around and kept")
        self.tap("A", (344, self.studio.primary.y - 40))  # another name for it
        time.sleep(0.5)
        self.tap_until("A", self.studio.back, "the card", lambda: os.listdir(self.shown), 60, 20)
        self.card = os.path.join(self.shown, os.listdir(self.shown)[0])
        time.sleep(1.4)
        self.picture("A", "card-saved")
        self.tap_until("A", self.studio.primary, "the pot to be kept", lambda: self.clients["A"].records())
        self.wait("A", "the shelf", lambda: self.look("A", Rect(0, 0, WIDTH, 60)).brightness() > 120)
        time.sleep(2)
        self.picture("A", "shelf")
        self.tell("from the first tap to the shelf", time.monotonic() - self.first_look)

    def judge(self):
        with open(self.card, "rb") as file:
            head = file.read(24)
        size = struct.unpack(">II", head[16:24])
        if head[:8] != b"\x89PNG\r\n\x1a\n" or size != CARD:
            raise Trouble(f"{self.card} is no card: {head[:8]!r} {size}")
        print(f"           {self.taps} taps; the card is {os.path.getsize(self.card) // 1024} KB")
        if self.told["from the first tap to a pot"] > POT_S:
            raise Trouble(f"a pot took {self.told['from the first tap to a pot']:.0f} s, over {POT_S}")
        if self.told["from the first tap to wet clay"] > WET_CLAY_S * self.options.patience:
            raise Trouble(f"wet clay took {self.told['from the first tap to wet clay']:.1f} s")

    def run(self):
        try:
            self.open_window()
            self.touch_clay()
            self.make_pot()
            self.paint()
            self.glaze_and_fire()
            self.show_around()
        finally:
            self.picture("A", "at-the-end")
            if self.film:
                self.film.cut()
            self.clients["A"].close()
            self.x.close()
        self.judge()
        if self.film:
            for out in self.options.film:
                self.film.develop(out)
                print(f"           {out}: {os.path.getsize(out) / 1e6:.1f} MB of {self.film.frames / FILM_RATE:.0f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build")
    parser.add_argument("--client")
    parser.add_argument("--assets")
    parser.add_argument("--pictures")
    parser.add_argument("--film", action="append", help="a .gif or .webm to leave; may be said twice; wants ffmpeg")
    parser.add_argument("--patience", type=float, default=3, help="times the newcomer's five seconds a slow machine may take")
    options = parser.parse_args()
    if options.build:
        options.client = options.client or os.path.join(options.build, "suisui-kiln")
        options.assets = options.assets or os.path.join(options.build, "assets")
    options.pictures = options.pictures or os.path.join(ROOT, "build", "pictures", "first-minute")
    folder = tempfile.mkdtemp(prefix="first-minute-")
    journey = FirstMinute(options, folder)
    try:
        journey.run()
    except Trouble as trouble:
        print(f"While “{journey.step_name}”: {trouble}", file=sys.stderr)
        return 1
    finally:
        subprocess.run(["rm", "-rf", folder], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
