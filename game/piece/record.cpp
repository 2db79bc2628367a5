#include "game/piece/record.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "game/piece/columns.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"
#include "game/piece/plain_text.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include "game/piece/record_generated.h"
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace sui::piece {
namespace {

constexpr EnvelopeKind kRecordEnvelope{
    "record", {'S', 'U', 'I', 0x1a}, static_cast<uint16_t>(kRecordVersion), kRecordBytesMax, kRecordInflatedBytesMax};
constexpr int kActKinds = craft::kActKindMax;
constexpr int32_t craft::Act::*kActFields[4] = {&craft::Act::a, &craft::Act::b, &craft::Act::c, &craft::Act::d};
constexpr const char* kActFieldNames[4] = {"a", "b", "c", "d"};

using ByteVector = flatbuffers::Vector<uint8_t>;

std::span<const uint8_t> view(const ByteVector* bytes) {
  if (bytes == nullptr) return {};
  return {bytes->data(), bytes->size()};
}

Error out_of_range(const std::string& where, int64_t value, int64_t from, int64_t to) {
  return {where, "is " + std::to_string(value) + ", outside " + std::to_string(from) + " to " + std::to_string(to)};
}

Result<Done> check_start(const craft::ClayStart& start) {
  if (start.mass_g < craft::kMassGMin || start.mass_g > craft::kMassGMax) {
    return out_of_range("record.mass_g", start.mass_g, craft::kMassGMin, craft::kMassGMax);
  }
  const double moisture_pct = start.moisture_wet_16pct / 16.0;
  if (moisture_pct < craft::kMoistureWetPctMin || moisture_pct > craft::kMoistureWetPctMax) {
    return out_of_range("record.moisture_wet_16pct", start.moisture_wet_16pct,
                        static_cast<int64_t>(craft::kMoistureWetPctMin * 16),
                        static_cast<int64_t>(craft::kMoistureWetPctMax * 16));
  }
  if (start.assist < 0 || start.assist > 100) return out_of_range("record.assist", start.assist, 0, 100);
  return Done{};
}

Result<Done> take_acts(const wire::Record& wire_record, Making& making) {
  const std::span<const uint8_t> kinds = view(wire_record.kinds());
  if (kinds.size() > craft::kActsMax) {
    return out_of_range("record.kinds", static_cast<int64_t>(kinds.size()), 0, craft::kActsMax);
  }
  auto ticks = unpack_rising(view(wire_record.ticks()), kinds.size(), "record.ticks");
  if (!ticks) return ticks.error();
  std::array<std::size_t, kActKinds + 1> counts{};
  making.acts.resize(kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (craft::domain_of(static_cast<craft::ActKind>(kinds[i])) == craft::ActDomain::kNone) {
      return Error{"record.kinds[" + std::to_string(i) + "]",
                   "is " + std::to_string(kinds[i]) + ", not an act we know"};
    }
    ++counts[kinds[i]];
    making.acts[i].kind = static_cast<craft::ActKind>(kinds[i]);
    making.acts[i].tick = (*ticks)[i];
  }
  if (!ticks->empty() && ticks->back() > making.end_tick) {
    return Error{"record.ticks", "run past end_tick " + std::to_string(making.end_tick)};
  }
  int last_kind = 0;
  const std::size_t column_count = wire_record.columns() == nullptr ? 0 : wire_record.columns()->size();
  for (std::size_t i = 0; i < column_count; ++i) {
    const wire::Column* column = wire_record.columns()->Get(static_cast<flatbuffers::uoffset_t>(i));
    const std::string where = "record.columns[" + std::to_string(i) + "]";
    const int kind = column->kind();
    if (kind <= last_kind || kind > kActKinds) return Error{where + ".kind", "is " + std::to_string(kind)};
    if (counts[static_cast<std::size_t>(kind)] == 0) return Error{where + ".kind", "has no acts of its kind"};
    last_kind = kind;
    const ByteVector* fields[4] = {column->a(), column->b(), column->c(), column->d()};
    for (std::size_t f = 0; f < 4; ++f) {
      auto values =
          unpack_column(view(fields[f]), counts[static_cast<std::size_t>(kind)], where + "." + kActFieldNames[f]);
      if (!values) return values.error();
      std::size_t next = 0;
      for (std::size_t k = 0; k < kinds.size(); ++k) {
        if (kinds[k] == kind) making.acts[k].*kActFields[f] = (*values)[next++];
      }
    }
  }
  return Done{};
}

Result<Done> take_checkpoints(const wire::Record& wire_record, Making& making) {
  const auto* hashes = wire_record.checkpoint_hashes();
  constexpr std::size_t kCheckpointsMax = craft::kTickMax / craft::kCheckpointTicks + 1;
  const std::size_t count = hashes == nullptr ? 0 : hashes->size();
  if (count < 1 || count > kCheckpointsMax) {
    return out_of_range("record.checkpoint_hashes", static_cast<int64_t>(count), 1, kCheckpointsMax);
  }
  auto ticks = unpack_rising(view(wire_record.checkpoint_ticks()), count, "record.checkpoint_ticks");
  if (!ticks) return ticks.error();
  making.checkpoints.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    making.checkpoints[i] = {(*ticks)[i], hashes->Get(static_cast<flatbuffers::uoffset_t>(i))};
  }
  if (ticks->back() != making.end_tick) return Error{"record.checkpoint_ticks", "do not end at end_tick"};
  making.sealed = true;
  return Done{};
}

template <std::size_t kSize>
Result<Done> take_bytes(const ByteVector* bytes, const char* where, std::array<uint8_t, kSize>& out) {
  const std::span<const uint8_t> from = view(bytes);
  if (from.empty()) return Done{};
  if (from.size() != kSize) {
    return Error{where, "has " + std::to_string(from.size()) + " bytes instead of " + std::to_string(kSize)};
  }
  std::copy(from.begin(), from.end(), out.begin());
  return Done{};
}

template <std::size_t kSize>
bool is_blank(const std::array<uint8_t, kSize>& bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](uint8_t byte) { return byte == 0; });
}

}  // namespace

