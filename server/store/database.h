// Database and Query: SQLite behind six verbs. The first fault sticks, so that a job reads straight down and asks once.
//
// Owns the connection, its prepared statements and the fault; does not own the schema or what a statement means.
// After a fault every query yields nothing and writes nothing, until roll_back().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "game/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sui::store {

struct CloseDatabase {
  void operator()(sqlite3* handle) const;
};
struct FinishStatement {
  void operator()(sqlite3_stmt* statement) const;
};

class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::string& path, bool read_only);

  // For tests: asked before every step of a statement; true makes the step fail.
  void strike_with(std::function<bool()> strike) { strike_ = std::move(strike); }

  // Statements without parameters or rows worth reading; several may be strung together. False on a fault.
  bool run(const char* sql);
  // Undoes the transaction, if one is open, and forgets the fault.
  void roll_back();
  int64_t rows_changed() const;
  int64_t last_row() const;

  bool failed() const { return !fault_.empty(); }
  const std::string& fault() const { return fault_; }
  void fail(std::string what);

 private:
  friend class Query;
  sqlite3_stmt* prepared(const char* sql);
  bool strikes() const { return strike_ && strike_(); }

  std::unique_ptr<sqlite3, CloseDatabase> handle_;
  // Keyed by text: the same words are the same statement wherever they stand. Declared after the handle: finished
  // first.
  std::unordered_map<std::string, std::unique_ptr<sqlite3_stmt, FinishStatement>> statements_;
  std::function<bool()> strike_;
  std::string fault_;
};

// One use of one statement: bind in order, then row() until false, or run().
class Query {
 public:
  Query(Database& database, const char* sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& with(int64_t value);
  Query& with(uint64_t value);
  Query& with(const std::string& value);
  Query& with(std::span<const uint8_t> value);
  Query& with_null();

  bool row();
  // For writes: exactly `rows` must change; anything else is a fault, because the checks before promised otherwise.
  void run(int64_t rows = 1);

  int64_t number(int column) const;
  uint64_t id(int column) const;
  bool is_null(int column) const;
  std::string text(int column) const;
  std::vector<uint8_t> bytes(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

}  // namespace sui::store
