// Book: what this potter has learned, been asked for and read, kept on this device.
//
// Owns the marks and their file; does not know what a lesson, a commission or a chapter is: they are ids of the
// studio's, and an id nobody knows any more is kept all the same. Scores 0 ... 100.
#pragma once

#include <map>
#include <set>
#include <string>

#include "game/base/result.h"
#include "game/engine/files.h"

namespace sui::shelf {

inline constexpr std::size_t kBookMarksMax = 256;  // of each kind
inline constexpr std::size_t kBookIdBytesMax = 48;

struct Book {
  std::set<std::string> learned;    // lessons
  std::set<std::string> delivered;  // commissions accepted by who asked for them
  std::map<std::string, int> best;  // of each commission, accepted or not yet
  std::string ordered;              // the commission being worked on; empty: none
  std::set<std::string> read;       // chapters
  bool story_offered = false;       // the companion asked once whether it may tell
};

// An absent file is an empty book. A damaged one is an error; the caller sets it aside.
Result<Book> read_book(const engine::Files& files);
Result<Done> keep_book(engine::Files& files, const Book& book);
inline constexpr const char* kBookFile = "book.json";

}  // namespace sui::shelf
