// Whatever a client or a server sends: refused by name, or a message that keeps every limit and survives coding again.
#include <cstdlib>

#include "game/protocol/messages.h"

namespace {

using namespace sui;

template <class Decode>
void read(std::span<const uint8_t> bytes, const Decode& decode) {
  const auto message = decode(bytes);
  if (!message) {
    if (message.error().where.empty() || message.error().what.empty()) std::abort();
    return;
  }
  if (!protocol::check(*message)) std::abort();
  const protocol::Bytes again = protocol::encode(*message);
  const auto back = decode(again);
  if (!back || protocol::encode(*back) != again) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
  read({data, size}, protocol::decode_from_client);
  read({data, size}, protocol::decode_from_server);
  return 0;
}
