#include "tools/suisui_tool/script.h"

#include <cmath>

#include "tools/suisui_tool/json_fields.h"

namespace sui::tool {
namespace {

using craft::Act;
using craft::ActKind;

constexpr uint32_t kWheelEveryTicks = 12;

Result<std::optional<HandKey>> read_hand(const Json& key, const Place& place, const char* name) {
  const auto found = key.find(name);
  if (found == key.end()) return std::optional<HandKey>{};
  HandKey hand;
  hand.lift = found->is_null();
  if (hand.lift) return std::optional<HandKey>{hand};
  const Place here = place.key(name);
  if (Result<Done> fine = expect_object(*found, here, {"r_mm", "z_mm"}); !fine) return fine.error();
  Result<double> r_mm = read_number(*found, here, "r_mm", {0, craft::kReachRMmMax});
  if (!r_mm) return r_mm.error();
  Result<double> z_mm = read_number(*found, here, "z_mm", {0, craft::kReachZMmMax});
  if (!z_mm) return z_mm.error();
  hand.r_mm = *r_mm;
  hand.z_mm = *z_mm;
  return std::optional<HandKey>{hand};
}

Result<std::optional<double>> read_optional(const Json& key, const Place& place, const char* name, Range range) {
  if (key.find(name) == key.end()) return std::optional<double>{};
  Result<double> number = read_number(key, place, name, range);
  if (!number) return number.error();
  return std::optional<double>{*number};
}

// "tool": {"hand": "outer", "tool": "rib", "press": "wall"}; the hand must be off the clay.
Result<std::optional<ToolKey>> read_tool(const Json& key, const Place& place) {
  const auto found = key.find("tool");
  if (found == key.end()) return std::optional<ToolKey>{};
  const Place here = place.key("tool");
  if (Result<Done> fine = expect_object(*found, here, {"hand", "tool", "press"}); !fine) return fine.error();
  Result<int> hand = read_choice(*found, here, "hand", {"outer", "inner"});
  if (!hand) return hand.error();
  Result<int> tool = read_choice(*found, here, "tool", {"fingers", "sponge", "wet_sponge", "rib", "needle"});
  if (!tool) return tool.error();
  Result<int> press = read_choice_or(*found, here, "press", {"wall", "down"}, 0);
  if (!press) return press.error();
  return std::optional<ToolKey>{ToolKey{*hand, static_cast<craft::Tool>(*tool), *press == 1}};
}

Result<Key> read_key(const Json& value, const Place& place) {
  const auto fine = expect_object(value, place, {"t", "wheel_rpm", "outer", "inner", "water_ml", "tool", "cut"});
  if (!fine) return fine.error();
  constexpr double kSecondsMax = craft::kTickMax / double{craft::kTicksPerSecond};
  Result<double> seconds = read_number(value, place, "t", {0, kSecondsMax});
  if (!seconds) return seconds.error();
  auto wheel_rpm = read_optional(value, place, "wheel_rpm", {0, craft::kWheelRpmMax});
  if (!wheel_rpm) return wheel_rpm.error();
  auto outer = read_hand(value, place, "outer");
  if (!outer) return outer.error();
  auto inner = read_hand(value, place, "inner");
  if (!inner) return inner.error();
  auto water_ml = read_optional(value, place, "water_ml", {0, craft::kWaterMlMax});
  if (!water_ml) return water_ml.error();
  auto tool = read_tool(value, place);
  if (!tool) return tool.error();
  Key key;
  key.tick = static_cast<uint32_t>(*seconds * craft::kTicksPerSecond + 0.5);
  key.wheel_rpm = *wheel_rpm;
  key.outer = *outer;
  key.inner = *inner;
  key.water_ml = *water_ml;
  key.tool = *tool;
  if (const auto cut = value.find("cut"); cut != value.end()) {
    if (!cut->is_boolean() || !cut->get<bool>()) return place.key("cut").wrong("can only be true");
    key.cut = true;
  }
  return key;
}

Result<craft::ClayStart> read_clay(const Json& root, const Place& place) {
  const auto found = root.find("clay");
  const Place here = place.key("clay");
  if (found == root.end()) return here.wrong("is missing");
  if (Result<Done> fine = expect_object(*found, here, {"body", "mass_g", "moisture_wet_pct"}); !fine) {
    return fine.error();
  }
  craft::ClayStart start;
  Result<int> body = read_choice_or(*found, here, "body", {"jingdezhen"}, 0);
  if (!body) return body.error();
  Result<double> mass_g = read_number(*found, here, "mass_g", {craft::kMassGMin, craft::kMassGMax});
  if (!mass_g) return mass_g.error();
  Result<double> moisture =
      read_number(*found, here, "moisture_wet_pct", {craft::kMoistureWetPctMin, craft::kMoistureWetPctMax});
  if (!moisture) return moisture.error();
  Result<double> assist = read_number_or(root, place, "assist", {0, 100}, 0);
  if (!assist) return assist.error();
  start.body = static_cast<craft::ClayBody>(*body);
  start.mass_g = craft::to_fixed(*mass_g, 1);
  start.moisture_wet_16pct = craft::to_fixed(*moisture, 16);
  start.assist = craft::to_fixed(*assist, 1);
  return start;
}

// The line one channel follows through the keys that name it.
struct Line {
  struct Point {
    uint32_t tick;
    bool lift;
    double x, y;
    std::size_t key;
  };
  std::vector<Point> points;
  std::size_t at = 0;  // the last point not after the present tick; meaningful once `begun`
  bool begun = false;

