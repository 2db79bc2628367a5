// Workshop: the things that stand around the pot: wheel, splash pan, shelves, table, glaze bucket, kiln, museum case,
// and the companions. Meshes made once from numbers.
//
// Owns their GPU objects; does not own the pot, light (engine's Place) or cameras. Units: metres; the pot's foot is the
// origin, so the wheel head's top is y = 0.
#pragma once

#include <string_view>
#include <vector>

#include "game/engine/companions.h"
#include "game/engine/files.h"
#include "game/engine/scene.h"
#include "game/studio/feeling.h"

namespace sui::studio {

inline constexpr float kHeadRadius = 0.135f;  // wheel head and banding wheel
inline constexpr float kSlopTop = -0.05f;     // the glaze stands this far under the bucket's rim, which is y = 0

struct Workshop {
  bool ready = false;
  engine::MeshId room = engine::MeshId::kNone, window = engine::MeshId::kNone, head = engine::MeshId::kNone,
                 pan = engine::MeshId::kNone, water = engine::MeshId::kNone, board = engine::MeshId::kNone,
                 table = engine::MeshId::kNone, banding = engine::MeshId::kNone, bucket = engine::MeshId::kNone,
                 slop = engine::MeshId::kNone, chamber = engine::MeshId::kNone, coils = engine::MeshId::kNone,
                 door = engine::MeshId::kNone, shell = engine::MeshId::kNone, spy = engine::MeshId::kNone,
                 plinth = engine::MeshId::kNone, sponge = engine::MeshId::kNone, lantern = engine::MeshId::kNone,
                 halo = engine::MeshId::kNone;
  engine::Companions companions;
  const engine::Companion* companion = nullptr;  // the chosen one; null without any: the rooms work all the same
  Feeling feeling;                               // the companion's
  Happening happening;                           // what the room says of this frame; forgotten once it is felt
  std::vector<engine::Mat4> scratch;             // reused by crowds
  float night = 0;                               // 0 by day … 1 by lantern: what is lit; light itself is the scene's
  bool trouble_told = false;                     // which packs could not be read
};

void open_workshop(engine::Scene& scene, const engine::Assets& assets, Workshop& workshop);
void choose_companion(Workshop& workshop, std::string_view id);

void draw_room(engine::Scene& scene, const Workshop& workshop);
void draw_lantern(engine::Scene& scene, const Workshop& workshop);  // only lit, hung where the door is seen
void draw_wheel(engine::Scene& scene, const Workshop& workshop, float turn);
void draw_drying_board(engine::Scene& scene, const Workshop& workshop);
void draw_banding_wheel(engine::Scene& scene, const Workshop& workshop, float turn);
// `slop` is the glaze's own colour, wet; ripples and the pot are the room's affair.
void draw_bucket(engine::Scene& scene, const Workshop& workshop, float disturbed, engine::Colour slop);
void draw_kiln(engine::Scene& scene, const Workshop& workshop, float glow, float door_open, float heat);
void draw_plinth(engine::Scene& scene, const Workshop& workshop);

}  // namespace sui::studio
