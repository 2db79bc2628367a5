// The .sui record: a Making, its title and maker as FlatBuffers (record.fbs) in a zstd frame, verified before use.
//
// Owns bytes <-> plain structs, the fingerprint and the maker's signature; does not own files or sockets.
// decode() never trusts: magic, sizes, FlatBuffers verification, ranges; every error names the field.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "game/base/result.h"
#include "game/piece/making.h"

namespace sui::piece {

using Bytes = std::vector<uint8_t>;
using Fingerprint = std::array<uint8_t, 32>;  // BLAKE2b-256 of the canonical making (version, start, acts, end)
using PublicKey = std::array<uint8_t, 32>;    // Ed25519
using SecretKey = std::array<uint8_t, 64>;    // Ed25519, libsodium layout
using Signature = std::array<uint8_t, 64>;

struct KeyPair {
  PublicKey public_key{};
  SecretKey secret_key{};
};

struct Record {
  Making making;
  std::string title;      // UTF-8, may be empty
  PublicKey maker{};      // all zero: unsigned (suisui-tool)
  Signature signature{};  // over fingerprint + title, by maker
};

Fingerprint fingerprint(const Making& making);
// The fingerprint of a making up to and with its first fire: whatever is painted and fired on afterwards, it is this
// pot. The fingerprint itself for a making that was fired once, or not at all.
Fingerprint pot_identity(const Making& making);
std::string to_hex(std::span<const uint8_t> bytes);
Result<Bytes> from_hex(const std::string& text, std::size_t size_expected);

KeyPair make_key_pair();  // libsodium's random
Result<KeyPair> key_pair_from_seed(std::span<const uint8_t> seed32);
void sign(Record& record, const KeyPair& keys);
Signature sign_bytes(std::span<const uint8_t> message, const KeyPair& keys);
bool signature_fits(std::span<const uint8_t> message, const Signature& signature, const PublicKey& key);
bool signature_fits(const Record& record);

// Whether `title` may name a piece: plain text (plain_text.h) of at most kNameBytesMax.
Result<Done> check_title(const std::string& title);
Result<Bytes> encode(const Record& record);  // the making must be sealed; errors name the limit passed
// Whether the bytes are a whole record of this version, however altered inside. decode() asks this first.
Result<Done> look_at_envelope(std::span<const uint8_t> bytes);
Result<Record> decode(std::span<const uint8_t> bytes);

// Re-throws and compares every checkpoint; the server's and `verify`'s one question.
// On success hands back the pot as it stands at the end of its record.
Result<craft::Workpiece> verify(const Record& record);

}  // namespace sui::piece
