#include <sodium.h>

#include "game/town/link/link.h"

namespace sui::town {

namespace {

// The browser opens no UDP sockets: requests are refused at once and stay on the shelf, nothing pretends to be sent.
class OfflineLink final : public Link {
 public:
  void connect(const LinkAddress&, const LinkPotter&) override { told_ = false; }
  void disconnect() override { told_ = true; }
  const std::vector<LinkEvent>& poll(uint64_t) override {
    events_.clear();
    if (!told_) events_.push_back(Lost{protocol::Goodbye::kNone, true, trouble_});
    told_ = true;
    return events_;
  }
  Result<Done> send(const protocol::FromClient& message) override {
    if (Result<Done> kept = protocol::check(message); !kept) return kept;
    if (protocol::request_of(message) != nullptr) return Error{"link", trouble_};
    return Done{};
  }
  LinkStatus status() const override { return LinkStatus::kOffline; }
  const std::string& trouble() const override { return trouble_; }
  std::vector<protocol::FromClient> unanswered() const override { return {}; }

 private:
  bool told_ = true;
  std::string trouble_ = "no bazaar can be reached from the browser yet";
  std::vector<LinkEvent> events_;
};

}  // namespace

std::unique_ptr<Link> make_link() {
  return std::make_unique<OfflineLink>();
}

protocol::RequestId fresh_request() {
  protocol::RequestId request{};
  randombytes_buf(request.data(), request.size());
  return request;
}

}  // namespace sui::town
