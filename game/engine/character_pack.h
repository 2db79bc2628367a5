// A character pack as data: what assets/characters/*.json says, checked.
//
// Private to this folder; pure. Errors name file and field ("duck.json: parts[2].solids[0].radii"). Units: metres and
// degrees; colours are sRGB names from the pack's own palette. The figure stands on y = 0 and faces +z; its left is +x.
#pragma once

#include <string>
#include <vector>

#include "game/base/result.h"
#include "game/engine/geometry.h"

namespace sui::engine {

inline constexpr int kPartsMax = 16;
inline constexpr int kSolidsMax = 48;
inline constexpr int kCellsMax = 120000;  // of one part's grid
inline constexpr float kFigureMMax = 2;
inline constexpr std::size_t kPackBytesMax = 64 * 1024;

enum class SolidShape : uint8_t { kEllipsoid, kCapsule, kBox };
enum class Motion : uint8_t { kBody, kHead, kWing, kFoot, kEye };

struct Solid {
  SolidShape shape = SolidShape::kEllipsoid;
  Vec3 at, to;                      // centre; a capsule runs from `at` to `to`
  Vec3 radii{0.01f, 0.01f, 0.01f};  // half sizes; a capsule uses x at `at` and y at `to`
  Mat4 turn, unturn;                // of ellipsoids and boxes, about `at`
  Colour colour;
  float blend = 0.01f;  // m over which it melts into what came before
  float plumage = 0;    // 0 plain glaze … 1 ginkgo-leaf feathers
  bool carve = false;   // taken away instead
};

struct Feathers {          // where the plumage pattern lies on a part
  bool from_pole = false;  // rows run down from `centre`, or back along z with `centre` on their axis
  Vec3 centre;
  float size_m = 0.02f;  // from row to row
  float leaves_round = 20;
};

struct PartPack {
  std::string name;
  Motion motion = Motion::kBody;
  bool mirrored = false;  // a second one with x turned round
  Vec3 joint;             // what it turns about
  float cell_m = 0.006f;
  Feathers feathers;
  std::vector<Solid> solids;
};

enum class Token : uint8_t { kNone, kSmoke, kSparks, kIncense };  // of pride

struct Pride {
  Token token = Token::kNone;
  Vec3 at;  // where it rises from, on the head
  Colour colour{0.9f, 0.88f, 0.84f, 1};
};

struct CharacterPack {
  std::string name;
  float height_m = 0.25f, clear_coat = 1;
  Pride pride;
  Colour join{0.95f, 0.78f, 0.42f, 1};  // what its sherds are joined with
  std::vector<PartPack> parts;
};

Result<CharacterPack> read_character_pack(const std::string& json_text, const std::string& file_name);

}  // namespace sui::engine
