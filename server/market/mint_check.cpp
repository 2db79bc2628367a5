#include "server/market/mint_check.h"

#include "game/piece/baked.h"

namespace sui::market {

using protocol::RefusalKind;
using store::Refusal;

std::variant<Refusal, Genuine> check_mint(std::span<const uint8_t> bytes, const piece::PublicKey& potter) {
  Result<piece::Record> record = piece::decode(bytes);
  if (!record) return Refusal{RefusalKind::kTampered, "record: " + to_text(record.error())};
  if (record->making.craft_version != craft::kCraftVersion)
    return Refusal{RefusalKind::kVersion, "record.craft_version: is " + std::to_string(record->making.craft_version) +
                                              ", this bazaar throws by " + std::to_string(craft::kCraftVersion)};
  if (record->maker == piece::PublicKey{})
    return Refusal{RefusalKind::kNotYours, "record.maker: is missing; only a signed record can be minted"};
  if (record->maker != potter)
    return Refusal{RefusalKind::kNotYours, "record.maker: is another potter; only the maker can mint"};
  Result<craft::Workpiece> workpiece = piece::verify(*record);
  if (!workpiece) return Refusal{RefusalKind::kTampered, "record: " + to_text(workpiece.error())};
  // Raw clay goes on changing; minted twice, one pot would be two pieces.
  if (workpiece->stage != craft::Stage::kFired)
    return Refusal{RefusalKind::kBadMessage,
                   std::string("record: the pot is ") + craft::stage_id(workpiece->stage) + ", not fired yet"};
  // Nor does anything follow the fire: a tick or an act more would be the same pot under another fingerprint.
  const piece::Making& making = record->making;
  if (making.acts.back().kind != craft::ActKind::kFire || making.acts.back().tick != making.end_tick)
    return Refusal{RefusalKind::kTampered, "record: goes on after the fire, where a pot's making ends"};
  Result<piece::Bytes> baked = piece::encode(piece::bake(*record, *workpiece));
  if (!baked) return Refusal{RefusalKind::kTampered, "record: " + to_text(baked.error())};
  // A pot the rules allow but nobody's client could draw would be a piece that cannot be shown or sold.
  if (Result<piece::Baked> shown = piece::decode_baked(*baked); !shown)
    return Refusal{RefusalKind::kTampered, "record: cannot be shown to others: " + to_text(shown.error())};
  return Genuine{piece::fingerprint(record->making), piece::pot_identity(record->making), record->maker, record->title,
                 std::move(*baked)};
}

}  // namespace sui::market
