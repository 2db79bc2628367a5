// Makes the one busy pot and prints what every machine must agree on: the running hash after the fire, a hash of the
// painted surface, the making's fingerprint. With a file named, compares with what the file holds (exit 1: differs).
//
// After a deliberate change of the rules: bump craft::kCraftVersion, then determinism_hash >
// tests/replay/busy_making.hash
#include <cinttypes>
#include <cstdio>
#include <string>

#include "game/craft/math.h"
#include "game/piece/record.h"
#include "tests/replay/busy_making.h"

namespace {

using namespace sui;

uint64_t paint_hash(const craft::Workpiece& workpiece) {
  const craft::PigmentField field = craft::lay_all(workpiece.surface, workpiece.clay, 256, 128);
  uint64_t hash = 0;
  for (const float dose : field.cobalt_g_m2) hash = craft::mix(hash, static_cast<double>(dose));
  return hash;
}

std::string hex16(uint64_t word) {
  char text[17];
  std::snprintf(text, sizeof text, "%016" PRIx64, word);
  return text;
}

std::string hashes() {
  const piece::Bench bench = replay::make_busily(2026);
  return "craft_version " + std::to_string(craft::kCraftVersion) + "\nrunning_hash " +
         hex16(bench.workpiece.running_hash) + "\npaint_hash " + hex16(paint_hash(bench.workpiece)) + "\nfingerprint " +
         piece::to_hex(piece::fingerprint(bench.making)) + "\n";
}

}  // namespace

int main(int argc, char** argv) {
  const std::string made = hashes();
  std::fputs(made.c_str(), stdout);
  if (argc < 2) return 0;
  std::FILE* const file = std::fopen(argv[1], "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "%s: cannot be read\n", argv[1]);
    return 2;
  }
  char text[1024];
  const std::size_t got = std::fread(text, 1, sizeof text, file);
  std::fclose(file);
  if (std::string(text, got) == made) return 0;
  std::fprintf(stderr,
               "%s differs. If the rules were changed on purpose, bump craft::kCraftVersion and write it anew:\n"
               "  determinism_hash > tests/replay/busy_making.hash\n",
               argv[1]);
  return 1;
}
