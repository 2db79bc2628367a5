// Cones against the whole of Orton's chart (facts C1), at the chart's rates and far from them.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "game/craft/cones.h"
#include "game/craft/kiln.h"

namespace sui::craft {
namespace {

struct Row {
  const char* cone;
  double at_60_c, at_150_c;
};
// As printed, not as the program holds it.
constexpr Row kChart[] = {{"022", 586, 590},  {"021", 600, 617},  {"020", 626, 638},  {"019", 678, 695},
                          {"018", 715, 734},  {"017", 738, 763},  {"016", 772, 796},  {"015", 791, 818},
                          {"014", 807, 838},  {"013", 837, 861},  {"012", 861, 882},  {"011", 875, 894},
                          {"010", 903, 915},  {"09", 920, 930},   {"08", 942, 956},   {"07", 976, 987},
                          {"06", 998, 1013},  {"05", 1031, 1044}, {"04", 1063, 1077}, {"03", 1086, 1104},
                          {"02", 1102, 1122}, {"01", 1119, 1138}, {"1", 1137, 1154},  {"2", 1142, 1164},
                          {"3", 1152, 1170},  {"4", 1162, 1183},  {"5", 1186, 1207},  {"6", 1222, 1243},
                          {"7", 1239, 1257},  {"8", 1249, 1271},  {"9", 1260, 1280},  {"10", 1285, 1305},
                          {"11", 1294, 1315}, {"12", 1306, 1326}, {"13", 1331, 1348}, {"14", 1365, 1384}};

// Climbs in half-minute steps and looks when the cone goes down, as a kiln log would tell it.
double falls_in_a_kiln_c(int index, double rate_c_h) {
  const double step_h = 1.0 / 120, needed = cone_heat_work(index);
  double work = 0, temp_c = 20;
  while (work < needed && temp_c < 2000) {
    work += heat_work_per_h(temp_c + 0.5 * rate_c_h * step_h) * step_h;
    temp_c += rate_c_h * step_h;
  }
  return temp_c;
}

TEST(Cones, TheWholeChartIsMetWithinTwoDegrees) {
  double squares = 0, worst = 0;
  for (int index = 0; index < kConeCount; ++index) {
    EXPECT_EQ(cone_name(index), kChart[index].cone);
    for (const double error : {falls_in_a_kiln_c(index, 60) - kChart[index].at_60_c,
                               falls_in_a_kiln_c(index, 150) - kChart[index].at_150_c}) {
      squares += error * error;
      worst = std::fabs(error) > worst ? std::fabs(error) : worst;
    }
  }
  EXPECT_LT(std::sqrt(squares / (2 * kConeCount)), 2.0);
  EXPECT_LT(worst, 6);
}

TEST(Cones, SteppingThroughTheClimbAgreesWithItsIntegralAtAnyRate) {
  for (const double rate_c_h : {5.0, 15.0, 60.0, 108.0, 150.0, 400.0, 900.0})
    for (int index = 0; index < kConeCount; ++index)
      EXPECT_NEAR(falls_in_a_kiln_c(index, rate_c_h), cone_falls_at_c(index, rate_c_h), 1 + rate_c_h / 100)
          << cone_name(index) << " at " << rate_c_h;
}

TEST(Cones, FasterNeedsHotterAndNoConeOvertakesAnother) {
  for (const double rate_c_h : {2.0, 10.0, 60.0, 150.0, 500.0, 2000.0}) {
    for (int index = 0; index < kConeCount; ++index) {
      const double here_c = cone_falls_at_c(index, rate_c_h);
      EXPECT_LT(here_c, cone_falls_at_c(index, rate_c_h * 1.5)) << cone_name(index);
      if (index > 0) {
        EXPECT_GT(here_c, cone_falls_at_c(index - 1, rate_c_h)) << cone_name(index);
      }
    }
  }
}

TEST(Cones, FourFifthsOfAnHourAt1260TakesConeNineToTen) {  // facts C2
  const double hours = (cone_heat_work(31) - cone_heat_work(30)) / heat_work_per_h(1260);
  EXPECT_NEAR(hours, 0.8, 0.1);
}

TEST(Cones, SixtyToOneHundredFiftyIsTwentyDegreesAtConeTen) {  // facts C2's warning against E = 125 kJ/mol
  EXPECT_NEAR(cone_falls_at_c(31, 150) - cone_falls_at_c(31, 60), 20, 2);
}

TEST(Cones, ACandleBendsSlowlyThenFast) {
  const double down = cone_heat_work(31);
  double last_deg = 0;
  for (double share = 0.70; share < 1; share += 0.05) {
    const ConeReading reading = read_cones(share * down);
    if (reading.next != 31) continue;
    EXPECT_EQ(reading.fallen, 30);
    EXPECT_GT(reading.next_lean_deg, last_deg);
    EXPECT_LE(reading.next_bent, 1);
    last_deg = reading.next_lean_deg;
  }
  EXPECT_GT(last_deg, 75);
  EXPECT_NEAR(read_cones(0.99999 * down).next_lean_deg, 90, 0.1);
  EXPECT_EQ(read_cones(down).fallen, 31);
  EXPECT_NEAR(read_cones(0).next_lean_deg, 8, 1e-9);
  EXPECT_EQ(read_cones(0).fallen, -1);
  EXPECT_EQ(read_cones(1e9).next, kConeCount);
}

TEST(Cones, WorkNeverFallsWithTemperature) {
  double last = 0;
  for (double temp_c = -20; temp_c < 1600; temp_c += 0.5) {
    const double now = heat_work_per_h(temp_c);
    ASSERT_GE(now, last) << temp_c;
    last = now;
  }
  EXPECT_NEAR(heat_work_per_h(1300), 1, 1e-12);
}

}  // namespace
}  // namespace sui::craft
