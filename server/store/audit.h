// Audit: reads the whole file and says whether every piece has one owner and every coin a history.
//
// Owns the questions; changes nothing. What it finds is counted by kind and put in words.
#pragma once

#include "server/store/database.h"
#include "server/store/store.h"

namespace sui::store {

Audit audit(Database& database);

}  // namespace sui::store