Result<Done> check_title(const std::string& title) {
  if (title.size() > kNameBytesMax) {
    return Error{"title", "is " + std::to_string(title.size()) + " bytes long, above the limit of " +
                              std::to_string(kNameBytesMax)};
  }
  const std::string_view text = title;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = first_character(text.substr(at));
    if (character.fault != TextFault::kNone) {
      return Error{"title", std::string(fault_text(character.fault)) + " at byte " + std::to_string(at)};
    }
    at += character.bytes;
  }
  return Done{};
}

Result<Bytes> encode(const Record& record) {
  const Making& making = record.making;
  if (!making.sealed) return Error{"making", "is not sealed"};
  if (making.acts.size() > craft::kActsMax) {
    return out_of_range("acts", static_cast<int64_t>(making.acts.size()), 0, craft::kActsMax);
  }
  if (Result<Done> fine = check_title(record.title); !fine) return fine.error();
  flatbuffers::FlatBufferBuilder builder(64 * 1024);
  std::vector<uint8_t> kinds;
  std::vector<uint32_t> ticks;
  for (const craft::Act& act : making.acts) {
    kinds.push_back(static_cast<uint8_t>(act.kind));
    ticks.push_back(act.tick);
  }
  std::vector<flatbuffers::Offset<wire::Column>> columns;
  for (int kind = 1; kind <= kActKinds; ++kind) {
    flatbuffers::Offset<ByteVector> packed[4];
    std::size_t packed_bytes = 0;
    for (std::size_t f = 0; f < 4; ++f) {
      std::vector<int32_t> values;
      for (const craft::Act& act : making.acts) {
        if (static_cast<int>(act.kind) == kind) values.push_back(act.*kActFields[f]);
      }
      const std::vector<uint8_t> bytes = pack_column(values);
      packed_bytes += bytes.size();
      if (!bytes.empty()) packed[f] = builder.CreateVector(bytes);
    }
    if (packed_bytes == 0) continue;
    columns.push_back(
        wire::CreateColumn(builder, static_cast<uint8_t>(kind), packed[0], packed[1], packed[2], packed[3]));
  }
  std::vector<uint32_t> checkpoint_ticks;
  std::vector<uint64_t> checkpoint_hashes;
  for (const Checkpoint& checkpoint : making.checkpoints) {
    checkpoint_ticks.push_back(checkpoint.tick);
    checkpoint_hashes.push_back(checkpoint.running_hash);
  }
  const auto kinds_at = builder.CreateVector(kinds);
  const auto ticks_at = builder.CreateVector(pack_rising(ticks));
  const auto columns_at = builder.CreateVector(columns);
  const auto checkpoint_ticks_at = builder.CreateVector(pack_rising(checkpoint_ticks));
  const auto checkpoint_hashes_at = builder.CreateVector(checkpoint_hashes);
  const auto title_at = builder.CreateString(record.title);
  flatbuffers::Offset<ByteVector> maker_at, signature_at;
  if (!is_blank(record.maker)) maker_at = builder.CreateVector(record.maker.data(), record.maker.size());
  if (!is_blank(record.signature)) {
    signature_at = builder.CreateVector(record.signature.data(), record.signature.size());
  }
  builder.Finish(
      wire::CreateRecord(builder, making.craft_version, static_cast<uint8_t>(making.start.body), making.start.mass_g,
                         making.start.moisture_wet_16pct, making.start.assist, making.end_tick, kinds_at, ticks_at,
                         columns_at, checkpoint_ticks_at, checkpoint_hashes_at, title_at, maker_at, signature_at),
      wire::RecordIdentifier());
  return close_envelope(kRecordEnvelope, {builder.GetBufferPointer(), builder.GetSize()});
}

