#include "tests/gallery/fair.h"

#include <cmath>

#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::gallery {
namespace {

constexpr float kTurn = 6.2831853f;

struct Form {
  float height_mm, radius_mm;
  float (*profile)(float t);  // of the radius, 0 foot … 1 rim
};

constexpr Form kForms[] = {
    {70, 75, [](float t) { return 0.42f + 0.58f * std::sqrt(t); }},                                              // bowl
    {150, 62, [](float t) { return 0.62f + 0.38f * std::sin(3.1f * std::pow(t, 0.8f)); }},                       // jar
    {90, 42, [](float t) { return 0.85f + 0.15f * t; }},                                                         // cup
    {40, 110, [](float t) { return 0.5f + 0.5f * t; }},                                                          // dish
    {230, 55, [](float t) { return t < 0.6f ? 0.55f + 0.45f * std::sin(5 * t) : 0.62f - 0.45f * (t - 0.6f); }},  // vase
};

struct Coat {
  float red, green, blue;  // absorbed per mm
};
constexpr Coat kCoats[] = {{0.05f, 0.03f, 0.03f}, {1.1f, 0.28f, 0.50f}, {4.2f, 6.0f, 8.5f},
                           {0.35f, 4.2f, 3.6f},   {0.25f, 0.5f, 2.6f},  {2.8f, 1.0f, 0.25f}};

void shape(craft::Look& look, const Form& form, float size) {
  for (std::size_t k = 0; k < look.rings.size(); ++k) {
    craft::LookRing& ring = look.rings[k];
    const float t = static_cast<float>(k) / craft::kRingCount;
    ring.z_mm = form.height_mm * size * t;
    ring.outer_mm = form.radius_mm * size * form.profile(t);
    ring.inner_mm = ring.z_mm > 6 ? ring.outer_mm - 3.5f : 0;
    ring.glaze_outer_mm = ring.z_mm > 4 ? 0.5f : 0.0f;
  }
  look.floor_top_mm = 6;
}

// Every third is painted as the example is; the others wear glazes.
piece::Baked piece_of(const piece::Baked& example, int index) {
  piece::Baked baked = example;
  baked.fingerprint[0] = static_cast<uint8_t>(index);
  baked.fingerprint[1] = static_cast<uint8_t>(index >> 8);
  const float size = 0.75f + 0.5f * static_cast<float>(index * 37 % 100) / 100;
  const std::size_t form = static_cast<std::size_t>(index * 7 % 6);
  if (form < std::size(kForms)) shape(baked.look, kForms[form], size);
  if (index % 3 == 0) return baked;
  const Coat& coat = kCoats[static_cast<std::size_t>(index * 5 % 11) % std::size(kCoats)];
  craft::Look& look = baked.look;
  look.paint_columns = look.paint_rows = 0;
  for (auto* layer : {&look.paint_cobalt, &look.paint_copper, &look.paint_iron, &look.paint_enamel,
                      &look.paint_enamel_kind, &look.paint_height, &look.paint_hole, &look.paint_bare})
    layer->clear();
  for (craft::LookGlass* glass : {&look.outside, &look.inside}) {
    glass->absorbs_r = coat.red;
    glass->absorbs_g = coat.green;
    glass->absorbs_b = coat.blue;
  }
  return baked;
}

void walk_ducks(town::Town& town, double now_s) {
  protocol::Presence presence;
  for (int duck = 0; duck < kFairDucks; ++duck) {
    const auto own = static_cast<float>(duck);
    const auto time = static_cast<float>(now_s) * (0.18f + 0.05f * std::sin(own));
    const bool stands = duck % 3 == 0;
    const float along = std::fmod(own * 0.618f, 1.0f), across = std::fmod(own * 0.7549f + 0.31f, 1.0f);
    const float z = -5.6f - 25 * along - (stands ? 0 : 1.2f * std::sin(time + own));
    const float x = 3.4f * (across - 0.5f) + (stands ? 0 : 0.4f * std::cos(time * 1.7f + own));
    const engine::Vec2 at = town::to_wire_mm({x, 0, z});
    const float facing = stands ? own * 2.1f : std::cos(time + own) > 0 ? 3.1f : 0.2f;
    presence.potters.push_back({static_cast<protocol::AccountId>(1000 + duck), static_cast<int32_t>(std::lround(at.x)),
                                static_cast<int32_t>(std::lround(at.y)),
                                town::facing_to_256(std::fmod(facing, kTurn))});
  }
  town::hear(town.crowd, presence, town.dealings.account, now_s);
}

}  // namespace

void open_fair(town::Town& town, const piece::Baked& example, FairPlace place) {
  town.dealings = {};
  town.dealings.open = true;
  town.dealings.coins = 1200;
  town.dealings.account = 5;
  for (int index = 0; index < kFairPieces; ++index) {
    protocol::Stall stall;
    stall.place = static_cast<uint16_t>(index);
    stall.listing = static_cast<protocol::ListingId>(index + 1);
    stall.piece = static_cast<protocol::PieceId>(index + 1);
    stall.seller = static_cast<protocol::AccountId>(1000 + index % kFairDucks);
    stall.price_coins = 30 + index * 13 % 400;
    town.dealings.stalls.push_back(stall);
    town.dealings.baked[stall.piece] = piece_of(example, index);
  }
  town.crowd = {};
  town.panels = {};
  town.greeting = 0;
  town::open_view(town);
  town.view.camera_set = false;
  town.view.focused = 0;
  town.me = {};
  const engine::Vec3 front = town::stall_front(2);
  town.me.x = place == FairPlace::kStreet ? -0.2f : front.x;
  town.me.z = place == FairPlace::kStreet ? -4.2f : front.z;
  town::place(*town.street, town.me.x, town.me.z);
  town.last_frame_s = 0;
}

void draw_fair(town::Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings) {
  town.last_frame_s = frame.now_s;
  town.greeting = 0;
  walk_ducks(town, frame.now_s);
  if (town.view.camera_set) town::settle_pots(town, frame.now_s);
  (void)town::frame(town, frame, shelf, strings);
}

}  // namespace sui::gallery
