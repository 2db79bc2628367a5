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
    case Icon::kBack:
      return "M14.5 5 L7.5 12 L14.5 19";
    case Icon::kForward:
      return "M9.5 5 L16.5 12 L9.5 19";
    case Icon::kWheel:
      return "M3.5 16 L20.5 16 M12 16 L12 20.5 M8 20.5 L16 20.5 M9 16 C7 12.8 7 10.4 9.8 8.4 L9.8 6.8 M15 16 C17 12.8 "
             "17 10.4 14.2 8.4 L14.2 6.8 M8.8 4.2 C9.2 5.6 9.8 6.4 9.8 7 M15.2 4.2 C14.8 5.6 14.2 6.4 14.2 7 M8.8 4.2 "
             "L15.2 4.2";
    case Icon::kBrush:
      return "M20 4 L13 11.2 F M10.4 11.2 C7.6 11.8 7.6 15.6 3.6 20.2 C9.4 20.2 12.8 17.6 13 13.8 Z";
    case Icon::kDrop:
      return "M12 3.2 C9 7.8 5.8 11.2 5.8 14.8 C5.8 18.2 8.6 20.8 12 20.8 C15.4 20.8 18.2 18.2 18.2 14.8 C18.2 11.2 15 "
             "7.8 12 3.2 M9 15.2 C9.2 16.8 10.2 17.8 11.8 18";
    case Icon::kFlame:
      return "M12.4 3 C12.8 7.2 18 9.2 18 14.6 C18 18.2 15.4 20.8 12 20.8 C8.6 20.8 6 18.2 6 14.8 C6 12.4 7 10.8 8.4 "
             "9.4 C8.6 11 9.2 12 10.2 12.6 C9.8 9.2 10.4 5.6 12.4 3 M12.2 20.6 C10.4 20 9.8 18.4 10.4 16.8 C10.9 17.5 "
             "11.4 17.6 11.9 17.4 C11.9 16.2 12.2 15.2 13 14.4 C13.4 16 14.6 16.8 14.4 18.4";
    case Icon::kShelf:
      return "M3.5 11.2 L20.5 11.2 M3.5 20.2 L20.5 20.2 M5 6.6 L11.4 6.6 C11.2 9 10.2 10.8 8.2 10.8 C6.2 10.8 5.2 9 5 "
             "6.6 M15.6 4 L18 4 M15.9 4 C16 6 14.4 6.6 14.4 8.6 C14.4 9.8 15 10.6 15.4 11 M17.7 4 C17.6 6 19.2 6.6 "
             "19.2 8.6 C19.2 9.8 18.6 10.6 18.2 11 M9.6 14.4 C6.8 15.4 6.8 18.6 9 20 M14.4 14.4 C17.2 15.4 17.2 18.6 "
             "15 20 M9.2 14.4 L14.8 14.4";
    case Icon::kBazaar:
      return "M3.6 9 L5.8 4 L18.2 4 L20.4 9 M3.6 9 C3.6 11.8 7.8 11.8 7.8 9 C7.8 11.8 12 11.8 12 9 C12 11.8 16.2 11.8 "
             "16.2 9 C16.2 11.8 20.4 11.8 20.4 9 M5.2 12 L5.2 20.2 M18.8 12 L18.8 20.2 M3.6 20.2 L20.4 20.2 M5.2 16 "
             "L18.8 16";
    case Icon::kCoin:
      return "O 12 12 8.8 M9.4 9.4 L14.6 9.4 L14.6 14.6 L9.4 14.6 L9.4 9.4";
    case Icon::kCheck:
      return "M4.8 12.6 L10 17.6 L19.2 6.8";
    case Icon::kClose:
      return "M6 6 L18 18 M18 6 L6 18";
    case Icon::kPlus:
      return "M12 5 L12 19 M5 12 L19 12";
    case Icon::kMinus:
      return "M5 12 L19 12";
    case Icon::kUndo:
      return "M8.4 4.6 L4.2 8.8 L8.4 13 M4.4 8.8 L14 8.8 C17.6 8.8 20 11.2 20 14.3 C20 17.4 17.6 19.8 14 19.8 L8.6 "
             "19.8";
    case Icon::kKnife:
      return "M4 20 L10.6 13.4 M10.6 13.4 L10.8 8 C11 4.4 14.4 2.8 17.4 4.4 L19.6 6.6 C21.2 9.6 19.6 13 16 13.2 L10.6 "
             "13.4 M4.6 17.4 L6.6 19.4";
    case Icon::kSun:
      return "O 12 12 4.2 M12 2.8 L12 4.4 M12 19.6 L12 21.2 M2.8 12 L4.4 12 M19.6 12 L21.2 12 M5.5 5.5 L6.6 6.6 M17.4 "
             "17.4 L18.5 18.5 M18.5 5.5 L17.4 6.6 M6.6 17.4 L5.5 18.5";
    case Icon::kHand:
      return "M8 14.2 L8 6.8 C8 5.2 10.2 5.2 10.2 6.8 L10.2 11.2 M10.2 7 L10.2 4.6 C10.2 3 12.5 3 12.5 4.6 L12.5 11 "
             "M12.5 5.8 C12.6 4.3 14.8 4.3 14.8 5.9 L14.8 11.4 M14.8 8.2 C15 6.8 17.1 6.9 17.1 8.5 L17.1 14.4 C17.1 "
             "18.4 15.2 20.8 12.2 20.8 C9.6 20.8 8.4 19.8 7.1 17.6 L4.7 13.8 C3.9 12.3 5.7 11.3 6.7 12.5 L8 14.2";
    case Icon::kSound:
      return "M4 9.4 L7.6 9.4 L12.2 5.4 L12.2 18.6 L7.6 14.6 L4 14.6 L4 9.4 M15.4 9.2 C17 10.8 17 13.2 15.4 14.8 M18 "
             "6.6 C21.2 9.6 21.2 14.4 18 17.4";
    case Icon::kMute:
      return "M4 9.4 L7.6 9.4 L12.2 5.4 L12.2 18.6 L7.6 14.6 L4 14.6 L4 9.4 M16 9.6 L20.8 14.4 M20.8 9.6 L16 14.4";
    case Icon::kLanguage:
      return "M3.4 6.4 L12 6.4 M7.7 4 L7.7 6.4 M10.4 6.4 C9.6 9.8 7.2 12.8 3.8 14.4 M5.2 6.4 C6 9.6 8 12 10.6 13.4 "
             "M11.8 20.2 L16 10.2 L20.2 20.2 M13.2 17 L18.8 17";
    case Icon::kStar:
      return "M12 3.4 L14.5 9.2 L20.8 9.8 L16 14 L17.4 20.2 L12 16.9 L6.6 20.2 L8 14 L3.2 9.8 L9.5 9.2 L12 3.4";
    case Icon::kPerson:
      return "O 12 8 4 M4.4 20.4 C4.8 16.6 8 14.8 12 14.8 C16 14.8 19.2 16.6 19.6 20.4";
    case Icon::kArrowUp:
      return "M12 19.6 L12 4.8 M6 10.8 L12 4.8 L18 10.8";
    case Icon::kInfo:
      return "O 12 12 8.8 D 12 8 1.25 M12 11.6 L12 16.4";
    case Icon::kSpeed:
      return "M5.4 18 C2.4 14.4 2.8 8.8 6.8 6 C10.6 3.4 16 4 18.8 7.6 C21.2 10.8 21 15 18.6 18 M12 13.4 L15.8 9 D 12 "
             "13.4 1.6";
    case Icon::kDuck:
      return "M11.6 10.4 C10.2 8.6 10.6 3.8 14.6 3.8 C17.2 3.8 18.8 5.8 18.4 8 L21.2 8.8 L18 10 M11.6 10.4 C10 12.2 "
             "6.6 "
             "11.8 3.2 10.4 C2.8 16 6 20 11.8 20 C16.8 20 19.8 17 19.2 13.4 C19 12 18.4 11 17.8 10.2 M8.4 15.2 C9.6 "
             "16.6 12 16.6 13.4 15 D 15 7.4 1.05";
    case Icon::kGift:
      return "M4 9 L20 9 L20 12.4 L4 12.4 L4 9 M5.4 12.4 L5.4 20.4 L18.6 20.4 L18.6 12.4 M12 9 L12 20.4 M12 8.8 C8.8 "
             "8.8 7 7.6 7.2 5.6 C7.6 3.4 11.2 3.6 12 8.8 C12.8 3.6 16.4 3.4 16.8 5.6 C17 7.6 15.2 8.8 12 8.8";
    case Icon::kTrash:
      return "M4.4 6.6 L19.6 6.6 M9 6.4 L9.6 3.8 L14.4 3.8 L15 6.4 M6.2 6.8 L7.2 20.2 L16.8 20.2 L17.8 6.8 M10.2 10.4 "
             "L10.5 16.4 M13.8 10.4 L13.5 16.4";
    case Icon::kLock:
      return "M5.4 10.8 L18.6 10.8 L18.6 20.2 L5.4 20.2 L5.4 10.8 M8 10.6 L8 8 C8 2.6 16 2.6 16 8 L16 10.6 M12 14.4 "
             "L12 "
             "16.6";
    case Icon::kSettings:  // three sliders: every thing here can be set a little more or less
      return "M4 6.5 L12.4 6.5 M17.6 6.5 L20 6.5 O 15 6.5 2.6 M4 12 L6.4 12 M11.6 12 L20 12 O 9 12 2.6 M4 17.5 L13.4 "
             "17.5 M18.6 17.5 L20 17.5 O 16 17.5 2.6";
    case Icon::kNote:
      return "M9.4 17 L9.4 5.6 L18.4 3.8 L18.4 15 O 7 17 2.5 O 16 15 2.5";
    case Icon::kCloud:
      return "M7 18.6 C3.2 18.6 2 13.8 5.6 12.2 C5.2 6.6 12.6 4.4 15.2 9.2 C20.4 8.6 22.2 17 17.2 18.6 L7 18.6";
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
