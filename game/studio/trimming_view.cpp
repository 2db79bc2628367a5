#include <algorithm>
#include <cmath>

#include "game/craft/trimming.h"
#include "game/engine/style.h"
#include "game/studio/hands.h"
#include "game/studio/layout.h"
#include "game/studio/trimming.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::TrimSide;
using engine::Camera;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr float kTurn = 6.2831853f;
constexpr float kWadsFrom = 0.8f;  // mouths wider than this share of the pot stand on wads of clay
constexpr float kCupAt = 0.66f;    // else a chuck holds the shoulder, where the pot is so wide
constexpr float kShavingS = 1.5f;

// What holds it: three wads of clay beside a wide rim, or for a narrow mouth a clay chuck the shoulder rests in.
engine::Mesh chuck_mesh(const craft::Look& look) {
  engine::Mesh out;
  const float top = look.rings.back().z_mm;
  float widest = 0;
  for (const craft::LookRing& ring : look.rings) widest = std::max(widest, ring.outer_mm);
  const float mouth = look.rings.back().outer_mm;
  if (mouth > kWadsFrom * widest) {
    for (int wad = 0; wad < 3; ++wad) {
      const float angle = kTurn * (static_cast<float>(wad) / 3 + 0.08f), r = mouth / 1000 + 0.005f;
      engine::add_sphere(out, {r * std::cos(angle), 0.004f, r * std::sin(angle)}, {0.014f, 0.011f, 0.014f}, 14,
                         hex(0xffffff));
    }
  } else {
    float height = 0.012f, inner = mouth / 1000;
    for (int k = craft::kRingCount; k >= 0; --k) {
      const craft::LookRing& ring = look.rings[static_cast<std::size_t>(k)];
      height = (top - ring.z_mm) / 1000;
      inner = ring.outer_mm / 1000;
      if (ring.outer_mm > kCupAt * widest) break;
    }
    const float outer = inner + 0.009f;
    std::vector<engine::LatheRing> rings;
    const float profile[][2] = {{outer + 0.012f, 0},
                                {outer + 0.013f, 0.004f},
                                {outer, 0.016f},
                                {outer, height - 0.006f},
                                {outer - 0.001f, height - 0.001f},
                                {inner + 0.004f, height},
                                {inner + 0.0005f, height - 0.003f},
                                {inner - 0.004f, 0.001f},
                                {0, 0.001f}};
    for (const auto& point : profile) {
      engine::LatheRing ring;
      ring.radius = std::max(0.0f, point[0]);
      ring.height = point[1];
      rings.push_back(ring);
    }
    engine::lathe(rings, 64, out);
  }
  for (engine::Vertex& vertex : out.vertices) vertex.colour_rgba8 &= 0x00ffffffu;  // matte
  return out;
}

// The wall sawn through on the tool's side: filled, so that thick and thin are seen at a glance; thin ones glow.
void draw_section(const TrimmingRoom& room, Around& around, const Camera& camera) {
  const craft::Look& look = around.pot.look;
  Canvas& canvas = around.frame.canvas;
  const double tall = top_mm(look);
  const auto place = [&](double r, double z) {
    return on_screen(camera, around.frame.screen, {r, tall - z, room.left});
  };
  constexpr int kStep = 2;
  const float alpha = 0.34f + 0.2f * room.contact;
  for (int k = 0; k + kStep <= craft::kRingCount; k += kStep) {
    const craft::LookRing& low = look.rings[static_cast<std::size_t>(k)];
    const craft::LookRing& high = look.rings[static_cast<std::size_t>(k + kStep)];
    const float wall = std::min(low.outer_mm - low.inner_mm, high.outer_mm - high.inner_mm);
    const bool slim = low.inner_mm > 0.5f && wall < 2.6f;
    const Colour fill = hex(slim ? style::kEmber : 0xf4ead8, slim ? 0.75f : alpha);
    const Vec2 a = place(low.inner_mm, low.z_mm), b = place(low.outer_mm, low.z_mm),
               c = place(high.outer_mm, high.z_mm), d = place(high.inner_mm, high.z_mm);
    canvas.triangle(a, b, c, fill);
    canvas.triangle(a, c, d, fill);
    canvas.line(a, d, 1.6f, hex(style::kInk, 0.5f));
    canvas.line(b, c, 1.2f, hex(style::kInk, 0.3f));
  }
}

