// What the town remembers between frames. Private to this folder: town.h is what others see.
//
// Plain data; each file of the folder works on the part it names. GPU objects are dropped by close_view().
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "game/engine/companions.h"
#include "game/town/dealings.h"
#include "game/town/layout.h"
#include "game/town/presence.h"
#include "game/town/street.h"
#include "game/town/town.h"
#include "game/town/walking.h"
#include "game/ware/ware.h"

namespace sui::town {

using engine::Mat4;

struct PotOnShow {                 // a pot standing on a stall
  ware::Shown shown;               // while it is near; further off its portrait stands there
  int segments = 0;                // of that mesh; 0: none now
  int cell = -1;                   // of the sheet of portraits
  float half_m = 0, middle_m = 0;  // of the portrait's square
  float away = 0;                  // from the camera (m)
  protocol::PieceId piece = 0;
  int stall = 0, slot = 0;
  float scale = 1;
  float arrival = 0;  // eased in
  bool wanted = false;
};

struct StreetView {
  bool open = false;
  std::string trouble;  // what could not be loaded, said once
  engine::MeshId halo{}, pool{}, impostors{};
  engine::TextureId sheet{};
  std::vector<Mat4> halos, pools;                                      // of the lanterns
  engine::Mesh squares;                                                // the portraits' picture, rebuilt each frame
  std::vector<PotOnShow*> by_distance;                                 // scratch
  std::vector<engine::Standing> near_crowd, far_crowd, distant_crowd;  // scratch
  std::vector<Mat4> scratch;
  engine::MeshId brick{}, ground{}, windows{}, trim{}, lanterns{}, far{};
  std::array<engine::MeshId, kStretchCount> things{}, details{}, timber{};
  engine::TextureId brickwork{}, paving{}, panes{};
  engine::Companions companions;  // made once, kept when the street is left
  std::vector<PotOnShow> pots;
  std::map<piece::Fingerprint, engine::TextureId> portraits;
  engine::Camera camera;
  float camera_x = 0, camera_z = 0;
  bool camera_set = false;
  std::array<Rect, kStallCount> tags{};  // where the stalls' tags were drawn: they can be tapped too
  int focus = -1;                        // the stall before which my duck stands
  float focused = 0;                     // 0 the street … 1 that stall fills the picture
};

enum class Panel : uint8_t { kNone, kStall, kBuy, kMine, kPiece };

struct Panels {
  Panel open = Panel::kNone, shown = Panel::kNone;  // `shown` outlives `open` while it slides away
  float openness = 0;
  int stall = -1;             // kStall
  protocol::Stall offer;      // kBuy: as it was when the dialog opened
  bool sure = false;          // kBuy: pressed once
  double sure_since_s = 0;    // kBuy
  piece::Fingerprint mine{};  // kPiece
  int64_t price_coins = 60;   // kPiece
  float scrolled = 0;
  ware::Shown pot;  // the one turning big
  piece::Fingerprint pot_of{};
  float turn = 0;
};

struct Town {
  engine::Scene& scene;
  const engine::Assets& assets;
  engine::Files& files;
  TownOptions options;
  std::unique_ptr<Link> link = {};
  bool link_started = false;

  Dealings dealings = {};
  Crowd crowd = {};
  StreetPointer street = {};
  Walker me = {};
  int visiting = -1;  // the stall my duck was sent to
  double walk_sent_s = -10;
  Vec2 walk_sent_mm = {};
  uint8_t facing_sent = 0;
  float cheer = 0;     // wings up after a sale or a purchase
  float greeting = 1;  // the street's name, fading after arrival
  double last_frame_s = -10;

  double quacked_s = -10;
  float night = 0;  // 0 by day … 1 by lantern

  StreetView view = {};
  Panels panels = {};
};

// ---- view.cpp: the street as a picture
void open_view(Town& town);
void close_view(Town& town);
void follow(Town& town, double dt_s);
// ---- ware_on_show.cpp: the pieces on the stalls, near ones as meshes, the others as portraits
inline constexpr int kSheetPx = 2048, kCellPx = 96, kCellsAcross = kSheetPx / kCellPx;
inline constexpr int kCells = kCellsAcross * kCellsAcross;
void choose_pots(Town& town, double now_s, double dt_s);
void draw_pots(Town& town);
// Everything at once that choose_pots would have made over the next seconds: for a picture that must not wait.
void settle_pots(Town& town, double now_s);

int stall_before(const Town& town);  // the stall with ware before which my duck stands, or -1
void draw_street(Town& town, engine::Frame& frame, const shelf::Shelf& shelf);
engine::TextureId portrait_of(Town& town, const piece::Baked& baked);

// ---- labels.cpp: names and prices over it
void draw_labels(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings);

// ---- panels.cpp: what slides up from below
void open_panel(Town& town, Panel panel);
void draw_panels(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings);
// A place given for the phone, on the sheet as far as it has risen.
Rect on_sheet(const Town& town, const engine::Frame& frame, Rect at_phone);
bool close_button(Town& town, engine::Frame& frame, Rect at_phone);
// A pot, big, turning, over what was drawn before.
void draw_big_pot(Town& town, engine::Frame& frame, Rect area, const piece::Baked& baked);
std::string facts_of(const piece::Baked& baked, const engine::Strings& strings);
std::string shown_title(const std::string& title, const engine::Strings& strings);

struct Card {
  const piece::Baked* baked = nullptr;  // nullptr: its picture is on the way
  std::string title, line;
  bool bright = true;
};
// A grid of cards, two across; the index of the one tapped, or -1.
int card_grid(Town& town, engine::Frame& frame, const std::vector<Card>& cards);

// ---- buying.cpp
void draw_stall_panel(Town& town, engine::Frame& frame, const engine::Strings& strings);
void draw_buy_panel(Town& town, engine::Frame& frame, const engine::Strings& strings);
// ---- selling.cpp
void draw_mine_panel(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings);
void draw_piece_panel(Town& town, engine::Frame& frame, const shelf::Shelf& shelf, const engine::Strings& strings);

// ---- labels.cpp
engine::TextStyle words(float size, engine::Colour colour, engine::Align align = engine::Align::kCentre);
engine::TextStyle heading(float size, engine::Colour colour, engine::Align align = engine::Align::kCentre);
// In smaller letters rather than on a second line.
void one_line(engine::Canvas& canvas, std::string_view utf8, Rect area, const engine::TextStyle& style);
void draw_price(engine::Canvas& canvas, Vec2 centre, int64_t coins, float size, engine::Colour ink);

std::vector<protocol::Stall> pieces_on(const Town& town, int stall);

}  // namespace sui::town
