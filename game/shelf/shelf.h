// Shelf: the player's own pieces, name and key on this device, kept whether or not a server can be reached.
//
// Owns which files hold what (engine::Files), mint states and request ids, so that a piece made off-line is minted
// exactly once when a bazaar is there. Does not own records' bytes (piece/) nor the connection (town/link).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/base/result.h"
#include "game/engine/files.h"
#include "game/piece/baked.h"
#include "game/piece/record.h"
#include "game/shelf/book.h"

namespace sui::shelf {

enum class MintState : uint8_t {
  kLocal = 0,    // never shown to a server yet
  kAsked = 1,    // sent; no answer yet (resent with the same request id)
  kMinted = 2,   // the bazaar has a row for it
  kRefused = 3,  // with `reason`; kept here all the same
  kAway = 4,     // sold or given: the record stays as the maker's memory, drawn pale
};

struct ShelfPiece {
  piece::Fingerprint fingerprint{};
  std::string title;
  piece::Baked baked;  // for drawing and numbers
  MintState mint = MintState::kLocal;
  std::array<uint8_t, 16> request{};  // the mint's id, made once
  uint64_t piece_id = 0;              // the server's, once minted
  uint64_t listing_id = 0;            // on my stall
  int64_t price_coins = 0;
  std::string reason;    // of a refusal
  uint64_t made_ms = 0;  // wall clock, for the label only
  bool bought = false;   // from another potter: there is no making here, only the baked form
  std::string maker_name;
};

enum class RoomLight : uint8_t { kByTheHour = 0, kDay = 1, kLantern = 2 };

struct Settings {  // as the player likes it, on this device
  bool muted = false;
  float sound_0_1 = 0.9f, music_0_1 = 0.6f;
  bool vibration = true;
  bool large_text = false;
  bool little_motion = false;
  int picture = -1;  // how fine: a rung of engine/quality.h, 0 the whole picture; -1: as the device bears
  RoomLight light = RoomLight::kByTheHour;
  std::string companion = "duck";  // a character pack's folder; the rooms fall back on the duck
  int kiln_by_hand = 0;            // craft::KilnKind last driven by hand: a fire left unfinished goes on in it
  int assist = 100;                // 100 cannot fail, 60 a hand lent, 0 master clay (craft::ClayStart)
};

struct Shelf {
  piece::KeyPair keys;
  std::string nickname;
  std::string language;  // "zh", "ky", …: what the potter chose, else what open_shelf was told
  Settings settings;
  Book book;
  std::vector<ShelfPiece> pieces;  // newest first
  std::vector<std::string> lost;   // files that could not be read, set aside as *.broken, never deleted
};

// Makes key and nickname on the first start. A damaged file is set aside and named in `lost`; the rest loads.
Result<Shelf> open_shelf(engine::Files& files, const std::string& system_language);
Result<Done> keep_settings(engine::Files& files, const Shelf& shelf);
// Writes the record and its shelf entry; the piece is first in the list afterwards.
Result<Done> add_piece(engine::Files& files, Shelf& shelf, const piece::Record& record,
                       const craft::Workpiece& workpiece, uint64_t now_ms);
Result<Done> add_bought(engine::Files& files, Shelf& shelf, uint64_t piece_id, const piece::Baked& baked,
                        const std::string& maker_name, uint64_t now_ms);
Result<Done> keep_piece(engine::Files& files, const ShelfPiece& piece);  // after its mint state changed
Result<piece::Bytes> record_bytes(const engine::Files& files, const ShelfPiece& piece);
// An unfinished pot survives closing the app: its making so far, sealed (piece::seal).
Result<Done> keep_bench(engine::Files& files, const piece::Making& making);
Result<piece::Making> kept_bench(const engine::Files& files);
Result<Done> clear_bench(engine::Files& files);

}  // namespace sui::shelf
