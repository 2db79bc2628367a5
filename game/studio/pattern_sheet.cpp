#include "game/studio/pattern_sheet.h"

#include <algorithm>
#include <cmath>

#include "game/craft/pigment.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/ware/ware.h"

namespace sui::studio {
namespace {

using craft::PatternId;
using engine::Align;
using engine::Canvas;
using engine::hex;
using engine::Rect;
using engine::Touch;
namespace style = engine::style;

constexpr int kColumns = 2;
constexpr float kCell = 108, kSheetShare = 0.72f;
constexpr int kRows = 96, kRoundColumns = 604;  // of a drum 60 mm tall and 60 mm in radius
constexpr int kShownColumns = 176;

// A plain drum to draw on: nobody's pot.
craft::Clay drum() {
  craft::Clay clay = craft::fresh_workpiece(craft::ClayStart{})->clay;
  constexpr double kRadiusMm = 60, kWallMm = 4, kTallMm = 60;
  for (std::size_t k = 0; k < craft::kRingCount; ++k) {
    clay.r_mm[k] = kRadiusMm;
    clay.w_mm[k] = kWallMm;
    clay.volume_mm3[k] = 6.283185307179586 * kRadiusMm * kWallMm * kTallMm / craft::kRingCount;
    clay.off_x_mm[k] = clay.off_y_mm[k] = clay.oval_x_mm[k] = clay.oval_y_mm[k] = 0;
  }
  return clay;
}

uint8_t byte_of(double share) {
  return static_cast<uint8_t>(std::lround(255 * std::clamp(share, 0.0, 1.0)));
}

// What lies on one cell, as a colour over white paper with its own alpha.
void colour_cell(const craft::PigmentField& field, std::size_t cell, uint8_t* rgba) {
  double alpha = field.cobalt_g_m2[cell] / 7.0;
  engine::Colour colour = hex(style::kCobalt);
  for (std::size_t index = 0; index < craft::kEnamelCount; ++index) {
    if (field.enamel_g_m2[index].empty() || field.enamel_g_m2[index][cell] <= 0) continue;
    const auto pigment = static_cast<craft::Pigment>(static_cast<std::size_t>(craft::Pigment::kEnamelRed) + index);
    const double share = field.enamel_g_m2[index][cell] / craft::full_dose_g_m2(pigment);
    if (share < 0.1) continue;
    alpha = std::max(alpha, share * 1.6);
    colour = ware::srgb(craft::enamel(index).colour);
  }
  rgba[0] = byte_of(static_cast<double>(colour.r));
  rgba[1] = byte_of(static_cast<double>(colour.g));
  rgba[2] = byte_of(static_cast<double>(colour.b));
  rgba[3] = byte_of(alpha);
}

engine::TextureId preview_of(engine::Scene& scene, const craft::Clay& clay, PatternId pattern, bool in_enamels) {
  craft::Surface surface;
  craft::Stroke stroke;
  stroke.kind = craft::StrokeKind::kPattern;
  stroke.form = static_cast<int32_t>(pattern);
  stroke.pigment = in_enamels ? craft::Pigment::kOwnColours : craft::Pigment::kCobalt;
  stroke.open = false;
  stroke.points = {{0, 2, 1, 0}, {0, craft::kRingCount - 2.0, 1, 0}};
  stroke.repeats = craft::pattern_repeats(pattern, clay, stroke.points[0].v_ring, stroke.points[1].v_ring);
  surface.strokes.push_back(stroke);
  const craft::PigmentField field = craft::lay_all(surface, clay, kRoundColumns, kRows);
  std::vector<uint8_t> pixels(static_cast<std::size_t>(kShownColumns) * kRows * 4);
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kShownColumns; ++column) {
      const auto cell = static_cast<std::size_t>(row) * kRoundColumns + static_cast<std::size_t>(column);
      const auto at =
          (static_cast<std::size_t>(kRows - 1 - row) * kShownColumns + static_cast<std::size_t>(column)) * 4;
      colour_cell(field, cell, &pixels[at]);
    }
  }
  return scene.make_texture(kShownColumns, kRows, 4, pixels, false);
}

