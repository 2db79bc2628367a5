#include "game/piece/baked.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "game/craft/foot_mark.h"
#include "game/piece/baked_paint.h"
#include "game/piece/columns.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include "game/piece/baked_generated.h"
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace sui::piece {
namespace {

using craft::Look;
using craft::LookRing;
using craft::Measures;

constexpr EnvelopeKind kBakedEnvelope{
    "baked", {'S', 'U', 'B', 0x1a}, static_cast<uint16_t>(kBakedVersion), kBakedBytesMax, kBakedInflatedBytesMax};
constexpr std::size_t kRingLines = craft::kRingCount + 1;
constexpr int kPaintColumns[] = {512, 384, 256, 192, 128, 96, 64, 32};
constexpr float kLengthMmMax = 4000;

struct RingPart {
  float LookRing::*part;
  const char* name;
  float per_unit;  // steps per mm, or per turn
};
constexpr RingPart kRingParts[] = {
    {&LookRing::z_mm, "z_mm", 32},
    {&LookRing::outer_mm, "outer_mm", 32},
    {&LookRing::inner_mm, "inner_mm", 32},
    {&LookRing::off_x_mm, "off_x_mm", 32},
    {&LookRing::off_y_mm, "off_y_mm", 32},
    {&LookRing::oval_x_mm, "oval_x_mm", 32},
    {&LookRing::oval_y_mm, "oval_y_mm", 32},
    {&LookRing::sink_mm, "sink_mm", 32},
    {&LookRing::twist_turn, "twist_turn", 256},
    {&LookRing::glaze_outer_mm, "glaze_outer_mm", 128},
    {&LookRing::glaze_inner_mm, "glaze_inner_mm", 128},
    {&LookRing::glaze_cos1_mm, "glaze_cos1_mm", 128},
    {&LookRing::glaze_sin1_mm, "glaze_sin1_mm", 128},
    {&LookRing::glaze_cos2_mm, "glaze_cos2_mm", 128},
    {&LookRing::glaze_sin2_mm, "glaze_sin2_mm", 128},
};

struct LookPart {
  float Look::*part;
  const char* name;
  float most;
};
constexpr LookPart kLookParts[] = {
    {&Look::floor_top_mm, "floor_top_mm", kLengthMmMax},
    {&Look::wetness, "wetness", 1},
    {&Look::turn, "turn", 1e9f},
    {&Look::body_r, "body_r", 1},
    {&Look::body_g, "body_g", 1},
    {&Look::body_b, "body_b", 1},
    {&Look::gloss, "gloss", 1},
    {&Look::translucency, "translucency", 1},
    {&Look::crackle, "crackle", 1},
    {&Look::cobalt_r, "cobalt_r", 1},
    {&Look::cobalt_g, "cobalt_g", 1},
    {&Look::cobalt_b, "cobalt_b", 1},
    {&Look::cobalt_piled, "cobalt_piled", 1},
    {&Look::copper_r, "copper_r", 1},
    {&Look::copper_g, "copper_g", 1},
    {&Look::copper_b, "copper_b", 1},
    {&Look::iron_r, "iron_r", 1},
    {&Look::iron_g, "iron_g", 1},
    {&Look::iron_b, "iron_b", 1},
    {&Look::enamel_melt, "enamel_melt", 1},
    {&Look::enamel_burnt, "enamel_burnt", 1},
};

constexpr float kPerMmMax = 1000;  // what a glaze absorbs or scatters
struct GlassPart {
  float craft::LookGlass::*part;
  const char* name;
  float most;
};
constexpr GlassPart kGlassParts[] = {
    {&craft::LookGlass::absorbs_r, "absorbs_r", kPerMmMax},
    {&craft::LookGlass::absorbs_g, "absorbs_g", kPerMmMax},
    {&craft::LookGlass::absorbs_b, "absorbs_b", kPerMmMax},
    {&craft::LookGlass::skin_r, "skin_r", kPerMmMax},
    {&craft::LookGlass::skin_g, "skin_g", kPerMmMax},
    {&craft::LookGlass::skin_b, "skin_b", kPerMmMax},
    {&craft::LookGlass::scatters_r, "scatters_r", kPerMmMax},
    {&craft::LookGlass::scatters_g, "scatters_g", kPerMmMax},
    {&craft::LookGlass::scatters_b, "scatters_b", kPerMmMax},
    {&craft::LookGlass::skin_mm, "skin_mm", 100},
    {&craft::LookGlass::spot_r, "spot_r", 1},
    {&craft::LookGlass::spot_g, "spot_g", 1},
    {&craft::LookGlass::spot_b, "spot_b", 1},
    {&craft::LookGlass::spots, "spots", 1},
    {&craft::LookGlass::streaks, "streaks", 1},
    {&craft::LookGlass::gloss, "gloss", 1},
    {&craft::LookGlass::crackle, "crackle", 1},
};
constexpr float kToneHzMax = 1e5f, kToneSecondsMax = 60;

constexpr craft::LookGlass Look::*kFaces[] = {&Look::outside, &Look::inside};

struct MeasurePart {
  double Measures::*part;
  const char* name;
};
constexpr MeasurePart kMeasureParts[] = {
    {&Measures::height_mm, "height_mm"},
    {&Measures::max_diameter_mm, "max_diameter_mm"},
    {&Measures::mouth_diameter_mm, "mouth_diameter_mm"},
    {&Measures::foot_diameter_mm, "foot_diameter_mm"},
    {&Measures::wall_mm_min, "wall_mm_min"},
    {&Measures::wall_mm_max, "wall_mm_max"},
    {&Measures::floor_mm, "floor_mm"},
    {&Measures::clay_volume_ml, "clay_volume_ml"},
    {&Measures::mass_g, "mass_g"},
    {&Measures::capacity_ml, "capacity_ml"},
    {&Measures::moisture_wet_pct, "moisture_wet_pct"},
    {&Measures::eccentricity_mm, "eccentricity_mm"},
};

enum Flag : uint8_t { kGlazed = 1, kFired = 2, kCracked = 4, kFallen = 8 };

uint8_t flags_of(const Look& look) {
  return static_cast<uint8_t>((look.glazed ? kGlazed : 0) | (look.fired ? kFired : 0) | (look.cracked ? kCracked : 0) |
                              (look.fallen ? kFallen : 0));
}

int32_t quantised(float value, float per_unit) {
  return static_cast<int32_t>(std::lround(value * per_unit));
}

Result<Bytes> encode_with(const Baked& baked, const BakedPaint& paint) {
  flatbuffers::FlatBufferBuilder builder(64 * 1024);
  std::vector<flatbuffers::Offset<wire::Numbers>> rings;
  for (const RingPart& part : kRingParts) {
    std::vector<int32_t> values;
    for (const LookRing& ring : baked.look.rings) values.push_back(quantised(ring.*part.part, part.per_unit));
    rings.push_back(wire::CreateNumbers(builder, builder.CreateVector(pack_column(values))));
  }
  std::vector<float> look, measures;
  for (const LookPart& part : kLookParts) look.push_back(std::clamp(baked.look.*part.part, 0.0f, part.most));
  for (const MeasurePart& part : kMeasureParts)
    measures.push_back(std::clamp(static_cast<float>(baked.measures.*part.part), 0.0f, 1e7f));
  std::vector<wire::BakedDefect> defects;
  for (const craft::Defect& defect : baked.defects) {
    defects.emplace_back(defect.tick, defect.ring, static_cast<float>(defect.value), static_cast<float>(defect.limit),
                         static_cast<uint8_t>(defect.kind));
  }
  std::vector<float> glass;
  for (const auto face : kFaces) {
    for (const GlassPart& part : kGlassParts) glass.push_back(std::clamp(baked.look.*face.*part.part, 0.0f, part.most));
  }
  const auto glass_at = builder.CreateVector(glass);
  std::vector<wire::BakedPart> parts;
  for (const craft::LookPart& part : baked.look.parts) {
    parts.emplace_back(part.u_turn, part.r_mm, part.z_mm, part.low_r_mm, part.low_z_mm, part.size_mm, part.thickness_mm,
                       part.glaze_mm, static_cast<uint8_t>(part.kind), static_cast<uint8_t>(part.cracked ? 1 : 0));
  }
  std::vector<float> tone;
  for (const float hz : baked.look.tone.hz) tone.push_back(std::clamp(hz, 0.0f, kToneHzMax));
  for (const float s : baked.look.tone.decay_s) tone.push_back(std::clamp(s, 0.0f, kToneSecondsMax));
  const auto tone_at = builder.CreateVector(tone);
  const auto rings_at = builder.CreateVector(rings);
  const auto look_at = builder.CreateVector(look);
  const auto measures_at = builder.CreateVector(measures);
  std::vector<flatbuffers::Offset<wire::PaintLayer>> layers;
  for (const BakedLayer& layer : paint.layers) {
    layers.push_back(wire::CreatePaintLayer(builder, layer.layer, builder.CreateVector(layer.residuals)));
  }
  const auto paint_at = builder.CreateVector(layers);
  const auto title_at = builder.CreateString(baked.title);
  const auto fingerprint_at = builder.CreateVector(baked.fingerprint.data(), baked.fingerprint.size());
  const auto maker_at = builder.CreateVector(baked.maker.data(), baked.maker.size());
  const auto defects_at = builder.CreateVectorOfStructs(defects);
  const auto parts_at = builder.CreateVectorOfStructs(parts);
  const craft::LookFootMark& mark = baked.look.foot_mark;
  const wire::BakedFootMark mark_at(mark.r, mark.g, mark.b, mark.text, mark.frame);
  builder.Finish(
      wire::CreateBaked(builder, baked.craft_version, static_cast<uint8_t>(baked.look.stage), flags_of(baked.look),
                        rings_at, look_at, measures_at, static_cast<uint16_t>(paint.columns),
                        static_cast<uint16_t>(paint.rows), paint_at, title_at, fingerprint_at, maker_at,
                        static_cast<float>(baked.cone), baked.making_seconds, defects_at, glass_at, parts_at,
                        mark.written ? &mark_at : nullptr, tone_at),
      wire::BakedIdentifier());
  return close_envelope(kBakedEnvelope, {builder.GetBufferPointer(), builder.GetSize()});
}

Error wrong(const std::string& field, const std::string& what) {
  return {"baked." + field, what};
}

Result<Done> take_rings(const wire::Baked& from, Look& look) {
  if (from.rings() == nullptr || from.rings()->size() != std::size(kRingParts)) {
    return wrong("rings", "are not the " + std::to_string(std::size(kRingParts)) + " columns of a look");
  }
  for (std::size_t p = 0; p < std::size(kRingParts); ++p) {
    const RingPart& part = kRingParts[p];
    const auto* bytes = from.rings()->Get(static_cast<flatbuffers::uoffset_t>(p))->packed();
    std::span<const uint8_t> packed;
    if (bytes != nullptr) packed = {bytes->data(), bytes->size()};
    auto values = unpack_column(packed, kRingLines, std::string("baked.rings.") + part.name);
    if (!values) return values.error();
    for (std::size_t k = 0; k < kRingLines; ++k) {
      const float value = static_cast<float>((*values)[k]) / part.per_unit;
      if (value < -kLengthMmMax || value > kLengthMmMax) {
        return wrong(std::string("rings.") + part.name, "reaches " + std::to_string(value) + " mm");
      }
      look.rings[k].*part.part = value;
    }
  }
  return Done{};
}

Result<Done> take_glass(const wire::Baked& from, Look& look) {
  if (from.glass() == nullptr || from.glass()->size() != std::size(kFaces) * std::size(kGlassParts)) {
    return wrong("glass", "is incomplete");
  }
  flatbuffers::uoffset_t at = 0;
  for (const auto face : kFaces) {
    for (const GlassPart& part : kGlassParts) {
      const float value = from.glass()->Get(at++);
      if (!(value >= 0 && value <= part.most))
        return wrong(std::string("glass.") + part.name, "is " + std::to_string(value));
      look.*face.*part.part = value;
    }
  }
  return Done{};
}

Result<Done> take_tone(const wire::Baked& from, craft::LookTone& tone) {
  if (from.tone() == nullptr || from.tone()->size() != 2 * craft::kToneModes) return wrong("tone", "is incomplete");
  for (std::size_t mode = 0; mode < craft::kToneModes; ++mode) {
    const auto at = static_cast<flatbuffers::uoffset_t>(mode);
    tone.hz[mode] = from.tone()->Get(at);
    tone.decay_s[mode] = from.tone()->Get(at + craft::kToneModes);
    if (!(tone.hz[mode] >= 0 && tone.hz[mode] <= kToneHzMax))
      return wrong("tone", "is " + std::to_string(tone.hz[mode]) + " Hz");
    if (!(tone.decay_s[mode] >= 0 && tone.decay_s[mode] <= kToneSecondsMax))
      return wrong("tone", "lasts " + std::to_string(tone.decay_s[mode]) + " s");
  }
  return Done{};
}

Result<Done> take_numbers(const wire::Baked& from, Baked& baked) {
  if (from.look() == nullptr || from.look()->size() != std::size(kLookParts)) return wrong("look", "is incomplete");
  for (std::size_t p = 0; p < std::size(kLookParts); ++p) {
    const float value = from.look()->Get(static_cast<flatbuffers::uoffset_t>(p));
    if (!(value >= 0 && value <= kLookParts[p].most)) {
      return wrong(std::string("look.") + kLookParts[p].name, "is " + std::to_string(value));
    }
    baked.look.*kLookParts[p].part = value;
  }
  if (from.measures() == nullptr || from.measures()->size() != std::size(kMeasureParts)) {
    return wrong("measures", "are incomplete");
  }
  for (std::size_t p = 0; p < std::size(kMeasureParts); ++p) {
    const float value = from.measures()->Get(static_cast<flatbuffers::uoffset_t>(p));
    if (!(value >= 0 && value <= 1e7f)) {
      return wrong(std::string("measures.") + kMeasureParts[p].name, "is " + std::to_string(value));
    }
    baked.measures.*kMeasureParts[p].part = static_cast<double>(value);
  }
  if (!(from.cone() >= -22 && from.cone() <= 20)) return wrong("cone", "is " + std::to_string(from.cone()));
  baked.cone = static_cast<double>(from.cone());
  return Done{};
}

Result<Done> take_paint(const wire::Baked& from, Look& look) {
  BakedPaint paint;
  paint.columns = from.paint_columns();
  paint.rows = from.paint_rows();
  if (from.paint() != nullptr) {
    if (from.paint()->size() > kBakedLayersMax) return wrong("paint", "has too many layers");
    for (const wire::PaintLayer* layer : *from.paint()) {
      BakedLayer taken;
      taken.layer = layer->layer();
      if (layer->cells() != nullptr) taken.residuals.assign(layer->cells()->begin(), layer->cells()->end());
      paint.layers.push_back(std::move(taken));
    }
  }
  return unbake_paint(paint, look);
}

Result<Done> take_names(const wire::Baked& from, Baked& baked) {
  if (from.title() != nullptr) baked.title = from.title()->str();
  if (Result<Done> fine = check_title(baked.title); !fine) return wrong("title", fine.error().what);
  const auto take = [](const flatbuffers::Vector<uint8_t>* bytes, std::array<uint8_t, 32>& to) {
    if (bytes == nullptr || bytes->size() != to.size()) return false;
    std::copy(bytes->begin(), bytes->end(), to.begin());
    return true;
  };
  if (!take(from.fingerprint(), baked.fingerprint)) return wrong("fingerprint", "is not 32 bytes");
  if (!take(from.maker(), baked.maker)) return wrong("maker", "is not 32 bytes");
  return Done{};
}

Result<Done> take_defects(const wire::Baked& from, Baked& baked) {
  if (from.defects() == nullptr) return Done{};
  if (from.defects()->size() > craft::kDefectsMax) {
    return wrong("defects", "are more than " + std::to_string(craft::kDefectsMax));
  }
  for (const wire::BakedDefect* defect : *from.defects()) {
    if (!craft::is_known(static_cast<craft::DefectKind>(defect->kind()))) {
      return wrong("defects.kind", "is " + std::to_string(defect->kind()));
    }
    if (defect->ring() < 0 || defect->ring() > craft::kRingCount) {
      return wrong("defects.ring", "is " + std::to_string(defect->ring()));
    }
    if (!std::isfinite(defect->value()) || !std::isfinite(defect->limit())) {
      return wrong("defects.value", "is not a number");
    }
    baked.defects.push_back({static_cast<craft::DefectKind>(defect->kind()), defect->tick(), defect->ring(),
                             static_cast<double>(defect->value()), static_cast<double>(defect->limit())});
  }
  return Done{};
}

Result<Done> take_parts(const wire::Baked& from, Look& look) {
  if (from.parts() == nullptr) return Done{};
  if (from.parts()->size() > craft::kPartsMax)
    return wrong("parts", "are more than " + std::to_string(craft::kPartsMax));
  for (const wire::BakedPart* part : *from.parts()) {
    if (part->kind() >= craft::kPartKindCount) return wrong("parts.kind", "is " + std::to_string(part->kind()));
    for (const float length : {part->r_mm(), part->z_mm(), part->low_r_mm(), part->low_z_mm(), part->size_mm(),
                               part->thickness_mm(), part->glaze_mm()}) {
      if (!(length >= -kLengthMmMax && length <= kLengthMmMax))
        return wrong("parts", "reach " + std::to_string(length) + " mm");
    }
    if (!(part->u_turn() >= 0 && part->u_turn() <= 1))
      return wrong("parts.u_turn", "is " + std::to_string(part->u_turn()));
    look.parts.push_back({static_cast<craft::PartKind>(part->kind()), part->cracked() != 0, part->u_turn(),
                          part->r_mm(), part->z_mm(), part->low_r_mm(), part->low_z_mm(), part->size_mm(),
                          part->thickness_mm(), part->glaze_mm()});
  }
  return Done{};
}

Result<Done> take_foot_mark(const wire::Baked& from, Look& look) {
  const wire::BakedFootMark* mark = from.foot_mark();
  if (mark == nullptr) return Done{};
  if (mark->text() >= craft::kFootMarkTexts) return wrong("foot_mark.text", "is " + std::to_string(mark->text()));
  if (mark->frame() >= craft::kFootMarkFrames) return wrong("foot_mark.frame", "is " + std::to_string(mark->frame()));
  for (const float light : {mark->r(), mark->g(), mark->b()}) {
    if (!(light >= 0 && light <= 1)) return wrong("foot_mark.colour", "is " + std::to_string(light));
  }
  look.foot_mark = {true, mark->text(), mark->frame(), mark->r(), mark->g(), mark->b()};
  return Done{};
}

}  // namespace

Baked bake(const Record& record, const craft::Workpiece& workpiece) {
  Baked baked;
  const bool painted = !workpiece.surface.strokes.empty();
  baked.look = craft::look_of(workpiece, painted ? kBakedPaintColumnsMax : 0, painted ? kBakedPaintColumnsMax / 2 : 0);
  baked.measures = craft::measure(workpiece);
  baked.title = record.title;
  baked.fingerprint = fingerprint(record.making);
  baked.maker = record.maker;
  baked.cone = workpiece.firing.done ? workpiece.firing.cone : 0;
  baked.craft_version = record.making.craft_version;
  baked.making_seconds = record.making.end_tick / craft::kTicksPerSecond;
  baked.defects = workpiece.defects;
  return baked;
}

Result<Bytes> encode(const Baked& baked) {
  if (Result<Done> fine = check_title(baked.title); !fine) return fine.error();
  if (baked.defects.size() > craft::kDefectsMax) return Error{"defects", "are too many"};
  for (const int columns : kPaintColumns) {
    const BakedPaint paint = bake_paint(baked.look, columns);
    Result<Bytes> bytes = encode_with(baked, paint);
    if (bytes || paint.columns == 0 || columns == kPaintColumns[std::size(kPaintColumns) - 1]) return bytes;
  }
  return Error{"paint", "does not fit"};
}

Result<Baked> decode_baked(std::span<const uint8_t> bytes) {
  auto payload = open_envelope(kBakedEnvelope, bytes);
  if (!payload) return payload.error();
  flatbuffers::Verifier verifier(payload->data(), payload->size(), 8, 100);
  if (!wire::VerifyBakedBuffer(verifier)) return wrong("payload", "is not a well-formed FlatBuffer");
  const wire::Baked& from = *wire::GetBaked(payload->data());
  Baked baked;
  baked.craft_version = from.craft_version();
  baked.making_seconds = from.making_seconds();
  if (from.stage() > craft::kStageMax) {
    return wrong("stage", "is " + std::to_string(from.stage()));
  }
  baked.look.stage = static_cast<craft::Stage>(from.stage());
  baked.look.glazed = (from.flags() & kGlazed) != 0;
  baked.look.fired = (from.flags() & kFired) != 0;
  baked.look.cracked = (from.flags() & kCracked) != 0;
  baked.look.fallen = (from.flags() & kFallen) != 0;
  if (Result<Done> fine = take_rings(from, baked.look); !fine) return fine.error();
  if (Result<Done> fine = take_numbers(from, baked); !fine) return fine.error();
  if (Result<Done> fine = take_glass(from, baked.look); !fine) return fine.error();
  if (Result<Done> fine = take_paint(from, baked.look); !fine) return fine.error();
  if (Result<Done> fine = take_names(from, baked); !fine) return fine.error();
  if (Result<Done> fine = take_defects(from, baked); !fine) return fine.error();
  if (Result<Done> fine = take_parts(from, baked.look); !fine) return fine.error();
  if (Result<Done> fine = take_foot_mark(from, baked.look); !fine) return fine.error();
  if (Result<Done> fine = take_tone(from, baked.look.tone); !fine) return fine.error();
  return baked;
}

}  // namespace sui::piece
