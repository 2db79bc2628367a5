#include "game/engine/character_pack.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

#include "game/engine/character_fields.h"

namespace sui::engine {
namespace {

using Palette = std::map<std::string, Colour>;

constexpr float kRadiansPerDegree = 3.14159265f / 180.0f;

Mat4 rotation_deg(Vec3 degrees) {
  return rotation({0, 1, 0}, degrees.y * kRadiansPerDegree) * rotation({1, 0, 0}, degrees.x * kRadiansPerDegree) *
         rotation({0, 0, 1}, degrees.z * kRadiansPerDegree);
}

Mat4 transposed(const Mat4& matrix) {
  Mat4 out;
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t column = 0; column < 4; ++column) out.m[row * 4 + column] = matrix.m[column * 4 + row];
  }
  return out;
}

Palette read_palette(const Fields& file) {
  Palette palette;
  const Json* colours = file.field("palette");
  if (colours == nullptr || !colours->is_object() || colours->size() > 32) {
    file.fail("palette", "is not an object of up to 32 colours");
    return palette;
  }
  for (const auto& [name, value] : colours->get_ref<const Json::object_t&>()) {
    const std::string code = value.is_string() ? value.get<std::string>() : "";
    const bool hexadecimal = code.size() == 6 && code.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
    if (!hexadecimal) {
      file.fail("palette." + name, "is not six hexadecimal digits");
      return palette;
    }
    palette[name] = hex(static_cast<uint32_t>(std::strtoul(code.c_str(), nullptr, 16)));
  }
  return palette;
}

Solid read_solid(const Fields& from, const Palette& palette) {
  Solid solid;
  const std::string shape = from.text("shape", "ellipsoid");
  if (shape == "capsule") {
    solid.shape = SolidShape::kCapsule;
  } else if (shape == "box") {
    solid.shape = SolidShape::kBox;
  } else if (shape != "ellipsoid") {
    from.fail("shape", "is none of ellipsoid, capsule, box");
  }
  solid.at = from.vector("at", -kFigureMMax, kFigureMMax);
  solid.radii = from.vector("radii", 0.0005f, kFigureMMax);
  if (solid.shape == SolidShape::kCapsule) solid.to = from.vector("to", -kFigureMMax, kFigureMMax);
  solid.turn = rotation_deg(from.vector("turn_deg", -360, 360, Vec3{}));
  solid.unturn = transposed(solid.turn);
  solid.blend = from.number("blend", 0, 0.5f, 0.01f);
  solid.plumage = from.number("plumage", 0, 1, 0.0f);
  solid.carve = from.flag("carve");
  const std::string colour = from.text("colour");
  const auto found = palette.find(colour);
  if (found == palette.end()) {
    from.fail("colour", "\"" + colour + "\" is not in the palette");
  } else {
    solid.colour = found->second;
  }
  return solid;
}

Motion read_motion(const Fields& from) {
  const std::string moves = from.text("moves");
  constexpr std::pair<const char*, Motion> kMotions[] = {{"body", Motion::kBody},
                                                         {"head", Motion::kHead},
                                                         {"wing", Motion::kWing},
                                                         {"foot", Motion::kFoot},
                                                         {"eye", Motion::kEye}};
  for (const auto& [name, motion] : kMotions) {
    if (moves == name) return motion;
  }
  from.fail("moves", "is none of body, head, wing, foot, eye");
  return Motion::kBody;
}

// Solids of a turned part (an eye on its socket) are written flat and set in place here.
void set_in_place(PartPack& part, Vec3 degrees) {
  const Mat4 turn = rotation_deg(degrees);
  const Mat4 place = translation(part.joint) * turn;
  const auto moved = [&place](Vec3 p) {
    const std::array<float, 16>& m = place.m;
    return Vec3{m[0] * p.x + m[4] * p.y + m[8] * p.z + m[12], m[1] * p.x + m[5] * p.y + m[9] * p.z + m[13],
                m[2] * p.x + m[6] * p.y + m[10] * p.z + m[14]};
  };
  for (Solid& solid : part.solids) {
    solid.at = moved(solid.at);
    solid.to = moved(solid.to);
    solid.turn = turn * solid.turn;
    solid.unturn = transposed(solid.turn);
  }
}