void make_previews(PatternSheet& sheet, engine::Scene& scene, bool in_enamels) {
  if (sheet.made && sheet.in_enamels == in_enamels) return;
  const craft::Clay clay = drum();
  for (int index = 0; index < craft::kPatternCount; ++index) {
    engine::TextureId& preview = sheet.previews[static_cast<std::size_t>(index)];
    if (sheet.made) scene.drop_texture(preview);
    preview = preview_of(scene, clay, static_cast<PatternId>(index), in_enamels);
  }
  sheet.made = true;
  sheet.in_enamels = in_enamels;
}

bool tapped(const Around& around, Rect area, Rect place) {
  for (const Touch& touch : around.frame.input.touches) {
    if (touch.ended && touch.is_tap && area.contains(touch.at) && place.contains(touch.at)) return true;
  }
  return false;
}

}  // namespace

std::optional<PatternId> frame(PatternSheet& sheet, Around& around, bool in_enamels) {
  engine::Frame& frame = around.frame;
  sheet.openness = toward(sheet.openness, sheet.open ? 1.0f : 0.0f, frame.dt_s, 11);
  if (sheet.openness < 0.01f) return std::nullopt;
  if (sheet.open) make_previews(sheet, frame.scene, in_enamels);
  const float height = frame.safe.h * kSheetShare;
  for (const Touch& touch : frame.input.touches) {  // beside the sheet: not today
    if (touch.began && !touch.taken && touch.at.y < frame.screen.y + frame.screen.h - height) sheet.open = false;
  }
  const Rect inner = engine::sheet(frame.ui, height, sheet.openness);
  Canvas& canvas = frame.canvas;
  auto title = title_style(20, Align::kCentre);
  canvas.text(engine::say(around.strings, "patterns.title"), {inner.x, inner.y, inner.w, 0}, title);
  const Rect place{inner.x, inner.y + 40, inner.w, inner.h - 40};
  const float width = (inner.w - style::kGap) / kColumns;
  constexpr int kLines = (craft::kPatternCount + kColumns - 1) / kColumns;
  std::optional<PatternId> chosen;
  const float top = engine::begin_scroll(frame.ui, "patterns", place, kLines * (kCell + style::kGap), sheet.scrolled);
  for (int index = 0; index < craft::kPatternCount; ++index) {
    const Rect cell{inner.x + static_cast<float>(index % kColumns) * (width + style::kGap),
                    top + static_cast<float>(index / kColumns) * (kCell + style::kGap), width, kCell};
    if (cell.y > place.y + place.h || cell.y + cell.h < place.y) continue;
    canvas.shadow({cell.x, cell.y + 3, cell.w, cell.h}, 12, 7, hex(0x1a120b, 0.18f));
    canvas.gradient(cell, 12, hex(0xffffff), hex(0xf3f5f4));
    const float tall = kCell - 30, shown = std::min(cell.w - 12, tall * kShownColumns / kRows);
    const float share = shown / (tall * kShownColumns / kRows);
    canvas.image(sheet.previews[static_cast<std::size_t>(index)],
                 {cell.x + (cell.w - shown) / 2, cell.y + 5, shown, tall}, {0, 0, share, 1}, {1, 1, 1, 1}, 6);
    const auto* id = craft::pattern_id(static_cast<PatternId>(index));
    canvas.text(engine::say(around.strings, std::string("pattern.") + id),
                {cell.x + 4, cell.y + kCell - 24, width - 8, 0}, body_style(13, Align::kCentre));
    if (sheet.open && tapped(around, place, cell)) chosen = static_cast<PatternId>(index);
  }
  engine::end_scroll(frame.ui);
  if (chosen) sheet.open = false;
  return chosen;
}

}  // namespace sui::studio
