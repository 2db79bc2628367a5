// What the tool can do to a pot that is off the wheel: dry, dip, fire (decoration.h paints). Each order becomes acts on
// a bench.
//
// Owns the format of schedules, and the order -> acts translation; the rules are craft's.
// Errors name the file and field, or the rule that refused.
#pragma once

#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

inline constexpr std::size_t kScheduleBytesMax = 64 * 1024;

// A firing as written: segments for a controller, or hands on fuel, air, damper and wood.
struct FireOrder {
  std::vector<craft::KilnSegment> schedule;
  std::vector<craft::KilnDrive> drives;
  std::vector<craft::KilnStoke> stokes;
};

struct KilnOrder {
  craft::KilnKind kind = craft::KilnKind::kElectric;
  int place = 0;
  bool open_to_flame = false;
};

Result<FireOrder> read_schedule(const std::string& file, const std::string& text);

Result<Done> order_dry(piece::Bench& bench, craft::DryingPlace place, double hours);
// Until dry right through: wrapped while soft, then on the shelf. Cuts the pot off the wheel first if nobody did.
Result<Done> order_dry_for_kiln(piece::Bench& bench);
Result<Done> order_dip(piece::Bench& bench, craft::GlazeKind kind, double seconds, double density_g_ml);
Result<Done> order_fire(piece::Bench& bench, const KilnOrder& kiln, const FireOrder& order);

}  // namespace sui::tool
