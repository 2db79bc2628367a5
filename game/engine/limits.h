// Every limit of the engine, in one place.
//
// Owns no behaviour: each file that can grow refuses or drops beyond these, and a test hits them. Sizes in bytes unless
// the name says otherwise.
#pragma once

#include <cstddef>

namespace sui::engine {

inline constexpr std::size_t kFileNameBytesMax = 96;
inline constexpr std::size_t kFileBytesMax = 16u << 20;
inline constexpr std::size_t kAssetBytesMax = 64u << 20;
inline constexpr std::size_t kStringsPerLanguageMax = 5000;
inline constexpr std::size_t kLanguagesMax = 64, kLanguageIdBytesMax = 8;
inline constexpr std::size_t kTouchesMax = 16;
inline constexpr std::size_t kTypedBytesPerFrameMax = 1024;
inline constexpr std::size_t kTextBytesMax = 16384;    // of one call to Canvas::text; the rest is not drawn
inline constexpr std::size_t kCanvasQuadsMax = 16384;  // per batch: 16-bit indices
inline constexpr int kAtlasSideMax = 2048;
inline constexpr std::size_t kClipDepthMax = 16;
inline constexpr std::size_t kVoicesMax = 24;
inline constexpr std::size_t kPluckedStringsMax = 16;  // sounding at once; a further note is left out
inline constexpr int kPhraseNotesMax = 48;             // of the music
inline constexpr std::size_t kSoundOrdersMax = 64;     // waiting for the mixer; more are dropped
inline constexpr double kFrameSecondsMax = 0.1;

}  // namespace sui::engine
