"""The programs of the journey as real processes: a virtual screen, the bazaar server, two potters' windows.

Owns starting, killing and what they say; knows nothing of pots. Every wait has an end and a sentence.
"""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time


class Trouble(Exception):
    """What went wrong, in a sentence."""


def wait_for(what, ready, seconds, every=0.15):
    end = time.monotonic() + seconds
    while True:
        found = ready()
        if found:
            return found
        if time.monotonic() > end:
            raise Trouble(f"waited {seconds:.0f} s for {what}")
        time.sleep(every)


def stop(process, how=signal.SIGTERM, seconds=20):
    if process is None or process.poll() is not None:
        return
    process.send_signal(how)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class VirtualScreen:
    def __init__(self, folder, width, height):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        read, write = os.pipe()
        # The server picks a free display itself and says which: two journeys at once do not meet.
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-fbdir", folder],
            pass_fds=[write], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=open(os.path.join(folder, "xvfb.log"), "w"))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        if not number:
            raise Trouble("Xvfb did not start; its log is xvfb.log")
        self.display = ":" + number
        self.file = os.path.join(folder, "Xvfb_screen0")
        wait_for("the virtual screen", lambda: os.path.exists(self.file) and os.path.getsize(self.file) > width * height * 4, 20)

    def close(self):
        stop(self.process)


class Bazaar:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.database = os.path.join(folder, "bazaar.sqlite")
        self.log_path = os.path.join(folder, "server.log")
        self.process, self.port = None, 0

    def open(self):
        before = len(self.lines())
        self.process = subprocess.Popen(
            [self.program, "--bind", "127.0.0.1", "--port", str(self.port), "--database", self.database],
            stdin=subprocess.DEVNULL, stdout=open(self.log_path, "a"), stderr=subprocess.STDOUT)
        line = wait_for("the server to listen", lambda: self.find("listening", after=before), 30)
        self.port = line["port"]

    def kill(self):
        stop(self.process, signal.SIGKILL)

    def close(self):
        stop(self.process)
        if self.process is not None and self.process.returncode not in (0, -signal.SIGKILL):
            raise Trouble(f"the server ended with {self.process.returncode}")

    def lines(self):
        if not os.path.exists(self.log_path):
            return []
        with open(self.log_path, encoding="utf-8") as file:
            found = []
            for line in file:
                try:
                    found.append(json.loads(line))
                except ValueError:
                    continue
            return found

    def find(self, event, after=0, **fields):
        for line in self.lines()[after:]:
            if line.get("event") == event and all(line.get(name) == value for name, value in fields.items()):
                return line
        return None

    def audit(self):
        done = subprocess.run([self.program, "--audit", "--database", self.database], capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            raise Trouble(f"the audit found faults: {done.stdout} {done.stderr}")
        return json.loads(done.stdout)

    def potters(self):
        """Nickname to (coins, titles owned), read beside the running server."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            rows = database.execute("SELECT account, nickname, coins FROM accounts WHERE account <> 1").fetchall()
            return {name: (coins, [title for (title,) in database.execute("SELECT title FROM pieces WHERE owner = ?", (account,))])
                    for account, name, coins in rows}


class Client:
    """One potter's window."""

    def __init__(self, program, assets, folder, nickname, left, display):
        self.program, self.assets, self.folder = program, assets, folder
        self.nickname, self.left, self.display = nickname, left, display
        self.files = os.path.join(folder, "files")
        self.log_path = os.path.join(folder, "client.log")
        self.process = None
        os.makedirs(self.files, exist_ok=True)

    def open(self, port=None):
        words = [self.program, "--files", self.files, "--assets", self.assets, "--language", "zh", "--nickname", self.nickname,
                 "--position", f"{self.left},0", "--size", "390x844", "--quality", "0", "--light", "day", "--mute"]
        if port:
            words += ["--server", f"127.0.0.1:{port}"]
        surroundings = dict(os.environ, DISPLAY=self.display, SDL_VIDEODRIVER="x11", SDL_AUDIODRIVER="dummy",
                            LIBGL_ALWAYS_SOFTWARE="1")
        surroundings.pop("WAYLAND_DISPLAY", None)
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=open(self.log_path, "a"),
                                        stderr=subprocess.STDOUT, env=surroundings)

    def close(self):
        stop(self.process)

    def alive(self):
        if self.process.poll() is not None:
            raise Trouble(f"{self.nickname}'s game ended with {self.process.returncode}; its log is {self.log_path}")

    def records(self):
        return sorted(name for name in os.listdir(self.files) if name.endswith(".sui") and name.startswith("piece-"))


def fresh_folder(path):
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path
