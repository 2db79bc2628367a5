#include "server/store/database.h"

#include <sqlite3.h>

#include <cassert>

#include "server/store/limits.h"

namespace sui::store {

void CloseDatabase::operator()(sqlite3* handle) const {
  sqlite3_close(handle);
}
void FinishStatement::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, bool read_only) {
  auto database = std::make_unique<Database>();
  sqlite3* handle = nullptr;
  const int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database->handle_.reset(handle);
  if (code != SQLITE_OK) return Error{path, std::string("cannot be opened: ") + sqlite3_errstr(code)};
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyMsMax);
  return database;
}

void Database::fail(std::string what) {
  if (fault_.empty()) fault_ = std::move(what);
}

bool Database::run(const char* sql) {
  if (failed()) return false;
  if (strikes()) {
    fail(std::string("a planted fault in: ") + sql);
    return false;
  }
  if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(std::string(sqlite3_errmsg(handle_.get())) + " in: " + sql);
  return !failed();
}

void Database::roll_back() {
  fault_.clear();
  // After some faults SQLite has rolled back by itself.
  if (sqlite3_get_autocommit(handle_.get()) == 0) sqlite3_exec(handle_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

int64_t Database::rows_changed() const {
  return sqlite3_changes64(handle_.get());
}
int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

sqlite3_stmt* Database::prepared(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    sqlite3_stmt* fresh = nullptr;
    if (sqlite3_prepare_v3(handle_.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &fresh, nullptr) != SQLITE_OK)
      fail(std::string(sqlite3_errmsg(handle_.get())) + " in: " + sql);
    statement.reset(fresh);
  }
  return statement.get();
}

Query::Query(Database& database, const char* sql)
    : database_(database), statement_(database.failed() ? nullptr : database.prepared(sql)) {
  // A statement in use twice at once would lose its place.
  assert(statement_ == nullptr || sqlite3_stmt_busy(statement_) == 0);
}

Query::~Query() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Query& Query::with(int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, ++bound_, value);
  return *this;
}

Query& Query::with(uint64_t value) {
  return with(static_cast<int64_t>(value));
}

Query& Query::with(const std::string& value) {
  if (statement_ != nullptr)
    sqlite3_bind_text(statement_, ++bound_, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
  return *this;
}

Query& Query::with(std::span<const uint8_t> value) {
  // An empty span may have no address, and SQLite would read that as NULL.
  const void* data = value.empty() ? static_cast<const void*>("") : value.data();
  if (statement_ != nullptr)
    sqlite3_bind_blob(statement_, ++bound_, data, static_cast<int>(value.size()), SQLITE_TRANSIENT);
  return *this;
}

Query& Query::with_null() {
  if (statement_ != nullptr) sqlite3_bind_null(statement_, ++bound_);
  return *this;
}

bool Query::row() {
  if (statement_ == nullptr || database_.failed()) return false;
  if (database_.strikes()) {
    database_.fail(std::string("a planted fault in: ") + sqlite3_sql(statement_));
    return false;
  }
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE)
    database_.fail(std::string(sqlite3_errmsg(database_.handle_.get())) + " in: " + sqlite3_sql(statement_));
  return false;
}

void Query::run(int64_t rows) {
  const bool had_row = row();
  if (database_.failed()) return;
  if (had_row || database_.rows_changed() != rows)
    database_.fail("changed " + std::to_string(database_.rows_changed()) + " rows instead of " + std::to_string(rows) +
                   ": " + sqlite3_sql(statement_));
}

int64_t Query::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}
uint64_t Query::id(int column) const {
  return static_cast<uint64_t>(number(column));
}
bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string Query::text(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return data == nullptr ? std::string()
                         : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::vector<uint8_t> Query::bytes(int column) const {
  const auto* data = static_cast<const uint8_t*>(sqlite3_column_blob(statement_, column));
  if (data == nullptr) return {};
  return {data, data + sqlite3_column_bytes(statement_, column)};
}

}  // namespace sui::store
