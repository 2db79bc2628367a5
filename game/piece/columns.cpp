#include "game/piece/columns.h"

#include <algorithm>
#include <limits>

namespace sui::piece {
namespace {

uint64_t zigzag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
int64_t unzigzag(uint64_t word) {
  return static_cast<int64_t>(word >> 1) ^ -static_cast<int64_t>(word & 1);
}

void put_varint(uint64_t word, std::vector<uint8_t>& out) {
  while (word >= 0x80) {
    out.push_back(static_cast<uint8_t>(word | 0x80));
    word >>= 7;
  }
  out.push_back(static_cast<uint8_t>(word));
}

// Five bytes hold every value a column may hold (a second difference of 32-bit numbers is 34 bits, zigzag 35).
bool take_varint(std::span<const uint8_t> bytes, std::size_t& at, uint64_t& word) {
  word = 0;
  for (int shift = 0; shift < 35; shift += 7) {
    if (at >= bytes.size()) return false;
    const uint8_t byte = bytes[at++];
    word |= static_cast<uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

// What the next value would be if the `order`-th difference were zero.
struct Predictor {
  int order;
  int64_t last = 0, before_last = 0;

  int64_t next() const { return order == 0 ? 0 : (order == 1 ? last : 2 * last - before_last); }
  void take(int64_t value) {
    before_last = last;
    last = value;
  }
};

// Bits a good entropy coder behind us would need, roughly: what decides the order.
uint64_t cost_of(const std::vector<int32_t>& values, int order) {
  Predictor predictor{order};
  uint64_t bits = 0;
  for (const int32_t value : values) {
    for (uint64_t word = zigzag(value - predictor.next()); word != 0; word >>= 1) ++bits;
    predictor.take(value);
  }
  return bits;
}

}  // namespace

std::vector<uint8_t> pack_column(const std::vector<int32_t>& values) {
  std::vector<uint8_t> out;
  if (std::all_of(values.begin(), values.end(), [](int32_t value) { return value == 0; })) return out;
  int order = 0;
  uint64_t least = cost_of(values, 0);
  for (const int candidate : {1, 2}) {
    const uint64_t cost = cost_of(values, candidate);
    if (cost < least) least = cost, order = candidate;
  }
  out.reserve(values.size() + 8);
  out.push_back(static_cast<uint8_t>(order));
  Predictor predictor{order};
  for (const int32_t value : values) {
    put_varint(zigzag(value - predictor.next()), out);
    predictor.take(value);
  }
  return out;
}

Result<std::vector<int32_t>> unpack_column(std::span<const uint8_t> bytes, std::size_t count,
                                           const std::string& where) {
  std::vector<int32_t> values(count, 0);
  if (bytes.empty()) return values;
  if (bytes[0] > 2) return Error{where, "has order " + std::to_string(bytes[0]) + ", not 0, 1 or 2"};
  Predictor predictor{bytes[0]};
  std::size_t at = 1;
  for (std::size_t i = 0; i < count; ++i) {
    uint64_t word = 0;
    if (!take_varint(bytes, at, word)) return Error{where, "breaks off at value " + std::to_string(i)};
    const int64_t value = predictor.next() + unzigzag(word);
    if (value < std::numeric_limits<int32_t>::min() || value > std::numeric_limits<int32_t>::max()) {
      return Error{where, "value " + std::to_string(i) + " does not fit 32 bits"};
    }
    values[i] = static_cast<int32_t>(value);
    predictor.take(value);
  }
  if (at != bytes.size()) return Error{where, "has bytes beyond its " + std::to_string(count) + " values"};
  return values;
}

std::vector<uint8_t> pack_rising(const std::vector<uint32_t>& values) {
  std::vector<uint8_t> out;
  out.reserve(values.size());
  uint32_t last = 0;
  for (const uint32_t value : values) {
    put_varint(value - last, out);
    last = value;
  }
  return out;
}

Result<std::vector<uint32_t>> unpack_rising(std::span<const uint8_t> bytes, std::size_t count,
                                            const std::string& where) {
  std::vector<uint32_t> values(count);
  std::size_t at = 0;
  uint64_t last = 0;
  for (std::size_t i = 0; i < count; ++i) {
    uint64_t stride = 0;
    if (!take_varint(bytes, at, stride)) return Error{where, "breaks off at value " + std::to_string(i)};
    last += stride;
    if (last > std::numeric_limits<uint32_t>::max()) {
      return Error{where, "value " + std::to_string(i) + " does not fit 32 bits"};
    }
    values[i] = static_cast<uint32_t>(last);
  }
  if (at != bytes.size()) return Error{where, "has bytes beyond its " + std::to_string(count) + " values"};
  return values;
}

}  // namespace sui::piece
