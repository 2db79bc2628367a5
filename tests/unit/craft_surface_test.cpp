// Brush strokes: the same picture at any resolution, round the pot without a seam, and qinghua's darker borders.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "game/craft/surface.h"
#include "game/craft/surface_work.h"
#include "tests/unit/plain_pot.h"

namespace sui::craft {
namespace {

const Clay& pot() {
  static const Clay clay = test::build({}).clay;
  return clay;
}

Stroke line(double u_from, double v_from, double u_to, double v_to, double pressure = 1, double width_mm = 8) {
  Stroke stroke;
  stroke.width_mm = width_mm;
  stroke.open = false;
  for (int i = 0; i <= 20; ++i) {
    const double t = i / 20.0;
    stroke.points.push_back({u_from + (u_to - u_from) * t, v_from + (v_to - v_from) * t, pressure});
  }
  return stroke;
}

PigmentField painted(const std::vector<Stroke>& strokes, int columns, int rows) {
  return lay_all(Surface{strokes}, pot(), columns, rows);
}

// Milligrams on the wall. Rows are equal shares of rings, whose heights differ between floor and wall: weigh them.
double milligrams(const PigmentField& field) {
  double sum = 0;
  for (int row = 0; row < field.rows; ++row) {
    const int ring = row * kRingCount / field.rows;
    const auto k = static_cast<std::size_t>(ring);
    const double outer_mm = pot().r_mm[k] + 0.5 * pot().w_mm[k];
    const double cell_mm2 =
        6.283185307179586 * outer_mm / field.columns * ring_height_mm(pot(), ring) * kRingCount / field.rows;
    for (int column = 0; column < field.columns; ++column) {
      sum += static_cast<double>(
                 field.cobalt_g_m2[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                                   static_cast<std::size_t>(column)]) *
             cell_mm2 * 1e-3;
    }
  }
  return sum;
}

float at(const PigmentField& field, int column, int row) {
  return field.cobalt_g_m2[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                           static_cast<std::size_t>((column % field.columns + field.columns) % field.columns)];
}

TEST(Surface, TheSameGramsAtAnyResolution) {
  const std::vector<Stroke> strokes = {line(0.1, 60, 0.4, 90), line(0.6, 40, 0.7, 110, 0.5)};
  const double fine = milligrams(painted(strokes, 2048, 1024));
  ASSERT_GT(fine, 5);
  EXPECT_NEAR(milligrams(painted(strokes, 1024, 512)), fine, 0.04 * fine);
  EXPECT_NEAR(milligrams(painted(strokes, 512, 256)), fine, 0.08 * fine);
}

TEST(Surface, NoSeamRoundThePot) {
  const PigmentField across = painted({line(-0.1, 70, 0.1, 70)}, 512, 256);
  const PigmentField aside = painted({line(0.4, 70, 0.6, 70)}, 512, 256);
  for (int row = 0; row < 256; ++row) {
    for (int column = 0; column < 512; ++column) {
      ASSERT_NEAR(at(across, column, row), at(aside, column + 256, row), 1e-4) << column << ' ' << row;
    }
  }
}

TEST(Surface, AWholeTurnFurtherIsTheSamePlace) {
  const PigmentField here = painted({line(0.2, 50, 0.5, 80)}, 256, 128);
  const PigmentField turns = painted({line(3.2, 50, 3.5, 80)}, 256, 128);
  for (std::size_t i = 0; i < here.cobalt_g_m2.size(); ++i) {
    ASSERT_NEAR(here.cobalt_g_m2[i], turns.cobalt_g_m2[i], 1e-4);
  }
}

TEST(Surface, PaintedLiveOrAtOnceIsTheSame) {
  Stroke live = line(0.1, 40, 0.5, 100, 0.8);
  const std::vector<StrokePoint> points = live.points;
  PigmentField field = blank_field(512, 256);
  live.points.clear();
  live.open = true;
  for (std::size_t i = 0; i < points.size(); ++i) {
    live.points.push_back(points[i]);
    if (i > 0) lay_stroke(live, pot(), static_cast<int>(i) - 1, field);
  }
  live.open = false;
  lay_stroke(live, pot(), static_cast<int>(points.size()) - 1, field);
  const PigmentField whole = painted({line(0.1, 40, 0.5, 100, 0.8)}, 512, 256);
  for (std::size_t i = 0; i < whole.cobalt_g_m2.size(); ++i) {
    ASSERT_NEAR(field.cobalt_g_m2[i], whole.cobalt_g_m2[i], 1e-4);
  }
}

TEST(Surface, BordersDryDarkerThanTheMiddle) {
  const PigmentField field = painted({line(0.2, 70, 0.5, 70, 1, 16)}, 2048, 1024);
  const int column = 2048 * 35 / 100, middle = 560;
  float darkest = 0;
  for (int row = 400; row < 720; ++row) darkest = std::max(darkest, at(field, column, row));
  EXPECT_GT(at(field, column, middle), 2);
  EXPECT_GT(darkest, 1.1f * at(field, column, middle));
  EXPECT_LT(darkest, 2.5f * at(field, column, middle));
}

TEST(Surface, TheBrushRunsDry) {
  const PigmentField field = painted({line(0.05, 70, 0.95, 70, 1, 6)}, 1024, 512);
  EXPECT_GT(at(field, 1024 * 15 / 100, 280), 1.3f * at(field, 1024 * 85 / 100, 280));
}

TEST(Surface, PressureWidens) {
  const auto covered = [](const PigmentField& field) {
    int cells = 0;
    for (const float dose : field.cobalt_g_m2) cells += dose > 0.3f;
    return cells;
  };
  EXPECT_GT(covered(painted({line(0.2, 70, 0.5, 70, 1.0)}, 512, 256)),
            1.6 * covered(painted({line(0.2, 70, 0.5, 70, 0.2)}, 512, 256)));
}

TEST(Surface, ATouchLeavesADot) {
  Stroke dot;
  dot.width_mm = 8;
  dot.open = false;
  dot.points = {{0.5, 70, 1}};
  const PigmentField field = painted({dot}, 512, 256);
  EXPECT_GT(at(field, 256, 140), 3);
  EXPECT_EQ(at(field, 300, 140), 0);
}

TEST(Surface, AnyStrokeWithinTheRulesLaysFinitePaint) {
  std::mt19937 dice(5);
  const auto between = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(dice); };
  for (int round = 0; round < 40; ++round) {
    Stroke stroke;
    stroke.width_mm = between(0.125, kBrushWidthMmMax);
    stroke.load = between(0, 1);
    stroke.open = false;
    for (int i = 0; i < 30; ++i) stroke.points.push_back({between(-3, 3), between(0, kRingCount), between(0, 1)});
    const PigmentField field = painted({stroke}, 128, 64), again = painted({stroke}, 128, 64);
    EXPECT_EQ(field.cobalt_g_m2, again.cobalt_g_m2);
    for (const float dose : field.cobalt_g_m2) {
      ASSERT_TRUE(std::isfinite(dose));
      ASSERT_GE(dose, 0);
    }
  }
}

TEST(Surface, AWallTakesOnlySoManyCoats) {
  Surface surface;
  Stroke endless;
  endless.width_mm = kBrushWidthMmMax;
  endless.open = false;
  for (int i = 0; i < 200; ++i) endless.points.push_back({i % 2 == 0 ? -250.0 : 250.0, i % 128 * 1.0, 1});
  Stroke scribble = endless;
  scribble.width_mm = 0.125;
  surface.strokes = {line(0.2, 70, 0.5, 70)};
  const PigmentField fair = lay_all(surface, pot(), 256, 128);
  for (int i = 0; i < 300; ++i) surface.strokes.push_back(i % 2 == 0 ? endless : scribble);
  EXPECT_EQ(lay_all(surface, pot(), 256, 128).cobalt_g_m2, fair.cobalt_g_m2);
  const Stroke coat = line(0.0, 30, 1.0, 110, 1, kBrushWidthMmMax);
  surface.strokes.assign(1000, coat);
  const PigmentField full = lay_all(surface, pot(), 128, 64);
  surface.strokes.assign(kStrokesMax, coat);
  EXPECT_EQ(lay_all(surface, pot(), 128, 64).cobalt_g_m2, full.cobalt_g_m2);
}

TEST(Surface, NoMakingIsTooMuchWorkToDraw) {
  constexpr int kColumns = 256, kRows = 128;
  // Sixty thousand of the smallest steps with the widest brush: they sweep nothing, and each lays a whole disc.
  Surface trembling;
  for (int stroke = 0; stroke < 20; ++stroke) {
    Stroke one;
    one.width_mm = kBrushWidthMmMax;
    one.open = false;
    for (int i = 0; i < static_cast<int>(kStrokePointsMax) / 20; ++i)
      one.points.push_back({0.3 + (i % 2) / 65536.0, 64, 1});
    trembling.strokes.push_back(one);
  }
  const LaidPaint worst = lay_all_counted(trembling, pot(), kColumns, kRows);
  constexpr int64_t kMost = kWorkPerCellMax * kColumns * kRows, kOneStamp = int64_t{2} * kColumns * kRows;
  EXPECT_LE(worst.cells_looked_at, kMost + kOneStamp);
  EXPECT_GT(worst.cells_looked_at, kMost / 2) << "or this test no longer looks for the worst";
  // The finest brush in thousands of tiny steps pays for finding its places.
  for (Stroke& stroke : trembling.strokes) stroke.width_mm = 0.125;
  EXPECT_LE(lay_all_counted(trembling, pot(), kColumns, kRows).cells_looked_at, kMost + kOneStamp);
  // A pot painted with care comes nowhere near it.
  Surface careful;
  for (int i = 0; i < 200; ++i) careful.strokes.push_back(line(i / 200.0, 20, i / 200.0 + 0.2, 110));
  EXPECT_LT(lay_all_counted(careful, pot(), kColumns, kRows).cells_looked_at, kMost / 4);
}

}  // namespace
}  // namespace sui::craft
