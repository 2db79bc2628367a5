#include "game/shelf/nickname.h"

#include <array>

namespace sui::shelf {
namespace {

// Things a Jingdezhen potter has, does or waits for; then who walks through the yard.
constexpr std::array<const char*, 24> kMannersZh = {
    "守窑的",   "晒坯的", "拉坯的",   "听瓷的",   "等雨的", "赶集的",   "画青花的", "爱喝茶的",
    "半开的",   "初雪的", "昌江边的", "三宝村的", "踩泥的", "爱睡觉的", "数星星的", "补釉的",
    "捡瓷片的", "早起的", "慢吞吞的", "听松的",   "揉泥的", "望火的",   "南山的",   "会唱歌的"};
constexpr std::array<const char*, 24> kWhoZh = {"白鹭", "小鸭", "狸猫", "竹鼠", "燕子", "鲤鱼", "松鼠", "青蛙",
                                                "喜鹊", "小鹿", "蜗牛", "黄狗", "云雀", "刺猬", "水牛", "翠鸟",
                                                "泥团", "茶盏", "小碗", "梅瓶", "窑火", "月亮", "栀子", "山雀"};
constexpr std::array<const char*, 24> kMannersEn = {
    "Sleepy",    "Early", "Cobalt",     "Celadon", "Patient",  "Rainy",   "Barefoot",  "Humming",
    "Muddy",     "Snowy", "Slow",       "Bright",  "Quiet",    "Moonlit", "Riverside", "Kiln-side",
    "Wandering", "Sunny", "Tea-loving", "Lucky",   "Stubborn", "Gentle",  "Market",    "Spinning"};
constexpr std::array<const char*, 24> kWhoEn = {"Heron",   "Duckling", "Tabby",      "Swallow", "Carp",   "Squirrel",
                                                "Frog",    "Magpie",   "Fawn",       "Snail",   "Lark",   "Hedgehog",
                                                "Buffalo", "Teacup",   "Kingfisher", "Lantern", "Teapot", "Sparrow",
                                                "Otter",   "Gardenia", "Bamboo",     "Pebble",  "Moon",   "Ember"};

}  // namespace

std::string nickname_from(const std::string& language, std::span<const uint8_t> random) {
  const std::size_t first = random.empty() ? 0 : random[0];
  const std::size_t second = random.size() < 2 ? 0 : random[1];
  if (language == "zh") return std::string(kMannersZh[first % kMannersZh.size()]) + kWhoZh[second % kWhoZh.size()];
  return std::string(kMannersEn[first % kMannersEn.size()]) + " " + kWhoEn[second % kWhoEn.size()];
}

}  // namespace sui::shelf
