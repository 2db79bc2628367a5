#include "tests/gallery/fit.h"

#include <algorithm>
#include <cmath>

namespace sui::gallery {
namespace {

using engine::Rect;
using engine::Vec2;

constexpr float kTolerancePt = 1;
constexpr float kPaddingPt = 3;  // between letters and the edge of their control
constexpr float kTouchPt = 3;    // letters of two lines may come this near
constexpr float kOpaqueAlpha = 0.85f;
constexpr float kFaintAlpha = 0.3f;  // what is only just arriving may still lie over what leaves

float right(Rect area) {
  return area.x + area.w;
}
float bottom(Rect area) {
  return area.y + area.h;
}
bool holds(Rect area, Vec2 point) {
  return point.x >= area.x && point.x <= right(area) && point.y >= area.y && point.y <= bottom(area);
}
float spill(Rect inner, Rect outer) {
  return std::max({outer.x - inner.x, right(inner) - right(outer), outer.y - inner.y, bottom(inner) - bottom(outer)});
}

// Whether `words` are `pattern` with something in each hole.
bool is_filled(std::string_view pattern, std::string_view words) {
  std::size_t at = 0;
  for (bool first = true;; first = false) {
    const std::size_t open = pattern.find('{');
    const std::string_view part = pattern.substr(0, open);
    const std::size_t found = words.find(part, at);
    if (found == std::string_view::npos || (first && found != 0)) return false;
    at = found + part.size();
    if (open == std::string_view::npos) return part.empty() || at == words.size();
    pattern.remove_prefix(std::min(pattern.size(), pattern.find('}', open) + 1));
  }
}

}  // namespace

void FitCanvas::begin_frame(Rect screen, bool stands) {
  stands_ = stands;
  screen_ = screen;
  boxes_.clear();
  clips_.clear();
  written_.clear();
  faults_.clear();
}

void FitCanvas::box(Rect area, float alpha) {
  const auto covered = [area](Rect under) {
    return holds(area, {under.x + under.w / 2, under.y + under.h / 2}) && under.w * under.h < area.w * area.h;
  };
  if (alpha > kOpaqueAlpha) {
    boxes_.erase(std::remove_if(boxes_.begin(), boxes_.end(), covered), boxes_.end());
    written_.erase(
        std::remove_if(written_.begin(), written_.end(), [&](const Written& text) { return covered(text.area); }),
        written_.end());
  }
  if (area.w < screen_.w - 2) boxes_.push_back(area);
}

void FitCanvas::circle(Vec2 centre, float radius, engine::Colour fill) {
  if (radius > 22) box({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, fill.a);
}

void FitCanvas::note(std::string_view words, const std::string& what, float over_pt) {
  faults_.push_back({std::string(words), what, over_pt});
}

void FitCanvas::hold_against_controls(std::string_view words, Rect area) {
  const Vec2 middle{area.x + area.w / 2, area.y + area.h / 2};
  const Rect* control = nullptr;
  for (const Rect& each : boxes_) {
    if (holds(each, middle) && (control == nullptr || each.w * each.h < control->w * control->h)) control = &each;
  }
  if (control == nullptr) return;
  const float across = std::min(kPaddingPt, control->w / 4), down = std::min(kPaddingPt, control->h / 4);
  const float over =
      spill(area, {control->x + across, control->y + down, control->w - 2 * across, control->h - 2 * down});
  if (over > kTolerancePt) note(words, "spills out of its control", over);
}

void FitCanvas::hold_against_others(std::string_view words, Rect area) {
  for (const Written& other : written_) {
    const float across = std::min(right(area), right(other.area)) - std::max(area.x, other.area.x);
    const float down = std::min(bottom(area), bottom(other.area)) - std::max(area.y, other.area.y);
    if (across > kTouchPt && down > kTouchPt) note(words, "is written over \"" + other.words + "\"", down);
  }
}

float FitCanvas::text(std::string_view utf8, Rect area, const engine::TextStyle& style) {
  const Vec2 size = text_size(utf8, area.w, style);
  if (utf8.empty() || style.colour.a < kFaintAlpha) return size.y;
  const float slack = area.w - size.x;
  const float x = area.x + (style.align == engine::Align::kLeft    ? 0
                            : style.align == engine::Align::kRight ? slack
                                                                   : slack / 2);
  // Between the lines' own air: letters reach from their ascent to their descent.
  const float air = std::max(0.0f, style.line_height - 1.15f) / style.line_height / 2;
  const float line = text_size("x", 0, style).y;
  const Rect letters{x, area.y + line * air, size.x, size.y - 2 * line * air};
  if (area.w > 0 && size.x > area.w + kTolerancePt) note(utf8, "is wider than its room", size.x - area.w);
  // A tile at the end of a strip that scrolls takes its name with it.
  const bool is_half_gone = area.w > 0 && (area.x < screen_.x || right(area) > right(screen_));
  Rect ground = screen_;
  if (!stands_) ground.h *= 2;
  if (!clips_.empty()) {
    const Rect clip = clips_.back();
    if (bottom(letters) < clip.y || letters.y > bottom(clip)) return size.y;
    const float over = std::max(clip.x - letters.x, right(letters) - right(clip));
    if (over > kTolerancePt) note(utf8, "is cut off", over);
  } else if (const float over = spill(letters, ground); over > kTolerancePt && !is_half_gone) {
    note(utf8, "runs off the screen", over);
  }
  hold_against_controls(utf8, letters);
  hold_against_others(utf8, letters);
  written_.push_back({std::string(utf8), letters});
  return size.y;
}

Vec2 FitCanvas::text_size(std::string_view utf8, float wrap_width, const engine::TextStyle& style) {
  return letters_.text_size(utf8, wrap_width, style);
}

std::string key_of(const engine::Strings& strings, std::string_view words) {
  for (const auto& [key, pattern] : strings.table) {
    if (pattern == words) return key;
  }
  for (const auto& [key, pattern] : strings.table) {
    if (pattern.find('{') != 0 && pattern.find('{') != std::string::npos && is_filled(pattern, words)) return key;
  }
  for (const auto& [key, pattern] : strings.table) {
    if (pattern.find('{') == 0 && pattern.back() != '}' && is_filled(pattern, words)) return key;
  }
  return "?";
}

}  // namespace sui::gallery
