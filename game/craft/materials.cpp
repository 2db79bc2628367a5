#include "game/craft/materials.h"

#include <array>
#include <cassert>

namespace sui::craft {
namespace {

// The first six are facts D5's [35] (loss, SiO2, Al2O3, CaO, K2O, Na2O). That table has no iron and no magnesia:
// Fe2O3 .75 of the glaze stone is chosen so that its glazes come out at D5's .7-1; MgO .12 and 1.4 is what the slider
// table of D5 leaves open (its K/Na/Ca sum to .97). The rest are ordinary analyses of traded materials (general
// knowledge): minerals near their ideal formula, kaolin and nepheline syenite as sold, wood ash and 紫金土 vary widely
// (uncertain).
constexpr std::array<Material, kMaterialCount> kMaterials{{
    {"youguo",
     "釉果",
     "glaze stone",
     3.0,
     {.sio2 = 71.2, .al2o3 = 15.8, .cao = 1.4, .mgo = .12, .na2o = 2.7, .k2o = 3.3, .fe2o3 = .75}},
    {"erhui",
     "二灰",
     "glaze ash",
     39.0,
     {.sio2 = 6.4, .al2o3 = 2.3, .cao = 49.8, .mgo = 1.4, .na2o = .1, .k2o = .2, .fe2o3 = .3}},
    {"nangangshi", "南港石", "Nangang stone", 3.3, {.sio2 = 75.3, .al2o3 = 16.2, .cao = 1.3, .k2o = 3.5, .fe2o3 = .6}},
    {"sanbaopeng",
     "三宝蓬",
     "Sanbao stone",
     2.0,
     {.sio2 = 70.1, .al2o3 = 17.6, .cao = .5, .na2o = 4.7, .k2o = 4.0, .fe2o3 = .6}},
    {"xingzigaoling",
     "星子高岭",
     "Xingzi kaolin",
     12.4,
     {.sio2 = 48.6, .al2o3 = 35.8, .cao = .2, .na2o = .5, .k2o = 1.4, .fe2o3 = .9}},
    {"changshi",
     "长石",
     "potash feldspar",
     1.1,
     {.sio2 = 64.6, .al2o3 = 18.0, .cao = .5, .na2o = 3.8, .k2o = 11.3, .fe2o3 = .2}},
    {"shiying", "石英", "quartz", .2, {.sio2 = 99.5, .al2o3 = .2, .fe2o3 = .05}},
    {"fangjieshi", "方解石", "calcite", 43.6, {.sio2 = .3, .cao = 55.6, .mgo = .3, .fe2o3 = .05}},
    {"baie", "白垩", "whiting", 43.4, {.sio2 = .6, .cao = 55.4, .mgo = .4, .fe2o3 = .1}},
    {"huashi", "滑石", "talc", 5.6, {.sio2 = 61.6, .al2o3 = .6, .cao = .4, .mgo = 31.3, .fe2o3 = .3}},
    {"baiyunshi", "白云石", "dolomite", 47.3, {.sio2 = .3, .cao = 30.4, .mgo = 21.7, .fe2o3 = .1}},
    {"guhui", "骨灰", "bone ash", 2.0, {.sio2 = .8, .cao = 54.5, .mgo = 1.2, .na2o = .8, .p2o5 = 40.5}},
    {"gaoling",
     "高岭",
     "kaolin",
     13.8,
     {.sio2 = 46.4, .al2o3 = 38.2, .cao = .2, .na2o = .1, .k2o = .4, .tio2 = .2, .fe2o3 = .5}},
    {"nachangshi",
     "钠长石",
     "soda feldspar",
     .4,
     {.sio2 = 68.6, .al2o3 = 18.7, .cao = 1.2, .na2o = 7.0, .k2o = 4.0, .fe2o3 = .1}},
    {"xiashi",
     "霞石",
     "nepheline syenite",
     .6,
     {.sio2 = 60.2, .al2o3 = 23.6, .cao = .5, .na2o = 10.2, .k2o = 4.8, .fe2o3 = .1}},
    {"caomuhui",
     "草木灰",
     "wood ash",
     26.0,
     {.sio2 = 17.0,
      .al2o3 = 3.5,
      .cao = 38.0,
      .mgo = 4.5,
      .na2o = .6,
      .k2o = 4.0,
      .fe2o3 = 1.3,
      .mno = 1.1,
      .p2o5 = 4.0}},
    {"zijintu",
     "紫金土",
     "purple-gold clay",
     6.5,
     {.sio2 = 62.0, .al2o3 = 21.0, .cao = .3, .mgo = .6, .na2o = .3, .k2o = 3.5, .tio2 = .7, .fe2o3 = 5.1}},
    {"jinhongshi", "金红石", "rutile", .5, {.sio2 = 1.5, .al2o3 = .5, .tio2 = 90.0, .fe2o3 = 6.5}},
    {"yanghuaxin", "氧化锌", "zinc oxide", .1, {.zno = 99.8}},
    {"yanghuaxi", "氧化锡", "tin oxide", .1, {.sno2 = 99.8}},
    {"guisuangao", "硅酸锆", "zircon", .2, {.sio2 = 33.0, .al2o3 = 1.3, .fe2o3 = .1, .zro2 = 65.0}},
    {"tansuanbei", "碳酸钡", "barium carbonate", 22.3, {.bao = 77.5}},
    {"tansuansi", "碳酸锶", "strontium carbonate", 29.7, {.sro = 70.0}},
    {"tansuanli", "碳酸锂", "lithium carbonate", 59.5, {.li2o = 40.3}},
    {"qianfen", "铅粉", "white lead", 13.6, {.pbo = 86.2}},
    {"qianrongkuai", "铅熔块", "lead frit", .0, {.sio2 = 33.5, .al2o3 = 1.5, .pbo = 65.0}},
    {"pengrongkuai", "硼熔块", "boron frit", .0, {.sio2 = 46.6, .b2o3 = 22.9, .cao = 20.1, .na2o = 10.3}},
    {"jianrongkuai", "碱熔块", "alkali frit", .0, {.sio2 = 70.0, .al2o3 = 3.0, .cao = 4.0, .na2o = 8.0, .k2o = 15.0}},
    {"xiaoshi", "硝石", "saltpetre", 53.4, {.k2o = 46.5}},
}};

}  // namespace

const Material& material(int index) {
  assert(index >= 0 && index < kMaterialCount);
  return kMaterials[static_cast<std::size_t>(index)];
}

int material_named(std::string_view name) {
  for (int index = 0; index < kMaterialCount; ++index) {
    if (name == material(index).id || name == material(index).zh) return index;
  }
  return -1;
}

}  // namespace sui::craft
