// The pot belongs to the hands, not to the number of rings: the same hands thrown with 96, 128, 192 and 256 rings.
// Each count is its own small program (profile_of_hands.cpp); this reads what they print.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <vector>

namespace {

struct Profile {
  double height_mm = 0;
  int fallen = 1;
  std::vector<double> outer_mm, inner_mm;
};

Profile profile_from(const char* program) {
  Profile profile;
  FILE* out = popen(program, "r");
  if (out == nullptr) return profile;
  if (std::fscanf(out, "%lf %d", &profile.height_mm, &profile.fallen) == 2) {
    double outer = 0, inner = 0;
    while (std::fscanf(out, "%lf %lf", &outer, &inner) == 2) {
      profile.outer_mm.push_back(outer);
      profile.inner_mm.push_back(inner);
    }
  }
  EXPECT_EQ(pclose(out), 0);
  return profile;
}

// Mean distance of the outer faces at the same share of the height, plus how far the heights differ, mm.
double apart_mm(const Profile& a, const Profile& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.outer_mm.size(); ++i) sum += std::fabs(a.outer_mm[i] - b.outer_mm[i]);
  return sum / static_cast<double>(a.outer_mm.size()) + std::fabs(a.height_mm - b.height_mm);
}

TEST(Convergence, TheSameHandsThrowTheSamePotWhateverTheRings) {
  const Profile coarse = profile_from(SUI_PROFILE_96), usual = profile_from(SUI_PROFILE_128),
                fine = profile_from(SUI_PROFILE_192), finest = profile_from(SUI_PROFILE_256);
  for (const Profile* profile : {&coarse, &usual, &fine, &finest}) {
    ASSERT_EQ(profile->outer_mm.size(), 101u);
    EXPECT_EQ(profile->fallen, 0);
    EXPECT_GT(profile->height_mm, 120);
  }
  const double at_96 = apart_mm(coarse, finest), at_128 = apart_mm(usual, finest), at_192 = apart_mm(fine, finest);
  EXPECT_LT(at_128, at_96);
  EXPECT_LT(at_192, at_128);
  EXPECT_LT(at_128, 4) << "of " << finest.height_mm << " mm";
  RecordProperty("apart_mm_96", std::to_string(at_96));
  std::printf("apart from 256 rings: %.2f mm with 96, %.2f with 128, %.2f with 192, of %.0f mm\n", at_96, at_128,
              at_192, finest.height_mm);
}

}  // namespace
