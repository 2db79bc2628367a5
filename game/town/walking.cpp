#include "game/town/walking.h"

#include <box2d/box2d.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "game/town/layout.h"

namespace sui::town {
namespace {

constexpr float kDuckRadius = 0.32f, kStepS = 1.0f / 60.0f;
constexpr int kOthersMax = 32;
constexpr float kNearOther = 8.0f;  // only ducks this close get a body

struct OtherBody {
  protocol::AccountId account = 0;
  b2Body* body = nullptr;
  bool seen = false;
};

void add_block(b2World& world, float x, float z, float half_x, float half_z, float turn = 0) {
  b2BodyDef definition;
  definition.position.Set(x, z);
  b2Body* body = world.CreateBody(&definition);
  b2PolygonShape shape;
  shape.SetAsBox(half_x, half_z, b2Vec2(0, 0), -turn);
  body->CreateFixture(&shape, 0);
}

b2Body* add_duck(b2World& world, float x, float z, b2BodyType type) {
  b2BodyDef definition;
  definition.type = type;
  definition.position.Set(x, z);
  definition.fixedRotation = true;
  b2Body* body = world.CreateBody(&definition);
  b2CircleShape shape;
  shape.m_radius = kDuckRadius;
  b2FixtureDef fixture;
  fixture.shape = &shape;
  fixture.density = 1;
  fixture.friction = 0.05f;
  fixture.restitution = 0.25f;
  body->CreateFixture(&fixture);
  return body;
}

}  // namespace

struct Street {
  b2World world{b2Vec2(0, 0)};
  b2Body* me = nullptr;
  std::array<OtherBody, kOthersMax> others;
  double left_s = 0;
  double stuck_s = 0;
};

void StreetDeleter::operator()(Street* street) const {
  delete street;
}

StreetPointer open_street(float x, float z) {
  StreetPointer street(new Street);
  for (int stall = 0; stall < kStallCount; ++stall) {
    const Vec3 middle = stall_middle(stall);
    add_block(street->world, middle.x, middle.z, kStallHalfDepth, kStallHalfWidth, stall_turn(stall));
  }
  const float half = kStreetLength * 0.5f;
  add_block(street->world, -kLaneHalf - 0.5f, -half, 0.5f, half + 2);
  add_block(street->world, kLaneHalf + 0.5f, -half, 0.5f, half + 2);
  add_block(street->world, 0, 0.5f, kLaneHalf + 1, 0.5f);
  add_block(street->world, 0, -kStreetLength - 0.5f, kLaneHalf + 1, 0.5f);
  street->me = add_duck(street->world, x, z, b2_dynamicBody);
  return street;
}

void place(Street& street, float x, float z) {
  street.me->SetTransform(b2Vec2(x, z), 0);
  street.me->SetLinearVelocity(b2Vec2(0, 0));
}

engine::Vec2 standing_place(float x, float z) {
  constexpr float kEdge = kDuckRadius + 0.05f;
  z = std::clamp(z, -kStreetLength + kEdge, -kEdge);
  x = std::clamp(x, -kLaneHalf + kEdge, kLaneHalf - kEdge);
  for (int stall = 0; stall < kStallCount; ++stall) {
    const Vec3 from = Vec3{x, 0, z} - stall_middle(stall);
    const float cosine = std::cos(stall_turn(stall)), sine = std::sin(stall_turn(stall));
    const float back = from.x * cosine - from.z * sine, along = from.x * sine + from.z * cosine;
    if (std::fabs(along) > kStallHalfWidth + kEdge || std::fabs(back) > kStallHalfDepth + kEdge) continue;
    const Vec3 before = stall_point(stall, {-kStallHalfDepth - kEdge, 0, along});
    x = before.x;
    z = before.z;
  }
  return {x, z};
}

namespace {

void follow_crowd(Street& street, const Crowd& crowd, double dt_s) {
  for (OtherBody& other : street.others) other.seen = false;
  const b2Vec2 me = street.me->GetPosition();
  for (const OtherPotter& potter : crowd.potters) {
    if (std::hypot(potter.x - me.x, potter.z - me.y) > kNearOther || potter.presence < 0.5f) continue;
    auto slot = std::find_if(street.others.begin(), street.others.end(), [&](const OtherBody& other) {
      return other.body != nullptr && other.account == potter.account;
    });
    if (slot == street.others.end()) {
      slot = std::find_if(street.others.begin(), street.others.end(),
                          [](const OtherBody& other) { return other.body == nullptr; });
      if (slot == street.others.end()) return;
      *slot = {potter.account, add_duck(street.world, potter.x, potter.z, b2_kinematicBody), true};
    }
    slot->seen = true;
    const b2Vec2 away = b2Vec2(potter.x, potter.z) - slot->body->GetPosition();
    if (away.Length() > 1.5f) {
      slot->body->SetTransform(b2Vec2(potter.x, potter.z), 0);
      slot->body->SetLinearVelocity(b2Vec2(0, 0));
    } else {
      slot->body->SetLinearVelocity((1.0f / static_cast<float>(std::max(dt_s, 1e-3))) * away);
    }
  }
  for (OtherBody& other : street.others) {
    if (other.body == nullptr || other.seen) continue;
    street.world.DestroyBody(other.body);
    other = {};
  }
}

// Eases off over the last half metre, so that a duck stops where it was sent instead of rocking about it.
b2Vec2 wanted_velocity(const Walker& walker, engine::Vec2 steer, b2Vec2 at) {
  const float length = std::hypot(steer.x, steer.y);
  if (length > 0.05f) return (kWalkSpeed / std::max(1.0f, length)) * b2Vec2(steer.x, steer.y);
  if (!walker.has_goal) return b2Vec2(0, 0);
  const b2Vec2 way(walker.goal_x - at.x, walker.goal_z - at.y);
  const float distance = way.Length();
  if (distance < 1e-3f) return b2Vec2(0, 0);
  return (std::min(kWalkSpeed, distance * 5.0f) / distance) * way;
}

}  // namespace

void walk(Street& street, Walker& walker, engine::Vec2 steer, const Crowd& crowd, double dt_s) {
  if (std::hypot(steer.x, steer.y) > 0.05f) walker.has_goal = false;
  follow_crowd(street, crowd, dt_s);
  const b2Vec2 before = street.me->GetPosition();
  const b2Vec2 wanted = wanted_velocity(walker, steer, before);
  street.left_s = std::min(street.left_s + dt_s, 0.1);
  while (street.left_s >= static_cast<double>(kStepS)) {
    const b2Vec2 now = street.me->GetLinearVelocity();
    street.me->SetLinearVelocity(now + 0.22f * (wanted - now));
    street.world.Step(kStepS, 6, 2);
    street.left_s -= static_cast<double>(kStepS);
  }

  const b2Vec2 at = street.me->GetPosition(), velocity = street.me->GetLinearVelocity();
  const auto dt = static_cast<float>(dt_s);
  walker.x = at.x;
  walker.z = at.y;
  walker.speed += (velocity.Length() - walker.speed) * std::min(1.0f, dt * 12);
  walker.walk_phase += (at - before).Length() * 2.2f;
  walker.bump = std::max(0.0f, walker.bump - dt * 2);
  for (const b2ContactEdge* edge = street.me->GetContactList(); edge != nullptr; edge = edge->next) {
    if (edge->contact->IsTouching() && edge->other->GetType() == b2_kinematicBody && walker.bump <= 0) walker.bump = 1;
  }
  if (velocity.Length() > 0.25f) {
    const float towards = std::atan2(velocity.x, velocity.y);
    const float difference = std::remainder(towards - walker.facing, 6.2831853f);
    walker.facing += difference * std::min(1.0f, dt * 9);
  }
  if (walker.has_goal) {
    const float left = std::hypot(walker.goal_x - at.x, walker.goal_z - at.y);
    street.stuck_s = velocity.Length() < 0.15f ? street.stuck_s + dt_s : 0;
    if (left < 0.08f || street.stuck_s > 0.8) {
      walker.has_goal = false;
      street.stuck_s = 0;
    }
  }
}

}  // namespace sui::town
