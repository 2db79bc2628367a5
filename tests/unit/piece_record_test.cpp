// The making is the file: what is written reads back, what is altered is refused by name, and the pot is the same pot.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "game/piece/columns.h"
#include "game/piece/envelope.h"
#include "game/piece/limits.h"
#include "game/piece/record.h"
#include "tests/replay/busy_making.h"
#include "tests/replay/whole_lives.h"

namespace sui::piece {
namespace {

const Bench& busy() {
  static const Bench bench = replay::make_busily(2026);
  return bench;
}

Record record_of(const Making& making) {
  Record record;
  record.making = making;
  record.title = "岁岁平安";
  return record;
}

KeyPair keys_of(uint8_t seed) {
  return *key_pair_from_seed(Bytes(32, seed));
}

// The envelope of a record, for tests that alter what is inside it.
constexpr EnvelopeKind kEnvelope{"record", {'S', 'U', 'I', 0x1a}, 1, kRecordBytesMax, kRecordInflatedBytesMax};

// A short pot: still on the wheel after two seconds.
Bench short_bench() {
  Bench bench = *fresh_bench(craft::ClayStart{});
  craft::Act act;
  act.kind = craft::ActKind::kWheel;
  act.a = 200 * craft::kPerRpm;
  EXPECT_TRUE(act_on(bench, act));
  for (int i = 0; i < 60; ++i) {
    act.kind = craft::ActKind::kOuterHand;
    act.a = (60 * 64) - i * 3;
    act.b = (20 + i) * 64 / 2;
    EXPECT_TRUE(act_on(bench, act));
    for (int tick = 0; tick < 4; ++tick) step(bench);
  }
  seal(bench);
  return bench;
}

TEST(Record, ReadsBackWhatWasWritten) {
  Record record = record_of(busy().making);
  sign(record, keys_of(3));
  const auto bytes = encode(record);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const auto back = decode(*bytes);
  ASSERT_TRUE(back) << to_text(back.error());
  EXPECT_EQ(back->making.acts, record.making.acts);
  EXPECT_EQ(back->making.start, record.making.start);
  EXPECT_EQ(back->making.end_tick, record.making.end_tick);
  EXPECT_EQ(back->making.checkpoints.size(), record.making.checkpoints.size());
  EXPECT_EQ(back->title, record.title);
  EXPECT_EQ(back->maker, record.maker);
  EXPECT_EQ(fingerprint(back->making), fingerprint(record.making));
  const auto pot = verify(*back);
  ASSERT_TRUE(pot) << to_text(pot.error());
  EXPECT_EQ(pot->running_hash, busy().workpiece.running_hash);
  EXPECT_EQ(pot->clay.r_mm, busy().workpiece.clay.r_mm);
}

TEST(Record, AnyActsReadBack) {
  std::mt19937 dice(17);
  for (int round = 0; round < 50; ++round) {
    Record record;
    record.making.sealed = true;
    uint32_t tick = 0;
    for (uint32_t i = 0, count = dice() % 800; i < count; ++i) {
      tick += dice() % 3 == 0 ? dice() % 500 : 0;
      const auto value = [&] {
        const uint32_t magnitude = dice() % 33;
        return static_cast<int32_t>(magnitude == 0 ? 0 : dice() >> (32 - magnitude));
      };
      craft::Act act;
      act.tick = tick;
      act.kind = static_cast<craft::ActKind>(1 + dice() % 15);
      act.a = value(), act.b = value(), act.c = -value(), act.d = value();
      record.making.acts.push_back(act);
    }
    record.making.end_tick = tick + dice() % 100;
    record.making.checkpoints = {{record.making.end_tick, dice()}};
    const auto bytes = encode(record);
    ASSERT_TRUE(bytes) << to_text(bytes.error());
    const auto back = decode(*bytes);
    ASSERT_TRUE(back) << to_text(back.error());
    ASSERT_EQ(back->making.acts, record.making.acts);
  }
}

TEST(Record, ThreeMinutesAtTheWheelFitIn24KB) {
  const Bench bench = replay::throw_three_minutes(4);
  EXPECT_GT(bench.making.acts.size(), 10000u);
  const auto bytes = encode(record_of(bench.making));
  ASSERT_TRUE(bytes);
  EXPECT_LE(bytes->size(), 24u * 1024);
  RecordProperty("bytes", static_cast<int>(bytes->size()));
}

TEST(Record, EveryKindOfActComesBackAsTheSamePot) {
  for (const replay::Life& life : replay::whole_lives()) {
    const auto bytes = encode(record_of(life.bench.making));
    ASSERT_TRUE(bytes) << life.name << ": " << to_text(bytes.error());
    EXPECT_LE(bytes->size(), 24u * 1024) << life.name;
    const auto back = decode(*bytes);
    ASSERT_TRUE(back) << life.name << ": " << to_text(back.error());
    const auto pot = replay(back->making);
    ASSERT_TRUE(pot) << life.name << ": " << to_text(pot.error());
    EXPECT_EQ(craft::state_hash(*pot), craft::state_hash(life.bench.workpiece)) << life.name;
  }
}

TEST(Record, EveryFlippedByteIsNoticed) {
  Record record = record_of(short_bench().making);
  const Bytes bytes = *encode(record);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int mask : {0x01, 0x80, 0xff}) {
      Bytes altered = bytes;
      altered[i] = static_cast<uint8_t>(altered[i] ^ mask);
      const auto back = decode(altered);
      if (back) {
        EXPECT_FALSE(verify(*back)) << "byte " << i;
      } else {
        EXPECT_EQ(back.error().where.rfind("record.", 0), 0u) << back.error().where;
      }
    }
  }
}

