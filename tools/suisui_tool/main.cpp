// suisui-tool: throws, dries, paints, glazes, fires, measures and verifies pots without a window.
// Exit 0: done. 1: the record was tampered with (verify). 2: bad input; the message names file, field and reason.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "game/craft/kiln_numbers.h"
#include "game/piece/baked.h"
#include "game/piece/limits.h"
#include "tools/suisui_tool/cones_report.h"
#include "tools/suisui_tool/cuts.h"
#include "tools/suisui_tool/decoration.h"
#include "tools/suisui_tool/explain_report.h"
#include "tools/suisui_tool/files.h"
#include "tools/suisui_tool/glazing.h"
#include "tools/suisui_tool/joining.h"
#include "tools/suisui_tool/orders.h"
#include "tools/suisui_tool/recipe.h"
#include "tools/suisui_tool/report.h"
#include "tools/suisui_tool/script.h"

namespace {

using namespace sui;

constexpr int kTampered = 1;
constexpr int kBadInput = 2;

struct Wishes {
  std::string input, output, second, place = "shelf", kiln = "electric", glaze = "clear";
  double hours = 48, seconds = 3, density_g_ml = 1.45;
  tool::ConeQuestion cone;
  std::optional<double> temp_c;
  int kiln_place = 0;
  bool json = false, as_is = false, open_to_flame = false;
};

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

int refuse(const Wishes& wishes, const Error& error, int code) {
  std::fprintf(stderr, "suisui-tool: %s\n", to_text(error).c_str());
  if (wishes.json) {
    nlohmann::ordered_json json;
    if (code == kTampered) json["valid"] = false;
    json["error"] = {{"where", error.where}, {"what", error.what}};
    print(json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  }
  return code;
}

Error in_file(const std::string& file, const Error& error) {
  return {file + ": " + error.where, error.what};
}

Result<std::string> read_text(const std::string& path, std::size_t bytes_max) {
  auto bytes = tool::read_file(path, bytes_max);
  if (!bytes) return bytes.error();
  return std::string(bytes->begin(), bytes->end());
}

Result<piece::Record> read_record(const std::string& path) {
  auto bytes = tool::read_file(path, piece::kRecordBytesMax);
  if (!bytes) return bytes.error();
  auto record = piece::decode(*bytes);
  if (!record) return in_file(path, record.error());
  return record;
}

struct Opened {
  piece::Bench bench;
  std::string title;
};

Result<Opened> open_bench(const std::string& path) {
  auto record = read_record(path);
  if (!record) return record.error();
  auto verified = piece::verify(*record);
  if (!verified) return in_file(path, verified.error());
  auto bench = piece::reopen(record->making);
  if (!bench) return in_file(path, bench.error());
  return Opened{std::move(*bench), record->title};
}

// Whoever adds acts to a record makes it theirs: the former maker's signature no longer fits, so it goes.
Result<piece::Record> write_record(const std::string& path, piece::Bench& bench, const std::string& title) {
  piece::seal(bench);
  piece::Record record;
  record.making = bench.making;
  record.title = title;
  auto bytes = piece::encode(record);
  if (!bytes) return in_file(path, bytes.error());
  if (Result<Done> written = tool::write_file(path, *bytes); !written) return written.error();
  return record;
}

int finish(const Wishes& wishes, piece::Bench& bench, const std::string& title) {
  auto record = write_record(wishes.output, bench, title);
  if (!record) return refuse(wishes, record.error(), kBadInput);
  const piece::Fingerprint print_of_it = piece::fingerprint(record->making);
  const bool fired = bench.workpiece.firing.done;
  if (wishes.json) {
    print(fired ? tool::fired_json(bench.workpiece, print_of_it) : tool::pot_json(bench.workpiece, print_of_it));
  } else {
    print(fired ? tool::fired_text(bench.workpiece, print_of_it) : tool::pot_text(bench.workpiece, print_of_it));
  }
  return 0;
}

int throw_pot(const Wishes& wishes) {
  auto text = read_text(wishes.input, tool::kScriptBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto script = tool::read_script(wishes.input, *text);
  if (!script) return refuse(wishes, script.error(), kBadInput);
  auto bench = tool::play(wishes.input, *script);
  if (!bench) return refuse(wishes, bench.error(), kBadInput);
  return finish(wishes, *bench, "");
}

int measure_pot(const Wishes& wishes) {
  auto record = read_record(wishes.input);
  if (!record) return refuse(wishes, record.error(), kBadInput);
  auto workpiece = piece::verify(*record);
  if (!workpiece) return refuse(wishes, in_file(wishes.input, workpiece.error()), kBadInput);
  const piece::Fingerprint print_of_it = piece::fingerprint(record->making);
  print(wishes.json ? tool::pot_json(*workpiece, print_of_it) : tool::pot_text(*workpiece, print_of_it));
  return 0;
}

int explain_pot(const Wishes& wishes) {
  auto record = read_record(wishes.input);
  if (!record) return refuse(wishes, record.error(), kBadInput);
  auto explanations = piece::explain(record->making);
  if (!explanations) return refuse(wishes, in_file(wishes.input, explanations.error()), kBadInput);
  print(wishes.json ? tool::explained_json(*explanations) : tool::explained_text(*explanations));
  return 0;
}

int verify_pot(const Wishes& wishes) {
  auto bytes = tool::read_file(wishes.input, piece::kRecordBytesMax);
  if (!bytes) return refuse(wishes, bytes.error(), kBadInput);
  if (Result<Done> whole = piece::look_at_envelope(*bytes); !whole) {
    // Once it calls itself a record, whatever is wrong with it is damage; without that it is some other file.
    const bool is_record = whole.error().where != "record.magic";
    return refuse(wishes, in_file(wishes.input, whole.error()), is_record ? kTampered : kBadInput);
  }
  auto record = piece::decode(*bytes);
  if (!record) return refuse(wishes, in_file(wishes.input, record.error()), kTampered);
  auto workpiece = piece::verify(*record);
  if (!workpiece) return refuse(wishes, in_file(wishes.input, workpiece.error()), kTampered);
  const bool is_signed = record->maker != piece::PublicKey{};
  const std::string print_of_it = piece::to_hex(piece::fingerprint(record->making));
  if (wishes.json) {
    nlohmann::ordered_json json = {
        {"valid", true},
        {"fingerprint", print_of_it},
        {"maker", is_signed ? nlohmann::ordered_json(piece::to_hex(record->maker)) : nullptr},
        {"acts", record->making.acts.size()},
        {"ticks", record->making.end_tick},
        {"checkpoints", record->making.checkpoints.size()},
        {"record_bytes", bytes->size()}};
    print(json.dump(2) + "\n");
  } else {
    print("valid: thrown again, " + std::to_string(record->making.checkpoints.size()) + " checkpoints agree\n" +
          "fingerprint: " + print_of_it + "\n" + (is_signed ? "maker: " + piece::to_hex(record->maker) + "\n" : ""));
  }
  return 0;
}

using Order = std::function<Result<Done>(piece::Bench&)>;

int change_pot(const Wishes& wishes, const Order& order) {
  auto opened = open_bench(wishes.input);
  if (!opened) return refuse(wishes, opened.error(), kBadInput);
  if (Result<Done> done = order(opened->bench); !done) return refuse(wishes, done.error(), kBadInput);
  return finish(wishes, opened->bench, opened->title);
}

Result<Done> about_input(const Wishes& wishes, Result<Done> done) {
  if (done) return done;
  return in_file(wishes.input, done.error());
}

int dry_pot(const Wishes& wishes) {
  const auto place = wishes.place == "wrapped"
                         ? craft::DryingPlace::kWrapped
                         : (wishes.place == "sun" ? craft::DryingPlace::kSun : craft::DryingPlace::kShelf);
  return change_pot(
      wishes, [&](piece::Bench& bench) { return about_input(wishes, tool::order_dry(bench, place, wishes.hours)); });
}

int trim_pot(const Wishes& wishes) {
  auto text = read_text(wishes.second, tool::kCutsBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto cuts = tool::read_cuts(wishes.second, *text);
  if (!cuts) return refuse(wishes, cuts.error(), kBadInput);
  return change_pot(
      wishes, [&](piece::Bench& bench) { return about_input(wishes, tool::order_trim(bench, wishes.second, *cuts)); });
}

int dip_pot(const Wishes& wishes) {
  auto kind = tool::glaze_named(wishes.glaze, {"--glaze", "is \"" + wishes.glaze + "\", not a glaze we know"});
  if (!kind) return refuse(wishes, kind.error(), kBadInput);
  return change_pot(wishes, [&](piece::Bench& bench) {
    return about_input(wishes, tool::order_dip(bench, *kind, wishes.seconds, wishes.density_g_ml));
  });
}

int glaze_pot(const Wishes& wishes) {
  auto text = read_text(wishes.second, tool::kGlazingBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto acts = tool::read_glazing(wishes.second, *text);
  if (!acts) return refuse(wishes, acts.error(), kBadInput);
  return change_pot(wishes, [&](piece::Bench& bench) { return tool::order_glazing(bench, wishes.second, *acts); });
}

int paint_pot(const Wishes& wishes) {
  auto text = read_text(wishes.second, tool::kStrokesBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto wanted = tool::read_decorations(wishes.second, *text);
  if (!wanted) return refuse(wishes, wanted.error(), kBadInput);
  return change_pot(wishes,
                    [&](piece::Bench& bench) { return tool::order_decorations(bench, wishes.second, *wanted); });
}

tool::KilnOrder kiln_of(const Wishes& wishes) {
  tool::KilnOrder order;
  for (int kind = 0; kind <= craft::kKilnKindMax; ++kind) {
    if (wishes.kiln == craft::kiln_id(static_cast<craft::KilnKind>(kind)))
      order.kind = static_cast<craft::KilnKind>(kind);
  }
  order.place = wishes.kiln_place;
  order.open_to_flame = wishes.open_to_flame;
  return order;
}

int join_parts(const Wishes& wishes) {
  auto text = read_text(wishes.second, tool::kPartsBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto wanted = tool::read_joinings(wishes.second, *text);
  if (!wanted) return refuse(wishes, wanted.error(), kBadInput);
  return change_pot(wishes, [&](piece::Bench& bench) { return tool::order_joinings(bench, wishes.second, *wanted); });
}

int fire_pot(const Wishes& wishes) {
  auto text = read_text(wishes.second, tool::kScheduleBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto schedule = tool::read_schedule(wishes.second, *text);
  if (!schedule) return refuse(wishes, schedule.error(), kBadInput);
  return change_pot(wishes, [&](piece::Bench& bench) {
    if (!wishes.as_is) {
      if (Result<Done> dried = tool::order_dry_for_kiln(bench); !dried) return about_input(wishes, dried);
    }
    return about_input(wishes, tool::order_fire(bench, kiln_of(wishes), *schedule));
  });
}

int bake_pot(const Wishes& wishes) {
  auto record = read_record(wishes.input);
  if (!record) return refuse(wishes, record.error(), kBadInput);
  auto workpiece = piece::verify(*record);
  if (!workpiece) return refuse(wishes, in_file(wishes.input, workpiece.error()), kBadInput);
  auto bytes = piece::encode(piece::bake(*record, *workpiece));
  if (!bytes) return refuse(wishes, in_file(wishes.output, bytes.error()), kBadInput);
  if (Result<Done> written = tool::write_file(wishes.output, *bytes); !written) {
    return refuse(wishes, written.error(), kBadInput);
  }
  const std::string print_of_it = piece::to_hex(piece::fingerprint(record->making));
  if (wishes.json) {
    print(nlohmann::ordered_json{{"bytes", bytes->size()}, {"fingerprint", print_of_it}}.dump(2) + "\n");
  } else {
    print("baked: " + std::to_string(bytes->size()) + " bytes\nfingerprint: " + print_of_it + "\n");
  }
  return 0;
}

int read_cones(const Wishes& wishes) {
  auto text = tool::cone_report(wishes.cone, wishes.json);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  print(*text);
  return 0;
}

// A wrong command line, said as any other wrong input is.
int refuse_line(int argc, char** argv, const std::string& what) {
  Wishes wishes;
  for (int i = 1; i < argc; ++i) wishes.json = wishes.json || std::string(argv[i]) == "--json";
  return refuse(wishes, {"command line", what}, kBadInput);
}

int tell_glaze(const Wishes& wishes) {
  auto text = read_text(wishes.input, tool::kRecipeBytesMax);
  if (!text) return refuse(wishes, text.error(), kBadInput);
  auto recipe = tool::read_recipe(wishes.input, *text);
  if (!recipe) return refuse(wishes, recipe.error(), kBadInput);
  if (wishes.temp_c) {
    if (Result<Done> fine = tool::set_temp_c(*wishes.temp_c, *recipe); !fine)
      return refuse(wishes, fine.error(), kBadInput);
  }
  print(wishes.json ? tool::glaze_json(*recipe) : tool::glaze_text(*recipe));
  return 0;
}

struct Command {
  const char* name;
  const char* about;
  const char* input;  // null: it reads no file
  bool writes;
  int (*run)(const Wishes&);
};

constexpr Command kCommands[] = {
    {"throw", "Throw a pot by a script of keyed hands", "SCRIPT.json", true, &throw_pot},
    {"measure", "Measure a pot as it stands at the end of its record", "P.sui", false, &measure_pot},
    {"explain", "Say what went wrong, why, and the smallest change that avoids it, proven by throwing it again",
     "P.sui", false, &explain_pot},
    {"verify", "Throw a record again and compare; exit 1 if it was tampered with", "P.sui", false, &verify_pot},
    {"dry", "Let a pot dry", "P.sui", true, &dry_pot},
    {"trim", "Trim a leather-hard or nearly dry pot on the chuck", "P.sui", true, &trim_pot},
    {"paint", "Decorate a pot: underglaze on the raw clay, enamels on the fired glaze", "P.sui", true, &paint_pot},
    {"join", "Join parts to a leather-hard pot: handles, spout, lid and knob, the duck burner's parts", "P.sui", true,
     &join_parts},
    {"dip", "Dip a bone-dry pot in a named glaze", "P.sui", true, &dip_pot},
    {"glazing", "Weigh a glaze out, dip, pour, swill, brush, blow and wipe, as a file says", "P.sui", true, &glaze_pot},
    {"fire",
     "Fire a pot. One that is not bone-dry is first cut off and dried (wrapped, then on the shelf), unless --as-is "
     "sends it wet "
     "into the kiln, where steam may burst it",
     "P.sui", true, &fire_pot},
    {"cone", "Which Orton cone a steady climb and a soak lay down, and how far the next has bent", nullptr, false,
     &read_cones},
    {"bake", "Write the small form that others need to draw the pot", "P.sui", true, &bake_pot},
    {"glaze",
     "Chemistry of a glaze recipe: {\"materials\": [{\"name\": \"釉果\", \"parts\": 90}, {\"name\": \"erhui\", "
     "\"parts\": 10}], "
     "\"colorants\": [{\"oxide\": \"CoO\", \"wt_pct\": 0.5}]}; a material may bring its own \"analysis\"",
     "RECIPE.json", false, &tell_glaze},
};

void add_options(const Command& command, CLI::App& sub, Wishes& wishes) {
  if (command.input != nullptr) sub.add_option(command.input, wishes.input, "the file to read")->required();
  if (command.writes) sub.add_option("-o,--output", wishes.output, "the file to write")->required();
  sub.add_flag("--json", wishes.json, "report as JSON");
  const std::string name = command.name;
  if (name == "dry") {
    sub.add_option("--place", wishes.place, "where")->check(CLI::IsMember({"wrapped", "shelf", "sun"}));
    sub.add_option("--hours", wishes.hours, "how long")->check(CLI::Range(1.0 / 60, craft::kDryMinutesMax / 60.0));
  } else if (name == "trim") {
    sub.add_option("CUTS.json", wishes.second,
                   "{\"rpm\": 150, \"cuts\": [{\"side\": \"underside\", \"seconds\": 10, \"from\": {\"r_mm\": 4, "
                   "\"z_mm\": 3}, \"to\": {\"r_mm\": 40, \"z_mm\": 3}}, …]}; side outside or underside, r and z from "
                   "the pot's axis and foot")
        ->required();
  } else if (name == "paint") {
    sub.add_option("STROKES.json", wishes.second,
                   "[{\"pigment\": \"cobalt\", \"width_mm\": 6, \"load\": 1, \"points\": "
                   "[{\"u_turn\": 0, \"v\": 0.5, \"pressure\": 1}, …]}, …]; v runs from foot 0 to rim 1")
        ->required();
  } else if (name == "glazing") {
    sub.add_option(
           "GLAZING.json", wishes.second,
           "[{\"kind\": \"weigh\", \"material\": \"釉果\", \"parts\": 90}, {\"kind\": \"dip\", \"glaze\": \"mixed\", "
           "\"seconds\": 3}, …]; kinds: weigh, colorant, empty, dip, pour, swill, brush, blow, wipe")
        ->required();
  } else if (name == "join") {
    sub.add_option("PARTS.json", wishes.second,
                   "[{\"kind\": \"strap_handle\", \"size_mm\": 95, \"thickness_mm\": 5, \"u_turn\": 0.25, \"v\": 0.85, "
                   "\"bond\": \"scored_slip\"}, …]; moisture_wet_pct is the pot's own unless said")
        ->required();
  } else if (name == "dip") {
    sub.add_option("--glaze", wishes.glaze, "which");
    sub.add_option("--seconds", wishes.seconds, "how long under")->check(CLI::Range(0.125, 60.0));
    sub.add_option("--density", wishes.density_g_ml, "slop, g/ml")->check(CLI::Range(1.05, 1.9));
  } else if (name == "cone") {
    sub.add_option("--rate-c-h", wishes.cone.rate_c_h, "how fast it climbs, from cold")->required();
    sub.add_option("--peak-c", wishes.cone.peak_c, "how hot it gets")->required();
    sub.add_option("--hold-min", wishes.cone.hold_min, "how long it stays there");
  } else if (name == "glaze") {
    sub.add_option("--temp-c", wishes.temp_c, "for viscosity and surface tension; else the recipe's temp_c, else 1300");
  } else if (name == "fire") {
    sub.add_option("--kiln", wishes.kiln, "which")->check(CLI::IsMember({"electric", "gas", "zhenyao", "dragon"}));
    sub.add_option("--schedule", wishes.second,
                   "[{\"rate_c_h\": 100, \"to_c\": 600, \"hold_min\": 0, \"co_pct\": 0}, …], or by hand: "
                   "{\"drive\": [{\"minute\": 0, \"fuel\": 0.4, \"air\": 0.5, \"damper\": 0.8}, …], "
                   "\"stoke\": [{\"minute\": 90, \"wood_kg\": 40, \"section\": 0}, …]}")
        ->required();
    sub.add_option(
           "--place", wishes.kiln_place,
           "where in it: electric and gas 0 middle, 1 top, 2 bottom; zhenyao 0 front … 2 rear; dragon 0 head … 4 "
           "tail")
        ->check(CLI::Range(0, craft::kZonesMax - 1));
    sub.add_flag("--open", wishes.open_to_flame, "no saggar: in a wood kiln's flame and ash");
    sub.add_flag("--as-is", wishes.as_is, "no drying first");
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"suisui-tool: a pot's life from the command line. Exit 0 done, 1 tampered record, 2 bad input."};
  app.require_subcommand(1);
  Wishes wishes;
  for (const Command& command : kCommands)
    add_options(command, *app.add_subcommand(command.name, command.about), wishes);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) return app.exit(problem);  // --help
    return refuse_line(argc, argv, problem.what());
  }
  for (const Command& command : kCommands) {
    if (app.got_subcommand(command.name)) return command.run(wishes);
  }
  return kBadInput;
}
