// Codex: what is known about the duck, the city and its craft, a card each, with the source it is told after.
//
// Owns which cards there are and what turns each over; the words are in the tables. A card that is still face down says
// what would turn it.
#pragma once

#include <array>

#include "game/shelf/book.h"
#include "game/studio/chrome.h"

namespace sui::studio {

struct Card {
  const char* id;       // "codex.<id>", "codex.<id>.fact"
  const char* source;   // as published: a name is a name in every language
  const char* chapter;  // read it, or …
  const char* lesson;   // … learn this; both "": open from the start
};
inline constexpr std::size_t kCardCount = 8;
const std::array<Card, kCardCount>& cards();
bool is_open(const Card& card, const shelf::Book& book);

struct Codex {
  float scrolled = 0;
};

Go frame(Codex& codex, Around& around);

}  // namespace sui::studio
