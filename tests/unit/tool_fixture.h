// ToolFixture: runs the real suisui-tool as a shell would, in a folder of its own, and keeps what it said.
//
// Owns the published script and schedule that most tool tests start from. SUI_TOOL is the program's path.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/unit/temp_folder.h"

namespace sui::test {

struct Ran {
  int code = -1;
  std::string out, err;
};

struct ToolFixture : testing::Test {
  TempFolder folder;

  std::string path(const std::string& name) const { return folder.file(name); }
  std::string write(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return path(name);
  }
  static std::string read(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  Ran run(const std::string& arguments) const {
    const std::string out = path("stdout"), err = path("stderr");
    const int status = std::system((std::string(SUI_TOOL) + " " + arguments + " >" + out + " 2>" + err).c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
  }
  std::string thrown() const {
    const std::string pot = path("P.sui");
    const Ran ran = run("throw " + write("throw.json", kScript) + " -o " + pot);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return pot;
  }

  static constexpr const char* kScript = R"({"clay": {"body": "jingdezhen", "mass_g": 1200, "moisture_wet_pct": 21.5},
    "assist": 0, "keys": [{"t": 0.0, "wheel_rpm": 240}, {"t": 1.0, "outer": {"r_mm": 62, "z_mm": 30}},
    {"t": 3.0, "outer": {"r_mm": 55, "z_mm": 40}}, {"t": 3.1, "outer": null},
    {"t": 4.0, "inner": {"r_mm": 10, "z_mm": 80}}, {"t": 5.0, "water_ml": 5}, {"t": 60.0, "cut": true}]})";
  static constexpr const char* kSchedule =
      R"([{"rate_c_h": 100, "to_c": 600, "hold_min": 0, "co_pct": 0}, {"rate_c_h": 100, "to_c": 1280, "hold_min": 20}])";
};

}  // namespace sui::test
