// What explain says and tries, one row a defect and one a lever, in Chinese and English.
//
// Private to piece/ and its test. A new kind of defect is a new row in explain_table.cpp; a test fails until it is
// there.
#pragma once

#include <span>

#include "game/piece/levers.h"

namespace sui::piece {

struct Words {
  const char *zh, *en;
};

struct DefectRow {
  craft::DefectKind kind;
  Words side;                       // where about the pot
  Words cause;                      // {value} and {limit} are filled in
  std::span<const LeverId> levers;  // the one a potter would reach for first comes first
};

struct LeverRow {
  LeverId lever;
  const char* id;    // "wheel_slower", stable, for JSON
  const char* unit;  // of {from} and {to}
  Words change;
};

std::span<const DefectRow> defect_rows();
std::span<const LeverRow> lever_rows();
const DefectRow* defect_row(craft::DefectKind kind);  // null: nobody has said yet
const LeverRow& lever_row(LeverId lever);

}  // namespace sui::piece
