"""A forger's work: one act of a kept record is changed, so that it still reads well but is another pot.

A record is FlatBuffers in a zstd frame in an envelope with a checksum (game/piece/envelope.h). The forger knows all that:
a bit is flipped in the unpacked form and everything around it is put right again, until the tool can still read the
record but finds that it no longer re-throws to what it says, or that its maker never signed it. Needs libzstd, which the game links anyway.
"""

import ctypes
import ctypes.util
import hashlib
import json
import os
import struct
import subprocess

from house import Trouble

ENVELOPE_BYTES = 20


def _zstd():
    library = ctypes.CDLL(ctypes.util.find_library("zstd") or "libzstd.so.1")
    for name in ("ZSTD_decompress", "ZSTD_compress", "ZSTD_compressBound", "ZSTD_getFrameContentSize", "ZSTD_isError"):
        getattr(library, name).restype = ctypes.c_size_t
    library.ZSTD_getFrameContentSize.restype = ctypes.c_ulonglong
    return library


def _unpacked(zstd, packed):
    size = zstd.ZSTD_getFrameContentSize(packed, ctypes.c_size_t(len(packed)))
    if size > 1 << 26:
        raise Trouble("the record's frame does not say its size")
    out = ctypes.create_string_buffer(size)
    got = zstd.ZSTD_decompress(out, ctypes.c_size_t(size), packed, ctypes.c_size_t(len(packed)))
    if zstd.ZSTD_isError(ctypes.c_size_t(got)):
        raise Trouble("the record does not unpack")
    return bytearray(out.raw[:got])


def _closed(head, frame):
    """The envelope: 8 bytes of head, the frame's length, a checksum over both and the frame, the frame."""
    head = head[:8] + struct.pack("<I", len(frame))
    return head + hashlib.blake2b(head + frame, digest_size=16).digest()[:8] + frame


def _packed(zstd, plain):
    bound = zstd.ZSTD_compressBound(ctypes.c_size_t(len(plain)))
    out = ctypes.create_string_buffer(bound)
    got = zstd.ZSTD_compress(out, ctypes.c_size_t(bound), bytes(plain), ctypes.c_size_t(len(plain)), ctypes.c_int(3))
    return out.raw[:got]


def alter_record(tool, files, name):
    """Alters files/name in place and makes its shelf entry ask anew; says what was done."""
    path = os.path.join(files, name)
    zstd = _zstd()
    with open(path, "rb") as file:
        envelope = file.read()
    plain = _unpacked(zstd, envelope[ENVELOPE_BYTES:])
    before = subprocess.run([tool, "verify", path, "--json"], capture_output=True, text=True, timeout=120)
    if before.returncode != 0:
        raise Trouble(f"the kept record does not verify even untouched: {before.stdout}{before.stderr}")
    # The record still reads well, but its pot comes out different, or its maker never signed this making.
    for sign_of_forgery in ("re-made", "signature"):
        for part in range(10, 90):
            at = len(plain) * part // 100
            altered = bytearray(plain)
            altered[at] ^= 1
            with open(path, "wb") as file:
                file.write(_closed(envelope, _packed(zstd, altered)))
            done = subprocess.run([tool, "verify", path, "--json"], capture_output=True, text=True, timeout=120)
            if done.returncode == 1 and sign_of_forgery in done.stdout + done.stderr:
                _ask_anew(path[:-len(".sui")] + ".json")
                return f"byte {at} of {len(plain)} flipped; the tool says: {done.stderr.strip().rpartition('.sui: ')[2]}"
    raise Trouble("no flipped byte left the record readable and wrong")


def _ask_anew(path):
    with open(path, encoding="utf-8") as file:
        entry = json.load(file)
    entry["mint"] = 0
    entry["request"] = "f0" * 16
    with open(path, "w", encoding="utf-8") as file:
        json.dump(entry, file, ensure_ascii=False)