TEST(Record, AForgersBytesNeverCrashAndNeverPass) {
  // A forger writes a fitting checksum over an altered payload.
  const Record record = record_of(short_bench().making);
  const Fingerprint honest = fingerprint(record.making);
  const Bytes payload = *open_envelope(kEnvelope, *encode(record));
  std::mt19937 dice(23);
  for (int round = 0; round < 3000; ++round) {
    Bytes altered = payload;
    for (uint32_t i = 0, count = 1 + dice() % 3; i < count; ++i) {
      altered[dice() % altered.size()] = static_cast<uint8_t>(dice());
    }
    const auto back = decode(*close_envelope(kEnvelope, altered));
    if (!back) continue;
    const auto pot = verify(*back);
    // Whatever passes is an honest making of the same acts (a title may be altered in an unsigned record).
    if (pot) {
      EXPECT_EQ(fingerprint(back->making), honest);
    }
  }
}

TEST(Record, EveryTruncationIsNamed) {
  const Bytes bytes = *encode(record_of(short_bench().making));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto back = decode(std::span<const uint8_t>(bytes.data(), size));
    ASSERT_FALSE(back) << size;
    EXPECT_TRUE(back.error().where == "record.magic" || back.error().where == "record.length") << back.error().where;
  }
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_EQ(decode(longer).error().where, "record.length");
}

TEST(Record, AnAlteredActIsNotTheSamePot) {
  Record record = record_of(short_bench().making);
  const Fingerprint honest = fingerprint(record.making);
  record.making.acts[20].a -= 40;
  EXPECT_NE(fingerprint(record.making), honest);
  const auto back = decode(*encode(record));
  ASSERT_TRUE(back);
  const auto pot = verify(*back);
  ASSERT_FALSE(pot);
  EXPECT_EQ(pot.error().where, "record.checkpoints");
}

TEST(Record, ALeftOutActACheckpointLessOrMoreIsNotTheSamePot) {
  const Making honest = short_bench().making;
  Making fewer_acts = honest;
  fewer_acts.acts.erase(fewer_acts.acts.begin() + 30);
  EXPECT_FALSE(verify(record_of(fewer_acts)));
  Making fewer_checkpoints = honest;
  fewer_checkpoints.checkpoints.erase(fewer_checkpoints.checkpoints.begin());
  EXPECT_FALSE(verify(record_of(fewer_checkpoints)));
  Making more_checkpoints = honest;
  more_checkpoints.checkpoints.insert(more_checkpoints.checkpoints.begin(), honest.checkpoints[0]);
  EXPECT_FALSE(verify(record_of(more_checkpoints)));
  Making longer = honest;
  longer.end_tick += 1;
  longer.checkpoints.back().tick += 1;
  EXPECT_FALSE(verify(record_of(longer)));
  Making unsealed = honest;
  unsealed.sealed = false;
  EXPECT_EQ(encode(record_of(unsealed)).error().where, "making");
}

