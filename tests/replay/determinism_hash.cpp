// Makes the busy pot and the whole lives and prints what every machine must agree on: the hash of all that can be felt
// or seen, of the painted surface and the Look, of the ring, the making's fingerprint. With a file named, compares with
// what the file holds (exit 1: differs). An act that none of these lives uses is a fault too: nobody would know whether
// it is the same everywhere.
//
// After a deliberate change of the rules: bump craft::kCraftVersion, then determinism_hash >
// tests/replay/busy_making.hash
#include <cinttypes>
#include <cstdio>
#include <set>
#include <string>

#include "game/craft/look.h"
#include "game/craft/math.h"
#include "game/craft/tone.h"
#include "game/piece/record.h"
#include "tests/replay/busy_making.h"
#include "tests/replay/whole_lives.h"

namespace {

using namespace sui;

uint64_t paint_hash(const craft::Workpiece& workpiece) {
  const craft::PigmentField field = craft::lay_all(workpiece.surface, workpiece.clay, 256, 128);
  uint64_t hash = 0;
  for (const float dose : field.cobalt_g_m2) hash = craft::mix(hash, static_cast<double>(dose));
  return hash;
}

void mix_in(const std::vector<uint8_t>& bytes, uint64_t& hash) {
  for (const uint8_t byte : bytes) hash = craft::mix(hash, uint64_t{byte});
}

void mix_in(const craft::LookGlass& glass, uint64_t& hash) {
  for (const float value : {glass.absorbs_r, glass.absorbs_g, glass.absorbs_b, glass.scatters_r, glass.scatters_g,
                            glass.scatters_b, glass.spot_r, glass.gloss, glass.crackle})
    hash = craft::mix(hash, static_cast<double>(value));
}

uint64_t look_hash(const craft::Workpiece& workpiece) {
  const craft::Look look = craft::look_of(workpiece, 256, 128);
  uint64_t hash = 0;
  for (const craft::LookRing& ring : look.rings) {
    for (const float value : {ring.z_mm, ring.outer_mm, ring.inner_mm, ring.twist_turn, ring.glaze_outer_mm,
                              ring.glaze_inner_mm, ring.groove_mm, ring.glaze_cos1_mm})
      hash = craft::mix(hash, static_cast<double>(value));
  }
  mix_in(look.outside, hash);
  mix_in(look.inside, hash);
  for (const std::vector<uint8_t>* layer :
       {&look.paint_cobalt, &look.paint_copper, &look.paint_iron, &look.paint_enamel, &look.paint_enamel_kind,
        &look.paint_height, &look.paint_hole})
    mix_in(*layer, hash);
  return hash;
}

uint64_t tone_hash(const craft::Workpiece& workpiece) {
  const craft::Tone tone = craft::tone_of(workpiece);
  uint64_t hash = 0;
  for (const double hz : tone.hz) hash = craft::mix(hash, hz);
  for (const double decay_s : tone.decay_s) hash = craft::mix(hash, decay_s);
  return hash;
}

std::string hex16(uint64_t word) {
  char text[17];
  std::snprintf(text, sizeof text, "%016" PRIx64, word);
  return text;
}

// "" when every kind of act there is was used.
std::string unused_acts(const std::vector<replay::Life>& lives, const piece::Bench& busy) {
  std::set<int> used;
  for (const craft::Act& act : busy.making.acts) used.insert(static_cast<int>(act.kind));
  for (const replay::Life& life : lives) {
    for (const craft::Act& act : life.bench.making.acts) used.insert(static_cast<int>(act.kind));
  }
  std::string unused;
  for (int kind = 0; kind <= craft::kActKindMax; ++kind) {
    const bool exists = craft::domain_of(static_cast<craft::ActKind>(kind)) != craft::ActDomain::kNone;
    if (exists && used.count(kind) == 0) unused += " " + std::to_string(kind);
  }
  return unused;
}

std::string hashes(const std::vector<replay::Life>& lives, const piece::Bench& bench) {
  std::string text = "craft_version " + std::to_string(craft::kCraftVersion) + "\nrunning_hash " +
                     hex16(bench.workpiece.running_hash) + "\npaint_hash " + hex16(paint_hash(bench.workpiece)) +
                     "\nfingerprint " + piece::to_hex(piece::fingerprint(bench.making)) + "\n";
  for (const replay::Life& life : lives) {
    const craft::Workpiece& pot = life.bench.workpiece;
    text += std::string(life.name) + " " + hex16(craft::state_hash(pot)) + " " + hex16(look_hash(pot)) + " " +
            hex16(tone_hash(pot)) + "\n";
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const piece::Bench busy = replay::make_busily(2026);
  const std::vector<replay::Life> lives = replay::whole_lives();
  const std::string made = hashes(lives, busy);
  std::fputs(made.c_str(), stdout);
  if (const std::string unused = unused_acts(lives, busy); !unused.empty()) {
    std::fprintf(stderr, "no life here uses the acts numbered%s: give them one in whole_lives.cpp\n", unused.c_str());
    return 1;
  }
  if (argc < 2) return 0;
  std::FILE* const file = std::fopen(argv[1], "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "%s: cannot be read\n", argv[1]);
    return 2;
  }
  char text[4096];
  const std::size_t got = std::fread(text, 1, sizeof text, file);
  std::fclose(file);
  if (std::string(text, got) == made) return 0;
  std::fprintf(stderr,
               "%s differs. If the rules were changed on purpose, bump craft::kCraftVersion and write it anew:\n"
               "  determinism_hash > tests/replay/busy_making.hash\n",
               argv[1]);
  return 1;
}
