#include "game/craft/foot_mark.h"

#include <cassert>

#include "game/craft/pattern_drawing.h"
#include "game/craft/surface_lay.h"

namespace sui::craft {
namespace {

constexpr uint8_t kPen = 78, kLoad = 85;

constexpr Trace kSuiTraces[] = {
    // 岁
    curve(kPen, kLoad, "500,960 500,700"),         curve(kPen, kLoad, "300,870 300,690 700,690"),
    curve(kPen, kLoad, "705,880 700,670"),         tail(95, kLoad, "480,620 400,470 240,330"),
    curve(kPen, kLoad, "420,530 560,545 700,540"), tail(95, kLoad, "700,540 610,330 440,160 200,50"),
    swell(110, kLoad, "400,420 470,380 530,310"),
};
constexpr Trace kPingTraces[] = {
    // 平
    curve(kPen, kLoad, "220,840 500,850 780,850"), swell(110, kLoad, "330,770 380,710 400,630"),
    swell(110, kLoad, "680,770 640,710 580,640"),  curve(kPen, kLoad, "90,490 500,505 910,500"),
    curve(kPen, kLoad, "500,850 500,400 500,40"),
};
constexpr Trace kAnTraces[] = {
    // 安
    swell(120, kLoad, "460,970 510,930 540,860"),       swell(110, kLoad, "180,820 175,750 140,660"),
    curve(kPen, kLoad, "180,780 500,790 850,790"),      tail(95, kLoad, "850,790 820,740 770,690"),
    curve(kPen, kLoad, "460,690 380,540 300,390"),      tail(100, kLoad, "300,390 500,280 640,170 720,70"),
    tail(100, kLoad, "660,480 590,280 440,140 190,50"), curve(kPen, kLoad, "80,450 500,465 920,460"),
};
constexpr Trace kNianTraces[] = {
    // 年
    tail(105, kLoad, "340,970 270,820 160,700"),   curve(kPen, kLoad, "290,820 540,830 800,830"),
    curve(kPen, kLoad, "270,600 520,610 760,610"), curve(kPen, kLoad, "275,610 270,390"),
    curve(kPen, kLoad, "70,380 500,390 930,390"),  curve(kPen, kLoad, "530,830 530,400 530,20"),
};
constexpr Trace kZhiTraces[] = {
    // 制
    tail(100, kLoad, "200,910 170,830 100,740"),   curve(kPen, kLoad, "170,790 360,800 550,800"),
    curve(kPen, kLoad, "70,630 340,640 610,640"),  curve(kPen, kLoad, "340,950 340,500 340,30"),
    curve(kPen, kLoad, "150,480 150,200"),         curve(kPen, kLoad, "150,475 350,480 545,480"),
    curve(kPen, kLoad, "545,480 545,330 540,220"), tail(90, kLoad, "540,220 500,225 460,260"),
    curve(kPen, kLoad, "720,860 720,600 720,330"), curve(kPen, kLoad, "890,950 890,500 890,80"),
    tail(95, kLoad, "890,80 840,80 780,140"),
};
constexpr Trace kYaoTraces[] = {
    // 窑
    swell(110, kLoad, "470,1000 510,960 530,900"), swell(100, kLoad, "160,890 155,830 125,760"),
    curve(kPen, kLoad, "160,860 500,868 860,868"), tail(90, kLoad, "860,868 840,820 800,780"),
    tail(95, kLoad, "400,800 340,720 230,660"),    swell(105, kLoad, "590,800 670,750 750,670"),
    tail(95, kLoad, "350,650 300,560 210,490"),    curve(kPen, kLoad, "310,570 520,580 740,580"),
    curve(kPen, kLoad, "100,400 500,408 900,408"), curve(kPen, kLoad, "510,580 510,300 510,80"),
    curve(kPen, kLoad, "240,290 240,80"),          curve(kPen, kLoad, "240,80 510,78 770,80"),
    curve(kPen, kLoad, "770,300 770,60"),
};
constexpr Motif kSui = motif_of(kSuiTraces), kPing = motif_of(kPingTraces), kAn = motif_of(kAnTraces),
                kNian = motif_of(kNianTraces), kZhi = motif_of(kZhiTraces), kYao = motif_of(kYaoTraces);

constexpr Trace kYearsOfPeaceTraces[] = {use(kSui, "520,525 27 0"), use(kSui, "520,205 27 0"),
                                         use(kPing, "210,525 27 0"), use(kAn, "210,205 27 0")};
constexpr Trace kKilnOfYearsTraces[] = {use(kSui, "520,525 27 0"), use(kSui, "520,205 27 0"), use(kYao, "210,525 27 0"),
                                        use(kZhi, "210,205 27 0")};
constexpr Trace kMadeInYearsOfPeaceTraces[] = {use(kSui, "520,620 21 0"),  use(kSui, "520,395 21 0"),
                                               use(kPing, "520,170 21 0"), use(kAn, "270,620 21 0"),
                                               use(kNian, "270,395 21 0"), use(kZhi, "270,170 21 0")};
constexpr Motif kTexts[kFootMarkTexts] = {motif_of(kYearsOfPeaceTraces), motif_of(kKilnOfYearsTraces),
                                          motif_of(kMadeInYearsOfPeaceTraces)};

constexpr Trace kRingTraces[] = {
    loop(12, 80,
         "970,500 934,680 832,832 680,934 500,970 320,934 168,832 66,680 30,500 66,320 168,168 320,66 500,30 680,66 "
         "832,168 934,320"),
    loop(9, 70,
         "940,500 907,668 811,811 668,907 500,940 332,907 189,811 93,668 60,500 93,332 189,189 332,93 500,60 668,93 "
         "811,189 907,332"),
};
constexpr Trace kSquareTraces[] = {
    line(12, 80, "120,120 880,120 880,880 120,880 120,120"),
    line(9, 70, "150,150 850,150 850,850 150,850 150,150"),
};
constexpr Motif kFrames[kFootMarkFrames] = {{nullptr, 0}, motif_of(kRingTraces), motif_of(kSquareTraces)};

struct Sheet {
  const Stroke& mark;
  double across_mm;
  const Wall& flat;
  Wet& wet;
};

void write_trace(void* owner, const Trace& trace, double size, const SheetPoint* points, std::size_t count) {
  const Sheet& sheet = *static_cast<const Sheet*>(owner);
  Stroke stroke;
  stroke.kind = StrokeKind::kLine;
  stroke.open = false;
  stroke.pigment = sheet.mark.pigment;
  stroke.width_mm = trace.width / 1000.0 * size * sheet.across_mm;
  stroke.load = sheet.mark.load * trace.load / 100.0;
  for (std::size_t i = 0; i < count; ++i)
    stroke.points.push_back({points[i].x / 1000, points[i].y / 1000 * kRingCount, points[i].pressure});
  lay_line(stroke, sheet.flat, sheet.wet);
}

}  // namespace

PigmentField lay_foot_mark(const Stroke& mark, double across_mm, int cells) {
  assert(mark.kind == StrokeKind::kFootMark && across_mm > 0);
  PigmentField field = blank_field(cells, cells);
  Wet wet{field};
  // A sheet is a wall as far round as it is tall.
  Wall flat;
  for (int row = 0; row < cells; ++row) {
    flat.radius_mm.push_back(across_mm / kWholeTurn);
    flat.along_mm.push_back((row + 0.5) * across_mm / cells);
    flat.thick_mm.push_back(across_mm);
  }
  Sheet sheet{mark, across_mm, flat, wet};
  run_motif(kTexts[mark.form], {}, &write_trace, &sheet);
  run_motif(kFrames[mark.repeats], {}, &write_trace, &sheet);
  return field;
}

}  // namespace sui::craft
