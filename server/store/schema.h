// Schema: every shape the file has ever had, as a list of steps from one to the next.
//
// Owns the tables and how a file of any older shape becomes today's; never edits a step that was released.
#pragma once

#include <string>

#include "game/base/result.h"
#include "server/store/database.h"

namespace sui::store {

int schema_newest();

// 0: an empty file. Errors: not a database, another program's database. `path` is only for the words.
Result<int> schema_version(Database& database, const std::string& path);

// Takes the file from whatever it is to `version` in one transaction. Refuses, and touches nothing, if it is newer than
// this program knows. A version below the newest is for tests that need an old file.
Result<Done> migrate(Database& database, const std::string& path, int version);

}  // namespace sui::store