PartPack read_part(const Fields& from, const Palette& palette, std::optional<Error>& wrong) {
  PartPack part;
  part.name = from.text("name");
  part.motion = read_motion(from);
  part.mirrored = from.flag("mirrored");
  part.joint = from.vector("joint", -kFigureMMax, kFigureMMax);
  part.cell_m = from.number("cell_m", 0.0005f, 0.2f);
  if (const Json* feathers = from.field("feathers")) {
    const Fields fields(*feathers, from.where() + ".feathers", wrong);
    const std::string run = fields.text("run");
    if (run != "down" && run != "back") fields.fail("run", "is neither down nor back");
    part.feathers.from_pole = run == "down";
    part.feathers.leaves_round = fields.number("leaves_round", 2, 200);
    part.feathers.centre = fields.vector("centre", -kFigureMMax, kFigureMMax);
    part.feathers.size_m = fields.number("size_m", 0.001f, 1);
  }
  if (const Json::array_t* solids = from.list("solids", 1, kSolidsMax)) {
    for (std::size_t index = 0; index < solids->size() && !wrong; ++index) {
      const Fields fields((*solids)[index], from.where() + ".solids[" + std::to_string(index) + "]", wrong);
      part.solids.push_back(read_solid(fields, palette));
    }
    if (!wrong && part.solids.front().carve) from.fail("solids[0].carve", "leaves nothing to carve from");
  }
  if (from.has("flat_turn_deg")) set_in_place(part, from.vector("flat_turn_deg", -360, 360));
  return part;
}

Colour read_colour(const Fields& from, const Palette& palette, const char* name, Colour usual) {
  if (!from.has(name)) return usual;
  const std::string colour = from.text(name);
  const auto found = palette.find(colour);
  if (found != palette.end()) return found->second;
  from.fail(name, "\"" + colour + "\" is not in the palette");
  return usual;
}

Pride read_pride(const Fields& from, const Palette& palette) {
  Pride pride;
  const std::string token = from.text("token");
  constexpr std::pair<const char*, Token> kTokens[] = {
      {"smoke", Token::kSmoke}, {"sparks", Token::kSparks}, {"incense", Token::kIncense}};
  for (const auto& [name, kind] : kTokens) {
    if (token == name) pride.token = kind;
  }
  if (pride.token == Token::kNone) from.fail("token", "is none of smoke, sparks, incense");
  pride.at = from.vector("at", -kFigureMMax, kFigureMMax);
  pride.colour = read_colour(from, palette, "colour", pride.colour);
  return pride;
}

}  // namespace

Result<CharacterPack> read_character_pack(const std::string& json_text, const std::string& file_name) {
  if (json_text.size() > kPackBytesMax) return Error{file_name, "is larger than 64 KiB"};
  const Json json = Json::parse(json_text, nullptr, false);
  if (json.is_discarded()) return Error{file_name, "is not JSON"};
  std::optional<Error> wrong;
  const Fields file(json, file_name + ": ", wrong);
  CharacterPack pack;
  pack.name = file.text("name");
  pack.height_m = file.number("height_m", 0.01f, kFigureMMax);
  pack.clear_coat = file.number("clear_coat", 0, 1, 1.0f);
  const Palette palette = read_palette(file);
  pack.join = read_colour(file, palette, "join", pack.join);
  if (const Json* pride = file.field("pride")) {
    pack.pride = read_pride(Fields(*pride, file_name + ": pride", wrong), palette);
  }
  if (const Json::array_t* parts = file.list("parts", 1, kPartsMax)) {
    for (std::size_t index = 0; index < parts->size() && !wrong; ++index) {
      const Fields fields((*parts)[index], file_name + ": parts[" + std::to_string(index) + "]", wrong);
      pack.parts.push_back(read_part(fields, palette, wrong));
    }
  }
  if (wrong) return *wrong;
  return pack;
}

}  // namespace sui::engine