// A calliper's jaws across the wall, with what it reads.
void draw_calliper(const TrimmingRoom& room, Around& around, const Camera& camera) {
  const craft::Look& look = around.pot.look;
  Canvas& canvas = around.frame.canvas;
  const double tall = top_mm(look);
  const Rect screen = around.frame.screen;
  const float side = room.left ? -1.0f : 1.0f;
  Vec2 label;
  if (room.side == TrimSide::kOutside) {
    const double z = std::clamp(room.along_mm, 0.1, tall - 0.1);
    const WallAt wall = wall_at(look, z);
    const Vec2 inside = on_screen(camera, screen, {wall.inner_mm, tall - z, room.left});
    const Vec2 outside = on_screen(camera, screen, {wall.outer_mm, tall - z, room.left});
    for (const Vec2 end : {inside, outside})
      canvas.line({end.x, end.y - 7}, {end.x, end.y + 7}, 1.6f, hex(style::kPorcelain, 0.95f));
    canvas.line(inside, outside, 1.6f, hex(style::kPorcelain, 0.95f));
    label = {outside.x + side * 34, outside.y - 42};
  } else {
    label = on_screen(camera, screen, {look.rings[0].outer_mm + 18, tall + 14, room.left});
  }
  auto number = on_scene(title_style(22, engine::Align::kCentre));
  const std::string reads = engine::number(around.strings, room.reading.at_wall_mm, 1);
  label.x = std::clamp(label.x, screen.x + 44, screen.x + screen.w - 44);
  canvas.text(reads, {label.x - 40, label.y, 80, 0}, number);
  canvas.text(engine::say(around.strings, "wheel.mm"),
              {label.x - 40, label.y + canvas.text_size(reads, 0, number).y - 3, 80, 0},
              on_scene(body_style(11, engine::Align::kCentre)));
}

Vec2 tool_tip(const TrimmingRoom& room, Around& around, const Camera& camera) {
  const craft::Look& look = around.pot.look;
  const double tall = top_mm(look);
  if (room.side == TrimSide::kUnderside) {
    const float r = static_cast<float>(std::min<double>(room.along_mm, look.rings[0].outer_mm - 1.0)) / 1000;
    const float depth = static_cast<float>(room.reading.hollow_mm) / 1000;
    return engine::project(camera, around.frame.screen,
                           {room.left ? -r : r, static_cast<float>(tall / 1000) - depth, 0});
  }
  const double z = std::clamp(room.along_mm, 0.0, tall);
  return on_screen(camera, around.frame.screen,
                   {wall_at(look, std::clamp(z, 0.1, tall - 0.1)).outer_mm, tall - z, room.left});
}

// A bent loop of steel on a bamboo handle, coming in from the side the finger is on.
void draw_tool(const TrimmingRoom& room, Around& around, Vec2 tip) {
  Canvas& canvas = around.frame.canvas;
  const float side = room.left ? -1.0f : 1.0f;
  const Vec2 along = room.side == TrimSide::kOutside ? Vec2{side * 0.86f, 0.5f} : Vec2{side * 0.62f, -0.78f};
  const auto at = [&](float away, float across) {
    return Vec2{tip.x + along.x * away - along.y * across, tip.y + along.y * away + along.x * across};
  };
  canvas.line(at(34, 1.5f), at(128, 1.5f), 9, hex(0x1a120b, 0.28f));
  const Colour steel = hex(0xdfe3e6);
  const float loop[][2] = {{0, -7}, {0, 7}, {13, 6}, {26, 2}, {36, 0}, {26, -2}, {13, -6}};
  for (std::size_t i = 0; i < 7; ++i) {
    const auto& from = loop[i];
    const auto& to = loop[(i + 1) % 7];
    canvas.line(at(from[0], from[1]), at(to[0], to[1]), i == 0 ? 3.2f : 2.4f, steel);
  }
  canvas.line(at(36, 0), at(126, 0), 8, hex(0xb98d52));
  canvas.line(at(38, -1.5f), at(124, -1.5f), 2, hex(0xdcb87c, 0.8f));
  canvas.line(at(36, 0), at(44, 0), 9, hex(0x6d5437));
}

