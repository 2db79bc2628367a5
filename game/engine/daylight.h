// How dark it is outside at an hour of the day: for the light of the rooms and of the street.
//
// Pure; whoever asks hands the hour in. One plain day for all places and seasons: a potter's clock, not an almanac.
// Units: hours 0..24; 0 by day … 0.5 dusk … 1 by lantern.
#pragma once

namespace sui::engine {

float night_at(double local_hour);

}  // namespace sui::engine
