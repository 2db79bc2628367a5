// Jobs: what each job does inside the transaction its caller opened.
//
// Checks first, writes after: a refusal has changed nothing but its own answer. A fault stays in the database and means
// the caller must roll back; the outcome is then worthless.
#pragma once

#include "server/store/database.h"
#include "server/store/store.h"

namespace sui::store {

Outcome perform(Database& database, const Job& job);

}  // namespace sui::store
