#include "game/craft/pattern.h"

#include <array>
#include <cassert>
#include <cmath>

#include "game/craft/math.h"
#include "game/craft/pattern_drawing.h"

namespace sui::craft {
namespace {

constexpr const Pattern* kPatterns[kPatternCount] = {
    &kKeyFretPattern,      &kPlantainPattern, &kWavesPattern,         &kCloudCollarPattern, &kScrollLotusPattern,
    &kThreeFriendsPattern, &kBoysPattern,     &kDragonPhoenixPattern, &kSazPattern,         &kTulipsPattern,
    &kCarnationsPattern,   &kFaenzaPattern,   &kGorodetsPattern,      &kOshPattern,         &kTroyanPattern};
constexpr double kSheet = 1000;

struct Sheet {
  const Stroke& wanted;
  const Pattern& pattern;
  const Wall& wall;
  double low_mm, high_mm, base_turn;
  std::vector<Stroke>& out;
};

Pigment pigment_for(const Sheet& sheet, const Trace& trace) {
  if (sheet.wanted.pigment != Pigment::kOwnColours) return sheet.wanted.pigment;
  assert(trace.slot < kPatternSlots);
  return sheet.pattern.own[trace.slot];
}

StrokeKind kind_for(Pen pen) {
  if (pen == Pen::kWipe) return StrokeKind::kWipe;
  return pen == Pen::kFill || pen == Pen::kBlock ? StrokeKind::kFill : StrokeKind::kLine;
}

void take_trace(void* owner, const Trace& trace, double size, const SheetPoint* points, std::size_t count) {
  const Sheet& sheet = *static_cast<const Sheet*>(owner);
  Stroke stroke;
  stroke.kind = kind_for(trace.pen);
  stroke.open = false;
  stroke.pigment = pigment_for(sheet, trace);
  const double tall_mm = sheet.high_mm - sheet.low_mm;
  stroke.width_mm = trace.width / kSheet * size * tall_mm;
  // Enamels are thick or they are nothing; a cobalt painter thins hers to five tones.
  const double load = trace.load / 100.0;
  stroke.load = sheet.wanted.load * (is_enamel(stroke.pigment) ? 0.75 + 0.25 * load : load);
  stroke.points.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double y_mm = sheet.low_mm + points[i].y / kSheet * tall_mm;
    stroke.points.push_back({sheet.base_turn + points[i].x / sheet.pattern.width / sheet.wanted.repeats,
                             v_ring_at(sheet.wall, y_mm), points[i].pressure});
  }
  sheet.out.push_back(std::move(stroke));
}

}  // namespace

const char* pattern_id(PatternId pattern) {
  const auto number = static_cast<int>(pattern);
  return number >= 0 && number < kPatternCount ? kPatterns[number]->id : nullptr;
}

int pattern_repeats(PatternId pattern, const Clay& clay, double v_from, double v_to) {
  const Wall wall = unroll(clay, 4 * kRingCount);
  const double tall_mm = along_mm_at(wall, v_to) - along_mm_at(wall, v_from);
  const double round_mm = kWholeTurn * wall.at(wall.radius_mm, row_of(0.5 * (v_from + v_to), wall.rows()));
  const double wide_mm = tall_mm * kPatterns[static_cast<int>(pattern)]->width / kSheet;
  if (wide_mm <= 0) return 1;
  const double fit = round_mm / wide_mm;
  return fit < 1.5 ? 1 : (fit > kPatternRepeatsMax ? kPatternRepeatsMax : static_cast<int>(fit + 0.5));
}

std::vector<Stroke> expand_pattern(const Stroke& stroke, const Wall& wall) {
  assert(stroke.kind == StrokeKind::kPattern && stroke.points.size() == 2 && stroke.repeats > 0);
  std::vector<Stroke> strokes;
  const Pattern& pattern = *kPatterns[stroke.form];
  const double low_mm = along_mm_at(wall, stroke.points[0].v_ring);
  const double high_mm = along_mm_at(wall, stroke.points[1].v_ring);
  // Trace by trace all round, not repeat by repeat: what stands in front does so across the seams too.
  for (std::size_t trace = 0; trace < pattern.drawing.count; ++trace) {
    for (int32_t repeat = 0; repeat < stroke.repeats; ++repeat) {
      Sheet sheet{stroke, pattern, wall, low_mm, high_mm, static_cast<double>(repeat) / stroke.repeats, strokes};
      run_motif({pattern.drawing.traces + trace, 1}, {}, &take_trace, &sheet);
    }
  }
  return strokes;
}

}  // namespace sui::craft
