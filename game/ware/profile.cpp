#include "game/ware/profile.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sui::ware {
namespace {

constexpr float kMetresPerMm = 0.001f;
constexpr float kOpenInsideMm = 0.5f;
constexpr float kGlazeFullMm = 1.5f;
constexpr float kBareBelowMm = 0.03f;
constexpr float kDampFullPct = 4;  // drier or moister than the pot by this is as pale or dark as it gets
constexpr float kFootRoundMm = 0.7f;
constexpr int kLipSteps = 5;

const craft::LookRing& stack_ring(const craft::Look& look, int index) {
  return look.rings[static_cast<std::size_t>(index)];
}

engine::LatheRing lathe_ring(const craft::LookRing& ring, float radius_mm, float z_mm, float v, float glaze_mm) {
  engine::LatheRing out;
  out.radius = std::max(radius_mm, 0.0f) * kMetresPerMm;
  out.height = z_mm * kMetresPerMm;
  // craft is x, y, z up; the scene is x, y up, z towards the eye.
  out.off_x = ring.off_x_mm * kMetresPerMm;
  out.off_z = -ring.off_y_mm * kMetresPerMm;
  out.oval_x = ring.oval_x_mm * kMetresPerMm;
  out.oval_z = ring.oval_y_mm * kMetresPerMm;
  out.sink = ring.sink_mm * kMetresPerMm;
  out.twist_turn = ring.twist_turn;
  out.v = v;
  out.glaze = glaze_byte(glaze_mm);
  return out;
}

void add(Profile& out, const engine::LatheRing& ring, const WallNote& note) {
  assert(out.count < kProfileRingsMax);
  out.rings[static_cast<std::size_t>(out.count)] = ring;
  out.notes[static_cast<std::size_t>(out.count)] = note;
  ++out.count;
}

// What the wall's fourth channel carries: glaze, or on raw clay without any how moist its skin is, half-way for "as the
// pot".
float coat_mm(const craft::Look& look, float glaze_mm, float damp_pct) {
  if (look.fired || look.glazed) return glaze_mm;
  return kGlazeFullMm * std::clamp(0.5f + 0.5f * damp_pct / kDampFullPct, 0.0f, 1.0f);
}
float outer_coat_mm(const craft::Look& look, const craft::LookRing& ring) {
  return coat_mm(look, ring.glaze_outer_mm, ring.damp_outer_pct);
}
float inner_coat_mm(const craft::Look& look, const craft::LookRing& ring) {
  return coat_mm(look, ring.glaze_inner_mm, ring.damp_inner_pct);
}

bool bare(const craft::Look& look, float glaze_mm) {
  return look.fired && glaze_mm < kBareBelowMm;
}

// Light that reaches a depth below a mouth, with what white walls throw back and forth.
float open_at(float mouth_mm, float depth_mm, float albedo) {
  const float mouth2 = mouth_mm * mouth_mm;
  const float seen = mouth2 / (mouth2 + depth_mm * depth_mm + 1e-3f);
  return std::clamp(seen / (1 - 0.75f * albedo * (1 - seen)), 0.04f, 1.0f);
}

float wall_mm(const craft::LookRing& ring) {
  return ring.inner_mm > kOpenInsideMm ? std::max(ring.outer_mm - ring.inner_mm, 0.3f) : 16.0f;
}

// The board's side: flat, or within a foot ring hollow.
void add_underside(const craft::Look& look, Profile& out) {
  const craft::LookRing& foot = stack_ring(look, 0);
  const WallNote note{0.25f, 16, look.fired};
  const float coat = coat_mm(look, 0, foot.damp_outer_pct);
  const bool ring = foot.inner_mm > kOpenInsideMm;
  const float hollow_mm = ring ? std::min(foot.inner_mm, foot.outer_mm - 0.5f) : 0;
  if (ring) {
    int roof = 0;
    while (roof < craft::kRingCount && stack_ring(look, roof).inner_mm > kOpenInsideMm) ++roof;
    const float roof_mm = stack_ring(look, roof).z_mm;
    const WallNote shade{0.12f, 8, look.fired};
    add(out, lathe_ring(foot, 0, roof_mm, -0.9f, coat), shade);
    add(out, lathe_ring(foot, std::max(hollow_mm - 0.6f, 0.0f), roof_mm, -0.6f, coat), shade);
    add(out, lathe_ring(foot, hollow_mm, roof_mm - std::min(0.6f, 0.5f * (roof_mm - foot.z_mm)), -0.55f, coat), shade);
    add(out, lathe_ring(foot, hollow_mm, foot.z_mm, -0.5f, coat), note);
  } else {
    add(out, lathe_ring(foot, 0, foot.z_mm, -0.5f, coat), note);
  }
  const float flat_mm = std::max({foot.outer_mm - 2 * kFootRoundMm, foot.outer_mm * 0.5f, hollow_mm});
  add(out, lathe_ring(foot, flat_mm, foot.z_mm, -0.2f, coat), note);
  add(out, lathe_ring(foot, foot.outer_mm - 0.5f * kFootRoundMm, foot.z_mm + 0.15f * kFootRoundMm, -0.05f, coat), note);
}

WallNote uneven_note(const craft::LookRing& ring, WallNote note) {
  note.glaze_mm = ring.glaze_outer_mm;
  note.cos1_mm = ring.glaze_cos1_mm;
  note.sin1_mm = ring.glaze_sin1_mm;
  note.cos2_mm = ring.glaze_cos2_mm;
  note.sin2_mm = ring.glaze_sin2_mm;
  note.uneven =
      std::abs(note.cos1_mm) + std::abs(note.sin1_mm) + std::abs(note.cos2_mm) + std::abs(note.sin2_mm) > 0.01f;
  return note;
}

void add_outer_wall(const craft::Look& look, float lip_mm, Profile& out) {
  const float top_mm = stack_ring(look, craft::kRingCount).z_mm, foot_mm = stack_ring(look, 0).z_mm;
  float last_mm = foot_mm;
  for (int index = 0; index <= craft::kRingCount; ++index) {
    const craft::LookRing& ring = stack_ring(look, index);
    const float z_mm = std::max(ring.z_mm, foot_mm + kFootRoundMm);
    if (z_mm > top_mm - lip_mm || (index > 0 && z_mm <= last_mm)) continue;
    last_mm = z_mm;
    const float rise = std::clamp((z_mm - foot_mm) / 9.0f, 0.0f, 1.0f);
    add(out,
        lathe_ring(ring, ring.outer_mm, z_mm, static_cast<float>(index) / craft::kRingCount, outer_coat_mm(look, ring)),
        uneven_note(ring, {0.55f + 0.45f * std::sqrt(rise), wall_mm(ring), bare(look, ring.glaze_outer_mm)}));
  }
}

float outer_at(const craft::Look& look, float z_mm) {
  int index = craft::kRingCount;
  while (index > 0 && stack_ring(look, index - 1).z_mm > z_mm) --index;
  const craft::LookRing& above = stack_ring(look, index);
  if (index == 0) return above.outer_mm;
  const craft::LookRing& below = stack_ring(look, index - 1);
  const float share = (z_mm - below.z_mm) / std::max(above.z_mm - below.z_mm, 1e-4f);
  return below.outer_mm + (above.outer_mm - below.outer_mm) * std::clamp(share, 0.0f, 1.0f);
}

// Half an ellipse over the wall's end; a lump without an inside gets a rounded shoulder and a flat top.
void add_rim(const craft::Look& look, float lip_mm, Profile& out) {
  const craft::LookRing& rim = stack_ring(look, craft::kRingCount);
  const bool open = rim.inner_mm > kOpenInsideMm;
  const float start_mm = outer_at(look, rim.z_mm - lip_mm);
  const float middle_mm =
      open ? 0.5f * (rim.outer_mm + rim.inner_mm) : std::max(std::min(rim.outer_mm, start_mm) - lip_mm, 0.0f);
  const int steps = open ? 2 * kLipSteps : kLipSteps;
  for (int step = 0; step <= steps; ++step) {
    const float angle = 1.5707963f * static_cast<float>(step) / kLipSteps;
    const float half_mm = step <= kLipSteps ? start_mm - middle_mm : middle_mm - rim.inner_mm;
    const float radius_mm = middle_mm + half_mm * std::cos(angle);
    const float z_mm = rim.z_mm - lip_mm * (1 - std::sin(angle));
    const float share = static_cast<float>(step) / static_cast<float>(steps);
    const float glaze_mm = rim.glaze_outer_mm + (rim.glaze_inner_mm - rim.glaze_outer_mm) * share;
    const float coat = outer_coat_mm(look, rim) + (inner_coat_mm(look, rim) - outer_coat_mm(look, rim)) * share;
    add(out, lathe_ring(rim, radius_mm, z_mm, 0.9999f + 0.02f * share, coat),
        {1, wall_mm(rim) * (0.45f + 0.55f * std::abs(std::cos(angle))), bare(look, glaze_mm)});
  }
  if (!open)
    add(out, lathe_ring(rim, 0, rim.z_mm, 1.5f, outer_coat_mm(look, rim)), {1, 16, bare(look, rim.glaze_outer_mm)});
}

void add_inside(const craft::Look& look, float lip_mm, Profile& out) {
  const float top_mm = stack_ring(look, craft::kRingCount).z_mm;
  const float albedo = 0.33f * (look.body_r + look.body_g + look.body_b);
  float mouth_mm = stack_ring(look, craft::kRingCount).inner_mm;
  float last_mm = top_mm - lip_mm;
  float radius_mm = mouth_mm;
  const float fillet_mm = std::min(3.0f, 0.25f * std::max(last_mm - look.floor_top_mm, 0.0f));
  int lowest = craft::kRingCount;
  for (int index = craft::kRingCount; index >= 0; --index) {
    const craft::LookRing& ring = stack_ring(look, index);
    if (ring.inner_mm <= kOpenInsideMm || ring.z_mm <= look.floor_top_mm + fillet_mm) break;
    mouth_mm = std::min(mouth_mm, ring.inner_mm);
    lowest = index;
    if (ring.z_mm >= last_mm) continue;
    last_mm = ring.z_mm;
    radius_mm = ring.inner_mm;
    const float open = open_at(mouth_mm, top_mm - ring.z_mm, albedo);
    const float v = 1.05f + static_cast<float>(craft::kRingCount - index) / craft::kRingCount;
    add(out, lathe_ring(ring, ring.inner_mm, ring.z_mm, v, inner_coat_mm(look, ring)),
        {open, wall_mm(ring), bare(look, ring.glaze_inner_mm)});
  }
  const craft::LookRing& low = stack_ring(look, lowest);
  const float depth_mm = top_mm - look.floor_top_mm;
  const float corner = open_at(mouth_mm, depth_mm, albedo) * 0.8f, middle = open_at(mouth_mm, depth_mm, albedo);
  const bool plain = bare(look, low.glaze_inner_mm);
  const float turn_mm = std::min(fillet_mm, 0.4f * radius_mm);
  for (int step = 1; step <= 3; ++step) {
    const float angle = 1.5707963f * static_cast<float>(step) / 3.0f;
    const float z_mm = look.floor_top_mm + std::min(fillet_mm, last_mm - look.floor_top_mm) * (1 - std::sin(angle));
    add(out, lathe_ring(low, radius_mm - turn_mm * (1 - std::cos(angle)), z_mm, 2.1f, inner_coat_mm(look, low)),
        {corner, 10, plain});
  }
  add(out, lathe_ring(low, 0.5f * radius_mm, look.floor_top_mm, 2.3f, inner_coat_mm(look, low)), {middle, 12, plain});
  add(out, lathe_ring(low, 0, look.floor_top_mm, 2.6f, inner_coat_mm(look, low)), {middle, 12, plain});
}

constexpr int kSkipMax = 12;
constexpr float kRowTolerance = 0.004f;  // of the painting's height

// How badly the straight line from `from` to `to` misses the ring between them, in metres.
float missed(const engine::LatheRing& from, const engine::LatheRing& to, const engine::LatheRing& between) {
  const float radius = to.radius - from.radius, height = to.height - from.height;
  const float length2 = std::max(radius * radius + height * height, 1e-12f);
  const float out = between.radius - from.radius, up = between.height - from.height;
  const float share = std::clamp((out * radius + up * height) / length2, 0.0f, 1.0f);
  float worst = std::abs(out * height - up * radius) / std::sqrt(length2);
  const auto line = [&](float engine::LatheRing::*field) {
    const float wanted = from.*field + (to.*field - from.*field) * share;
    worst = std::max(worst, std::abs(between.*field - wanted));
  };
  line(&engine::LatheRing::off_x);
  line(&engine::LatheRing::off_z);
  line(&engine::LatheRing::oval_x);
  line(&engine::LatheRing::oval_z);
  line(&engine::LatheRing::sink);
  const float row = from.v + (to.v - from.v) * share;
  return std::abs(between.v - row) > kRowTolerance ? 1.0f : worst;
}

void remember_slope(Profile& profile, std::size_t index) {
  const engine::LatheRing& before = profile.rings[index - 1];
  const engine::LatheRing& next = profile.rings[index + 1];
  const float radius = next.radius - before.radius, height = next.height - before.height;
  const float length = std::sqrt(radius * radius + height * height);
  if (length < 1e-7f) return;
  profile.rings[index].slope_radius = radius / length;
  profile.rings[index].slope_height = height / length;
}

}  // namespace

