#include <algorithm>
#include <string>

#include "game/protocol/limits.h"
#include "game/protocol/messages.h"
#include "game/protocol/messages_generated.h"

namespace sui::protocol {

namespace {

// FlatBuffers reads scalars where they lie, so the bytes must start on a word; a packet's do, a slice of one may not.
class Aligned {
 public:
  explicit Aligned(std::span<const uint8_t> bytes) : data_(bytes.data()) {
    if (reinterpret_cast<std::uintptr_t>(data_) % alignof(uint64_t) == 0) return;
    words_.resize(bytes.size() / sizeof(uint64_t) + 1);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<uint8_t*>(words_.data()));
    data_ = reinterpret_cast<const uint8_t*>(words_.data());
  }
  const uint8_t* data() const { return data_; }

 private:
  const uint8_t* data_;
  std::vector<uint64_t> words_;
};

// Takes one table apart; the first field that is missing becomes the error.
struct Reader {
  const char* message;
  Error error{};

  void fault(const char* field, const char* what) {
    if (error.where.empty()) error = {std::string(message) + "." + field, what};
  }
  template <class Wire, std::size_t size>
  void take(const Wire* wire, std::array<uint8_t, size>& into, const char* field) {
    if (wire == nullptr) return fault(field, "is missing");
    static_assert(sizeof(Wire) == size);
    std::copy_n(reinterpret_cast<const uint8_t*>(wire), size, into.begin());
  }
  // An absent string is an empty one: FlatBuffers leaves defaults out.
  void take(const flatbuffers::String* wire, std::string& into) {
    if (wire != nullptr) into.assign(wire->data(), wire->size());
  }
  void take(const flatbuffers::Vector<uint8_t>* wire, Bytes& into, const char* field) {
    if (wire == nullptr) return fault(field, "is missing");
    into.assign(wire->begin(), wire->end());
  }
};

void read(Reader& reader, const wire::Hello& w, Hello& m) {
  m.protocol_version = w.protocol_version();
  m.craft_version = w.craft_version();
  reader.take(w.key(), m.key, "key");
  reader.take(w.nickname(), m.nickname);
  reader.take(w.language(), m.language);
}
void read(Reader& reader, const wire::Prove& w, Prove& m) {
  reader.take(w.signature(), m.signature, "signature");
}
void read(Reader& reader, const wire::Mint& w, Mint& m) {
  reader.take(w.request(), m.request, "request");
  reader.take(w.record(), m.record, "record");
}
void read(Reader& reader, const wire::List& w, List& m) {
  reader.take(w.request(), m.request, "request");
  m.piece = w.piece();
  m.price_coins = w.price_coins();
}
void read(Reader& reader, const wire::Withdraw& w, Withdraw& m) {
  reader.take(w.request(), m.request, "request");
  m.listing = w.listing();
}
void read(Reader& reader, const wire::Buy& w, Buy& m) {
  reader.take(w.request(), m.request, "request");
  m.listing = w.listing();
  m.price_coins = w.price_coins();
}
void read(Reader&, const wire::Walk& w, Walk& m) {
  m = {w.x_mm(), w.y_mm(), w.facing_256()};
}
void read(Reader&, const wire::AskStalls&, AskStalls&) {}
void read(Reader&, const wire::AskPieces&, AskPieces&) {}
void read(Reader&, const wire::AskBaked& w, AskBaked& m) {
  m.piece = w.piece();
}

void read(Reader& reader, const wire::Challenge& w, Challenge& m) {
  reader.take(w.nonce(), m.nonce, "nonce");
}
void read(Reader& reader, const wire::Welcome& w, Welcome& m) {
  m.account = w.account();
  reader.take(w.nickname(), m.nickname);
  m.coins = w.coins();
  m.server_time_ms = w.server_time_ms();
}
void read(Reader& reader, const wire::Refused& w, Refused& m) {
  reader.take(w.request(), m.request, "request");
  if (w.kind() > static_cast<uint8_t>(RefusalKind::kInternal)) reader.fault("kind", "is none this version knows");
  m.kind = static_cast<RefusalKind>(w.kind());
  reader.take(w.reason(), m.reason);
}
void read(Reader& reader, const wire::Minted& w, Minted& m) {
  reader.take(w.request(), m.request, "request");
  m.piece = w.piece();
  reader.take(w.fingerprint(), m.fingerprint, "fingerprint");
}
void read(Reader& reader, const wire::Listed& w, Listed& m) {
  reader.take(w.request(), m.request, "request");
  m.listing = w.listing();
  m.piece = w.piece();
  m.price_coins = w.price_coins();
}
void read(Reader& reader, const wire::Withdrawn& w, Withdrawn& m) {
  reader.take(w.request(), m.request, "request");
  m.listing = w.listing();
}
void read(Reader& reader, const wire::Bought& w, Bought& m) {
  reader.take(w.request(), m.request, "request");
  m.listing = w.listing();
  m.piece = w.piece();
  m.coins_left = w.coins_left();
}
void read(Reader& reader, const wire::Sold& w, Sold& m) {
  m.listing = w.listing();
  m.piece = w.piece();
  m.price_coins = w.price_coins();
  m.coins = w.coins();
  reader.take(w.buyer(), m.buyer);
}

// Rows are counted before any is copied: a table of a million empty rows must not become a million structs.
template <class Rows>
std::size_t count_of(Reader& reader, const Rows* rows, std::size_t rows_max, const char* field) {
  if (rows == nullptr) return 0;
  if (rows->size() <= rows_max) return rows->size();
  reader.fault(field, "has more rows than the limit");
  return 0;
}

void read(Reader& reader, const wire::Stalls& w, Stalls& m) {
  m.stalls.resize(count_of(reader, w.stalls(), kStallsMax, "stalls"));
  for (std::size_t k = 0; k < m.stalls.size(); ++k) {
    const wire::Stall* row = w.stalls()->Get(static_cast<flatbuffers::uoffset_t>(k));
    Stall& stall = m.stalls[k];
    stall.listing = row->listing();
    stall.piece = row->piece();
    stall.seller = row->seller();
    reader.take(row->seller_name(), stall.seller_name);
    reader.take(row->title(), stall.title);
    stall.price_coins = row->price_coins();
    stall.place = row->place();
  }
}
void read(Reader& reader, const wire::Pieces& w, Pieces& m) {
  m.coins = w.coins();
  m.pieces.resize(count_of(reader, w.pieces(), kPiecesMax, "pieces"));
  for (std::size_t k = 0; k < m.pieces.size(); ++k) {
    const wire::OwnedPiece* row = w.pieces()->Get(static_cast<flatbuffers::uoffset_t>(k));
    OwnedPiece& piece = m.pieces[k];
    piece.piece = row->piece();
    reader.take(row->fingerprint(), piece.fingerprint, "pieces.fingerprint");
    reader.take(row->title(), piece.title);
    reader.take(row->maker_name(), piece.maker_name);
    piece.listing = row->listing();
    piece.price_coins = row->price_coins();
  }
}
void read(Reader& reader, const wire::BakedPiece& w, BakedPiece& m) {
  m.piece = w.piece();
  reader.take(w.baked(), m.baked, "baked");
}
void read(Reader& reader, const wire::Presence& w, Presence& m) {
  const std::size_t count = count_of(reader, w.accounts(), kPottersMax, "accounts");
  const auto has = [count](const auto* column) { return (column == nullptr ? 0 : column->size()) == count; };
  if (!has(w.x_mm()) || !has(w.y_mm()) || !has(w.facing_256()))
    return reader.fault("accounts", "has columns of unequal length");
  m.potters.resize(count);
  for (std::size_t k = 0; k < count; ++k) {
    const auto at = static_cast<flatbuffers::uoffset_t>(k);
    m.potters[k] = {w.accounts()->Get(at), w.x_mm()->Get(at), w.y_mm()->Get(at), w.facing_256()->Get(at)};
  }
}
void read(Reader& reader, const wire::Names& w, Names& m) {
  m.names.resize(count_of(reader, w.names(), kPottersMax, "names"));
  for (std::size_t k = 0; k < m.names.size(); ++k) {
    const wire::PotterName* row = w.names()->Get(static_cast<flatbuffers::uoffset_t>(k));
    m.names[k].account = row->account();
    reader.take(row->nickname(), m.names[k].nickname);
  }
}

template <class Message, class Wire, class Any>
Result<Any> taken(const char* name, const Wire* wire) {
  Reader reader{name};
  Message message;
  if (wire == nullptr) return Error{name, "is empty"};
  read(reader, *wire, message);
  if (!reader.error.where.empty()) return std::move(reader.error);
  Any any = std::move(message);
  if (Result<Done> kept = check(any); !kept) return kept.error();
  return any;
}

Result<FromClient> taken_from(const wire::ClientMessage& root) {
  switch (root.body_type()) {
// clang-format off
#define SUI_CASE(name)         \
  case wire::ClientBody::name: \
    return taken<name, wire::name, FromClient>(#name, root.body_as_##name());
  SUI_CASE(Hello)
  SUI_CASE(Prove) SUI_CASE(Mint) SUI_CASE(List) SUI_CASE(Withdraw) SUI_CASE(Buy) SUI_CASE(Walk) SUI_CASE(AskStalls)
      SUI_CASE(AskPieces) SUI_CASE(AskBaked)
#undef SUI_CASE
      // clang-format on
      case wire::ClientBody::NONE:
    break;
  }
  return Error{"ClientMessage.body", "is none this version knows"};
}

Result<FromServer> taken_from(const wire::ServerMessage& root) {
  switch (root.body_type()) {
// clang-format off
#define SUI_CASE(name)         \
  case wire::ServerBody::name: \
    return taken<name, wire::name, FromServer>(#name, root.body_as_##name());
  SUI_CASE(Challenge)
  SUI_CASE(Welcome) SUI_CASE(Refused) SUI_CASE(Minted) SUI_CASE(Listed) SUI_CASE(Withdrawn) SUI_CASE(Bought)
      SUI_CASE(Sold) SUI_CASE(Stalls) SUI_CASE(Pieces) SUI_CASE(BakedPiece) SUI_CASE(Presence) SUI_CASE(Names)
#undef SUI_CASE
      // clang-format on
      case wire::ServerBody::NONE:
    break;
  }
  return Error{"ServerMessage.body", "is none this version knows"};
}

template <class Any, class Root>
Result<Any> decoded(std::span<const uint8_t> bytes, const char* name, const char* identifier) {
  if (bytes.size() > kMessageBytesMax)
    return Error{
        name, "has " + std::to_string(bytes.size()) + " bytes, above the limit of " + std::to_string(kMessageBytesMax)};
  const Aligned aligned(bytes);
  flatbuffers::Verifier::Options options;
  options.max_depth = 8;
  options.max_tables = kPiecesMax + 8;
  flatbuffers::Verifier verifier(aligned.data(), bytes.size(), options);
  if (!verifier.VerifyBuffer<Root>(identifier)) return Error{name, "is not well formed"};
  return taken_from(*flatbuffers::GetRoot<Root>(aligned.data()));
}

}  // namespace

Result<FromClient> decode_from_client(std::span<const uint8_t> bytes) {
  Result<FromClient> message = decoded<FromClient, wire::ClientMessage>(bytes, "ClientMessage", "SKC1");
  if (message && !std::holds_alternative<Mint>(*message) && bytes.size() > kSmallMessageBytesMax)
    return Error{"ClientMessage", "has " + std::to_string(bytes.size()) + " bytes, above the limit of " +
                                      std::to_string(kSmallMessageBytesMax) + " for any but Mint"};
  return message;
}

Result<FromServer> decode_from_server(std::span<const uint8_t> bytes) {
  return decoded<FromServer, wire::ServerMessage>(bytes, "ServerMessage", "SKS1");
}

}  // namespace sui::protocol
