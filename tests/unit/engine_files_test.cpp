// A player's files: whole or not at all, whatever was left lying about.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "game/engine/files.h"
#include "game/engine/limits.h"

namespace sui::engine {
namespace {

namespace fs = std::filesystem;

std::vector<uint8_t> bytes(std::string_view text) {
  return {text.begin(), text.end()};
}

class EngineFiles : public testing::Test {
 protected:
  EngineFiles()
      : folder_(fs::temp_directory_path() /
                ("suisui-files-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    fs::remove_all(folder_);
  }
  ~EngineFiles() override { fs::remove_all(folder_); }

  std::unique_ptr<Files> open() {
    Result<std::unique_ptr<Files>> files = open_files(folder_.string(), [this] { ++changes_; });
    EXPECT_TRUE(files);
    return std::move(*files);
  }
  void plant(const std::string& name, std::string_view text) {
    fs::create_directories(folder_);
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  fs::path folder_;
  int changes_ = 0;
};

TEST_F(EngineFiles, WhatIsWrittenIsThereAfterOpeningAgain) {
  ASSERT_TRUE(open()->write("pot-1.sui", bytes("clay")));
  ASSERT_TRUE(open()->write("pot-1.sui", bytes("porcelain")));
  ASSERT_TRUE(open()->write("empty", {}));
  const std::unique_ptr<Files> files = open();
  Result<std::vector<uint8_t>> read = files->read("pot-1.sui");
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes("porcelain"));
  EXPECT_TRUE(files->read("empty")->empty());
  EXPECT_EQ(changes_, 3);
}

TEST_F(EngineFiles, AHalfWrittenFileNeverShowsAndTheOldOneStays) {
  plant("pot-1.sui", "whole");
  plant("~pot-1.sui", "ha");
  plant("~pot-2.sui", "h");
  const std::unique_ptr<Files> files = open();
  EXPECT_EQ(files->names(""), std::vector<std::string>{"pot-1.sui"});
  EXPECT_EQ(*files->read("pot-1.sui"), bytes("whole"));
  EXPECT_FALSE(fs::exists(folder_ / "~pot-1.sui")) << "cleared at the next start";
}

TEST_F(EngineFiles, AFailedWriteLeavesTheOldFile) {
  const std::unique_ptr<Files> files = open();
  ASSERT_TRUE(files->write("pot", bytes("old")));
  fs::create_directories(folder_ / "~pot");  // the half-written file cannot be made
  Result<Done> written = files->write("pot", bytes("new"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().where, "pot");
  EXPECT_EQ(*files->read("pot"), bytes("old"));
}

TEST_F(EngineFiles, StrangeNamesAreRefusedEverywhere) {
  const std::unique_ptr<Files> files = open();
  for (const std::string& name :
       {std::string(), std::string("."), std::string(".."), std::string("../x"), std::string("a/b"), std::string("A"),
        std::string("瓶"), std::string("a b"), std::string("~x"), std::string(".hidden"), std::string("a\0b", 3),
        std::string(97, 'a'), std::string("a\\b")}) {
    EXPECT_FALSE(is_file_name(name)) << name;
    EXPECT_FALSE(files->write(name, bytes("x"))) << name;
    EXPECT_FALSE(files->read(name)) << name;
    EXPECT_FALSE(files->remove(name)) << name;
  }
  EXPECT_TRUE(is_file_name(std::string(96, 'a')));
  EXPECT_TRUE(files->names("").empty());
  EXPECT_EQ(changes_, 0);
}

TEST_F(EngineFiles, WhatOthersLaidThereIsNotListed) {
  plant("Thumbs.db", "x");
  plant("sp ace", "x");
  plant("b", "x");
  plant("a", "x");
  fs::create_directories(folder_ / "folder");
  const std::unique_ptr<Files> files = open();
  EXPECT_EQ(files->names(""), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(files->names("b"), std::vector<std::string>{"b"});
  EXPECT_FALSE(files->read("folder"));
}

TEST_F(EngineFiles, TooLargeIsRefusedBothWays) {
  const std::unique_ptr<Files> files = open();
  const std::vector<uint8_t> large(kFileBytesMax + 1);
  EXPECT_FALSE(files->write("large", large));
  plant("planted", "");
  fs::resize_file(folder_ / "planted", kFileBytesMax + 1);
  Result<std::vector<uint8_t>> read = files->read("planted");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().what.find("limit"), std::string::npos);
}

TEST_F(EngineFiles, RemovingForgets) {
  const std::unique_ptr<Files> files = open();
  ASSERT_TRUE(files->write("a", bytes("x")));
  ASSERT_TRUE(files->remove("a"));
  EXPECT_FALSE(files->read("a"));
  EXPECT_FALSE(files->remove("a"));
}

TEST_F(EngineFiles, AFileWhereTheFolderShouldBeIsSaid) {
  std::ofstream(folder_) << "x";
  Result<std::unique_ptr<Files>> files = open_files(folder_.string());
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().where, folder_.string());
}

TEST_F(EngineFiles, AssetsStayInTheirFolder) {
  plant("strings.json", "{}");
  Result<std::unique_ptr<Assets>> assets = open_assets(folder_.string());
  ASSERT_TRUE(assets);
  EXPECT_TRUE((*assets)->read("strings.json"));
  for (const char* name : {"../strings.json", "/etc/passwd", "", "missing", "a\\b"}) {
    EXPECT_FALSE((*assets)->read(name)) << name;
  }
}

}  // namespace
}  // namespace sui::engine
