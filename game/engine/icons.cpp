#include "game/engine/icons.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

#include "game/engine/geometry.h"

namespace sui::engine {
namespace {

struct Segment {
  Vec2 a, b;
};
struct Disc {
  Vec2 centre;
  float radius = 0;
};
struct Drawing {
  std::vector<Segment> strokes;
  std::vector<Disc> discs, circles;
  std::vector<std::vector<Segment>> filled;
};

class PathReader {
 public:
  explicit PathReader(std::string_view text) : text_(text) {}

  Drawing read() {
    for (skip_spaces(); at_ < text_.size(); skip_spaces()) command(text_[at_++]);
    return drawing_;
  }

 private:
  void command(char letter) {
    switch (letter) {
      case 'F':
        drawing_.filled.emplace_back();
        filling_ = true;
        break;
      case 'M':
        pen_ = first_ = point();
        break;
      case 'L':
        to(point());
        break;
      case 'Q': {
        const Vec2 a = pen_, b = point(), c = point();
        curve(a, mid(a, b, 2.0f / 3), mid(c, b, 2.0f / 3), c);
        break;
      }
      case 'C': {
        const Vec2 a = pen_, b = point(), c = point(), d = point();
        curve(a, b, c, d);
        break;
      }
      case 'Z':
        to(first_);
        filling_ = false;
        break;
      case 'O':
      case 'D': {
        const Vec2 centre = point();
        (letter == 'O' ? drawing_.circles : drawing_.discs).push_back({centre, number()});
        break;
      }
      default:
        assert(false && "icon paths know M L Q C Z O D F");
    }
  }

  void to(Vec2 next) {
    (filling_ ? drawing_.filled.back() : drawing_.strokes).push_back({pen_, next});
    pen_ = next;
  }
  void curve(Vec2 a, Vec2 b, Vec2 c, Vec2 d) {
    constexpr int kSteps = 12;
    for (int i = 1; i <= kSteps; ++i) {
      const float t = static_cast<float>(i) / kSteps, u = 1 - t;
      const float wa = u * u * u, wb = 3 * u * u * t, wc = 3 * u * t * t, wd = t * t * t;
      to({wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y});
    }
  }
  static Vec2 mid(Vec2 a, Vec2 b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  Vec2 point() {
    const float x = number();
    return {x, number()};
  }
  float number() {
    skip_spaces();
    float value = 0, place = 0;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '.') {
        place = 1;
        continue;
      }
      if (c < '0' || c > '9') break;
      value = value * 10 + static_cast<float>(c - '0');
      place *= 10;
    }
    return place > 0 ? value / place : value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Vec2 pen_, first_;
  bool filling_ = false;
  Drawing drawing_;
};

float distance_to(const Segment& s, Vec2 p) {
  const float abx = s.b.x - s.a.x, aby = s.b.y - s.a.y, apx = p.x - s.a.x, apy = p.y - s.a.y;
  const float length2 = abx * abx + aby * aby;
  const float t = length2 > 0 ? std::clamp((apx * abx + apy * aby) / length2, 0.0f, 1.0f) : 0;
  return std::hypot(apx - abx * t, apy - aby * t);
}

bool crosses(const Segment& s, Vec2 p) {
  if ((s.a.y > p.y) == (s.b.y > p.y)) return false;
  return p.x < s.a.x + (p.y - s.a.y) / (s.b.y - s.a.y) * (s.b.x - s.a.x);
}

float distance_to(const Drawing& drawing, Vec2 p) {
  constexpr float kHalf = kIconStroke / 2;
  float nearest = 1e9f;
  for (const Segment& segment : drawing.strokes) nearest = std::min(nearest, distance_to(segment, p) - kHalf);
  for (const Disc& circle : drawing.circles) {
    const float away = std::hypot(p.x - circle.centre.x, p.y - circle.centre.y);
    nearest = std::min(nearest, std::abs(away - circle.radius) - kHalf);
  }
  for (const Disc& disc : drawing.discs) {
    nearest = std::min(nearest, std::hypot(p.x - disc.centre.x, p.y - disc.centre.y) - disc.radius);
  }
  for (const std::vector<Segment>& polygon : drawing.filled) {
    float edge = 1e9f;
    bool inside = false;
    for (const Segment& segment : polygon) {
      edge = std::min(edge, distance_to(segment, p));
      inside = inside != crosses(segment, p);
    }
    nearest = std::min(nearest, inside ? -edge : edge);
  }
  return nearest;
}

}  // namespace

std::string_view icon_path(Icon icon) {
  switch (icon) {
    case Icon::kNone:
      return "";
#include "icon_cases.inc"
  }
  return "";
}

void icon_distances(Icon icon, int side, float margin, float* out) {
  const Drawing drawing = PathReader(icon_path(icon)).read();
  const float step = (kIconGrid + 2 * margin) / static_cast<float>(side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const Vec2 p{(static_cast<float>(x) + 0.5f) * step - margin, (static_cast<float>(y) + 0.5f) * step - margin};
      *out++ = distance_to(drawing, p);
    }
  }
}

}  // namespace sui::engine
