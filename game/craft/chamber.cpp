#include "game/craft/chamber.h"

#include <cmath>

namespace sui::craft {
namespace {

constexpr double kKelvin = 273.15;
constexpr double kGasKjPerKgK = 1.2;
constexpr double kOutsideWM2K = 12;
constexpr double kFlameEmissivity = 0.45;
constexpr double kConvectionWM2K = 20;

double exchange_w_m2k(double a_c, double b_c) {
  const double mean_k = 0.5 * (a_c + b_c) + kKelvin;
  return 4 * kFlameEmissivity * 5.670374e-8 * mean_k * mean_k * mean_k + kConvectionWM2K;
}

// What a zone's lining and setting take from gas at 0 °C and per degree: kW = per_k · gas − at_zero.
struct Demand {
  double per_k_kw = 0, at_zero_kw = 0;
};

Demand demand_of(const KilnBuild& build, const Zone& zone) {
  const double lining_kw_k = exchange_w_m2k(zone.gas_c, zone.lining_c[0]) * build.wall_m2 * 1e-3;
  const double ware_kw_k = exchange_w_m2k(zone.gas_c, zone.ware_c) * build.ware_m2 * 1e-3;
  return {lining_kw_k + ware_kw_k, lining_kw_k * zone.lining_c[0] + ware_kw_k * zone.ware_c};
}

void warm_up(const KilnBuild& build, Zone& zone) {
  const double ware_kw_k = exchange_w_m2k(zone.gas_c, zone.ware_c) * build.ware_m2 * 1e-3;
  const double k = kChamberStepS * ware_kw_k / build.ware_kj_k;
  zone.ware_c = (zone.ware_c + k * zone.gas_c) / (1 + k);
  // The hot face is thin, the nodes behind it thicker: heat that came in an hour ago is in the first centimetres.
  constexpr double kShares[kLiningNodes] = {0.12, 0.20, 0.30, 0.38};
  std::array<double, kLiningNodes> before = zone.lining_c;
  double into_w_m2 = exchange_w_m2k(zone.gas_c, before[0]) * (zone.gas_c - before[0]);
  for (std::size_t node = 0; node < kLiningNodes; ++node) {
    const double thick_m = kShares[node] * build.wall_m;
    const bool last = node + 1 == kLiningNodes;
    const double gap_m = last ? 0.5 * thick_m : 0.5 * (kShares[node] + kShares[node + 1]) * build.wall_m;
    const double onward_w_m2 = last ? (before[node] - kAmbientC) / (gap_m / build.wall_w_mk + 1 / kOutsideWM2K)
                                    : build.wall_w_mk * (before[node] - before[node + 1]) / gap_m;
    const double capacity_j_m2k = build.wall_kj_m3k * 1e3 * thick_m;
    // The face settles with the gas within the step (implicit in its own temperature), or thin brick would ring.
    const double h_w_m2k = node == 0 ? exchange_w_m2k(zone.gas_c, before[0]) : 0;
    zone.lining_c[node] =
        before[node] + kChamberStepS * (into_w_m2 - onward_w_m2) / (capacity_j_m2k + kChamberStepS * h_w_m2k);
    into_w_m2 = onward_w_m2;
  }
}

double inlet_c(const KilnBuild& build, const Chamber& chamber) {
  return kAmbientC + build.preheat * (chamber.zones[0].gas_c - kAmbientC);
}

double flue_per_kw(double air_share) {  // kg/s that pass for each kW burnt
  return kAirKgPerKj * air_share + kFuelKgPerKj;
}

bool burns_wood(const KilnBuild& build) {
  return build.stoke_s > 0;
}

// Wood on the grates: what burns in this step, kW, by zone.
void burn_down(Chamber& chamber, std::array<double, kZonesMax>& kw) {
  for (std::size_t z = 0; z < kZonesMax; ++z) {
    const double flaring = chamber.flaring_kj[z] * kChamberStepS / (kVolatileS + kChamberStepS);
    const double embers = chamber.embers_kj[z] * kChamberStepS / (kCharcoalS + kChamberStepS);
    chamber.flaring_kj[z] -= flaring;
    chamber.embers_kj[z] -= embers;
    kw[z] = (flaring + embers) / kChamberStepS;
    if (kw[z] < 0.01) kw[z] = chamber.flaring_kj[z] = chamber.embers_kj[z] = 0;  // ash
  }
}

void throw_wood(double kj, int zone, Chamber& chamber) {
  const auto z = static_cast<std::size_t>(zone);
  chamber.flaring_kj[z] += kVolatileShare * kj;
  chamber.embers_kj[z] += (1 - kVolatileShare) * kj;
}

void read_atmosphere(double wanted_kw, Chamber& chamber) {
  chamber.burning_kw = wanted_kw;
  if (wanted_kw <= 0) {
    chamber.co_pct = 0;
    chamber.o2_pct = 20.9;
    return;
  }
  const double leaks_kg_s = kiln_build(chamber.kind).leak_kg_s;
  const double air_share = (chamber.air_kg_s + leaks_kg_s) / (kAirKgPerKj * wanted_kw);
  chamber.co_pct = co_pct_of_air(air_share);
  chamber.o2_pct = air_share > 1 ? 20.9 * (1 - 1 / air_share) : 0;
}

}  // namespace

double co_pct_of_air(double air_share) {
  double missing = 0;
  for (const double streak : {-kMixingSpread, 0.0, kMixingSpread}) {
    if (air_share + streak < 1) missing += 1 - air_share - streak;
  }
  const double co = kCoPctPerShortAir * missing / 3;
  return co < 18 ? co : 18;
}

double air_share_for_co(double co_pct, double gas_c) {
  const double hot = gas_c < 850 ? 0 : (gas_c > 1050 ? 1 : (gas_c - 850) / 200);
  if (co_pct <= 0.05) return kOxidisingAirCool + hot * (kOxidisingAirHot - kOxidisingAirCool);
  const double third = 3 * co_pct / kCoPctPerShortAir;
  if (third < kMixingSpread) return 1 + kMixingSpread - third;
  if (third < 3 * kMixingSpread) return 1 - 0.5 * (third - kMixingSpread);
  return 1 - third / 3;
}

double air_kg_s_natural(const Chamber& chamber, double air, double damper) {
  const KilnBuild& build = kiln_build(chamber.kind);
  const double full_kg_s = 1.5 * kAirKgPerKj * build.heat_kw_max;
  const double open = air * (0.25 + 0.75 * damper);
  if (!burns_wood(build)) return full_kg_s * open;  // a burner brings its own
  const double hot = (chamber.zones[static_cast<std::size_t>(build.zones) - 1].gas_c + 80) / 900;  // the chimney's pull
  return full_kg_s * open * std::sqrt(hot < 0.1 ? 0.1 : (hot > 1.2 ? 1.2 : hot));
}

Chamber cold_chamber(KilnKind kind) {
  Chamber chamber;
  chamber.kind = kind;
  return chamber;
}

void burn(const Firehand& hand, Chamber& chamber) {
  const KilnBuild& build = kiln_build(chamber.kind);
  std::array<double, kZonesMax> kw{};
  double total_kw = hand.heat_kw;
  if (burns_wood(build)) {
    chamber.owed_kj += hand.heat_kw * kChamberStepS;
    chamber.since_stoke_s += kChamberStepS;
    if (chamber.since_stoke_s >= build.stoke_s) {
      throw_wood(chamber.owed_kj, hand.zone, chamber);
      chamber.owed_kj = chamber.since_stoke_s = 0;
    }
    throw_wood(hand.thrown_kj, hand.zone, chamber);
    burn_down(chamber, kw);
    total_kw = 0;
    for (const double part : kw) total_kw += part;
  } else {
    kw[0] = hand.heat_kw;
  }
  chamber.air_kg_s = hand.air_kg_s;
  if (chamber.kind == KilnKind::kElectric) {
    chamber.burning_kw = hand.heat_kw;
    chamber.co_pct = hand.co_given_pct > 0 ? hand.co_given_pct : 0;
    chamber.o2_pct = chamber.co_pct > 0 ? 0 : 20.9;
  } else {
    read_atmosphere(total_kw, chamber);
  }
  const double burnt = 1 - chamber.co_pct / kCoPctPerShortAir;  // what CO still holds goes up the chimney
  const bool burns = chamber.kind != KilnKind::kElectric;
  double stream_kg_s = hand.air_kg_s + (burns ? kFuelKgPerKj * total_kw : 0);
  double stream_c = total_kw > 0 ? inlet_c(build, chamber) : kAmbientC;
  for (int zone = 0; zone < build.zones; ++zone) {
    const auto z = static_cast<std::size_t>(zone);
    double heat_kw = 0;
    for (int from = 0; from <= zone; ++from)
      heat_kw += burnt * kw[static_cast<std::size_t>(from)] * build.flame[zone - from];
    const Demand demand = demand_of(build, chamber.zones[z]);
    const double stream_kw_k = stream_kg_s * kGasKjPerKgK, leak_kw_k = build.leak_kg_s * kGasKjPerKgK;
    Zone& here = chamber.zones[z];
    here.gas_c = (heat_kw + stream_kw_k * stream_c + leak_kw_k * kAmbientC + demand.at_zero_kw) /
                 (stream_kw_k + leak_kw_k + demand.per_k_kw);
    warm_up(build, here);
    stream_c = (stream_kg_s * here.gas_c + build.leak_kg_s * here.gas_c) / (stream_kg_s + build.leak_kg_s + 1e-12);
    stream_kg_s += build.leak_kg_s;
  }
}

Firehand fire_for(const Chamber& chamber, int at, double gas_c, double co_pct) {
  const KilnBuild& build = kiln_build(chamber.kind);
  const auto z = static_cast<std::size_t>(at);
  const bool electric = chamber.kind == KilnKind::kElectric;
  const double most_kw = at == 0 ? build.heat_kw_max : build.side_kw_max;
  const Demand demand = demand_of(build, chamber.zones[z]);
  const double needs_kw =
      demand.per_k_kw * gas_c - demand.at_zero_kw + build.leak_kg_s * kGasKjPerKgK * (gas_c - kAmbientC);
  Firehand hand;
  hand.zone = at;
  hand.co_given_pct = electric ? co_pct : -1;
  if (needs_kw <= 0) {  // too hot already: let air through
    const double over_k = gas_c - kAmbientC > 5 ? gas_c - kAmbientC : 5;
    const double wanted_kg_s = -needs_kw / (kGasKjPerKgK * over_k);
    hand.air_kg_s = wanted_kg_s < build.vent_kg_s_max ? wanted_kg_s : build.vent_kg_s_max;
    const double embers_kg_s =
        kAirKgPerKj * air_share_for_co(co_pct, gas_c) * chamber.burning_kw;  // they still want theirs
    if (!electric && hand.air_kg_s < embers_kg_s) hand.air_kg_s = embers_kg_s;
    return hand;
  }
  if (electric) {
    hand.heat_kw = needs_kw < most_kw ? needs_kw : most_kw;
    return hand;
  }
  const double air_share = air_share_for_co(co_pct, gas_c);
  const double burnt = 1 - co_pct / kCoPctPerShortAir;
  const double from_c = at == 0 ? inlet_c(build, chamber) : chamber.zones[z - 1].gas_c;
  const double left = burnt * build.flame[0] - flue_per_kw(air_share) * kGasKjPerKgK * (gas_c - from_c);
  hand.heat_kw = left > 0.02 && needs_kw / left < most_kw ? needs_kw / left : most_kw;
  hand.air_kg_s = kAirKgPerKj * air_share * hand.heat_kw - build.leak_kg_s;
  if (hand.air_kg_s < 0) hand.air_kg_s = 0;
  return hand;
}

double surrounding_c(const Chamber& chamber, int zone) {
  const Zone& here = chamber.zones[static_cast<std::size_t>(zone)];
  return chamber.kind == KilnKind::kElectric ? here.gas_c : 0.5 * (here.gas_c + here.ware_c);
}

}  // namespace sui::craft
