#include "game/town/town.h"

#include <algorithm>
#include <cmath>

#include "game/engine/style.h"
#include "game/town/jostling.h"
#include "game/town/layout.h"
#include "game/town/state.h"

namespace sui::town {
namespace {

using engine::ButtonLook;
using engine::Chime;
using engine::fill;
using engine::fill_count;
using engine::hex;
using engine::Icon;
using engine::Key;
using engine::say;
namespace style = engine::style;

constexpr double kWalkEveryS = 1.0 / protocol::kWalkPerSecondMax + 0.01;
constexpr double kWalkAnywayS = 2.0;  // a standing duck says so now and then: the way is lossy
constexpr float kStayedPt = 14;
constexpr double kAwayAtLeastS = 1.0;  // not drawn for so long: coming back is an arrival

void sound_of(const Notice& notice, engine::Audio& audio) {
  switch (notice.kind) {
    case NoticeKind::kSold:
      audio.play(Chime::kCoin);
      break;
    case NoticeKind::kBought:
      audio.play(Chime::kCoin);
      audio.play(Chime::kQuack);
      break;
    case NoticeKind::kListed:
      audio.play(Chime::kStamp);
      break;
    case NoticeKind::kMinted:
      audio.play(Chime::kStamp);
      break;
    default:
      break;
  }
}

std::string words_of(const Notice& notice, const engine::Strings& strings) {
  const std::string title = shown_title(notice.title, strings), coins = std::to_string(notice.coins);
  const auto counted = static_cast<double>(notice.coins);
  switch (notice.kind) {
    case NoticeKind::kConnected:
      return "";
    case NoticeKind::kLost:
      return std::string(say(strings, "notice.lost"));
    case NoticeKind::kMinted:
      return fill(strings, "notice.minted", {{"title", title}});
    case NoticeKind::kMintRefused:
      return fill(strings, "notice.mint_refused", {{"title", title}, {"why", std::string(say(strings, notice.key))}});
    case NoticeKind::kListed:
      return fill_count(strings, "notice.listed", counted, {{"title", title}, {"n", coins}});
    case NoticeKind::kWithdrawn:
      return fill(strings, "notice.withdrawn", {{"title", title}});
    case NoticeKind::kBought:
      return fill(strings, "notice.bought", {{"title", title}});
    case NoticeKind::kSold:
      return fill_count(strings, "notice.sold", counted, {{"title", title}, {"name", notice.name}, {"n", coins}});
    case NoticeKind::kRefused:
      return std::string(say(strings, notice.key));
    case NoticeKind::kTrouble:
      return fill(strings, notice.key, {{"why", notice.reason}});
  }
  return "";
}

void say_notices(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  for (const Notice& notice : town.dealings.notices) {
    sound_of(notice, frame.audio);
    if (notice.kind == NoticeKind::kSold || notice.kind == NoticeKind::kBought) town.cheer = 1;
    const std::string text = words_of(notice, strings);
    if (!text.empty()) engine::toast(frame.ui, text);
  }
  town.dealings.notices.clear();
}

// Who bumps quacks; in a crowd not all at once.
void hear_bumps(Town& town, engine::Frame& frame) {
  constexpr double kQuackEveryS = 0.9;
  const bool i_bumped = town.me.bump > 0.9f;
  const int heard = jostle(town.crowd, town.me.x, town.me.z, frame.dt_s);
  if ((heard == 0 && !i_bumped) || frame.now_s - town.quacked_s < kQuackEveryS) return;
  town.quacked_s = frame.now_s;
  frame.audio.play(Chime::kQuack);
}

void tell_where(Town& town, double now_s) {
  if (!town.dealings.open || now_s - town.walk_sent_s < kWalkEveryS) return;
  const Vec2 at = to_wire_mm({town.me.x, 0, town.me.z});
  const uint8_t facing = facing_to_256(town.me.facing);
  const bool same =
      std::hypot(at.x - town.walk_sent_mm.x, at.y - town.walk_sent_mm.y) < 15 && facing == town.facing_sent;
  if (same && now_s - town.walk_sent_s < kWalkAnywayS) return;
  const protocol::Walk walk{static_cast<int32_t>(std::lround(at.x)), static_cast<int32_t>(std::lround(at.y)), facing};
  if (!town.link->send(walk)) return;
  town.walk_sent_s = now_s;
  town.walk_sent_mm = at;
  town.facing_sent = facing;
}

// How far along the ray the stall's box begins; negative when it is missed.
float hits_stall(const engine::Ray& ray, int stall) {
  const Vec3 middle = stall_middle(stall), from = ray.from - middle;
  const float cosine = std::cos(stall_turn(stall)), sine = std::sin(stall_turn(stall));
  const auto own = [&](Vec3 v) { return Vec3{v.x * cosine - v.z * sine, v.y, v.x * sine + v.z * cosine}; };
  const Vec3 o = own(from), d = own(ray.along);
  const float low[3] = {-kStallHalfDepth - 0.2f, 0, -kStallHalfWidth},
              high[3] = {kStallHalfDepth, 2.3f, kStallHalfWidth};
  const float at[3] = {o.x, o.y, o.z}, way[3] = {d.x, d.y, d.z};
  float enter = 0, leave_at = 1e6f;
  for (int axis = 0; axis < 3; ++axis) {
    const float inverse = 1 / (std::fabs(way[axis]) < 1e-6f ? 1e-6f : way[axis]);
    float a = (low[axis] - at[axis]) * inverse, b = (high[axis] - at[axis]) * inverse;
    if (a > b) std::swap(a, b);
    enter = std::max(enter, a);
    leave_at = std::min(leave_at, b);
  }
  return enter <= leave_at ? enter : -1.0f;
}

void visit(Town& town, int stall, const engine::Strings& strings, engine::Frame& frame) {
  if (pieces_on(town, stall).empty()) {
    engine::toast(frame.ui, std::string(say(strings, "street.stall_empty")));
    return;
  }
  if (stall_before(town) == stall) {
    town.panels.stall = stall;
    open_panel(town, Panel::kStall);
    return;
  }
  town.visiting = stall;
}

void go(Town& town, Vec3 to) {
  const Vec2 place = standing_place(to.x, to.z);
  town.me.has_goal = true;
  town.me.goal_x = place.x;
  town.me.goal_z = place.y;
}

void tapped(Town& town, engine::Frame& frame, Vec2 at, bool is_tap, const engine::Strings& strings) {
  const engine::Ray ray = engine::ray_through(town.view.camera, frame.screen, at);
  const float ground = ray.along.y < -0.01f ? -ray.from.y / ray.along.y : 1e6f;
  int stall = -1;
  float nearest = std::min(ground, 16.0f);
  for (int each = 0; each < kStallCount; ++each) {
    const float hit = hits_stall(ray, each);
    if (hit >= 0 && hit < nearest) {
      nearest = hit;
      stall = each;
    }
  }
  for (int each = kStallCount - 1; each >= 0; --each) {  // the nearest tag lies on top
    if (town.view.tags[static_cast<std::size_t>(each)].contains(at)) stall = each;
  }
  if (stall >= 0 && is_tap) {
    const Vec3 front = stall_front(stall);
    const bool was_here = stall_before(town) == stall;
    visit(town, stall, strings, frame);
    if (!was_here) go(town, front);
    return;
  }
  if (ground > 60) return;
  town.visiting = -1;
  go(town, ray.from + ray.along * ground);
}

Vec2 steering(const engine::Input& input) {
  Vec2 way;
  if (engine::is_held(input, Key::kA) || engine::is_held(input, Key::kLeft)) way.x -= 1;
  if (engine::is_held(input, Key::kD) || engine::is_held(input, Key::kRight)) way.x += 1;
  if (engine::is_held(input, Key::kW) || engine::is_held(input, Key::kUp)) way.y -= 1;
  if (engine::is_held(input, Key::kS) || engine::is_held(input, Key::kDown)) way.y += 1;
  return way;
}

void act(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  Vec2 steer;
  if (town.panels.open == Panel::kNone) {
    for (const engine::Touch& touch : frame.input.touches) {
      if (touch.taken) continue;
      const bool stayed = std::hypot(touch.at.x - touch.start.x, touch.at.y - touch.start.y) < kStayedPt;
      if (touch.ended && stayed)  // however long it took: on a slow phone every tap is long
        tapped(town, frame, touch.at, true, strings);
      else if (!touch.ended && touch.held_s > 0.22)
        tapped(town, frame, touch.at, false, strings);  // leads by the hand
    }
    steer = steering(frame.input);
    if (steer.x != 0 || steer.y != 0) town.visiting = -1;
  }
  walk(*town.street, town.me, steer, town.crowd, frame.dt_s);
  if (town.visiting >= 0 && !town.me.has_goal) {
    if (stall_before(town) == town.visiting) {
      town.panels.stall = town.visiting;
      open_panel(town, Panel::kStall);
    }
    town.visiting = -1;
  }
}

void draw_link_line(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  if (town.dealings.open) return;
  const bool seeks = !town.options.server_host.empty();
  const std::string_view text = say(strings, seeks ? "street.offline" : "street.alone");
  engine::TextStyle style_of_text = words(14, hex(style::kPorcelain));
  const float room = std::min(frame.safe.w - 2 * style::kMargin, 350.0f) - 32;
  const Vec2 size = frame.canvas.text_size(text, room, style_of_text);
  const Rect plate{frame.safe.x + (frame.safe.w - size.x) / 2 - 16, frame.safe.y + 84, size.x + 32, size.y + 18};
  frame.canvas.rounded(plate, 14, hex(style::kInk, 0.62f));
  frame.canvas.text(text, {plate.x + 16, plate.y + 9, size.x + 1, 0}, style_of_text);
}

bool draw_chrome(Town& town, engine::Frame& frame, const engine::Strings& strings) {
  engine::Ui& ui = frame.ui;
  const Rect back = placed(kBackButton, frame.safe, false), plate = placed(kCoinsPlate, frame.safe, false);
  const bool leaves = engine::icon_button(ui, "street.back", {back.x + back.w / 2, back.y + back.h / 2}, back.w / 2,
                                          Icon::kBack, ButtonLook::kGlass);
  frame.canvas.rounded(plate, plate.h / 2, hex(0x10151f, 0.46f));
  frame.canvas.outlined(plate, plate.h / 2, 1, hex(0xffffff, 0.2f));
  draw_price(frame.canvas, {plate.x + plate.w / 2, plate.y + plate.h / 2}, town.dealings.coins, 19,
             hex(style::kPorcelain));
  const float title = std::clamp(town.greeting * 2.5f, 0.0f, 1.0f);
  if (title > 0.02f) {
    engine::TextStyle text = heading(34, hex(style::kPorcelain, title));
    text.halo = hex(0x2a1a10, 0.45f * title);
    text.letter_spacing = 6;
    frame.canvas.text(say(strings, "street.title"), {frame.safe.x, frame.safe.y + 128, frame.safe.w, 0}, text);
  }
  draw_link_line(town, frame, strings);
  if (engine::button(ui, "street.mine", placed(kMyStallButton, frame.safe, true), say(strings, "street.mine"),
                     ButtonLook::kGlass, Icon::kBazaar)) {
    open_panel(town, Panel::kMine);
  }
  const int near = stall_before(town);
  if (near >= 0 && town.me.speed < 1.0f) {
    const std::size_t there = pieces_on(town, near).size();
    const std::string label =
        fill_count(strings, "street.look", static_cast<double>(there), {{"n", std::to_string(there)}});
    if (engine::button(ui, "street.look", placed(kVisitButton, frame.safe, true), label, ButtonLook::kPrimary,
                       Icon::kHand)) {
      town.panels.stall = near;
      open_panel(town, Panel::kStall);
    }
  }
  return leaves;
}

}  // namespace

void TownDeleter::operator()(Town* town) const {
  delete town;
}

TownPointer open_town(engine::Scene& scene, const engine::Assets& assets, engine::Files& files,
                      const TownOptions& options) {
  TownPointer town(new Town{scene, assets, files, options});
  town->link = make_link();
  town->street = open_street(kSpawnX, kSpawnZ);
  return town;
}

void tick_link(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings,
               uint64_t wall_clock_ms) {
  if (town.options.server_host.empty()) return;
  if (!town.link_started) {
    town.link_started = true;
    town.link->connect({town.options.server_host, town.options.server_port},
                       {shelf.keys, shelf.nickname, shelf.language});
  }
  const auto now_ms = static_cast<uint64_t>(frame.now_s * 1000);
  for (const LinkEvent& event : town.link->poll(now_ms)) {
    if (const auto* message = std::get_if<protocol::FromServer>(&event)) {
      if (const auto* presence = std::get_if<protocol::Presence>(message)) {
        hear(town.crowd, *presence, town.dealings.account, frame.now_s);
      }
      if (const auto* names = std::get_if<protocol::Names>(message)) hear(town.crowd, *names);
    }
    hear(town.dealings, event, *town.link, shelf, town.files, frame.now_s, wall_clock_ms);
  }
  offer(town.dealings, *town.link, shelf, town.files, frame.now_s);
  say_notices(town, frame, strings);
}

void offer_pieces(Town& town) {
  town.dealings.look_round = true;
}

void nightfall(Town& town, float night_0_1) {
  town.night = night_0_1;
}

LinkStatus link_status(const Town& town) {
  return town.link->status();
}

int64_t coins(const Town& town) {
  return town.dealings.coins;
}

TownExit frame(Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings) {
  if (!town.view.open) {  // newcomers stand side by side, not inside one another
    open_view(town);
    town.me.x = kSpawnX + (static_cast<float>(shelf.keys.public_key[0] % 7) - 3) * 0.4f;
    town.me.z = kSpawnZ;
    place(*town.street, town.me.x, town.me.z);
  }
  if (frame.now_s - town.last_frame_s > kAwayAtLeastS) {
    town.greeting = 1;
    town.view.camera_set = false;
  }
  town.last_frame_s = frame.now_s;
  if (!town.view.trouble.empty()) {
    engine::toast(frame.ui, fill(strings, "notice.trouble", {{"why", town.view.trouble}}));
    town.view.trouble.clear();
  }
  town.greeting = std::max(0.0f, town.greeting - static_cast<float>(frame.dt_s) * 0.22f);
  town.cheer = std::max(0.0f, town.cheer - static_cast<float>(frame.dt_s) * 0.5f);

  advance(town.crowd, frame.now_s, frame.dt_s);
  hear_bumps(town, frame);
  follow(town, frame.dt_s);
  engine::Ambience ambience;
  ambience.street = 1;
  ambience.music = engine::Mood::kStreet;
  frame.audio.ambience(ambience);

  draw_street(town, frame, shelf);
  draw_labels(town, frame, shelf, strings);
  const bool panel_was_open = town.panels.open != Panel::kNone || town.panels.openness > 0.5f;
  bool leaves = false;
  if (panel_was_open) {
    draw_panels(town, frame, shelf, strings);
  } else {
    leaves = draw_chrome(town, frame, strings) || frame.input.back;
    draw_panels(town, frame, shelf, strings);
  }
  act(town, frame, strings);
  tell_where(town, frame.now_s);
  return leaves ? TownExit::kStudio : TownExit::kStay;
}

void leave(Town& town) {
  town.link->disconnect();
}

}  // namespace sui::town
