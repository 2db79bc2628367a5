// The baked form: a pot drawn from eight kilobytes looks like the pot, and altered bytes are refused by name.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "game/craft/fire.h"
#include "game/craft/foot_mark.h"
#include "game/craft/pattern.h"
#include "game/piece/baked.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"
#include "game/piece/paint_cells.h"
#include "tests/replay/busy_making.h"
#include "tests/replay/whole_lives.h"
#include "tests/unit/plain_pot.h"

namespace sui::piece {
namespace {

Baked busy() {
  const Bench bench = replay::make_busily(2026);
  Record record;
  record.making = bench.making;
  record.title = "鸭";
  return bake(record, bench.workpiece);
}

constexpr EnvelopeKind kEnvelope{"baked", {'S', 'U', 'B', 0x1a}, 1, kBakedBytesMax, kBakedInflatedBytesMax};

TEST(Baked, DrawsTheSamePot) {
  const Baked baked = busy();
  const auto bytes = encode(baked);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  EXPECT_LE(bytes->size(), kBakedBytesMax);
  RecordProperty("bytes", static_cast<int>(bytes->size()));
  const auto back = decode_baked(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  for (std::size_t k = 0; k < baked.look.rings.size(); ++k) {
    EXPECT_NEAR(back->look.rings[k].z_mm, baked.look.rings[k].z_mm, 1.0 / 64 + 1e-4);
    EXPECT_NEAR(back->look.rings[k].outer_mm, baked.look.rings[k].outer_mm, 1.0 / 64 + 1e-4);
    EXPECT_NEAR(back->look.rings[k].inner_mm, baked.look.rings[k].inner_mm, 1.0 / 64 + 1e-4);
    EXPECT_NEAR(back->look.rings[k].glaze_outer_mm, baked.look.rings[k].glaze_outer_mm, 1.0 / 256 + 1e-4);
  }
  EXPECT_EQ(back->look.body_r, baked.look.body_r);
  EXPECT_EQ(back->look.gloss, baked.look.gloss);
  EXPECT_GT(baked.look.outside.absorbs_r, 0);
  EXPECT_EQ(back->look.outside.absorbs_r, baked.look.outside.absorbs_r);
  EXPECT_EQ(back->look.inside.scatters_b, baked.look.inside.scatters_b);
  EXPECT_EQ(back->look.outside.skin_mm, baked.look.outside.skin_mm);
  EXPECT_TRUE(back->look.fired);
  EXPECT_TRUE(back->look.glazed);
  EXPECT_EQ(back->title, baked.title);
  EXPECT_EQ(back->fingerprint, baked.fingerprint);
  EXPECT_NEAR(back->measures.capacity_ml, baked.measures.capacity_ml, 0.01);
  EXPECT_NEAR(back->cone, baked.cone, 1e-5);
  EXPECT_EQ(back->making_seconds, baked.making_seconds);
  EXPECT_EQ(back->defects.size(), baked.defects.size());
}

double mean_paint(const craft::Look& look) {
  double sum = 0;
  for (const uint8_t cell : look.paint_cobalt) sum += cell;
  return sum / static_cast<double>(look.paint_cobalt.size());
}

TEST(Baked, ThePaintStays) {
  const Baked baked = busy();
  const auto back = decode_baked(*encode(baked));
  ASSERT_GE(back->look.paint_columns, 256);
  ASSERT_GT(mean_paint(baked.look), 3);
  EXPECT_NEAR(mean_paint(back->look), mean_paint(baked.look), 0.06 * mean_paint(baked.look));
}

TEST(Baked, PartsAreCarriedAndFit) {
  Baked baked = busy();
  for (uint32_t i = 0; i < craft::kPartsMax; ++i) {
    const auto kind = static_cast<craft::PartKind>(i % craft::kPartKindCount);
    baked.look.parts.push_back({kind, i % 2 == 1, 0.07f * static_cast<float>(i), 41.5f, 60.25f, 39, 12, 88, 5, 0.4f});
  }
  const auto bytes = encode(baked);
  ASSERT_TRUE(bytes);
  EXPECT_LE(bytes->size(), kBakedBytesMax);
  const auto back = decode_baked(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  ASSERT_EQ(back->look.parts.size(), craft::kPartsMax);
  for (std::size_t i = 0; i < craft::kPartsMax; ++i) {
    EXPECT_EQ(back->look.parts[i].kind, baked.look.parts[i].kind);
    EXPECT_EQ(back->look.parts[i].cracked, baked.look.parts[i].cracked);
    EXPECT_EQ(back->look.parts[i].u_turn, baked.look.parts[i].u_turn);
    EXPECT_EQ(back->look.parts[i].size_mm, baked.look.parts[i].size_mm);
  }
  baked.look.parts.push_back(baked.look.parts[0]);
  EXPECT_FALSE(decode_baked(*encode(baked))) << "one more than a pot can have";
}

TEST(Baked, EveryLayerOfDecorationStays) {
  Baked baked = busy();
  craft::Look& look = baked.look;
  const std::size_t cells = look.paint_cobalt.size();
  look.paint_copper.assign(cells, 0);
  look.paint_enamel.assign(cells, 0);
  look.paint_enamel_kind.assign(cells, 0);
  look.paint_height.assign(cells, 128);
  look.paint_hole.assign(cells, 0);
  look.paint_bare.assign(cells, 0);
  const auto block = [&](std::vector<uint8_t>& layer, int column, uint8_t value) {
    for (int row = 64; row < 128; ++row) {
      for (int c = column; c < column + 64; ++c) layer[static_cast<std::size_t>(row * look.paint_columns + c)] = value;
    }
  };
  block(look.paint_copper, 32, 140);
  block(look.paint_enamel, 128, 140);
  block(look.paint_enamel_kind, 128, 4);
  block(look.paint_height, 256, 92);  // two steps down
  block(look.paint_hole, 384, 255);
  block(look.paint_bare, 448, 255);
  const auto bytes = encode(baked);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  EXPECT_LE(bytes->size(), kBakedBytesMax);
  const auto back = decode_baked(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  const craft::Look& seen = back->look;
  const auto at = [&](const std::vector<uint8_t>& layer, int column) {
    return static_cast<int>(layer[static_cast<std::size_t>(96 * seen.paint_rows / look.paint_rows * seen.paint_columns +
                                                           column * seen.paint_columns / look.paint_columns)]);
  };
  EXPECT_TRUE(seen.paint_iron.empty()) << "nothing was painted in iron";
  EXPECT_NEAR(at(seen.paint_copper, 64), 140, 12);
  EXPECT_NEAR(at(seen.paint_enamel, 160), 140, 12);
  EXPECT_EQ(at(seen.paint_enamel_kind, 160), 4);
  EXPECT_EQ(at(seen.paint_height, 288), 92);
  EXPECT_EQ(at(seen.paint_height, 10), 128);
  EXPECT_EQ(at(seen.paint_hole, 416), 255);
  EXPECT_EQ(at(seen.paint_bare, 480), 255);
  EXPECT_EQ(at(seen.paint_bare, 10), 0);
}

TEST(Baked, TheMarkOnTheFootStaysAndMustBeOneWeKnow) {
  Baked baked = busy();
  baked.look.foot_mark = {true, 2, 1, 0.02f, 0.05f, 0.4f};
  const auto back = decode_baked(*encode(baked));
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_TRUE(back->look.foot_mark.written);
  EXPECT_EQ(back->look.foot_mark.text, 2);
  EXPECT_EQ(back->look.foot_mark.frame, 1);
  EXPECT_EQ(back->look.foot_mark.b, 0.4f);
  const auto refused = [&baked](const char* where) {
    const auto decoded = decode_baked(*encode(baked));
    return !decoded && decoded.error().where == where;
  };
  baked.look.foot_mark.text = craft::kFootMarkTexts;
  EXPECT_TRUE(refused("baked.foot_mark.text"));
  baked.look.foot_mark = {true, 0, craft::kFootMarkFrames, 0, 0, 0};
  EXPECT_TRUE(refused("baked.foot_mark.frame"));
  baked.look.foot_mark = {true, 0, 0, 0, 0, 7};
  EXPECT_TRUE(refused("baked.foot_mark.colour"));
}

TEST(Baked, ABuyerHearsWhatTheMakerHeard) {
  craft::Workpiece pot = test::build({4, 8, 80, 50, 0.008});
  pot.schedule = {{100, 1000, 0, 0}, {80, 1280, 20, 0}};
  craft::fire(pot, {0, craft::ActKind::kFire, 0, 0, 7, 0});
  Baked baked;
  for (const bool cracked : {false, true}) {
    if (cracked) pot.defects.push_back({craft::DefectKind::kDunted, 0, 40, 300, 100});
    baked.look = craft::look_of(pot, 0, 0);
    baked.look.enamel_melt = 0.5f;
    baked.look.enamel_burnt = 0.25f;
    const auto back = decode_baked(*encode(baked));
    ASSERT_TRUE(back) << to_text(back.error());
    EXPECT_GT(back->look.tone.hz[0], 100);
    EXPECT_EQ(back->look.tone.hz, baked.look.tone.hz);
    EXPECT_EQ(back->look.tone.decay_s, baked.look.tone.decay_s);
    EXPECT_EQ(back->look.enamel_melt, 0.5f);
    EXPECT_EQ(back->look.enamel_burnt, 0.25f);
  }
  EXPECT_LT(baked.look.tone.decay_s[0], 0.2f);
}

TEST(Baked, WhateverWasDoneToItFits) {
  for (const replay::Life& life : replay::whole_lives()) {
    Record record;
    record.making = life.bench.making;
    const Baked baked = bake(record, life.bench.workpiece);
    const auto bytes = encode(baked);
    ASSERT_TRUE(bytes) << life.name << ": " << to_text(bytes.error());
    EXPECT_LE(bytes->size(), kBakedBytesMax) << life.name;
    const auto back = decode_baked(*bytes);
    ASSERT_TRUE(back) << life.name << ": " << to_text(back.error());
    EXPECT_EQ(back->look.parts.size(), life.bench.workpiece.parts.size()) << life.name;
    EXPECT_EQ(back->defects.size(), life.bench.workpiece.defects.size()) << life.name;
  }
}

TEST(Baked, APotPatternedFromFootToRimFits) {
  craft::Workpiece pot = test::build({4, 8, 160, 50, 0.008});
  const auto pattern = [&](craft::PatternId id, double from, double to, craft::Pigment pigment) {
    craft::Stroke stroke;
    stroke.kind = craft::StrokeKind::kPattern;
    stroke.form = static_cast<int32_t>(id);
    stroke.pigment = pigment;
    stroke.open = false;
    stroke.points = {{0, from, 1}, {0, to, 1}};
    stroke.repeats = craft::pattern_repeats(id, pot.clay, from, to);
    pot.surface.strokes.push_back(stroke);
  };
  pattern(craft::PatternId::kWaves, 18, 38, craft::Pigment::kCobalt);
  pattern(craft::PatternId::kDragonPhoenix, 40, 84, craft::Pigment::kCobalt);
  pattern(craft::PatternId::kCloudCollar, 86, 108, craft::Pigment::kCopper);
  pattern(craft::PatternId::kKeyFret, 110, 120, craft::Pigment::kIron);
  pattern(craft::PatternId::kSaz, 40, 84, craft::Pigment::kOwnColours);
  pot.stage = craft::Stage::kFired;
  Baked baked;
  baked.look = craft::look_of(pot, kBakedPaintColumnsMax, kBakedPaintColumnsMax / 2);
  const auto bytes = encode(baked);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  EXPECT_LE(bytes->size(), kBakedBytesMax);
  EXPECT_GE(decode_baked(*bytes)->look.paint_columns, 128) << "and is still legible";
}

TEST(Baked, NoiseAllOverTheWallStillFits) {
  Baked baked = busy();
  std::mt19937 dice(2);
  for (uint8_t& cell : baked.look.paint_cobalt) cell = static_cast<uint8_t>(dice());
  baked.defects.assign(craft::kDefectsMax, craft::Defect{});
  for (craft::LookRing& ring : baked.look.rings) {
    ring.off_x_mm = static_cast<float>(dice() % 100);
    ring.twist_turn = static_cast<float>(dice() % 100) / 100;
  }
  baked.title = std::string(kNameBytesMax, 'x');
  const auto bytes = encode(baked);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  EXPECT_LE(bytes->size(), kBakedBytesMax);
  EXPECT_GE(decode_baked(*bytes)->look.paint_columns, 64);
}

TEST(Baked, APlainPotIsSmall) {
  Bench bench = *fresh_bench(craft::ClayStart{});
  seal(bench);
  Record record;
  record.making = bench.making;
  const auto bytes = encode(bake(record, bench.workpiece));
  ASSERT_TRUE(bytes);
  EXPECT_LE(bytes->size(), 1024u);
  EXPECT_EQ(decode_baked(*bytes)->look.paint_columns, 0);
}

TEST(Baked, EveryFlippedByteAndTruncationIsRefusedByName) {
  const Bytes bytes = *encode(busy());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    Bytes altered = bytes;
    altered[i] ^= 0x10;
    const auto back = decode_baked(altered);
    ASSERT_FALSE(back) << i;
    EXPECT_EQ(back.error().where.rfind("baked.", 0), 0u);
    if (i % 97 == 0) {
      EXPECT_FALSE(decode_baked(std::span<const uint8_t>(bytes.data(), i)));
    }
  }
}

TEST(Baked, AForgersBytesNeverCrashNorGiveNonsense) {
  Baked small = busy();
  small.look.paint_cobalt = resample(small.look.paint_cobalt, small.look.paint_columns, small.look.paint_rows, 24, 12);
  small.look.paint_columns = 24;
  small.look.paint_rows = 12;
  const Bytes payload = *open_envelope(kEnvelope, *encode(small));
  constexpr EnvelopeKind kRoomy{"baked", {'S', 'U', 'B', 0x1a}, 1, 1u << 20, 1u << 20};
  std::mt19937 dice(29);
  for (int round = 0; round < 4000; ++round) {
    Bytes altered = payload;
    const std::size_t region = round % 2 == 0 ? altered.size() : 500;  // tables lie at the front
    for (int i = 0; i < 3; ++i) altered[dice() % region] = static_cast<uint8_t>(dice());
    const auto sealed = close_envelope(kRoomy, altered);
    ASSERT_TRUE(sealed);
    const auto back = decode_baked(*sealed);
    if (!back) continue;
    for (const craft::LookRing& ring : back->look.rings) ASSERT_TRUE(std::isfinite(ring.outer_mm));
    ASSERT_TRUE(std::isfinite(back->measures.height_mm));
    ASSERT_EQ(back->look.paint_cobalt.size(),
              static_cast<std::size_t>(back->look.paint_columns) * static_cast<std::size_t>(back->look.paint_rows));
  }
}

TEST(PaintCells, LevelsReadBackAndResamplingKeepsTheMean) {
  std::mt19937 dice(8);
  std::vector<uint8_t> cells(96 * 40);
  for (uint8_t& cell : cells) cell = static_cast<uint8_t>(dice() % 256);
  const auto once = restore_levels(predict_levels(cells, 96, 40), 96, 40);
  EXPECT_EQ(restore_levels(predict_levels(once, 96, 40), 96, 40), once);
  for (std::size_t i = 0; i < cells.size(); ++i) EXPECT_NEAR(once[i], cells[i], 17);
  double before = 0, after = 0;
  for (const uint8_t cell : cells) before += cell;
  const auto smaller = resample(cells, 96, 40, 36, 17);
  ASSERT_EQ(smaller.size(), 36u * 17);
  for (const uint8_t cell : smaller) after += cell;
  EXPECT_NEAR(after / (36 * 17), before / (96 * 40), 1);
}

}  // namespace
}  // namespace sui::piece
