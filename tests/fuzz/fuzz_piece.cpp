// Bytes from anywhere into the record's and the baked form's readers, both as a file and as an inflated payload whose
// envelope fits: whatever comes, an answer by name, never a crash. What reads back must write back.
#include <cstdlib>

#include "game/piece/baked.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"

namespace {

using namespace sui::piece;

constexpr EnvelopeKind kRecord{
    "record", {'S', 'U', 'I', 0x1a}, static_cast<uint16_t>(kRecordVersion), kRecordBytesMax, kRecordInflatedBytesMax};
constexpr EnvelopeKind kBaked{
    "baked", {'S', 'U', 'B', 0x1a}, static_cast<uint16_t>(kBakedVersion), kBakedBytesMax, kBakedInflatedBytesMax};

void read_record(std::span<const uint8_t> bytes) {
  const auto record = decode(bytes);
  if (!record) return;
  const auto again = encode(*record);
  if (again && !decode(*again)) std::abort();
}

void read_baked(std::span<const uint8_t> bytes) {
  const auto baked = decode_baked(bytes);
  if (baked && !encode(*baked)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  const std::span<const uint8_t> bytes(data, size);
  read_record(bytes);
  read_baked(bytes);
  if (const auto closed = close_envelope(kRecord, bytes)) read_record(*closed);
  if (const auto closed = close_envelope(kBaked, bytes)) read_baked(*closed);
  return 0;
}
