// ServerProcess: the real suisui-server as a child of the test, its log read line by line, ended with any signal.
#pragma once

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace sui::test {

class ServerProcess {
 public:
  ServerProcess(const std::string& database, uint16_t port) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    child_ = fork();
    if (child_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      close(ends[1]);
      const std::string port_text = std::to_string(port);
      execl(SUI_SERVER_PROGRAM, SUI_SERVER_PROGRAM, "--bind", "127.0.0.1", "--port", port_text.c_str(), "--database",
            database.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    close(ends[1]);
    output_ = ends[0];
    const nlohmann::json listening = wait_for("listening");
    if (!listening.is_null()) port_ = listening["port"];
  }
  ~ServerProcess() {
    end(SIGKILL);
    close(output_);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  uint16_t port() const { return port_; }

  // The exit status as waitpid gives it; -1 if it was ended before.
  int end(int signal) {
    if (child_ <= 0) return -1;
    int status = 0;
    kill(child_, signal);
    waitpid(child_, &status, 0);
    child_ = -1;
    return status;
  }

  // The next line with this event, skipping others; null after ten seconds or when the server is gone.
  nlohmann::json wait_for(const std::string& event) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < until) {
      const std::size_t line_end = text_.find('\n');
      if (line_end != std::string::npos) {
        const nlohmann::json line = nlohmann::json::parse(text_.substr(0, line_end), nullptr, false);
        text_.erase(0, line_end + 1);
        EXPECT_FALSE(line.is_discarded()) << "a log line is not JSON";
        if (line.is_object() && line.value("event", "") == event) return line;
        continue;
      }
      pollfd ready{output_, POLLIN, 0};
      if (::poll(&ready, 1, 100) <= 0) continue;
      char bytes[4096];
      const ssize_t count = read(output_, bytes, sizeof bytes);
      if (count <= 0) break;
      text_.append(bytes, static_cast<std::size_t>(count));
    }
    return nullptr;
  }

 private:
  pid_t child_ = -1;
  int output_ = -1;
  uint16_t port_ = 0;
  std::string text_;
};

struct AuditOutput {
  int exit_code = -1;
  nlohmann::json json;
};

inline AuditOutput audit_of(const std::string& database) {
  AuditOutput output;
  const std::string command = std::string(SUI_SERVER_PROGRAM) + " --audit --database '" + database + "'";
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  char bytes[4096];
  for (std::size_t count = 0; (count = fread(bytes, 1, sizeof bytes, pipe)) > 0;) text.append(bytes, count);
  output.exit_code = WEXITSTATUS(pclose(pipe));
  output.json = nlohmann::json::parse(text, nullptr, false);
  return output;
}

}  // namespace sui::test
