#include "game/shelf/shelf.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "game/piece/limits.h"
#include "game/shelf/nickname.h"

namespace sui::shelf {
namespace {

using engine::Files;
using nlohmann::json;
using piece::Bytes;

constexpr const char* kPotterFile = "potter.json";
constexpr const char* kBenchFile = "bench.sui";
constexpr const char* kPiecePrefix = "piece-";

std::string stem_of(const piece::Fingerprint& fingerprint) {
  return kPiecePrefix + piece::to_hex(fingerprint);
}

bool ends_with(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Bytes bytes_of(const std::string& text) {
  return Bytes(text.begin(), text.end());
}

// Never deletes what could not be read: a later version, or a person, may still make sense of it.
void set_aside(Files& files, const std::string& name, std::vector<std::string>& lost) {
  if (const auto bytes = files.read(name)) {
    if (files.write(name + ".broken", *bytes)) (void)files.remove(name);
  }
  lost.push_back(name);
}

std::optional<json> read_json(const Files& files, const std::string& name) {
  const auto bytes = files.read(name);
  if (!bytes) return std::nullopt;
  json parsed = json::parse(bytes->begin(), bytes->end(), nullptr, false);
  if (parsed.is_discarded() || !parsed.is_object()) return std::nullopt;
  return parsed;
}

std::string text_in(const json& object, const char* key, std::size_t bytes_max) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  auto text = found->get<std::string>();
  if (text.size() > bytes_max) text.clear();
  return text;
}

template <class Number>
Number number_in(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return 0;
  return found->get<Number>();
}

bool flag_in(const json& object, const char* key, bool otherwise = false) {
  const auto found = object.find(key);
  return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

float share_in(const json& object, const char* key, float otherwise) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return otherwise;
  const double share = found->get<double>();
  return share >= 0 && share <= 1 ? static_cast<float>(share) : otherwise;
}

Settings settings_in(const json& object) {
  Settings settings;
  settings.muted = flag_in(object, "muted");
  settings.sound_0_1 = share_in(object, "sound", settings.sound_0_1);
  settings.music_0_1 = share_in(object, "music", settings.music_0_1);
  settings.vibration = flag_in(object, "vibration", settings.vibration);
  settings.large_text = flag_in(object, "large_text");
  settings.little_motion = flag_in(object, "little_motion");
  if (object.contains("picture")) settings.picture = std::clamp(number_in<int>(object, "picture"), -1, 3);
  const int light = object.contains("light") ? number_in<int>(object, "light") : 0;
  if (light == 1 || light == 2) settings.light = static_cast<RoomLight>(light);
  const std::string companion = text_in(object, "companion", 64);
  if (!companion.empty()) settings.companion = companion;
  if (object.contains("assist")) settings.assist = std::clamp(number_in<int>(object, "assist"), 0, 100);
  if (object.contains("kiln_by_hand"))
    settings.kiln_by_hand = std::clamp(number_in<int>(object, "kiln_by_hand"), 0, craft::kKilnKindMax);
  return settings;
}

// The same pot asks with the same id for ever, also when its entry had to be rebuilt from the record.
std::array<uint8_t, 16> request_of(const piece::Fingerprint& fingerprint) {
  std::array<uint8_t, 16> request{};
  std::copy_n(fingerprint.begin(), request.size(), request.begin());
  return request;
}

std::string to_json(const ShelfPiece& piece) {
  json object;
  object["fingerprint"] = piece::to_hex(piece.fingerprint);
  object["title"] = piece.title;
  object["mint"] = static_cast<int>(piece.mint);
  object["request"] = piece::to_hex(piece.request);
  object["piece_id"] = piece.piece_id;
  object["listing_id"] = piece.listing_id;
  object["price_coins"] = piece.price_coins;
  object["reason"] = piece.reason;
  object["made_ms"] = piece.made_ms;
  object["bought"] = piece.bought;
  object["maker_name"] = piece.maker_name;
  // A title typed on a phone may hold anything: bad UTF-8 is replaced, never thrown over.
  return object.dump(1, ' ', false, json::error_handler_t::replace);
}

// What the entry says; the baked form is read separately.
std::optional<ShelfPiece> from_json(const json& object) {
  ShelfPiece piece;
  const auto fingerprint = piece::from_hex(text_in(object, "fingerprint", 64), piece.fingerprint.size());
  if (!fingerprint) return std::nullopt;
  std::copy(fingerprint->begin(), fingerprint->end(), piece.fingerprint.begin());
  const int mint = number_in<int>(object, "mint");
  if (mint < 0 || mint > static_cast<int>(MintState::kAway)) return std::nullopt;
  piece.mint = static_cast<MintState>(mint);
  piece.title = text_in(object, "title", piece::kNameBytesMax);
  const auto request = piece::from_hex(text_in(object, "request", 32), piece.request.size());
  if (request) {
    std::copy(request->begin(), request->end(), piece.request.begin());
  } else {
    piece.request = request_of(piece.fingerprint);
  }
  piece.piece_id = number_in<uint64_t>(object, "piece_id");
  piece.listing_id = number_in<uint64_t>(object, "listing_id");
  piece.price_coins = number_in<int64_t>(object, "price_coins");
  piece.reason = text_in(object, "reason", 512);
  piece.made_ms = number_in<uint64_t>(object, "made_ms");
  piece.bought = flag_in(object, "bought");
  piece.maker_name = text_in(object, "maker_name", piece::kNameBytesMax);
  return piece;
}

// The record is the truth: whatever else is missing beside it is made again from it.
std::optional<ShelfPiece> rebuild(Files& files, const std::string& stem) {
  const auto bytes = files.read(stem + ".sui");
  if (!bytes) return std::nullopt;
  const auto record = piece::decode(*bytes);
  if (!record) return std::nullopt;
  const auto workpiece = piece::verify(*record);
  if (!workpiece) return std::nullopt;
  ShelfPiece piece;
  piece.fingerprint = piece::fingerprint(record->making);
  piece.title = record->title;
  piece.request = request_of(piece.fingerprint);
  piece.baked = piece::bake(*record, *workpiece);
  if (const auto baked = piece::encode(piece.baked)) (void)files.write(stem + ".baked", *baked);
  (void)keep_piece(files, piece);
  return piece;
}

void load_piece(Files& files, const std::string& stem, Shelf& shelf) {
  const auto object = read_json(files, stem + ".json");
  auto entry = object ? from_json(*object) : std::nullopt;
  if (entry) {
    if (const auto bytes = files.read(stem + ".baked")) {
      if (auto baked = piece::decode_baked(*bytes)) {
        entry->baked = std::move(*baked);
        shelf.pieces.push_back(std::move(*entry));
        return;
      }
      set_aside(files, stem + ".baked", shelf.lost);
    }
  } else if (files.read(stem + ".json")) {
    set_aside(files, stem + ".json", shelf.lost);
  }
  auto rebuilt = rebuild(files, stem);
  if (!rebuilt) {
    if (files.read(stem + ".sui")) set_aside(files, stem + ".sui", shelf.lost);
    if (entry) set_aside(files, stem + ".json", shelf.lost);
    return;
  }
  if (entry) {
    entry->baked = std::move(rebuilt->baked);
    (void)keep_piece(files, *entry);
    shelf.pieces.push_back(std::move(*entry));
  } else {
    shelf.pieces.push_back(std::move(*rebuilt));
  }
}

Result<Done> read_potter(const Files& files, Shelf& shelf) {
  const auto object = read_json(files, kPotterFile);
  if (!object) return Error{kPotterFile, "is not JSON"};
  const auto seed = piece::from_hex(text_in(*object, "key_seed", 64), 32);
  if (!seed) return Error{std::string(kPotterFile) + ": key_seed", seed.error().what};
  const auto keys = piece::key_pair_from_seed(*seed);
  if (!keys) return keys.error();
  shelf.keys = *keys;
  shelf.nickname = text_in(*object, "nickname", piece::kNameBytesMax);
  shelf.language = text_in(*object, "language", 8);
  shelf.settings = settings_in(*object);
  return Done{};
}

}  // namespace

Result<Shelf> open_shelf(Files& files, const std::string& system_language) {
  Shelf shelf;
  const auto known = files.names(kPotterFile);
  const bool first_start = std::find(known.begin(), known.end(), kPotterFile) == known.end();
  bool keep = first_start;
  if (!first_start && !read_potter(files, shelf)) {
    set_aside(files, kPotterFile, shelf.lost);
    keep = true;
  }
  if (keep) shelf.keys = piece::make_key_pair();
  if (shelf.language.empty()) {
    shelf.language = system_language;
    keep = true;
  }
  if (shelf.nickname.empty()) {
    shelf.nickname = nickname_from(shelf.language, shelf.keys.public_key);
    keep = true;
  }
  if (keep) {
    if (const auto kept = keep_settings(files, shelf); !kept) return kept.error();
  }

  if (auto book = read_book(files)) {
    shelf.book = std::move(*book);
  } else {
    set_aside(files, kBookFile, shelf.lost);
  }
  std::vector<std::string> stems;
  for (const std::string& name : files.names(kPiecePrefix)) {
    for (const char* end : {".json", ".sui"}) {
      if (ends_with(name, end)) stems.push_back(name.substr(0, name.size() - std::string(end).size()));
    }
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  for (const std::string& stem : stems) load_piece(files, stem, shelf);
  std::stable_sort(shelf.pieces.begin(), shelf.pieces.end(),
                   [](const ShelfPiece& left, const ShelfPiece& right) { return left.made_ms > right.made_ms; });
  return shelf;
}

Result<Done> keep_settings(Files& files, const Shelf& shelf) {
  json object;
  object["key_seed"] = piece::to_hex(std::span<const uint8_t>(shelf.keys.secret_key).first(32));
  object["nickname"] = shelf.nickname;
  object["language"] = shelf.language;
  object["muted"] = shelf.settings.muted;
  object["sound"] = shelf.settings.sound_0_1;
  object["music"] = shelf.settings.music_0_1;
  object["vibration"] = shelf.settings.vibration;
  object["large_text"] = shelf.settings.large_text;
  object["little_motion"] = shelf.settings.little_motion;
  object["picture"] = shelf.settings.picture;
  object["light"] = static_cast<int>(shelf.settings.light);
  object["assist"] = shelf.settings.assist;
  object["kiln_by_hand"] = shelf.settings.kiln_by_hand;
  object["companion"] = shelf.settings.companion;
  return files.write(kPotterFile, bytes_of(object.dump(1, ' ', false, json::error_handler_t::replace)));
}

Result<Done> add_piece(Files& files, Shelf& shelf, const piece::Record& record, const craft::Workpiece& workpiece,
                       uint64_t now_ms) {
  const auto bytes = piece::encode(record);
  if (!bytes) return bytes.error();
  ShelfPiece piece;
  piece.fingerprint = piece::fingerprint(record.making);
  piece.title = record.title;
  piece.baked = piece::bake(record, workpiece);
  piece.request = request_of(piece.fingerprint);
  piece.made_ms = now_ms;
  const auto baked = piece::encode(piece.baked);
  if (!baked) return baked.error();
  const std::string stem = stem_of(piece.fingerprint);
  // The record first: with it alone everything else can be made again.
  if (const auto kept = files.write(stem + ".sui", *bytes); !kept) return kept.error();
  if (const auto kept = files.write(stem + ".baked", *baked); !kept) return kept.error();
  if (const auto kept = keep_piece(files, piece); !kept) return kept.error();
  shelf.pieces.insert(shelf.pieces.begin(), std::move(piece));
  return Done{};
}

Result<Done> add_bought(Files& files, Shelf& shelf, uint64_t piece_id, const piece::Baked& baked,
                        const std::string& maker_name, uint64_t now_ms) {
  // A pot of one's own that comes home again keeps its making and its place.
  for (ShelfPiece& known : shelf.pieces) {
    if (known.fingerprint != baked.fingerprint) continue;
    known.mint = MintState::kMinted;
    known.piece_id = piece_id;
    known.listing_id = 0;
    return keep_piece(files, known);
  }
  ShelfPiece piece;
  piece.fingerprint = baked.fingerprint;
  piece.title = baked.title;
  piece.baked = baked;
  piece.mint = MintState::kMinted;
  piece.request = request_of(piece.fingerprint);
  piece.piece_id = piece_id;
  piece.made_ms = now_ms;
  piece.bought = true;
  piece.maker_name = maker_name;
  const auto bytes = piece::encode(baked);
  if (!bytes) return bytes.error();
  const std::string stem = stem_of(piece.fingerprint);
  if (const auto kept = files.write(stem + ".baked", *bytes); !kept) return kept.error();
  if (const auto kept = keep_piece(files, piece); !kept) return kept.error();
  shelf.pieces.insert(shelf.pieces.begin(), std::move(piece));
  return Done{};
}

Result<Done> keep_piece(Files& files, const ShelfPiece& piece) {
  return files.write(stem_of(piece.fingerprint) + ".json", bytes_of(to_json(piece)));
}

Result<Bytes> record_bytes(const Files& files, const ShelfPiece& piece) {
  if (piece.bought) return Error{piece.title, "was bought: its making stays with its maker"};
  return files.read(stem_of(piece.fingerprint) + ".sui");
}

Result<Done> keep_bench(Files& files, const piece::Making& making) {
  piece::Record record;
  record.making = making;
  const auto bytes = piece::encode(record);
  if (!bytes) return bytes.error();
  return files.write(kBenchFile, *bytes);
}

Result<piece::Making> kept_bench(const Files& files) {
  const auto bytes = files.read(kBenchFile);
  if (!bytes) return bytes.error();
  auto record = piece::decode(*bytes);
  if (!record) return record.error();
  return std::move(record->making);
}

Result<Done> clear_bench(Files& files) {
  const auto names = files.names(kBenchFile);
  if (std::find(names.begin(), names.end(), kBenchFile) == names.end()) return Done{};
  return files.remove(kBenchFile);
}

}  // namespace sui::shelf
