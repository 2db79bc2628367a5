// JsonLog: each event as one line of JSON on standard output: {"time_ms":…,"level":"info","event":"sold",…}.
//
// Owns the form and the level below which nothing is written; does not own what is worth saying. Any thread may write.
#pragma once

#include <memory>
#include <string>

#include "game/base/result.h"
#include "server/gate/clock.h"
#include "server/gate/log.h"

namespace sui::server {

// Levels: debug, info, warning, error. The clock must outlive the log.
Result<std::unique_ptr<gate::Log>> open_json_log(const gate::Clock& clock, const std::string& level);

}  // namespace sui::server
