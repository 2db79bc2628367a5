#include "server/json_log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>

namespace sui::server {

namespace {

constexpr const char* kLevelNames[] = {"debug", "info", "warning", "error"};
constexpr spdlog::level::level_enum kLevels[] = {spdlog::level::debug, spdlog::level::info, spdlog::level::warn,
                                                 spdlog::level::err};

class JsonLog final : public gate::Log {
 public:
  JsonLog(const gate::Clock& clock, std::size_t level)
      : clock_(clock), logger_("suisui", std::make_shared<spdlog::sinks::stdout_sink_mt>()) {
    logger_.set_pattern("%v");
    logger_.set_level(kLevels[level]);
    // Whoever follows the log follows what is happening now.
    logger_.flush_on(spdlog::level::trace);
  }

  void write(gate::LogLevel level, const char* event, std::initializer_list<gate::LogField> fields) override {
    const auto at = static_cast<std::size_t>(level);
    if (!logger_.should_log(kLevels[at])) return;
    nlohmann::ordered_json line{{"time_ms", clock_.wall_ms()}, {"level", kLevelNames[at]}, {"event", event}};
    for (const gate::LogField& field : fields)
      std::visit([&line, &field](const auto& value) { line[field.name] = value; }, field.value);
    // Reasons may quote bytes from outside; a broken character must not break the log.
    logger_.log(kLevels[at], line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }

 private:
  const gate::Clock& clock_;
  spdlog::logger logger_;
};

}  // namespace

Result<std::unique_ptr<gate::Log>> open_json_log(const gate::Clock& clock, const std::string& level) {
  for (std::size_t k = 0; k < std::size(kLevelNames); ++k)
    if (level == kLevelNames[k]) return std::unique_ptr<gate::Log>(std::make_unique<JsonLog>(clock, k));
  return Error{"--log-level", "is none of debug, info, warning, error: " + level};
}

}  // namespace sui::server
