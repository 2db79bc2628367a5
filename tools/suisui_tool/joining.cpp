#include "tools/suisui_tool/joining.h"

#include "game/craft/attachment.h"
#include "game/craft/drying.h"
#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::act_of;
using craft::ActKind;
using craft::to_fixed;

constexpr double kSizeMmMax = 400, kThicknessMmMax = 60;
constexpr std::size_t kItemsMax = 200;

Result<craft::PartKind> read_kind(const Json& value, const Place& place) {
  const auto found = value.find("kind");
  if (found == value.end()) return place.key("kind").wrong("is missing");
  std::string known;
  for (int number = 0; number < craft::kPartKindCount; ++number) {
    const auto kind = static_cast<craft::PartKind>(number);
    if (*found == craft::part_id(kind)) return kind;
    known += (known.empty() ? "" : ", ") + std::string(craft::part_id(kind));
  }
  return place.key("kind").wrong("is " + found->dump() + ", not one of " + known);
}

Result<Done> read_place_on_wall(const Json& value, const Place& place, craft::PartKind kind, craft::Act& lute) {
  if (!craft::on_the_wall(kind)) {
    for (const char* key : {"u_turn", "v"})
      if (value.find(key) != value.end()) return place.key(key).wrong("has no meaning for a part on the axis");
    return Done{};
  }
  Result<double> u = read_number(value, place, "u_turn", {0, 1});
  if (!u) return u.error();
  Result<double> v = read_number(value, place, "v", {0, 1});
  if (!v) return v.error();
  lute.b = to_fixed(*u, craft::kPerTurn);
  lute.c = to_fixed(*v * craft::kRingCount, craft::kPerRing);
  return Done{};
}

Result<Joining> read_joining(const Json& value, const Place& place) {
  Joining joining;
  if (value.is_object() && value.find("undo") != value.end()) {
    if (Result<Done> fine = expect_object(value, place, {"undo"}); !fine) return fine.error();
    if (value["undo"] != true) return place.key("undo").wrong("can only be true");
    joining.undo = true;
    return joining;
  }
  const auto fine =
      expect_object(value, place, {"kind", "size_mm", "thickness_mm", "u_turn", "v", "moisture_wet_pct", "bond"});
  if (!fine) return fine.error();
  Result<craft::PartKind> kind = read_kind(value, place);
  if (!kind) return kind.error();
  Result<double> size = read_number(value, place, "size_mm", {1, kSizeMmMax});
  if (!size) return size.error();
  Result<double> thickness = read_number_or(value, place, "thickness_mm", {0.5, kThicknessMmMax}, 5);
  if (!thickness) return thickness.error();
  joining.as_damp_as_the_pot = value.find("moisture_wet_pct") == value.end();
  Result<double> moisture = read_number_or(value, place, "moisture_wet_pct", {0, craft::kMoistureWetPctMax}, 0);
  if (!moisture) return moisture.error();
  Result<int> bond = read_choice_or(value, place, "bond", {"none", "scored", "slip", "scored_slip"}, 3);
  if (!bond) return bond.error();
  joining.make = act_of(ActKind::kMakePart, static_cast<int32_t>(*kind), to_fixed(*size, craft::kPerMm),
                        to_fixed(*thickness, craft::kPerMm), to_fixed(*moisture, 16));
  joining.lute = act_of(ActKind::kLute, 0, 0, 0, *bond);
  if (Result<Done> placed = read_place_on_wall(value, place, *kind, joining.lute); !placed) return placed.error();
  return joining;
}

}  // namespace

Result<std::vector<Joining>> read_joinings(const std::string& file, const std::string& text) {
  Result<Json> json = parse_json(file, text);
  if (!json) return json.error();
  const Place root{file, ""};
  if (Result<Done> fine = expect_array(*json, root, kItemsMax); !fine) return fine.error();
  std::vector<Joining> joinings;
  for (std::size_t i = 0; i < json->size(); ++i) {
    Result<Joining> joining = read_joining((*json)[i], root.item(i));
    if (!joining) return joining.error();
    joinings.push_back(*joining);
  }
  return joinings;
}

Result<Done> order_joinings(piece::Bench& bench, const std::string& file, const std::vector<Joining>& joinings) {
  const Place root{file, ""};
  for (std::size_t i = 0; i < joinings.size(); ++i) {
    const Joining& joining = joinings[i];
    const auto refused = [&](const Error& error) { return root.item(i).wrong(error.where + " " + error.what); };
    if (joining.undo) {
      if (Result<Done> done = piece::act_on(bench, act_of(ActKind::kPartUndo)); !done) return refused(done.error());
      continue;
    }
    craft::Act make = joining.make;
    if (joining.as_damp_as_the_pot) {
      const double wet_pct = craft::moisture_wet_pct_of_dry(craft::mean_moisture_dry(bench.workpiece.clay));
      make.d = to_fixed(wet_pct < craft::kMoistureWetPctMax ? wet_pct : craft::kMoistureWetPctMax, 16);
    }
    if (Result<Done> done = piece::act_on(bench, make); !done) return refused(done.error());
    if (Result<Done> done = piece::act_on(bench, joining.lute); !done) return refused(done.error());
  }
  return Done{};
}

}  // namespace sui::tool