Result<Done> look_at_envelope(std::span<const uint8_t> bytes) {
  return look_at_envelope(kRecordEnvelope, bytes);
}

Result<Record> decode(std::span<const uint8_t> bytes) {
  auto payload = open_envelope(kRecordEnvelope, bytes);
  if (!payload) return payload.error();
  flatbuffers::Verifier verifier(payload->data(), payload->size(), 8, 1000);
  if (!wire::VerifyRecordBuffer(verifier)) return Error{"record.payload", "is not a well-formed FlatBuffer"};
  const wire::Record& wire_record = *wire::GetRecord(payload->data());
  Record record;
  Making& making = record.making;
  making.craft_version = wire_record.craft_version();
  if (wire_record.body() > static_cast<uint8_t>(craft::ClayBody::kJingdezhen)) {
    return out_of_range("record.body", wire_record.body(), 0, 0);
  }
  making.start.body = static_cast<craft::ClayBody>(wire_record.body());
  making.start.mass_g = wire_record.mass_g();
  making.start.moisture_wet_16pct = wire_record.moisture_wet_16pct();
  making.start.assist = wire_record.assist();
  if (Result<Done> fine = check_start(making.start); !fine) return fine.error();
  making.end_tick = wire_record.end_tick();
  if (making.end_tick > craft::kTickMax) return out_of_range("record.end_tick", making.end_tick, 0, craft::kTickMax);
  if (Result<Done> fine = take_acts(wire_record, making); !fine) return fine.error();
  if (Result<Done> fine = take_checkpoints(wire_record, making); !fine) return fine.error();
  if (wire_record.title() != nullptr) record.title = wire_record.title()->str();
  if (Result<Done> fine = check_title(record.title); !fine) return Error{"record.title", fine.error().what};
  if (Result<Done> fine = take_bytes(wire_record.maker(), "record.maker", record.maker); !fine) return fine.error();
  if (Result<Done> fine = take_bytes(wire_record.signature(), "record.signature", record.signature); !fine) {
    return fine.error();
  }
  return record;
}

Result<craft::Workpiece> verify(const Record& record) {
  const bool unsigned_record = is_blank(record.maker) && is_blank(record.signature);
  if (!unsigned_record && !signature_fits(record)) {
    return Error{"record.signature", "is not the maker's over this making and title"};
  }
  Result<craft::Workpiece> workpiece = replay(record.making);
  if (!workpiece) return Error{"record." + workpiece.error().where, workpiece.error().what};
  return workpiece;
}

}  // namespace sui::piece
