#include "game/craft/pattern_drawing.h"

#include <array>
#include <cassert>

#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr std::size_t kPathPointsMax = 64;
constexpr int kPiecesPerSpan = 6;
constexpr int kNestingMax = 6;
constexpr double kTurnDegrees = 360;
constexpr double kWhole = 6.283185307179586;

struct Numbers {
  std::array<int, 2 * kPathPointsMax> values{};
  std::size_t count = 0;
};

// The tables are ours: a path that does not read is a bug.
Numbers read_path(const char* text) {
  Numbers numbers;
  for (const char* at = text; *at != '\0';) {
    if (*at == ' ' || *at == ',') {
      ++at;
      continue;
    }
    const bool negative = *at == '-';
    if (negative) ++at;
    assert(*at >= '0' && *at <= '9');
    int value = 0;
    for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
    assert(numbers.count < numbers.values.size());
    numbers.values[numbers.count++] = negative ? -value : value;
  }
  return numbers;
}

SheetPoint placed(double x, double y, const Pose& pose) {
  if (pose.mirrored) x = -x;
  x *= pose.size;
  y *= pose.size;
  return {pose.x + pose.cosine * x - pose.sine * y, pose.y + pose.sine * x + pose.cosine * y, 1};
}

double between(double a, double b, double c, double d, double t) {  // Catmull & Rom 1974
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

struct Run {
  std::array<SheetPoint, (kPathPointsMax + 1) * kPiecesPerSpan> points;
  std::size_t count = 0;
};

void smooth(const std::array<SheetPoint, kPathPointsMax>& knots, std::size_t count, bool closed, Run& run) {
  const std::size_t spans = closed ? count : count - 1;
  const auto knot = [&](std::size_t span, std::size_t ahead) -> const SheetPoint& {
    if (closed) return knots[(span + count + ahead - 1) % count];
    const std::size_t index = span + ahead;
    return knots[index == 0 ? 0 : (index - 1 < count ? index - 1 : count - 1)];
  };
  for (std::size_t span = 0; span < spans; ++span) {
    const SheetPoint &a = knot(span, 0), &b = knot(span, 1), &c = knot(span, 2), &d = knot(span, 3);
    for (int piece = 0; piece < kPiecesPerSpan; ++piece) {
      const double t = static_cast<double>(piece) / kPiecesPerSpan;
      run.points[run.count++] = {between(a.x, b.x, c.x, d.x, t), between(a.y, b.y, c.y, d.y, t), 1};
    }
  }
  run.points[run.count++] = closed ? knots[0] : knots[count - 1];
}

void taper(Pen pen, Run& run) {
  if (pen != Pen::kSwell && pen != Pen::kTail) return;
  const double last = static_cast<double>(run.count - 1);
  for (std::size_t i = 0; i < run.count; ++i) {
    const double t = static_cast<double>(i) / last;
    run.points[i].pressure = pen == Pen::kTail ? 1 - t : 4 * t * (1 - t);
  }
}

bool is_closed(Pen pen) {
  return pen == Pen::kLoop || pen == Pen::kFill || pen == Pen::kWipe;
}

void run_trace(const Trace& trace, const Pose& pose, TraceSink sink, void* owner) {
  const Numbers numbers = read_path(trace.path);
  const std::size_t count = numbers.count / 2;
  assert(count >= 1 && numbers.count % 2 == 0);
  std::array<SheetPoint, kPathPointsMax> knots;
  for (std::size_t i = 0; i < count; ++i) knots[i] = placed(numbers.values[2 * i], numbers.values[2 * i + 1], pose);
  Run run;
  if (trace.pen == Pen::kLine || trace.pen == Pen::kBlock || count < 2) {
    for (std::size_t i = 0; i < count; ++i) run.points[run.count++] = knots[i];
  } else {
    smooth(knots, count, is_closed(trace.pen), run);
    taper(trace.pen, run);
  }
  sink(owner, trace, pose.size, run.points.data(), run.count);
}

Pose nested(const Trace& trace, const Pose& pose) {
  const Numbers numbers = read_path(trace.path);
  assert(numbers.count == 4);
  int degrees = numbers.values[3];
  const bool mirrored = degrees >= 1000;
  if (mirrored) degrees -= 1000;
  const double radians = (pose.mirrored ? -degrees : degrees) * kWhole / kTurnDegrees;
  const SheetPoint at = placed(numbers.values[0], numbers.values[1], pose);
  Pose inner;
  inner.x = at.x;
  inner.y = at.y;
  inner.size = pose.size * numbers.values[2] / 100.0;
  const double c = cosine(radians), s = sine(radians);
  inner.cosine = pose.cosine * c - pose.sine * s;
  inner.sine = pose.sine * c + pose.cosine * s;
  inner.mirrored = pose.mirrored != mirrored;
  return inner;
}

void run_nested(const Motif& motif, const Pose& pose, TraceSink sink, void* owner, int depth) {
  assert(depth < kNestingMax);
  for (std::size_t i = 0; i < motif.count; ++i) {
    const Trace& trace = motif.traces[i];
    if (trace.pen == Pen::kUse) {
      run_nested(*trace.motif, nested(trace, pose), sink, owner, depth + 1);
    } else {
      run_trace(trace, pose, sink, owner);
    }
  }
}

}  // namespace

void run_motif(const Motif& motif, const Pose& pose, TraceSink sink, void* owner) {
  run_nested(motif, pose, sink, owner, 0);
}

}  // namespace sui::craft
