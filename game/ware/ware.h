// Ware: a craft::Look made visible: profile to lathe mesh, clay state to material, pigment to texture, pot to sound.
//
// The one folder that knows both a pot and the engine, so that the studio and the town draw the same porcelain.
// Owns the GPU objects of one shown pot (Shown); does not own the pot. Units: Look is mm, the scene is metres.
#pragma once

#include "game/craft/look.h"
#include "game/engine/audio.h"
#include "game/engine/scene.h"
#include "game/engine/shapes.h"

namespace sui::ware {

// Craft's colours are linear light, the canvas and materials take sRGB.
engine::Colour srgb(float r, float g, float b);
engine::Colour srgb(const craft::Rgb& linear);

struct Shown {  // keep one per visible pot; show() again when it changed
  engine::MeshId mesh = engine::MeshId::kNone;
  engine::TextureId paint = engine::TextureId::kNone;
  engine::TextureId decor = engine::TextureId::kNone, enamel = engine::TextureId::kNone;
  engine::WareMaterial material;
  engine::Mesh scratch;  // reused, so a spinning pot allocates nothing
  int paint_columns = 0, paint_rows = 0;
  engine::MeshId mark = engine::MeshId::kNone;  // the foot mark, of an upturned pot
  engine::TextureId mark_paint = engine::TextureId::kNone;
  int mark_key = 0;
  bool upturned = false;  // stands on its rim: light falls on the underside. Set before show()
};

void show(engine::Scene& scene, const craft::Look& look, int segments, bool paint_changed, Shown& shown);
void hide(engine::Scene& scene, Shown& shown);
// Standing at `foot` (m), turned by the look's wheel angle.
void draw(engine::Scene& scene, const Shown& shown, const craft::Look& look, engine::Vec3 foot, float extra_turn,
          float scale);
// Standing on its rim, foot up; the rim is at `foot`.
void draw_upturned(engine::Scene& scene, const Shown& shown, const craft::Look& look, engine::Vec3 foot,
                   float extra_turn);
// The finger's place on the pot: u (turn), v (ring) of the outer wall hit by a ray, false when it misses.
bool pick(const craft::Look& look, engine::Vec3 foot, float extra_turn, engine::Ray ray, double& u_turn,
          double& v_ring);
engine::Ring ring_of(const craft::Look& look);  // craft's tone of it; raw clay clicks

}  // namespace sui::ware