TEST(Record, OtherRulesAreNamed) {
  Making making = short_bench().making;
  making.craft_version += 1;
  EXPECT_EQ(verify(record_of(making)).error().where, "record.craft_version");
}

TEST(Record, RulesRefuseByActAndField) {
  Making making = short_bench().making;
  making.acts[5].a = 5000 * 64;
  const auto pot = verify(record_of(making));
  ASSERT_FALSE(pot);
  EXPECT_EQ(pot.error().where.rfind("record.acts[5].", 0), 0u) << pot.error().where;
}

TEST(Record, TheMakersNameCannotBeTakenOver) {
  Record record = record_of(short_bench().making);
  sign(record, keys_of(1));
  EXPECT_TRUE(verify(record));
  Record renamed = record;
  renamed.title = "别人的";
  EXPECT_EQ(verify(renamed).error().where, "record.signature");
  Record stolen = record;
  stolen.maker = keys_of(2).public_key;
  EXPECT_EQ(verify(stolen).error().where, "record.signature");
  Record anonymous = record;
  anonymous.maker = PublicKey{};
  EXPECT_EQ(verify(anonymous).error().where, "record.signature");
}

TEST(Record, KeysFromSeedAreStableAndFreshOnesDiffer) {
  EXPECT_EQ(keys_of(9).public_key, keys_of(9).public_key);
  EXPECT_NE(make_key_pair().public_key, make_key_pair().public_key);
  EXPECT_FALSE(key_pair_from_seed(Bytes(31, 0)));
  const Bytes message = {1, 2, 3};
  const Signature signature = sign_bytes(message, keys_of(9));
  EXPECT_TRUE(signature_fits(message, signature, keys_of(9).public_key));
  EXPECT_FALSE(signature_fits(message, signature, keys_of(8).public_key));
}

TEST(Record, TitlesOfAnyLanguageButNoTricks) {
  for (const char* title : {"", "碗", "Кружка", "مزهرية", "🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆🦆"})
    EXPECT_TRUE(check_title(title)) << title;
  for (const char* title : {"a\nb", "\x7f", "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe7\xa2"}) {
    EXPECT_FALSE(check_title(title)) << title;
  }
  // A name that reads backwards, or hides the rest of its line, is another's name: what no message may carry, no pot
  // may be called.
  EXPECT_EQ(check_title("a\u202eb").error().what,
            "has a character that turns the reading direction or breaks the line at byte 1");
  EXPECT_EQ(check_title("\u2066").error().what.find("has a character"), 0u);
  EXPECT_EQ(check_title("碗\u2028").error().what.find("has a character"), 0u);
  EXPECT_EQ(check_title("ab\u0085").error().what, "has a control character at byte 2");
  EXPECT_EQ(check_title("ab\xff").error().what, "is not UTF-8 at byte 2");
  EXPECT_TRUE(check_title(std::string(kNameBytesMax, 'x')));
  EXPECT_FALSE(check_title(std::string(kNameBytesMax + 1, 'x')));
}

TEST(Record, HexReadsBack) {
  EXPECT_EQ(to_hex(Bytes{0, 0xab, 0xff}), "00abff");
  EXPECT_EQ(*from_hex("00aBfF", 3), (Bytes{0, 0xab, 0xff}));
  EXPECT_FALSE(from_hex("00ab", 3));
  EXPECT_FALSE(from_hex("00abfg", 3));
}

TEST(Record, LimitsHold) {
  Record record;
  record.making.sealed = true;
  record.making.acts.resize(craft::kActsMax);
  record.making.checkpoints = {{0, 1}};
  const auto most = encode(record);
  ASSERT_TRUE(most) << to_text(most.error());
  EXPECT_TRUE(decode(*most));
  record.making.acts.emplace_back();
  EXPECT_EQ(encode(record).error().where, "acts");
  std::mt19937 dice(3);
  record.making.acts.resize(craft::kActsMax);
  for (craft::Act& act : record.making.acts) {
    act.a = static_cast<int32_t>(dice()), act.b = static_cast<int32_t>(dice());
  }
  EXPECT_EQ(encode(record).error().where, "record");  // noise beyond kRecordBytesMax
  EXPECT_EQ(decode(Bytes(kRecordBytesMax + 1, 0)).error().where, "record.magic");
  EXPECT_FALSE(close_envelope(kEnvelope, Bytes(kRecordInflatedBytesMax + 1, 0)));
  constexpr EnvelopeKind kRoomy{"record", {'S', 'U', 'I', 0x1a}, 1, kRecordBytesMax, 64u << 20};
  EXPECT_EQ(decode(*close_envelope(kRoomy, Bytes(32u << 20, 0))).error().where, "record.frame");  // a zstd bomb
}

