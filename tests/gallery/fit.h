// Fit: a canvas that draws nothing and notes every text that is cut: wider than its room, spilling out of the control
// it stands on, off the screen, or written over another.
//
// Owns the notes and a scene that draws nothing either; letters are measured by the real canvas. A control is the
// smallest box drawn before the text that holds its middle; what is as wide as the screen is ground, not a control;
// what an opaque box covers is out of sight. pt.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "game/engine/canvas.h"
#include "game/engine/scene.h"
#include "game/engine/strings.h"

namespace sui::gallery {

struct Fault {
  std::string words, what;
  float over_pt = 0;
};

class FitCanvas : public engine::Canvas {
 public:
  explicit FitCanvas(engine::Canvas& letters) : letters_(letters) {}
  // `stands`: nothing slides any more, so what sticks out below stays there.
  void begin_frame(engine::Rect screen, bool stands = true);
  const std::vector<Fault>& faults() const { return faults_; }  // of this frame

  void rect(engine::Rect, engine::Colour) override {}
  void rounded(engine::Rect area, float, engine::Colour fill) override { box(area, fill.a); }
  void outlined(engine::Rect, float, float, engine::Colour) override {}
  void gradient(engine::Rect area, float, engine::Colour top, engine::Colour bottom) override {
    box(area, std::min(top.a, bottom.a));
  }
  void shadow(engine::Rect, float, float, engine::Colour) override {}
  void circle(engine::Vec2 centre, float radius, engine::Colour) override;
  void ring(engine::Vec2, float, float, float, float, engine::Colour) override {}
  void line(engine::Vec2, engine::Vec2, float, engine::Colour) override {}
  void triangle(engine::Vec2, engine::Vec2, engine::Vec2, engine::Colour) override {}
  void image(engine::TextureId, engine::Rect, engine::Rect, engine::Colour, float) override {}
  void seal(engine::Rect area, float, engine::Colour paste, float) override { box(area, paste.a); }
  void icon(engine::Icon, engine::Vec2, float, engine::Colour, float) override {}
  float text(std::string_view utf8, engine::Rect area, const engine::TextStyle& style) override;
  engine::Vec2 text_size(std::string_view utf8, float wrap_width, const engine::TextStyle& style) override;
  void text_scale(float scale) override { letters_.text_scale(scale); }
  void push_clip(engine::Rect area) override { clips_.push_back(area); }
  void pop_clip() override { clips_.pop_back(); }

 private:
  struct Written {
    std::string words;
    engine::Rect area;
  };
  void box(engine::Rect area, float alpha);
  void note(std::string_view words, const std::string& what, float over_pt);
  void hold_against_controls(std::string_view words, engine::Rect area);
  void hold_against_others(std::string_view words, engine::Rect area);

  engine::Canvas& letters_;
  engine::Rect screen_;
  bool stands_ = true;
  std::vector<engine::Rect> boxes_, clips_;
  std::vector<Written> written_;
  std::vector<Fault> faults_;
};

// Keeps meshes and textures in the real scene, so that rooms may ask for them, and draws none.
class QuietScene : public engine::Scene {
 public:
  explicit QuietScene(engine::Scene& store) : store_(store) {}
  engine::MeshId make_mesh(const engine::Mesh& mesh) override { return store_.make_mesh(mesh); }
  void update_mesh(engine::MeshId, const engine::Mesh&) override {}
  void drop_mesh(engine::MeshId id) override { store_.drop_mesh(id); }
  engine::TextureId make_texture(int width, int height, int channels, std::span<const uint8_t> pixels,
                                 bool wrap_u) override {
    return store_.make_texture(width, height, channels, pixels, wrap_u);
  }
  void update_texture(engine::TextureId, int, int, int, std::span<const uint8_t>) override {}
  void drop_texture(engine::TextureId id) override { store_.drop_texture(id); }
  void heat(float) override {}
  void quality(const engine::Quality&) override {}
  void begin(engine::Rect, engine::Place, const engine::Camera&, bool) override {}
  void draw_ware(engine::MeshId, const engine::Mat4&, const engine::WareMaterial&) override {}
  void draw_plain(engine::MeshId, const engine::Mat4&, const engine::PlainMaterial&) override {}
  void nightfall(float) override {}
  void draw_plain_many(engine::MeshId, std::span<const engine::Mat4>, const engine::PlainMaterial&) override {}
  void end() override {}
  engine::SceneCost cost() const override { return store_.cost(); }
  engine::TextureId portrait(engine::MeshId, const engine::WareMaterial&, const engine::Camera&, int) override {
    return engine::TextureId::kNone;
  }
  engine::TextureId make_sheet(int size_px) override { return store_.make_sheet(size_px); }
  void portrait_on(engine::TextureId, int, int, engine::MeshId, const engine::WareMaterial&, const engine::Camera&,
                   int) override {}

 private:
  engine::Scene& store_;
};

// The key whose words these are, numbers filled in or not; "?" when no key has them.
std::string key_of(const engine::Strings& strings, std::string_view words);

}  // namespace sui::gallery
