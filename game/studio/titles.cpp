#include "game/studio/titles.h"

#include <algorithm>
#include <array>

namespace sui::studio {
namespace {

constexpr std::array<const char*, 32> kScenesZh = {"听松", "初雪", "雨过", "春江", "半窗", "归燕", "拾月", "溪山",
                                                   "晚渡", "新柳", "竹里", "望云", "小满", "清欢", "鹭起", "漱石",
                                                   "停云", "采薇", "听雨", "浮白", "踏歌", "远山", "昌江", "夜泊",
                                                   "寻梅", "晨钟", "涵秋", "枕流", "摇光", "问茶", "岁岁", "碎月"};
constexpr std::array<const char*, 6> kVesselsZh = {"瓶", "尊", "罐", "杯", "碗", "碟"};

constexpr std::array<const char*, 32> kScenesEn = {
    "Listening Pine", "First Snow",     "After Rain",    "Spring River",  "Half Window",   "Homing Swallow",
    "Gathered Moon",  "Brook and Hill", "Late Ferry",    "New Willow",    "Bamboo Shade",  "Watching Cloud",
    "Lesser Full",    "Clear Joy",      "Heron Rising",  "Washed Stone",  "Halted Cloud",  "Wild Fern",
    "Listening Rain", "White Cup",      "Stepping Song", "Far Hill",      "Chang River",   "Night Mooring",
    "Plum Seeker",    "Morning Bell",   "Held Autumn",   "Pillow Stream", "Swaying Light", "Asking Tea",
    "Year on Year",   "Broken Moon"};
constexpr std::array<const char*, 6> kVesselsEn = {"Bottle", "Vase", "Jar", "Cup", "Bowl", "Dish"};

}  // namespace

Vessel vessel_of(const craft::Measures& measures) {
  const double wide = std::max(1.0, measures.max_diameter_mm);
  const double slender = measures.height_mm / wide;
  const double open = measures.mouth_diameter_mm / wide;
  if (slender < 0.3) return Vessel::kDish;
  if (slender < 0.75 && open > 0.8) return Vessel::kBowl;
  if (open < 0.4) return Vessel::kBottle;
  if (slender > 1.5) return Vessel::kVase;
  return open > 0.85 ? Vessel::kCup : Vessel::kJar;
}

std::string title_for(const std::string& language, Vessel vessel, std::span<const uint8_t> fingerprint, uint32_t turn) {
  const std::size_t seed = fingerprint.empty() ? 0 : fingerprint[0];
  const std::size_t scene = (seed + turn * 7u) % kScenesZh.size();
  const auto kind = static_cast<std::size_t>(vessel);
  if (language == "zh") return std::string(kScenesZh[scene]) + kVesselsZh[kind];
  return std::string(kScenesEn[scene]) + " " + kVesselsEn[kind];
}

}  // namespace sui::studio
