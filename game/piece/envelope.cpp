#include "game/piece/envelope.h"

#include <sodium.h>
#include <zstd.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace sui::piece {
namespace {

constexpr std::size_t kChecksumAt = 12;

using Checksum = std::array<uint8_t, 8>;

// Covers version and length too, so no byte of the file is outside it.
Checksum checksum_of(std::span<const uint8_t> head, std::span<const uint8_t> frame) {
  std::array<uint8_t, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  crypto_generichash_update(&state, head.data(), head.size());
  crypto_generichash_update(&state, frame.data(), frame.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  Checksum checksum{};
  std::copy_n(hash.begin(), checksum.size(), checksum.begin());
  return checksum;
}

uint32_t take_le(std::span<const uint8_t> bytes, std::size_t at, int count) {
  uint32_t word = 0;
  for (int i = 0; i < count; ++i) word |= static_cast<uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
  return word;
}

std::string field(const EnvelopeKind& kind, const char* name) {
  return std::string(kind.name) + "." + name;
}

}  // namespace

Result<std::vector<uint8_t>> close_envelope(const EnvelopeKind& kind, std::span<const uint8_t> payload) {
  if (payload.size() > kind.inflated_bytes_max) {
    return Error{kind.name, "is " + std::to_string(payload.size()) + " bytes before compression, above the limit of " +
                                std::to_string(kind.inflated_bytes_max)};
  }
  std::vector<uint8_t> out(kEnvelopeBytes + ZSTD_compressBound(payload.size()));
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  assert(context);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 16);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
  const std::size_t frame_bytes = ZSTD_compress2(context.get(), out.data() + kEnvelopeBytes,
                                                 out.size() - kEnvelopeBytes, payload.data(), payload.size());
  assert(!ZSTD_isError(frame_bytes));
  out.resize(kEnvelopeBytes + frame_bytes);
  if (out.size() > kind.bytes_max) {
    return Error{kind.name,
                 "is " + std::to_string(out.size()) + " bytes, above the limit of " + std::to_string(kind.bytes_max)};
  }
  std::copy(kind.magic.begin(), kind.magic.end(), out.begin());
  out[4] = static_cast<uint8_t>(kind.version);
  out[5] = static_cast<uint8_t>(kind.version >> 8);
  for (std::size_t i = 0; i < 4; ++i) out[8 + i] = static_cast<uint8_t>(frame_bytes >> (8 * i));
  const std::span<const uint8_t> all(out);
  const Checksum checksum = checksum_of(all.first(kChecksumAt), all.subspan(kEnvelopeBytes));
  std::copy(checksum.begin(), checksum.end(), out.begin() + kChecksumAt);
  return out;
}

Result<Done> look_at_envelope(const EnvelopeKind& kind, std::span<const uint8_t> bytes) {
  if (bytes.size() < kind.magic.size() || !std::equal(kind.magic.begin(), kind.magic.end(), bytes.begin())) {
    return Error{field(kind, "magic"), "is missing: this is not a " + std::string(kind.name)};
  }
  if (bytes.size() < kEnvelopeBytes) return Error{field(kind, "length"), "is cut off within the header"};
  const uint32_t version = take_le(bytes, 4, 2);
  if (version != kind.version) {
    return Error{field(kind, "version"),
                 "is " + std::to_string(version) + "; this build reads " + std::to_string(kind.version)};
  }
  if (bytes.size() > kind.bytes_max) {
    return Error{field(kind, "length"),
                 "is " + std::to_string(bytes.size()) + " bytes, above the limit of " + std::to_string(kind.bytes_max)};
  }
  const std::size_t stated = take_le(bytes, 8, 4), present = bytes.size() - kEnvelopeBytes;
  if (stated != present) {
    return Error{field(kind, "length"), "says " + std::to_string(stated) + " bytes follow, but " +
                                            std::to_string(present) + " do: the file was cut off or added to"};
  }
  return Done{};
}

Result<std::vector<uint8_t>> open_envelope(const EnvelopeKind& kind, std::span<const uint8_t> bytes) {
  if (Result<Done> whole = look_at_envelope(kind, bytes); !whole) return whole.error();
  const std::span<const uint8_t> frame = bytes.subspan(kEnvelopeBytes);
  const Checksum checksum = checksum_of(bytes.first(kChecksumAt), frame);
  if (!std::equal(checksum.begin(), checksum.end(), bytes.begin() + kChecksumAt)) {
    return Error{field(kind, "checksum"), "does not fit the bytes: they were damaged or altered"};
  }
  const unsigned long long inflated = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (inflated == ZSTD_CONTENTSIZE_ERROR || inflated == ZSTD_CONTENTSIZE_UNKNOWN) {
    return Error{field(kind, "frame"), "is not a zstd frame of known size"};
  }
  if (inflated > kind.inflated_bytes_max) {
    return Error{field(kind, "frame"), "would inflate to " + std::to_string(inflated) + " bytes, above the limit of " +
                                           std::to_string(kind.inflated_bytes_max)};
  }
  std::vector<uint8_t> payload(static_cast<std::size_t>(inflated));
  const std::size_t got = ZSTD_decompress(payload.data(), payload.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) || got != payload.size()) {
    return Error{field(kind, "frame"),
                 std::string("does not inflate: ") + (ZSTD_isError(got) ? ZSTD_getErrorName(got) : "wrong size")};
  }
  return payload;
}

}  // namespace sui::piece