TEST(Record, ANewerFileSaysSo) {
  Bytes bytes = *encode(record_of(short_bench().making));
  bytes[4] = 2;
  EXPECT_EQ(decode(bytes).error().where, "record.version");
}

TEST(Making, CutShortIsThePotAsItWasThen) {
  const Making whole = busy().making;
  for (const uint32_t count : {0u, 1u, 500u, static_cast<uint32_t>(whole.acts.size()) - 1}) {
    const Making part = cut_short(whole, count);
    EXPECT_EQ(part.acts.size(), count);
    const auto pot = replay(part);
    ASSERT_TRUE(pot) << count << ' ' << to_text(pot.error());
    EXPECT_EQ(pot->tick, whole.acts[count].tick);
  }
  EXPECT_EQ(cut_short(whole, static_cast<uint32_t>(whole.acts.size())).acts, whole.acts);
}

TEST(Making, TakenUpAgainItGoesOnAsIfNeverLeft) {
  const Bench through = short_bench();
  Bench again = *reopen(decode(*encode(record_of(through.making)))->making);
  Bench straight = *reopen(through.making);
  for (Bench* bench : {&again, &straight}) {
    craft::Act act;
    act.kind = craft::ActKind::kCut;
    for (int i = 0; i < 200; ++i) step(*bench);
    ASSERT_TRUE(act_on(*bench, act));
    advance(*bench, bench->workpiece.tick + 5000);
    seal(*bench);
    seal(*bench);  // sealing twice changes nothing
  }
  EXPECT_EQ(again.making.checkpoints.size(), straight.making.checkpoints.size());
  EXPECT_EQ(again.workpiece.running_hash, straight.workpiece.running_hash);
  EXPECT_TRUE(verify(record_of(again.making)));
}

TEST(Making, ARefusedActLeavesNoTrace) {
  Bench bench = short_bench();
  const std::size_t acts = bench.making.acts.size();
  craft::Act act;
  act.kind = craft::ActKind::kFire;
  EXPECT_FALSE(act_on(bench, act));
  EXPECT_EQ(bench.making.acts.size(), acts);
  EXPECT_TRUE(verify(record_of(bench.making)));
}

TEST(Making, TimeStandsStillAfterAnHour) {
  Bench bench = *fresh_bench(craft::ClayStart{});
  craft::Act act;
  act.kind = craft::ActKind::kCut;
  ASSERT_TRUE(act_on(bench, act));
  advance(bench, craft::kTickMax + 100);
  EXPECT_EQ(bench.workpiece.tick, craft::kTickMax);
  step(bench);
  EXPECT_EQ(bench.workpiece.tick, craft::kTickMax);
  seal(bench);
  EXPECT_TRUE(verify(record_of(bench.making)));
}

TEST(Columns, EveryColumnReadsBackAndEveryBreakIsNamed) {
  std::mt19937 dice(31);
  for (int round = 0; round < 300; ++round) {
    std::vector<int32_t> values;
    for (uint32_t i = 0, count = dice() % 60; i < count; ++i) {
      values.push_back(round % 3 == 0 ? static_cast<int32_t>(dice()) : static_cast<int32_t>(i * 7 + dice() % 5));
    }
    const std::vector<uint8_t> bytes = pack_column(values);
    const auto back = unpack_column(bytes, values.size(), "x");
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, values);
    if (bytes.empty()) continue;
    EXPECT_FALSE(unpack_column(bytes, values.size() + 1, "x"));
    EXPECT_FALSE(unpack_column(bytes, values.size() - 1, "x"));
  }
  EXPECT_FALSE(unpack_column(std::vector<uint8_t>{3, 0}, 1, "x"));
  EXPECT_FALSE(unpack_column(std::vector<uint8_t>{0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, 1, "x"));
  EXPECT_FALSE(unpack_rising(std::vector<uint8_t>{0xff, 0xff, 0xff, 0xff, 0x7f}, 1, "x"));
}

}  // namespace
}  // namespace sui::piece