uint8_t glaze_byte(float glaze_mm) {
  return static_cast<uint8_t>(std::clamp(glaze_mm / kGlazeFullMm, 0.0f, 1.0f) * 255.0f + 0.5f);
}

void thin_out(float tolerance_m, Profile& profile) {
  const int count = profile.count;
  for (int index = 1; index + 1 < count; ++index) remember_slope(profile, static_cast<std::size_t>(index));
  int kept = 0;
  for (int from = 0; from < count;) {
    profile.rings[static_cast<std::size_t>(kept)] = profile.rings[static_cast<std::size_t>(from)];
    profile.notes[static_cast<std::size_t>(kept)] = profile.notes[static_cast<std::size_t>(from)];
    ++kept;
    int to = from + 1;
    const engine::LatheRing start = profile.rings[static_cast<std::size_t>(from)];
    const auto reaches = [&](int end) {
      if (end >= count || end - from > kSkipMax) return false;
      for (int between = from + 1; between < end; ++between) {
        const auto k = static_cast<std::size_t>(between);
        if (profile.notes[k].bare != profile.notes[static_cast<std::size_t>(end)].bare) return false;
        if (missed(start, profile.rings[static_cast<std::size_t>(end)], profile.rings[k]) > tolerance_m) return false;
      }
      return true;
    };
    while (reaches(to + 1)) ++to;
    from = to;
  }
  profile.count = kept;
}

