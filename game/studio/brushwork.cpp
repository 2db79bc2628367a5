#include "game/studio/brushwork.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/engine/style.h"

namespace sui::studio {
namespace {

using engine::Colour;
using engine::hex;
using engine::mixed;
using engine::Rect;
using engine::Vec2;

constexpr std::size_t kDotsMax = 64, kEdgesMax = 512;
constexpr float kRowPt = 0.8f;

struct Run {  // a curve in points, made of short straight steps
  std::array<Vec2, kEdgesMax> at;
  std::size_t count = 0;
  void add(Vec2 point) {
    if (count < at.size()) at[count++] = point;
  }
};

Vec2 between(Vec2 a, Vec2 b, Vec2 c, Vec2 d, float t) {  // Catmull-Rom from b to c
  const float t2 = t * t, t3 = t2 * t;
  const auto mix = [&](float p, float q, float r, float s) {
    return 0.5f * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t2 + (3 * q - p - 3 * r + s) * t3);
  };
  return {mix(a.x, b.x, c.x, d.x), mix(a.y, b.y, c.y, d.y)};
}

void smooth(const Sheet& sheet, std::span<const Vec2> dots, bool closed, Run& run) {
  const std::size_t count = std::min(dots.size(), kDotsMax);
  if (count < 2) return;
  const auto dot = [&](std::size_t index, int step) {
    const auto n = static_cast<std::ptrdiff_t>(count);
    std::ptrdiff_t at = static_cast<std::ptrdiff_t>(index) + step;
    at = closed ? (at + n) % n : std::clamp<std::ptrdiff_t>(at, 0, n - 1);
    const Vec2 p = dots[static_cast<std::size_t>(at)];
    return sheet.at(p.x, p.y);
  };
  const std::size_t spans = closed ? count : count - 1;
  for (std::size_t i = 0; i < spans; ++i) {
    const Vec2 from = dot(i, 0), to = dot(i, 1);
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::clamp(static_cast<int>(length / 2.2f), 2, 24);
    for (int k = 0; k < steps; ++k)
      run.add(between(dot(i, -1), from, to, dot(i, 2), static_cast<float>(k) / static_cast<float>(steps)));
  }
  if (!closed) run.add(dot(count - 1, 0));
}

void fill(const Sheet& sheet, const Run& run, float top, float bottom) {
  if (run.count < 3) return;
  float low = run.at[0].y, high = low;
  for (std::size_t i = 0; i < run.count; ++i) {
    low = std::min(low, run.at[i].y);
    high = std::max(high, run.at[i].y);
  }
  std::array<float, 24> crossings;
  for (float y = low + kRowPt / 2; y < high; y += kRowPt) {
    std::size_t found = 0;
    for (std::size_t i = 0, j = run.count - 1; i < run.count; j = i++) {
      const Vec2 a = run.at[i], b = run.at[j];
      if ((a.y > y) == (b.y > y) || found == crossings.size()) continue;
      crossings[found++] = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
    }
    std::sort(crossings.begin(), crossings.begin() + static_cast<std::ptrdiff_t>(found));
    // A wash runs down before it dries: most of its blue stands along the lower edge.
    const float t = (y - low) / std::max(1.0f, high - low);
    const Colour colour = sheet.tone(top + (bottom - top) * t * t);
    for (std::size_t i = 0; i + 1 < found; i += 2)
      sheet.canvas.rect({crossings[i], y - kRowPt * 0.6f, crossings[i + 1] - crossings[i], kRowPt * 1.3f}, colour);
  }
}

void draw_run(const Sheet& sheet, const Run& run, float thick, float deep, bool tapers) {
  const Colour colour = sheet.tone(deep);
  for (std::size_t i = 1; i < run.count; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(run.count);
    const float swell = tapers ? 0.35f + 0.65f * std::sqrt(std::sin(t * 3.14159f)) : 1.0f;
    sheet.canvas.line(run.at[i - 1], run.at[i], std::max(0.8f, sheet.pt(thick) * swell), colour);
  }
}

Run ellipse(const Sheet& sheet, Vec2 centre, float radius_x, float radius_y) {
  Run run;
  constexpr int kSteps = 40;
  for (int i = 0; i < kSteps; ++i) {
    const float angle = 6.2831853f * static_cast<float>(i) / kSteps;
    run.add(sheet.at(centre.x + radius_x * std::cos(angle), centre.y + radius_y * std::sin(angle)));
  }
  return run;
}

}  // namespace

