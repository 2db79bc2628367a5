// Nickname: a potter's name for somebody who has not thought of one, so that nobody has to type before the first pot.
//
// Owns the word lists and how they are put together. Pure: the caller brings the randomness (the public key's bytes do
// nicely). Every name fits piece::kNameBytesMax and reads kindly in its language.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace sui::shelf {

// "zh": a Chinese name such as 守窑的白鹭; any other language: an English one such as Sleepy Heron.
// The same bytes give the same name; at least two bytes are wanted, missing ones count as 0.
std::string nickname_from(const std::string& language, std::span<const uint8_t> random);

}  // namespace sui::shelf
