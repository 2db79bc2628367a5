#include "game/shelf/book.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace sui::shelf {
namespace {

using nlohmann::json;

Error wrong(const char* field, const char* what) {
  return Error{std::string(kBookFile) + ": " + field, what};
}

bool is_id(const json& value) {
  return value.is_string() && !value.get_ref<const std::string&>().empty() &&
         value.get_ref<const std::string&>().size() <= kBookIdBytesMax;
}

Result<std::set<std::string>> ids_in(const json& object, const char* field) {
  std::set<std::string> ids;
  const auto found = object.find(field);
  if (found == object.end()) return ids;
  if (!found->is_array() || found->size() > kBookMarksMax) return wrong(field, "is not a short list");
  for (const json& each : *found) {
    if (!is_id(each)) return wrong(field, "holds what is no id");
    ids.insert(each.get<std::string>());
  }
  return ids;
}

Result<std::map<std::string, int>> scores_in(const json& object, const char* field) {
  std::map<std::string, int> scores;
  const auto found = object.find(field);
  if (found == object.end()) return scores;
  if (!found->is_object() || found->size() > kBookMarksMax) return wrong(field, "is not a short table");
  for (const auto& [id, score] : found->items()) {
    if (id.empty() || id.size() > kBookIdBytesMax || !score.is_number_integer()) return wrong(field, "holds no score");
    scores[id] = static_cast<int>(std::clamp<int64_t>(score.get<int64_t>(), 0, 100));
  }
  return scores;
}

}  // namespace

Result<Book> read_book(const engine::Files& files) {
  const auto names = files.names(kBookFile);
  if (std::find(names.begin(), names.end(), kBookFile) == names.end()) return Book{};
  const auto bytes = files.read(kBookFile);
  if (!bytes) return bytes.error();
  const json object = json::parse(bytes->begin(), bytes->end(), nullptr, false);
  if (object.is_discarded() || !object.is_object()) return Error{kBookFile, "is not JSON"};
  auto learned = ids_in(object, "learned"), delivered = ids_in(object, "delivered"), read = ids_in(object, "read");
  auto best = scores_in(object, "best");
  for (const auto* ids : {&learned, &delivered, &read}) {
    if (!*ids) return ids->error();
  }
  if (!best) return best.error();
  Book book;
  book.learned = std::move(*learned);
  book.delivered = std::move(*delivered);
  book.read = std::move(*read);
  book.best = std::move(*best);
  const auto ordered = object.find("ordered");
  if (ordered != object.end() && is_id(*ordered)) book.ordered = ordered->get<std::string>();
  const auto offered = object.find("story_offered");
  book.story_offered = offered != object.end() && offered->is_boolean() && offered->get<bool>();
  return book;
}

Result<Done> keep_book(engine::Files& files, const Book& book) {
  json object;
  object["learned"] = book.learned;
  object["delivered"] = book.delivered;
  object["best"] = book.best;
  object["ordered"] = book.ordered;
  object["read"] = book.read;
  object["story_offered"] = book.story_offered;
  const std::string text = object.dump(1, ' ', false, json::error_handler_t::replace);
  return files.write(kBookFile, std::vector<uint8_t>(text.begin(), text.end()));
}

}  // namespace sui::shelf
