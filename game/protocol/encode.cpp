#include <cassert>

#include "game/protocol/messages.h"
#include "game/protocol/messages_generated.h"

namespace sui::protocol {

namespace {

using flatbuffers::Offset;
using Builder = flatbuffers::FlatBufferBuilder;

struct Body {
  uint8_t type = 0;
  Offset<void> offset;
};

template <class Wire, std::size_t size>
Wire wire(const std::array<uint8_t, size>& bytes) {
  return Wire(flatbuffers::span<const uint8_t, size>(bytes.data(), size));
}

template <class Type, class Table>
Body body(Type type, Offset<Table> table) {
  return {static_cast<uint8_t>(type), table.Union()};
}

uint16_t street_mm(int32_t mm) {
  assert(mm >= 0 && mm <= 0xffff);
  return static_cast<uint16_t>(mm);
}

Body put(Builder& b, const Hello& m) {
  const auto key = wire<wire::Bytes32>(m.key);
  const auto nickname = b.CreateString(m.nickname);
  const auto language = b.CreateString(m.language);
  return body(wire::ClientBody::Hello,
              wire::CreateHello(b, m.protocol_version, m.craft_version, &key, nickname, language));
}
Body put(Builder& b, const Prove& m) {
  const auto signature = wire<wire::Bytes64>(m.signature);
  return body(wire::ClientBody::Prove, wire::CreateProve(b, &signature));
}
Body put(Builder& b, const Mint& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  const auto record = b.CreateVector(m.record);
  return body(wire::ClientBody::Mint, wire::CreateMint(b, &request, record));
}
Body put(Builder& b, const List& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ClientBody::List, wire::CreateList(b, &request, m.piece, m.price_coins));
}
Body put(Builder& b, const Withdraw& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ClientBody::Withdraw, wire::CreateWithdraw(b, &request, m.listing));
}
Body put(Builder& b, const Buy& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ClientBody::Buy, wire::CreateBuy(b, &request, m.listing, m.price_coins));
}
Body put(Builder& b, const Walk& m) {
  return body(wire::ClientBody::Walk, wire::CreateWalk(b, m.x_mm, m.y_mm, m.facing_256));
}
Body put(Builder& b, const AskStalls&) {
  return body(wire::ClientBody::AskStalls, wire::CreateAskStalls(b));
}
Body put(Builder& b, const AskPieces&) {
  return body(wire::ClientBody::AskPieces, wire::CreateAskPieces(b));
}
Body put(Builder& b, const AskBaked& m) {
  return body(wire::ClientBody::AskBaked, wire::CreateAskBaked(b, m.piece));
}

