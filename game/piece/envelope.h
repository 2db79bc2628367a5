// The envelope of every file of ours: magic, version, length, checksum, one zstd frame.
//
// Owns bytes <-> the inflated payload, and catches what disks and networks do to bytes (a flipped bit, a cut-off tail);
// what a forger does is caught by replay and signature (record.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "game/base/result.h"

namespace sui::piece {

inline constexpr std::size_t kEnvelopeBytes = 20;  // magic 4, version 2, zero 2, frame length 4, checksum 8

struct EnvelopeKind {
  const char* name;  // in errors: "record"
  std::array<uint8_t, 4> magic;
  uint16_t version;
  std::size_t bytes_max;  // with the envelope
  std::size_t inflated_bytes_max;
};

Result<std::vector<uint8_t>> close_envelope(const EnvelopeKind& kind, std::span<const uint8_t> payload);
// Magic, version and length only: whether these bytes are a whole file of this kind, however altered inside.
Result<Done> look_at_envelope(const EnvelopeKind& kind, std::span<const uint8_t> bytes);
Result<std::vector<uint8_t>> open_envelope(const EnvelopeKind& kind, std::span<const uint8_t> bytes);

}  // namespace sui::piece