void line_through(const Sheet& sheet, std::span<const Vec2> dots, float thick, float deep) {
  Run run;
  smooth(sheet, dots, false, run);
  draw_run(sheet, run, thick, deep, true);
}

void line_through(const Sheet& sheet, Dots dots, float thick, float deep) {
  line_through(sheet, std::span<const Vec2>(dots.begin(), dots.size()), thick, deep);
}

void even_line(const Sheet& sheet, Dots dots, float thick, float deep) {
  Run run;
  smooth(sheet, std::span<const Vec2>(dots.begin(), dots.size()), false, run);
  draw_run(sheet, run, thick, deep, false);
}

void wash(const Sheet& sheet, std::span<const Vec2> dots, float top, float bottom) {
  Run run;
  smooth(sheet, dots, true, run);
  fill(sheet, run, top, bottom);
}

void wash(const Sheet& sheet, Dots dots, float top, float bottom) {
  wash(sheet, std::span<const Vec2>(dots.begin(), dots.size()), top, bottom);
}

void wash_straight(const Sheet& sheet, Dots dots, float top, float bottom) {
  Run run;
  for (const Vec2 dot : dots) run.add(sheet.at(dot.x, dot.y));
  fill(sheet, run, top, bottom);
}

void wash_disc(const Sheet& sheet, Vec2 centre, float radius_x, float radius_y, float top, float bottom) {
  fill(sheet, ellipse(sheet, centre, radius_x, radius_y), top, bottom);
}

void ring_line(const Sheet& sheet, Vec2 centre, float radius_x, float radius_y, float thick, float deep) {
  Run run = ellipse(sheet, centre, radius_x, radius_y);
  run.add(run.at[0]);
  draw_run(sheet, run, thick, deep, false);
}

void draw_vessel(const Sheet& sheet, craft::GoalShape shape, Vec2 foot, float height, float deep, float body) {
  constexpr int kRows = 56;
  Run outline;
  const auto radius = [&](float z) { return static_cast<float>(craft::goal_radius(shape, z)) * height; };
  for (int row = 0; row <= kRows; ++row) {
    const float z = static_cast<float>(row) / kRows;
    outline.add(sheet.at(foot.x - radius(z), foot.y - z * height));
  }
  for (int row = kRows; row >= 0; --row) {
    const float z = static_cast<float>(row) / kRows;
    outline.add(sheet.at(foot.x + radius(z), foot.y - z * height));
  }
  fill(sheet, outline, 0.5f * body, std::min(1.0f, 1.5f * body));
  Run shade;  // the side away from the window
  for (int row = 0; row <= kRows; ++row) {
    const float z = static_cast<float>(row) / kRows;
    shade.add(sheet.at(foot.x + radius(z), foot.y - z * height));
  }
  for (int row = kRows; row >= 0; --row) {
    const float z = static_cast<float>(row) / kRows;
    shade.add(sheet.at(foot.x + 0.55f * radius(z), foot.y - z * height));
  }
  fill(sheet, shade, std::min(1.0f, 1.3f * body), std::min(1.0f, 2.6f * body));
  const Colour ink = sheet.tone(deep);
  const float thick = std::max(1.0f, sheet.pt(0.024f * height));
  for (std::size_t i = 1; i < outline.count; ++i) sheet.canvas.line(outline.at[i - 1], outline.at[i], thick, ink);
  sheet.canvas.line(outline.at[0], outline.at[outline.count - 1], thick, ink);
  // The mouth, seen a little from above.
  ring_line(sheet, {foot.x, foot.y - height}, radius(1), 0.16f * radius(1), 0.018f * height, deep);
}

Sheet tile(engine::Canvas& canvas, Rect area, float fired) {
  const Colour glaze = mixed(hex(0xe6ddcd), hex(0xf6f8f7), fired);
  const Colour ink = mixed(hex(0x8d8579), hex(engine::style::kCobalt), fired);
  canvas.shadow({area.x, area.y + 2, area.w, area.h}, 10, 8, hex(0x2b3a5a, 0.16f));
  canvas.rounded(area, 10, mixed(hex(0xcfc4b2), hex(0xd5dde4), fired));
  const Rect face{area.x + 1, area.y + 0.5f, area.w - 2, area.h - 2.5f};
  canvas.gradient(face, 9, mixed(glaze, hex(0xffffff), 0.55f * fired), glaze);
  return {canvas, face, glaze, ink};
}

}  // namespace sui::studio
