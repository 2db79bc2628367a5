// Town: the screens where potters meet: the bazaar street of the old porcelain works, my stall, buying.
//
// Owns the street's picture, its walkers and dialogs, and the link to a server; the truth about pieces and coins stays
// with the server, the player's own things stay in the shelf. Does not own the window, the shelf or the language.
// The link is served from every screen (tick_link), so that pots made off-line are minted as soon as a bazaar is there.
// Units: metres in the street, mm on the wire, whole coins, seconds.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "game/engine/app.h"
#include "game/engine/strings.h"
#include "game/shelf/shelf.h"
#include "game/town/link/link.h"

namespace sui::town {

struct TownOptions {
  std::string server_host;  // empty: no bazaar is asked for; the street is there and quiet
  uint16_t server_port = 0;
};

struct Town;
struct TownDeleter {
  void operator()(Town* town) const;
};
using TownPointer = std::unique_ptr<Town, TownDeleter>;

// Cheap: meshes are made on the first frame() of the street. The references must outlive the town.
TownPointer open_town(engine::Scene& scene, const engine::Assets& assets, engine::Files& files,
                      const TownOptions& options);

// Call once a frame in every screen, before drawing it: sends what waits, hears the server, keeps the shelf's mint
// states, and says with a toast what the player should know (sold, refused, minted).
void tick_link(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings,
               uint64_t wall_clock_ms);

// The record of a new piece lies on the shelf: offer it to the bazaar now instead of at the next look round.
void offer_pieces(Town& town);

LinkStatus link_status(const Town& town);
int64_t coins(const Town& town);  // as the server last said; -1 when it never did

// How dark the street is: 0 by day … 1 by lantern. Light itself is the scene's; this lights windows and lanterns.
void nightfall(Town& town, float night_0_1);

enum class TownExit : uint8_t { kStay, kStudio };
// Draws the street and acts on the frame's input. Does not call tick_link.
TownExit frame(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings);

// The window closes or the page hides: say goodbye to the server and let go of it.
void leave(Town& town);

}  // namespace sui::town
