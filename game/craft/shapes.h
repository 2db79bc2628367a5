// Goal shapes: the classic forms a potter aims for, as outlines without size.
//
// Owns the curves and their names; compares nothing (likeness.h). Radii and heights are fractions of the whole height
// H. Proportions are those of facts E (widest diameter, mouth, foot, height of the widest place); where that table
// gives no number between them, the knots are drawn by eye after the pieces it cites, and are uncertain.
#pragma once

#include <array>
#include <cstdint>

namespace sui::craft {

enum class GoalShape : uint8_t {
  kMeiping = 0,
  kYuhuchunping = 1,
  kTianqiuping = 2,
  kGuan = 3,
  kEwerBody = 4,
  kStemCup = 5,
  kGaiwan = 6,
  kBowl = 7,
  kPlate = 8,
  kChickenCup = 9,
};
inline constexpr int kGoalShapeCount = 10;
inline constexpr int kOutlinePoints = 96;

// Outer radius over height, both in H: entry i stands at z = (i + 1/2) / kOutlinePoints.
struct Outline {
  std::array<double, kOutlinePoints> radius{};
};

constexpr double outline_z(std::size_t point) {
  return (static_cast<double>(point) + 0.5) / kOutlinePoints;
}

const char* goal_id(GoalShape shape);    // "meiping", …: stable, used in JSON and as string-table key "shape.meiping"
double goal_height_mm(GoalShape shape);  // how tall such a piece usually is, facts E
double goal_radius(GoalShape shape, double z);  // z 0 … 1; smooth: slope and value are continuous
Outline goal_outline(GoalShape shape);

}  // namespace sui::craft