  void advance(uint32_t tick) {
    while (begun ? at + 1 < points.size() && points[at + 1].tick <= tick : !points.empty() && points[0].tick <= tick) {
      at = begun ? at + 1 : 0;
      begun = true;
    }
  }

  // Where the line is at `tick` (not before the present one): straight to the next point, at rest before a lift.
  Point ahead(uint32_t tick) const {
    std::size_t from = at;
    while (from + 1 < points.size() && points[from + 1].tick <= tick && !points[from + 1].lift) ++from;
    const Point& last = points[from];
    if (from + 1 >= points.size() || points[from + 1].lift) return last;
    const Point& next = points[from + 1];
    const double share = static_cast<double>(tick - last.tick) / static_cast<double>(next.tick - last.tick);
    return {tick, false, last.x + (next.x - last.x) * share, last.y + (next.y - last.y) * share, from};
  }
};

struct Channels {
  Line wheel, outer, inner;
};

Channels channels_of(const Script& script) {
  Channels channels;
  for (std::size_t i = 0; i < script.keys.size(); ++i) {
    const Key& key = script.keys[i];
    if (key.wheel_rpm) channels.wheel.points.push_back({key.tick, false, *key.wheel_rpm, 0, i});
    if (key.outer) channels.outer.points.push_back({key.tick, key.outer->lift, key.outer->r_mm, key.outer->z_mm, i});
    if (key.inner) channels.inner.points.push_back({key.tick, key.inner->lift, key.inner->r_mm, key.inner->z_mm, i});
  }
  return channels;
}

struct Player {
  const std::string& file;
  piece::Bench& bench;

  Result<Done> act(ActKind kind, int32_t a, int32_t b, std::size_t key, const char* channel, int32_t c = 0) {
    Result<Done> done = piece::act_on(bench, craft::act_of(kind, a, b, c));
    if (done) return done;
    const Place place = Place{file, "keys"}.item(key).key(channel);
    return place.wrong(done.error().where + " " + done.error().what);
  }
};

struct HandKinds {
  ActKind reach, lift;
  const char* name;
};

// Hand acts due at this tick: on landing where it lands, then every few ticks where it is to be a few ticks later.
struct HandPlayer {
  HandKinds kinds;
  Line& line;
  bool down = false;
  uint32_t landed_tick = 0;
  Act last{};

  Result<Done> move(Player& player, const Line::Point& to, bool landing) {
    const int32_t r = craft::to_fixed(to.x, craft::kPerMm), z = craft::to_fixed(to.y, craft::kPerMm);
    if (!landing && r == last.a && z == last.b) return Done{};
    last.a = r;
    last.b = z;
    return player.act(kinds.reach, r, z, line.points[line.at].key, kinds.name);
  }