void throw_shaving(TrimmingRoom& room, Vec2 tip) {
  const auto chance = static_cast<float>((room.next_shaving * 7919u) % 101u) / 101.0f;
  Shaving& curl = room.shavings[room.next_shaving % kShavings];
  ++room.next_shaving;
  const float side = room.left ? -1.0f : 1.0f;
  curl.at = tip;
  curl.speed = {side * (40 + 110 * chance), -70 - 60 * std::fmod(chance * 7, 1.0f)};
  curl.turn = chance;
  curl.spin = side * (0.6f + chance);
  curl.size = 4 + 5 * std::fmod(chance * 3, 1.0f);
  curl.left_s = kShavingS;
}

void draw_shavings(TrimmingRoom& room, Around& around, Vec2 tip) {
  const auto dt = static_cast<float>(around.frame.dt_s);
  const bool still = around.frame.ui.state.reduced_motion;
  const bool cuts = around.pot.bench->workpiece.clay.removed_mm3 > room.removed_mm3_seen;
  if (cuts && room.landed && !still) throw_shaving(room, tip);
  Canvas& canvas = around.frame.canvas;
  for (Shaving& curl : room.shavings) {
    if (curl.left_s <= 0) continue;
    curl.left_s -= dt;
    curl.speed.y += 620 * dt;
    curl.at.x += curl.speed.x * dt;
    curl.at.y += curl.speed.y * dt;
    curl.turn += curl.spin * dt;
    const float fade = std::min(1.0f, std::max(0.0f, curl.left_s) * 3);
    canvas.ring(curl.at, curl.size, 2.6f, curl.turn, curl.turn + 0.7f, hex(0xe6d9c2, 0.95f * fade));
    canvas.ring(curl.at, curl.size * 0.5f, 1.8f, curl.turn + 0.2f, curl.turn + 0.8f, hex(0xb8a78c, 0.9f * fade));
  }
}

}  // namespace

Camera trimming_camera(const craft::Look& look) {
  const Extent extent = extent_of(look);
  Camera camera;
  camera.fov_y_deg = 31;
  const float distance = std::clamp(std::max(0.32f + extent.radius * 5.6f, 0.46f + extent.height * 2.5f), 0.62f, 1.6f);
  camera.target = {0, extent.height * 0.46f - distance * 0.03f, 0};
  camera.eye = {0, camera.target.y + distance * 0.46f, distance};
  return camera;
}

void draw_trimming_room(TrimmingRoom& room, Around& around, const Camera& camera) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  pot.shown.upturned = true;
  show(frame.scene, pot);
  if (room.chuck_stale) {
    const engine::Mesh mesh = chuck_mesh(pot.look);
    if (room.chuck == engine::MeshId::kNone) {
      room.chuck = frame.scene.make_mesh(mesh);
    } else {
      frame.scene.update_mesh(room.chuck, mesh);
    }
    room.chuck_stale = false;
  }
  frame.scene.begin(frame.screen, engine::Place::kWorkshop, camera, true);
  draw_room(frame.scene, around.workshop);
  draw_wheel(frame.scene, around.workshop, pot.look.turn);
  engine::PlainMaterial clay;
  clay.tint = hex(0x9d907c);
  clay.roughness = 0.9f;
  clay.grain = 0.3f;
  frame.scene.draw_plain(room.chuck, engine::rotation_y(kTurn * pot.look.turn), clay);
  ware::draw_upturned(frame.scene, pot.shown, pot.look, {0, 0, 0}, 0);
  frame.scene.end();
  pot.shown.upturned = false;
  draw_section(room, around, camera);
  const Vec2 tip = tool_tip(room, around, camera);
  if (room.landed) {
    draw_calliper(room, around, camera);
    draw_tool(room, around, tip);
  }
  draw_shavings(room, around, tip);
}

}  // namespace sui::studio