Body put(Builder& b, const Challenge& m) {
  const auto nonce = wire<wire::Bytes32>(m.nonce);
  return body(wire::ServerBody::Challenge, wire::CreateChallenge(b, &nonce));
}
Body put(Builder& b, const Welcome& m) {
  const auto nickname = b.CreateString(m.nickname);
  return body(wire::ServerBody::Welcome, wire::CreateWelcome(b, m.account, nickname, m.coins, m.server_time_ms));
}
Body put(Builder& b, const Refused& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  const auto reason = b.CreateString(m.reason);
  return body(wire::ServerBody::Refused, wire::CreateRefused(b, &request, static_cast<uint8_t>(m.kind), reason));
}
Body put(Builder& b, const Minted& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  const auto fingerprint = wire<wire::Bytes32>(m.fingerprint);
  return body(wire::ServerBody::Minted, wire::CreateMinted(b, &request, m.piece, &fingerprint));
}
Body put(Builder& b, const Listed& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ServerBody::Listed, wire::CreateListed(b, &request, m.listing, m.piece, m.price_coins));
}
Body put(Builder& b, const Withdrawn& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ServerBody::Withdrawn, wire::CreateWithdrawn(b, &request, m.listing));
}
Body put(Builder& b, const Bought& m) {
  const auto request = wire<wire::Bytes16>(m.request);
  return body(wire::ServerBody::Bought, wire::CreateBought(b, &request, m.listing, m.piece, m.coins_left));
}
Body put(Builder& b, const Sold& m) {
  const auto buyer = b.CreateString(m.buyer);
  return body(wire::ServerBody::Sold, wire::CreateSold(b, m.listing, m.piece, m.price_coins, m.coins, buyer));
}
Body put(Builder& b, const Stalls& m) {
  std::vector<Offset<wire::Stall>> stalls;
  stalls.reserve(m.stalls.size());
  for (const Stall& stall : m.stalls) {
    const auto seller_name = b.CreateString(stall.seller_name);
    const auto title = b.CreateString(stall.title);
    stalls.push_back(wire::CreateStall(b, stall.listing, stall.piece, stall.seller, seller_name, title,
                                       stall.price_coins, stall.place));
  }
  return body(wire::ServerBody::Stalls, wire::CreateStalls(b, b.CreateVector(stalls)));
}
Body put(Builder& b, const Pieces& m) {
  std::vector<Offset<wire::OwnedPiece>> pieces;
  pieces.reserve(m.pieces.size());
  for (const OwnedPiece& piece : m.pieces) {
    const auto fingerprint = wire<wire::Bytes32>(piece.fingerprint);
    const auto title = b.CreateString(piece.title);
    const auto maker_name = b.CreateSharedString(piece.maker_name);
    pieces.push_back(
        wire::CreateOwnedPiece(b, piece.piece, &fingerprint, title, maker_name, piece.listing, piece.price_coins));
  }
  return body(wire::ServerBody::Pieces, wire::CreatePieces(b, b.CreateVector(pieces), m.coins));
}
Body put(Builder& b, const BakedPiece& m) {
  return body(wire::ServerBody::BakedPiece, wire::CreateBakedPiece(b, m.piece, b.CreateVector(m.baked)));
}
Body put(Builder& b, const Presence& m) {
  const std::size_t count = m.potters.size();
  uint64_t* accounts = nullptr;
  uint16_t *x_mm = nullptr, *y_mm = nullptr;
  uint8_t* facing_256 = nullptr;
  const auto wire_accounts = b.CreateUninitializedVector<uint64_t>(count, &accounts);
  for (std::size_t k = 0; k < count; ++k) accounts[k] = flatbuffers::EndianScalar(m.potters[k].account);
  const auto wire_x = b.CreateUninitializedVector<uint16_t>(count, &x_mm);
  for (std::size_t k = 0; k < count; ++k) x_mm[k] = flatbuffers::EndianScalar(street_mm(m.potters[k].x_mm));
  const auto wire_y = b.CreateUninitializedVector<uint16_t>(count, &y_mm);
  for (std::size_t k = 0; k < count; ++k) y_mm[k] = flatbuffers::EndianScalar(street_mm(m.potters[k].y_mm));
  const auto wire_facing = b.CreateUninitializedVector<uint8_t>(count, &facing_256);
  for (std::size_t k = 0; k < count; ++k) facing_256[k] = m.potters[k].facing_256;
  return body(wire::ServerBody::Presence, wire::CreatePresence(b, wire_accounts, wire_x, wire_y, wire_facing));
}
Body put(Builder& b, const Names& m) {
  std::vector<Offset<wire::PotterName>> names;
  names.reserve(m.names.size());
  for (const PotterName& name : m.names)
    names.push_back(wire::CreatePotterName(b, name.account, b.CreateString(name.nickname)));
  return body(wire::ServerBody::Names, wire::CreateNames(b, b.CreateVector(names)));
}

Bytes taken(const Builder& b) {
  return Bytes(b.GetBufferPointer(), b.GetBufferPointer() + b.GetSize());
}

}  // namespace

Bytes encode(const FromClient& message) {
  Builder b(256);
  const Body made = std::visit([&b](const auto& m) { return put(b, m); }, message);
  b.Finish(wire::CreateClientMessage(b, static_cast<wire::ClientBody>(made.type), made.offset), "SKC1");
  return taken(b);
}

Bytes encode(const FromServer& message) {
  Builder b(1024);
  const Body made = std::visit([&b](const auto& m) { return put(b, m); }, message);
  b.Finish(wire::CreateServerMessage(b, static_cast<wire::ServerBody>(made.type), made.offset), "SKS1");
  return taken(b);
}

}  // namespace sui::protocol
