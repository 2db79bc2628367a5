// Fingerprints, keys and signatures: everything of record.h that needs libsodium.
#include <sodium.h>

#include <algorithm>
#include <cassert>

#include "game/piece/record.h"

namespace sui::piece {
namespace {

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<SecretKey> == crypto_sign_SECRETKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);

void ready() {
  const int started = sodium_init();  // idempotent and thread-safe; -1 only when the system has no randomness at all
  assert(started >= 0);
  (void)started;
}

void put_text(const char* text, Bytes& out) {
  for (; *text != '\0'; ++text) out.push_back(static_cast<uint8_t>(*text));
}

void put_le32(uint32_t word, Bytes& out) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<uint8_t>(word >> shift));
}

void put_le32(int32_t word, Bytes& out) {
  put_le32(static_cast<uint32_t>(word), out);
}

Bytes signed_message(const Record& record) {
  Bytes message;
  put_text("suisui-record-1", message);
  const Fingerprint print = fingerprint(record.making);
  message.insert(message.end(), print.begin(), print.end());
  message.insert(message.end(), record.title.begin(), record.title.end());
  return message;
}

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

Fingerprint fingerprint(const Making& making) {
  ready();
  Bytes canonical;
  canonical.reserve(64 + making.acts.size() * 21);
  put_text("suisui-making-1", canonical);
  put_le32(making.craft_version, canonical);
  put_le32(static_cast<uint32_t>(making.start.body), canonical);
  put_le32(making.start.mass_g, canonical);
  put_le32(making.start.moisture_wet_16pct, canonical);
  put_le32(making.start.assist, canonical);
  put_le32(static_cast<uint32_t>(making.acts.size()), canonical);
  for (const craft::Act& act : making.acts) {
    put_le32(act.tick, canonical);
    canonical.push_back(static_cast<uint8_t>(act.kind));
    for (const int32_t value : {act.a, act.b, act.c, act.d}) put_le32(value, canonical);
  }
  put_le32(making.end_tick, canonical);
  Fingerprint print{};
  crypto_generichash(print.data(), print.size(), canonical.data(), canonical.size(), nullptr, 0);
  return print;
}

Fingerprint pot_identity(const Making& making) {
  const auto fired = std::find_if(making.acts.begin(), making.acts.end(),
                                  [](const craft::Act& act) { return act.kind == craft::ActKind::kFire; });
  if (fired == making.acts.end() || fired + 1 == making.acts.end()) return fingerprint(making);
  Making first;
  first.craft_version = making.craft_version;
  first.start = making.start;
  first.acts.assign(making.acts.begin(), fired + 1);
  first.end_tick = fired->tick;
  return fingerprint(first);
}

std::string to_hex(std::span<const uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const uint8_t byte : bytes) {
    text.push_back("0123456789abcdef"[byte >> 4]);
    text.push_back("0123456789abcdef"[byte & 15]);
  }
  return text;
}

Result<Bytes> from_hex(const std::string& text, std::size_t size_expected) {
  if (text.size() != size_expected * 2) {
    return Error{"hex",
                 "has " + std::to_string(text.size()) + " digits instead of " + std::to_string(size_expected * 2)};
  }
  Bytes bytes(size_expected);
  for (std::size_t i = 0; i < size_expected; ++i) {
    const int high = hex_value(text[2 * i]), low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return Error{"hex", "has a character that is no hexadecimal digit"};
    bytes[i] = static_cast<uint8_t>(high * 16 + low);
  }
  return bytes;
}

KeyPair make_key_pair() {
  ready();
  KeyPair keys;
  crypto_sign_keypair(keys.public_key.data(), keys.secret_key.data());
  return keys;
}

Result<KeyPair> key_pair_from_seed(std::span<const uint8_t> seed32) {
  if (seed32.size() != crypto_sign_SEEDBYTES) {
    return Error{"seed", "has " + std::to_string(seed32.size()) + " bytes instead of 32"};
  }
  ready();
  KeyPair keys;
  crypto_sign_seed_keypair(keys.public_key.data(), keys.secret_key.data(), seed32.data());
  return keys;
}

Signature sign_bytes(std::span<const uint8_t> message, const KeyPair& keys) {
  ready();
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), keys.secret_key.data());
  return signature;
}

bool signature_fits(std::span<const uint8_t> message, const Signature& signature, const PublicKey& key) {
  ready();
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

void sign(Record& record, const KeyPair& keys) {
  record.maker = keys.public_key;
  record.signature = sign_bytes(signed_message(record), keys);
}

bool signature_fits(const Record& record) {
  return signature_fits(signed_message(record), record.signature, record.maker);
}

}  // namespace sui::piece