  Result<Done> play(Player& player, uint32_t tick) {
    line.advance(tick);
    if (!line.begun) return Done{};
    const Line::Point& present = line.points[line.at];
    if (present.lift) {
      if (!down) return Done{};
      down = false;
      return player.act(kinds.lift, 0, 0, present.key, kinds.name);
    }
    if (!down) {
      down = true;
      landed_tick = tick;
      if (Result<Done> fine = move(player, line.ahead(tick), true); !fine) return fine;
    }
    if ((tick - landed_tick) % craft::kHandReachTicks != 0) return Done{};
    return move(player, line.ahead(tick + craft::kHandReachTicks), false);
  }
};

Result<Done> play_wheel(Player& player, Line& line, uint32_t tick, bool key_here, int32_t& last) {
  line.advance(tick);
  if (!line.begun || (!key_here && tick % kWheelEveryTicks != 0)) return Done{};
  const int32_t speed = craft::to_fixed(line.ahead(tick).x, craft::kPerRpm);
  if (speed == last) return Done{};
  last = speed;
  return player.act(ActKind::kWheel, speed, 0, line.points[line.at].key, "wheel_rpm");
}

// Before the hands of the same moment: a hand lifted now takes the tool up now.
Result<Done> play_tool(Player& player, const Key& key, std::size_t index, HandPlayer& outer, HandPlayer& inner,
                       uint32_t tick) {
  if (!key.tool) return Done{};
  HandPlayer& hand = key.tool->hand == 0 ? outer : inner;
  hand.line.advance(tick);
  const bool lifts = hand.line.begun && hand.line.points[hand.line.at].lift;
  if (lifts) {
    if (Result<Done> fine = hand.play(player, tick); !fine) return fine;
  }
  return player.act(ActKind::kTakeTool, key.tool->hand, static_cast<int32_t>(key.tool->tool), index, "tool",
                    key.tool->presses_down ? 1 : 0);
}

}  // namespace

Result<Script> read_script(const std::string& file, const std::string& text) {
  Result<Json> root = parse_json(file, text);
  if (!root) return root.error();
  const Place place{file, ""};
  if (Result<Done> fine = expect_object(*root, place, {"clay", "assist", "keys"}); !fine) return fine.error();
  Script script;
  Result<craft::ClayStart> start = read_clay(*root, place);
  if (!start) return start.error();
  script.start = *start;
  const auto keys = root->find("keys");
  if (keys == root->end()) return place.key("keys").wrong("is missing");
  if (Result<Done> fine = expect_array(*keys, place.key("keys"), kScriptKeysMax); !fine) return fine.error();
  if (keys->empty()) return place.key("keys").wrong("is empty");
  double last_t = 0;
  for (std::size_t i = 0; i < keys->size(); ++i) {
    const Place here = place.key("keys").item(i);
    Result<Key> key = read_key((*keys)[i], here);
    if (!key) return key.error();
    const double t = (*keys)[i]["t"].get<double>();
    if (t < last_t)
      return here.key("t").wrong("is " + in_words(t) + ", before the key ahead of it at " + in_words(last_t));
    last_t = t;
    script.keys.push_back(*key);
  }
  return script;
}

Result<piece::Bench> play(const std::string& file, const Script& script) {
  Result<piece::Bench> bench = piece::fresh_bench(script.start);
  if (!bench) return Place{file, "clay"}.wrong(bench.error().where + " " + bench.error().what);
  Channels channels = channels_of(script);
  Player player{file, *bench};
  HandPlayer outer{{ActKind::kOuterHand, ActKind::kOuterLift, "outer"}, channels.outer};
  HandPlayer inner{{ActKind::kInnerHand, ActKind::kInnerLift, "inner"}, channels.inner};
  int32_t last_speed = 0;  // a fresh lump's wheel stands
  const uint32_t end_tick = script.keys.empty() ? 0 : script.keys.back().tick;
  std::size_t next_key = 0;
  for (uint32_t tick = 0;; ++tick) {
    const std::size_t first_key = next_key;
    while (next_key < script.keys.size() && script.keys[next_key].tick <= tick) ++next_key;
    const bool throwing = bench->workpiece.stage == craft::Stage::kThrowing;
    if (!throwing && next_key > first_key) {
      const Place place = Place{file, "keys"}.item(first_key);
      return place.wrong("comes after the cut: nothing can be thrown any more");
    }
    if (Result<Done> fine = play_wheel(player, channels.wheel, tick, next_key > first_key, last_speed); !fine) {
      return fine.error();
    }
    for (std::size_t i = first_key; i < next_key; ++i) {
      if (Result<Done> fine = play_tool(player, script.keys[i], i, outer, inner, tick); !fine) return fine.error();
    }
    if (Result<Done> fine = outer.play(player, tick); !fine) return fine.error();
    if (Result<Done> fine = inner.play(player, tick); !fine) return fine.error();
    for (std::size_t i = first_key; i < next_key; ++i) {
      const Key& key = script.keys[i];
      if (key.water_ml) {
        const int32_t water = craft::to_fixed(*key.water_ml, craft::kPerMl);
        if (Result<Done> fine = player.act(ActKind::kWater, water, 0, i, "water_ml"); !fine) return fine.error();
      }
      if (!key.cut) continue;
      if (i + 1 < script.keys.size()) {
        return Place{file, "keys"}.item(i + 1).wrong("comes after the cut: nothing can be thrown any more");
      }
      if (Result<Done> fine = player.act(ActKind::kCut, 0, 0, i, "cut"); !fine) return fine.error();
    }
    if (tick >= end_tick) break;
    piece::step(*bench);
  }
  return std::move(*bench);
}

}  // namespace sui::tool
