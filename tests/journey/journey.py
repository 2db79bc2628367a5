#!/usr/bin/python3
"""The journey: two potters, real windows, real input, a real server that is killed in between.

A throws, paints, glazes and fires a pot with no bazaar in reach; the bazaar opens and the pot is registered; a forged
record is refused; A lists the pot; the server is killed with -9 and started again; B walks to the stall and buys; both
restart; B has the pot, A has the coins, the audit says one owner and a constant sum of coins.

Needs Xvfb, xdotool and the programs; writes a numbered picture of every step.
  journey.py --build build/release [--pictures FOLDER]
  journey.py --server BIN --client BIN --tool BIN --assets DIR --pictures DIR
"""

import argparse
import os
import shutil
import sys
import tempfile
import time

import forging
from hands import Hand
from house import Bazaar, Client, Trouble, VirtualScreen, fresh_folder, wait_for
from places import HEIGHT, WIDTH, StudioPlaces, town_places
from screen import Rect, Screen

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COBALT, EMBER, PORCELAIN = 0x3050A5, 0xD5502B, 0xF9F6EE
LEFT_OF = {"A": 0, "B": 402}
PRICE_STEPS = 4  # from 60 to 100 coins


class Journey:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.pictures = fresh_folder(options.pictures)
        self.studio = StudioPlaces(os.path.join(ROOT, "game/studio/layout.h"))
        self.town = town_places(os.path.join(ROOT, "game/town/layout.h"))
        self.began, self.step_name, self.number = time.monotonic(), "opening the virtual screen", 0
        self.x = VirtualScreen(os.path.join(folder, "screen"), 800, 860)
        self.screen, self.hand = Screen(self.x.file), Hand(self.x.display)
        self.bazaar = Bazaar(options.server, fresh_folder(os.path.join(folder, "bazaar")))
        self.clients = {}
        for name, nickname in (("A", "陶小满"), ("B", "青花阿福")):
            self.clients[name] = Client(options.client, options.assets, os.path.join(folder, name), nickname, LEFT_OF[name], self.x.display)

    # ---- telling
    def step(self, name):
        self.step_name = name
        print(f"[{time.monotonic() - self.began:6.1f} s] {name}", flush=True)

    def picture(self, who, name):
        self.number += 1
        rect = Rect(LEFT_OF[who], 0, WIDTH, HEIGHT) if who else None
        self.screen.look(rect).save(os.path.join(self.pictures, f"{self.number:02d}-{name}.png"))

    # ---- looking
    def look(self, who, rect):
        return self.screen.look(rect.moved(LEFT_OF[who]))

    def sees(self, who, rect, colour, share, tolerance=45):
        return lambda: self.look(who, rect.inset(6)).share(colour, tolerance) >= share

    def wait(self, who, what, ready, seconds=45):
        def alive_and_ready():
            self.clients[who].alive()
            return ready()
        return wait_for(what, alive_and_ready, seconds)

    def wait_button(self, who, rect, what, seconds=45, colour=COBALT):
        self.wait(who, what, self.sees(who, rect, colour, 0.45), seconds)
        self.wait_still(who, rect)

    def wait_still(self, who, rect, seconds=6):
        """Until two looks a moment apart are alike (an easing motion has come to rest), or the time is up."""
        end, before = time.monotonic() + seconds, self.look(who, rect)
        while time.monotonic() < end:
            time.sleep(0.35)
            now = self.look(who, rect)
            if now.difference(before) < 1.5:
                return
            before = now

    def wait_bright(self, who, seconds=30):
        """Until the veil between two rooms has lifted."""
        whole = Rect(0, 100, WIDTH, HEIGHT - 200)
        self.wait(who, "the room to come into the light", lambda: self.look(who, whole).brightness(8) > 14, seconds)
        self.wait_still(who, Rect(0, 0, WIDTH, 90), 3)

    # ---- touching
    def tap(self, who, at):
        x, y = at.centre if isinstance(at, Rect) else at
        self.hand.tap((x + LEFT_OF[who], y))

    def drag(self, who, points, seconds, rest=0.3):
        self.hand.drag([(x + LEFT_OF[who], y) for x, y in points], seconds, rest)

    def tap_until(self, who, at, what, ready, seconds=60, every=5):
        """Taps, and taps again if nothing came of it: on a busy machine a frame may pass unseen."""
        end = time.monotonic() + seconds
        while True:
            self.tap(who, at)
            try:
                return self.wait(who, what, ready, every)
            except Trouble:
                if time.monotonic() > end:
                    raise Trouble(f"tapped for {seconds} s, waiting for {what}") from None

    # ---- rooms
    def calliper(self, who):
        """The white line beside the pot on the wheel: (top, foot), or None."""
        picture = self.look(who, Rect(215, 60, 172, 600))
        best = None
        for x in range(picture.rect.x, picture.rect.x + picture.rect.w):
            start, gap, last = None, 0, 0
            for y in range(picture.rect.y, picture.rect.y + picture.rect.h):
                r, g, b = picture.at(x, y)
                if min(r, g, b) > 140 and max(r, g, b) - min(r, g, b) < 45:
                    start, gap, last = (y if start is None else start), 0, y
                    if best is None or last - start > best[1] - best[0]:
                        best = (start, last)
                elif start is not None:
                    gap += 1
                    if gap > 10:
                        start = None
        return best if best and best[1] - best[0] > 40 else None

    def throw(self):
        who = "A"
        self.step("A begins a pot")
        self.tap_until(who, self.studio.home_start, "the wheel", self.sees(who, self.studio.beside_tools, COBALT, 0.45))
        self.wait_still(who, Rect(100, 300, 280, 300))
        time.sleep(1)
        self.picture(who, "wheel-lump")
        top, foot = self.wait(who, "the calliper beside the lump", lambda: self.calliper(who))
        foot = max(foot, top + 128)
        self.step("A opens the lump and widens the floor")
        self.drag(who, [(195, top + 1), (195, foot - 16)], 5)
        time.sleep(0.5)
        top = (self.calliper(who) or (top, foot))[0]
        self.picture(who, "wheel-opened")
        self.drag(who, [(195, top + 4), (198, foot - 22), (246, foot - 22)], 5)
        time.sleep(0.5)
        for pull in range(3):
            self.step(f"A pulls the wall up ({pull + 1} of 3)")
            now = self.calliper(who) or (top, foot)
            self.drag(who, [(318, foot + 2), (304, foot - 30), (296, now[0] - 34)], 6)
            time.sleep(0.8)
        self.picture(who, "wheel-pulled")
        risen = self.calliper(who)
        if not risen or risen[1] - risen[0] < 100:
            raise Trouble(f"the wall did not rise: the calliper shows {risen}, the lump was {top} to {foot}")
        self.step("A cuts the pot off")
        self.tap_until(who, self.studio.beside_tools, "the drying board",
                       lambda: not self.sees(who, self.studio.beside_tools, COBALT, 0.2)())
        self.wait_bright(who)

    def dry_and_paint(self):
        who = "A"
        self.step("A lets it dry on the shelf")
        self.picture(who, "drying")
        self.tap_until(who, self.studio.choice[1], "the pot to be dry", self.sees(who, self.studio.primary, COBALT, 0.45), 120, 12)
        self.picture(who, "dry")
        self.tap_until(who, self.studio.primary, "the brush", self.sees(who, self.studio.beside_tools, COBALT, 0.45))
        self.wait_bright(who)
        self.step("A paints")
        before = self.look(who, self.studio.workspace)
        self.drag(who, [(140, 330), (185, 300), (230, 345), (255, 310)], 2)
        self.drag(who, [(150, 420), (195, 390), (240, 420)], 2)
        self.tap(who, self.studio.tool[1])  # the banding wheel turns: a brush held still draws a ring
        time.sleep(0.4)
        for y in (290, 455):
            self.drag(who, [(195, y), (195, y + 1)], 2.6)
        self.tap(who, self.studio.tool[1])
        time.sleep(0.5)
        self.picture(who, "painted")
        changed = self.look(who, self.studio.workspace).difference(before)
        if changed < 0.4:
            raise Trouble(f"the brush left nothing on the pot (difference {changed:.2f})")

    def glaze_and_fire(self):
        who = "A"
        self.step("A dips it in glaze")
        self.tap_until(who, self.studio.beside_tools, "the glaze bucket", self.sees(who, self.studio.dip.inset(20), PORCELAIN, 0.3, 22))
        self.wait_bright(who)
        x, y = self.studio.dip.centre
        self.hand.hold((x + LEFT_OF[who], y), 3.2)
        self.wait_button(who, self.studio.primary, "the way to the kiln")
        self.picture(who, "glazed")
        self.step("A fires the kiln")
        self.tap(who, self.studio.primary)
        self.wait(who, "the kiln", lambda: not self.sees(who, self.studio.primary, COBALT, 0.3)())
        self.wait(who, "the kiln to be ready", lambda: self.sees(who, self.studio.primary, EMBER, 0.4)() or self.sees(who, self.studio.primary, COBALT, 0.45)())
        self.wait_still(who, self.studio.primary)
        self.tap(who, self.studio.choice[0])  # the slow fire
        time.sleep(0.8)
        self.picture(who, "kiln")
        lit = lambda: not (self.sees(who, self.studio.primary, EMBER, 0.3)() or self.sees(who, self.studio.primary, COBALT, 0.3)())
        self.tap_until(who, self.studio.primary, "the fire", lit)
        time.sleep(4.5)
        self.picture(who, "fire")
        opened = lambda: self.sees(who, self.studio.primary, EMBER, 0.4)() or self.sees(who, self.studio.primary, COBALT, 0.45)()
        self.wait(who, "the kiln to cool", opened, 60)
        self.wait_still(who, self.studio.primary)
        self.step("A opens the kiln")
        self.tap_until(who, self.studio.primary, "the door", lit)

    def reveal(self):
        who = "A"
        self.wait_button(who, self.studio.primary, "the pot in the light", 60)
        time.sleep(2)
        self.tap(who, (344, self.studio.primary.y - 40))  # another name for it
        time.sleep(0.6)
        self.picture(who, "reveal")
        self.step("A names it and puts it on the shelf")
        self.tap_until(who, self.studio.primary, "the pot to be kept", lambda: self.clients[who].records())
        self.wait(who, "the shelf", lambda: self.look(who, Rect(0, 0, WIDTH, 60)).brightness() > 120)
        time.sleep(2.5)
        self.picture(who, "shelf")

    def to_street(self, who, at):
        """Into the street, from home or from the shelf."""
        plate = self.town["kMyStallButton"]
        before = self.look(who, Rect(0, 0, WIDTH, 300))
        self.tap_until(who, at, "the street", lambda: self.look(who, Rect(0, 0, WIDTH, 300)).difference(before) > 20, 60, 8)
        self.wait_bright(who)
        self.wait_still(who, plate)
        time.sleep(1.5)

    def restart(self, who, port):
        self.clients[who].close()
        self.open(who, port)

    def open(self, who, port):
        self.clients[who].open(port)
        self.wait_button(who, self.studio.home_start, f"{who}'s window", 60)

    # ---- the bazaar
    def forge(self):
        self.step("Somebody alters a record and offers it")
        client = self.clients["A"]
        honest = client.files
        client.files = os.path.join(self.folder, "A", "forged")
        shutil.copytree(honest, client.files)
        how = forging.alter_record(self.options.tool, client.files, client.records()[0])
        print(f"           {how}", flush=True)
        self.open("A", self.bazaar.port)
        refused = self.wait("A", "the server to refuse it", lambda: self.bazaar.find("refused"), 60)
        if refused.get("kind") not in (None, "refusal.tampered", "tampered", 3):
            raise Trouble(f"refused for another reason: {refused}")
        if not refused.get("reason"):
            raise Trouble(f"refused without a reason: {refused}")
        print(f"           {refused['reason']}", flush=True)
        time.sleep(1)
        self.picture("A", "forged-record-refused")
        client.close()
        client.files = honest
        if self.bazaar.audit()["pieces"] != 0:
            raise Trouble("a forged pot got into the register")

    def list_pot(self):
        self.step("A goes to the bazaar; the pot made off-line is registered")
        self.open("A", self.bazaar.port)
        self.wait("A", "the pot to be registered", lambda: self.bazaar.find("minted"), 90)
        self.to_street("A", self.studio.home_bazaar)
        time.sleep(2)
        self.picture("A", "street")
        self.coins_before = self.look("A", self.town["kCoinsPlate"].inset(8))
        self.step("A lists the pot")
        cards, town = self.town["kCards"], self.town
        sheet = Rect(24, cards.y - 14, 300, 8)
        self.tap_until("A", town["kMyStallButton"], "my stall", self.sees("A", sheet.inset(-6), PORCELAIN, 0.8, 14))
        self.wait_still("A", cards)
        time.sleep(1)
        self.picture("A", "my-stall")
        first = Rect(cards.x, cards.y, (cards.w - town["kCardGap"]) / 2, town["kCardHeight"])
        self.tap_until("A", first, "the piece", self.sees("A", town["kListButton"], COBALT, 0.45))
        self.wait_still("A", town["kListButton"])
        stepper = town["kPriceStepper"]
        for _ in range(PRICE_STEPS):
            self.tap("A", (stepper.x + stepper.w - stepper.h // 2, stepper.centre[1]))
            time.sleep(0.25)
        self.picture("A", "price")
        self.tap_until("A", town["kListButton"], "the pot to be listed", lambda: self.bazaar.find("listed"))
        time.sleep(1)
        self.picture("A", "listed")
        # A tap on the darkened street puts the sheet away.
        self.tap_until("A", (60, 120), "the sheet to close", lambda: not self.sees("A", sheet.inset(-6), PORCELAIN, 0.5, 14)())
        return self.bazaar.find("listed")["price_coins"]

    def kill_server(self):
        self.step("The server is killed with -9 and started again")
        sky = Rect(126, 92, 60, 12)  # where the line about the lost bazaar darkens the sky
        self.wait("A", "the sky over A to be seen", lambda: self.look("A", sky).brightness(2) > 130)
        self.bazaar.kill()
        self.wait("A", "A to be told that the bazaar is gone", lambda: self.look("A", sky).brightness(2) < 100, 90)
        time.sleep(0.8)
        self.picture("A", "server-killed")
        seen = len(self.bazaar.lines())
        self.bazaar.open()
        self.wait("A", "A to find the bazaar again", lambda: self.bazaar.find("potter_entered", after=seen), 60)

    def find_tag(self, who):
        """The middle of a price tag on a stall: its unbroken porcelain edge, wider than any stripe of cloth; or None."""
        picture = self.look(who, Rect(4, 370, WIDTH - 8, 290))  # under the lanterns, which are white too
        for y in range(picture.rect.y, picture.rect.y + picture.rect.h - 30):
            run = 0
            for x in range(picture.rect.x, picture.rect.x + picture.rect.w):
                near = all(abs(c - w) < 12 for row in (y, y + 2) for c, w in zip(picture.at(x, row), (246, 243, 235)))
                run = run + 1 if near else 0
                if run >= 60:
                    return x - run // 2 - LEFT_OF[who], y + 10
        return None

    def buy_pot(self):
        who, town = "B", self.town
        self.step("B comes: the shelf is empty")
        self.open(who, self.bazaar.port)
        self.tap_until(who, self.studio.home_shelf, "the shelf", lambda: self.look(who, Rect(0, 0, WIDTH, 60)).brightness() > 120)
        time.sleep(2)
        self.empty_shelf = self.look(who, Rect(20, 110, 175, 200))
        self.picture(who, "empty-shelf")
        self.step("B walks to the stall")
        self.to_street(who, Rect(self.studio.primary.x + self.studio.primary.w // 2 + 6, self.studio.primary.y, self.studio.primary.w // 2 - 6, self.studio.primary.h))
        tag = self.wait(who, "a price tag on a stall", lambda: self.find_tag(who), 40)
        self.picture(None, "two-ducks-in-the-street")
        cards = town["kCards"]
        sheet = Rect(24, cards.y - 14, 300, 8)
        self.tap(who, tag)
        time.sleep(1.2)
        self.picture(who, "walking-to-the-stall")
        self.tap_until_visited(who, sheet)
        self.wait_still(who, cards)
        time.sleep(1)
        self.picture(who, "stall")
        first = Rect(cards.x, cards.y, (cards.w - town["kCardGap"]) / 2, town["kCardHeight"])
        self.tap_until(who, first, "the pot, big", self.sees(who, town["kBuyButton"], COBALT, 0.45))
        self.wait_still(who, town["kBuyButton"])
        time.sleep(0.6)
        self.picture(who, "buy")
        self.step("B buys")
        self.tap_until(who, town["kBuyButton"], "the second question", self.sees(who, town["kBuyButton"], EMBER, 0.4))
        time.sleep(0.8)
        self.picture(who, "sure")
        self.tap_until(who, town["kBuyButton"], "the sale", lambda: self.bazaar.find("sold"))
        self.wait_button(who, town["kBuyButton"], "the pot to be B's")
        self.picture(None, "sold")
        self.tap(who, town["kBuyButton"])

    def tap_until_visited(self, who, sheet):
        open_sheet = self.sees(who, sheet.inset(-6), PORCELAIN, 0.8, 14)
        look_button = self.sees(who, self.town["kVisitButton"], COBALT, 0.45)
        self.wait(who, "B to stand before the stall", lambda: open_sheet() or look_button(), 40)
        time.sleep(1.5)
        if not open_sheet():
            self.tap_until(who, self.town["kVisitButton"], "the stall", open_sheet)

    # ---- what is true at the end
    def settle(self, price, before):
        plate = self.town["kCoinsPlate"].inset(8)
        time.sleep(1.5)
        coins_sold = self.look("A", plate)
        self.step("Both restart")
        for who in "AB":
            self.restart(who, self.bazaar.port)
        self.to_street("A", self.studio.home_bazaar)
        time.sleep(1)
        self.picture("A", "A-has-the-coins")
        coins_now = self.look("A", plate)
        as_sold, as_before = coins_now.difference(coins_sold, 1), coins_now.difference(self.coins_before, 1)
        print(f"           A's coins on the screen differ by {as_sold:.1f} from after the sale, by {as_before:.1f} from before it")
        self.expect("A's screen shows the coins of the sale", as_sold < as_before)
        self.tap_until("B", self.studio.home_shelf, "the shelf", lambda: self.look("B", Rect(0, 0, WIDTH, 60)).brightness() > 120)
        time.sleep(3)
        self.picture("B", "B-has-the-pot")
        shelf = self.look("B", Rect(20, 110, 175, 200)).difference(self.empty_shelf)
        if shelf < 3:
            raise Trouble(f"B's shelf looks as empty as before (difference {shelf:.1f})")
        audit, potters = self.bazaar.audit(), self.bazaar.potters()
        print(f"           audit {audit}\n           potters {potters}", flush=True)
        self.expect("the audit is sound", audit["sound"] and audit["owner_faults"] == 0 and audit["ledger_faults"] == 0)
        self.expect("the sum of coins is what it was", audit["coins_in_hands"] == before["coins_in_hands"] and audit["coins_sum"] == 0)
        self.expect("there is one piece", audit["pieces"] == 1 and audit["listings_open"] == 0)
        a, b = potters[self.clients["A"].nickname], potters[self.clients["B"].nickname]
        self.expect("B owns the pot, A does not", len(b[1]) == 1 and a[1] == [])
        self.expect("A has the coins", a[0] - b[0] == 2 * price)

    @staticmethod
    def expect(what, holds):
        if not holds:
            raise Trouble(f"not true: {what}")

    def play(self):
        self.step("A's window opens; no bazaar is in reach")
        port = free_port()
        self.bazaar.port = port
        self.open("A", port)
        self.picture("A", "home")
        self.throw()
        self.dry_and_paint()
        self.glaze_and_fire()
        self.reveal()
        self.step("A looks into the street: off-line")
        self.to_street("A", Rect(207, self.studio.primary.y, 163, self.studio.primary.h))
        self.picture("A", "street-offline")
        self.clients["A"].close()
        self.bazaar.open()
        self.forge()
        price = self.list_pot()
        self.kill_server()
        # B's account comes with coins of its own: the sum is compared from after B's first login.
        self.buy_pot_with_audit(price)
        self.step(f"The journey is done; pictures in {self.pictures}")

    def buy_pot_with_audit(self, price):
        seen = len(self.bazaar.lines())
        self.buy_pot()
        opened = [line for line in self.bazaar.lines() if line.get("event") == "account_opened"]
        self.expect("two potters came", len(opened) == 2 and len(self.bazaar.lines()) > seen)
        before = {"coins_in_hands": 500 * len(opened)}
        self.settle(price, before)

    def close(self):
        for client in self.clients.values():
            client.close()
        self.bazaar.close()
        self.x.close()

    def tell_trouble(self, error):
        print(f"journey: while “{self.step_name}”: {error}", file=sys.stderr, flush=True)
        self.picture(None, "trouble")
        for path in [self.bazaar.log_path, *[client.log_path for client in self.clients.values()]]:
            if os.path.exists(path):
                kept = os.path.join(self.pictures, os.path.basename(os.path.dirname(path)) + "-" + os.path.basename(path))
                shutil.copy(path, kept)
        print(f"journey: the screen and the logs are in {self.pictures}", file=sys.stderr, flush=True)


def free_port():
    import socket
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def options_of(words):
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--build", help="build folder the programs and assets lie in")
    for name in ("server", "client", "tool", "assets"):
        line.add_argument("--" + name)
    line.add_argument("--pictures", default=os.path.join(ROOT, "build/pictures"))
    options = line.parse_args(words)
    build = options.build or os.path.join(ROOT, "build/release")
    for name, file in (("server", "suisui-server"), ("client", "suisui-kiln"), ("tool", "suisui-tool"), ("assets", "assets")):
        path = os.path.abspath(getattr(options, name) or os.path.join(build, file))
        setattr(options, name, path)
        if not os.path.exists(path):
            line.error(f"{path} is not there; build first, or say --{name}")
    options.pictures = os.path.abspath(options.pictures)
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            line.error(f"{program} is not installed")
    return options


def main(words):
    options = options_of(words)
    with tempfile.TemporaryDirectory(prefix="suisui-journey-") as folder:
        journey = Journey(options, folder)
        try:
            journey.play()
        except Exception as error:  # whatever it was, the screen as it stands tells most
            journey.tell_trouble(error)
            if not isinstance(error, Trouble):
                raise
            return 1
        finally:
            journey.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