engine::LatheRing outer_ring(const craft::Look& look, int index) {
  const craft::LookRing& ring = stack_ring(look, index);
  return lathe_ring(ring, ring.outer_mm, ring.z_mm, static_cast<float>(index) / craft::kRingCount,
                    outer_coat_mm(look, ring));
}

void build_profile(const craft::Look& look, Profile& out, bool upturned) {
  out.count = 0;
  const craft::LookRing& rim = stack_ring(look, craft::kRingCount);
  const bool open = rim.inner_mm > kOpenInsideMm;
  const float height_mm = rim.z_mm - stack_ring(look, 0).z_mm;
  const float lip_mm = open ? std::min({0.5f * (rim.outer_mm - rim.inner_mm), 2.0f, 0.2f * height_mm})
                            : std::min({0.25f * rim.outer_mm, 0.15f * height_mm, 6.0f});
  add_underside(look, out);
  add_outer_wall(look, lip_mm, out);
  add_rim(look, lip_mm, out);
  const int outside = out.count;
  if (open) add_inside(look, lip_mm, out);
  if (!upturned) return;
  for (int index = 0; index < outside; ++index) {
    float& light = out.notes[static_cast<std::size_t>(index)].open;
    light = out.rings[static_cast<std::size_t>(index)].v < -0.52f ? 0.8f : 1.0f;  // a little less in the hollow
  }
}

}  // namespace sui::ware
