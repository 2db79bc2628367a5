// Commissions: what museum, tea house and opera troupe ask a potter for, and whether a fired pot is it.
//
// Owns who asks for what and the verdict, told condition by condition with its numbers; draws and keeps nothing
// (commission_view.h, shelf/book.h). A pure function of the pot. Sizes are of the fired piece: mm, ml.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "game/craft/shapes.h"
#include "game/craft/workpiece.h"

namespace sui::studio {

enum class Patron : uint8_t { kMuseum, kTeaHouse, kOpera };
inline constexpr std::size_t kPatronCount = 3;
const char* patron_id(Patron patron);  // "museum", "tea_house", "opera"

enum class Wish : uint8_t {  // what shall be seen on it
  kBlueAndWhite,             // cobalt under a clear glaze
  kWhite,                    // one of the white wares, unpainted
  kCeladon,                  // a green that grew out of iron and smoke
  kDark,                     // one of the black and brown iron glazes
  kEnamelled,                // colours over the glaze, fired on
};
const char* wish_id(Wish wish);  // "blue", "white", …

enum class Size : uint8_t { kHeight, kWidth, kCapacity };

struct Commission {
  const char* id = "";  // stable: kept in the book, and part of its words' keys
  Patron patron = Patron::kMuseum;
  craft::GoalShape shape = craft::GoalShape::kBowl;
  double likeness_least = 55;
  Size size = Size::kHeight;
  double size_least = 0;  // mm or ml
  Wish wish = Wish::kBlueAndWhite;
  double wet_height_mm = 0;  // how tall its outline stands behind the clay: what a lump gives, before it shrinks
};
inline constexpr std::size_t kCommissionCount = 6;
const std::array<Commission, kCommissionCount>& commissions();
const Commission* commission_named(const std::string& id);  // null: nobody asks for that (any more)

enum class Condition : uint8_t { kShape, kSize, kWish, kSound };
inline constexpr std::size_t kConditionCount = 4;
const char* condition_id(Condition condition);  // "shape", …

struct Found {
  bool met = false;
  double value = 0, wanted = 0;
};

struct Verdict {
  bool fired = false;
  bool accepted = false;
  int score = 0;  // 0 … 100: the likeness, less what is not met
  std::array<Found, kConditionCount> found;
};
Verdict judge(const Commission& commission, const craft::Workpiece& workpiece);
bool wish_met(Wish wish, const craft::Workpiece& workpiece);

}  // namespace sui::studio
