#include "game/engine/audio.h"

#include <array>
#include <atomic>
#include <cmath>

#include "game/engine/audio_root.h"
#include "game/engine/mixer.h"

namespace sui::engine {
namespace {

struct Order {
  bool is_ring = false;
  Chime chime = Chime::kTap;
  Ring ring;
  float loudness = 1;
};

// Loudness goes with about the cube root of power (Stevens): half as loud is 10 dB less.
float gain_of(float share) {
  return share <= 0 ? 0.0f : std::pow(share, 1.66f);
}

// One writer (the frame), one reader (the sound thread).
class Orders {
 public:
  void push(const Order& order) {
    const std::size_t at = written_.load(std::memory_order_relaxed);
    if (at - read_.load(std::memory_order_acquire) >= kSoundOrdersMax) return;
    slots_[at % kSoundOrdersMax] = order;
    written_.store(at + 1, std::memory_order_release);
  }
  bool pop(Order& order) {
    const std::size_t at = read_.load(std::memory_order_relaxed);
    if (at == written_.load(std::memory_order_acquire)) return false;
    order = slots_[at % kSoundOrdersMax];
    read_.store(at + 1, std::memory_order_release);
    return true;
  }

 private:
  std::array<Order, kSoundOrdersMax> slots_;
  std::atomic<std::size_t> written_{0}, read_{0};
};

class MixedAudio : public AudioRoot {
 public:
  MixedAudio(int rate_hz, uint64_t music_seed) { prepare(mixer_, static_cast<float>(rate_hz), music_seed); }

  void ambience(const Ambience& levels) override {
    wheel_rpm_.store(levels.wheel_rpm, std::memory_order_relaxed);
    clay_.store(levels.clay, std::memory_order_relaxed);
    clay_dry_.store(levels.clay_dry, std::memory_order_relaxed);
    water_.store(levels.water, std::memory_order_relaxed);
    brush_.store(levels.brush, std::memory_order_relaxed);
    fire_.store(levels.fire, std::memory_order_relaxed);
    street_.store(levels.street, std::memory_order_relaxed);
    wood_.store(levels.wood, std::memory_order_relaxed);
    ping_.store(levels.ping, std::memory_order_relaxed);
    mood_.store(levels.music, std::memory_order_relaxed);
  }
  void play(Chime chime) override {
    Order order;
    order.chime = chime;
    orders_.push(order);
  }
  void strike(const Ring& ring, float loudness) override {
    Order order;
    order.is_ring = true;
    order.ring = ring;
    order.loudness = loudness;
    orders_.push(order);
  }
  void mute(bool muted) override { muted_.store(muted, std::memory_order_relaxed); }
  void volume(float sound_0_1, float music_0_1) override {
    sound_.store(gain_of(sound_0_1), std::memory_order_relaxed);
    music_.store(gain_of(music_0_1), std::memory_order_relaxed);
  }

  void mix(float* left_right, int frames) override {
    mixer_.wanted = {wheel_rpm_.load(std::memory_order_relaxed), clay_.load(std::memory_order_relaxed),
                     clay_dry_.load(std::memory_order_relaxed),  water_.load(std::memory_order_relaxed),
                     brush_.load(std::memory_order_relaxed),     fire_.load(std::memory_order_relaxed),
                     street_.load(std::memory_order_relaxed),    wood_.load(std::memory_order_relaxed),
                     ping_.load(std::memory_order_relaxed),      mood_.load(std::memory_order_relaxed)};
    const bool muted = muted_.load(std::memory_order_relaxed);
    mixer_.music_gain_wanted = muted ? 0.0f : music_.load(std::memory_order_relaxed);
    mixer_.gain_wanted = muted ? 0.0f : sound_.load(std::memory_order_relaxed);
    Order order;
    while (orders_.pop(order)) {
      if (order.is_ring) {
        engine::strike(mixer_.voices, order.ring, order.loudness);
      } else {
        engine::play(mixer_.voices, order.chime);
      }
    }
    engine::mix(mixer_, left_right, frames);
  }

 private:
  std::atomic<float> wheel_rpm_{0}, clay_{0}, clay_dry_{0}, water_{0}, brush_{0}, fire_{0}, street_{0}, wood_{0},
      ping_{0};
  std::atomic<Mood> mood_{Mood::kSilent};
  std::atomic<float> sound_{1}, music_{1};
  std::atomic<bool> muted_{false};
  Orders orders_;
  Mixer mixer_;
};

}  // namespace

std::unique_ptr<AudioRoot> open_audio(int rate_hz, uint64_t music_seed) {
  return std::make_unique<MixedAudio>(rate_hz, music_seed);
}

}  // namespace sui::engine
