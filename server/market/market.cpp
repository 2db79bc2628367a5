#include "server/market/market.h"

#include <algorithm>

#include "game/protocol/limits.h"
#include "server/market/limits.h"
#include "server/store/ledger.h"

namespace sui::market {

namespace {

using gate::LogLevel;
using protocol::RefusalKind;
using store::Refusal;

bool same(const protocol::Stalls& left, const protocol::Stalls& right) {
  return std::equal(left.stalls.begin(), left.stalls.end(), right.stalls.begin(), right.stalls.end(),
                    [](const protocol::Stall& a, const protocol::Stall& b) {
                      return a.listing == b.listing &&
                             a.seller_name == b.seller_name;  // all else of a listing is fixed
                    });
}

}  // namespace

Market::Market(store::Store& store, Verifier& verifier, const gate::Clock& clock, gate::Log& log)
    : store_(store), verifier_(verifier), clock_(clock), log_(log) {}

protocol::AccountId Market::account_of(gate::PeerId peer) const {
  const auto session = sessions_.find(peer);
  return session == sessions_.end() ? 0 : session->second.account;
}

// ---- coming and going ----------------------------------------------------------------------------------------------

void Market::join(const gate::Joined& joined) {
  sessions_[joined.peer] = {joined.key, 0};
  Pending pending;
  pending.peer = joined.peer;
  pending.kind = Pending::Kind::kLogin;
  ask(pending, store::FindAccount{joined.key, joined.nickname, protocol::kStartCoins, clock_.wall_ms()});
}

protocol::AccountId Market::leave(gate::PeerId peer) {
  const protocol::AccountId account = account_of(peer);
  sessions_.erase(peer);
  const auto at = peers_.find(account);
  // Replaced by a newer connection of the same potter, who is then still here.
  if (at == peers_.end() || at->second != peer) return 0;
  peers_.erase(at);
  return account;
}

void Market::enter(const Pending& pending, const store::AccountRow& row, News& news) {
  const auto session = sessions_.find(pending.peer);
  if (session == sessions_.end()) return;  // gone again before the disk answered
  session->second.account = row.account;
  peers_[row.account] = pending.peer;
  for (const protocol::Stall& stall : stalls_.stalls)
    if (stall.seller == row.account && stall.seller_name != row.nickname) stalls_stale_ = true;
  log_.write(LogLevel::kInfo, row.fresh ? "account_opened" : "potter_entered", {{"account", row.account}});
  news.replies.push_back({pending.peer, protocol::Welcome{row.account, row.nickname, row.coins, clock_.wall_ms()}});
  news.replies.push_back({pending.peer, stalls_});
  news.entered.push_back({pending.peer, row.account, row.nickname});
  sellers_to_tell_.insert(row.account);
}

// ---- asking --------------------------------------------------------------------------------------------------------

void Market::tell(protocol::AccountId account, protocol::FromServer message) {
  const auto peer = peers_.find(account);
  if (peer != peers_.end()) replies_.push_back({peer->second, std::move(message)});
}

void Market::refuse(protocol::AccountId account, const protocol::RequestId& request, Refusal refusal) {
  log_.write(LogLevel::kInfo, "refused",
             {{"account", account}, {"kind", protocol::refusal_id(refusal.kind)}, {"reason", refusal.reason}});
  tell(account,
       protocol::Refused{request, refusal.kind, protocol::tidy_text(refusal.reason, protocol::kReasonBytesMax)});
}

void Market::ask(const Pending& pending, store::Job job) {
  const store::Ticket ticket = ++last_ticket_;
  if (store_.submit(ticket, std::move(job))) {
    pending_[ticket] = pending;
    return;
  }
  const Refusal busy{RefusalKind::kBusy, "the bazaar's books are full of work; ask again in a moment"};
  if (pending.kind == Pending::Kind::kLogin) {
    replies_.push_back({pending.peer, protocol::Refused{{}, busy.kind, busy.reason}});
  } else {
    refuse(pending.account, pending.request, busy);
  }
}

void Market::remember(const RecordHash& hash, Verdict verdict) {
  if (!verdicts_.insert_or_assign(hash, std::move(verdict)).second) return;
  verdicts_by_age_.push_back(hash);
  if (verdicts_by_age_.size() <= kVerdictsKeptMax) return;
  verdicts_.erase(verdicts_by_age_.front());
  verdicts_by_age_.pop_front();
}

bool Market::answer_from_memory(const protocol::Mint& message, const Session& session, const RecordHash& hash) {
  const auto known = verdicts_.find(hash);
  if (known == verdicts_.end()) return false;
  if (const auto* refusal = std::get_if<Refusal>(&known->second.answer)) {
    refuse(session.account, message.request, *refusal);
    return true;
  }
  const auto& minted = std::get<protocol::Minted>(known->second.answer);
  if (known->second.request == message.request) {
    tell(session.account, minted);
  } else {
    refuse(
        session.account, message.request,
        {RefusalKind::kAlreadyMinted, "record: this very pot is piece " + std::to_string(minted.piece) + " already"});
  }
  return true;
}

void Market::ask(const protocol::Mint& message, const Session& session) {
  piece::Bytes brought = message.record;
  brought.insert(brought.end(), session.key.begin(), session.key.end());
  const RecordHash hash = store::blake2b(brought);
  if (answer_from_memory(message, session, hash)) return;
  std::size_t mine = 0;
  for (const auto& [ticket, checking] : checking_) {
    // The client asked again before we were done: the first asking will answer both.
    if (checking.account == session.account && checking.request == message.request) return;
    mine += checking.account == session.account ? 1 : 0;
  }
  const CheckTicket ticket = ++last_ticket_;
  if (mine < kChecksPerPotterMax && verifier_.submit(ticket, message.record, session.key)) {
    checking_[ticket] = {session.account, message.request, hash};
    return;
  }
  refuse(session.account, message.request,
         {RefusalKind::kBusy, "many pots wait to be looked at; ask again in a moment"});
}

void Market::hear(gate::PeerId peer, const protocol::FromClient& message) {
  const auto found = sessions_.find(peer);
  if (found == sessions_.end()) return;
  const Session& session = found->second;
  const protocol::RequestId* request = protocol::request_of(message);
  if (session.account == 0) {
    replies_.push_back({peer, protocol::Refused{request == nullptr ? protocol::RequestId{} : *request,
                                                RefusalKind::kNotProven, "wait for Welcome"}});
    return;
  }
  Pending pending;
  pending.account = session.account;
  if (request != nullptr) pending.request = *request;
  const uint64_t now_ms = clock_.wall_ms();
  if (const auto* mint = std::get_if<protocol::Mint>(&message)) {
    ask(*mint, session);
  } else if (const auto* list = std::get_if<protocol::List>(&message)) {
    ask(pending, store::AddListing{list->request, session.account, list->piece, list->price_coins, now_ms});
  } else if (const auto* withdraw = std::get_if<protocol::Withdraw>(&message)) {
    ask(pending, store::EndListing{withdraw->request, session.account, withdraw->listing, now_ms});
  } else if (const auto* buy = std::get_if<protocol::Buy>(&message)) {
    pending.listing = buy->listing;
    ask(pending, store::Purchase{buy->request, session.account, buy->listing, buy->price_coins, now_ms});
  } else if (std::holds_alternative<protocol::AskPieces>(message)) {
    ask(pending, store::ReadPieces{session.account});
  } else if (const auto* baked = std::get_if<protocol::AskBaked>(&message)) {
    ask(pending, store::ReadBaked{baked->piece});
  } else if (std::holds_alternative<protocol::AskStalls>(message)) {
    tell(session.account, stalls_);
  }
}

// ---- answering -----------------------------------------------------------------------------------------------------

void Market::take(CheckedMint& checked) {
  const auto found = checking_.find(checked.ticket);
  const Checking checking = found->second;
  checking_.erase(found);
  if (const auto* refusal = std::get_if<Refusal>(&checked.answer)) {
    remember(checking.hash, {checking.request, *refusal});
    return refuse(checking.account, checking.request, *refusal);
  }
  Genuine& genuine = std::get<Genuine>(checked.answer);
  log_.write(LogLevel::kInfo, "rethrown",
             {{"account", checking.account}, {"ms", checked.milliseconds}, {"bytes", checked.record.size()}});
  Pending pending;
  pending.account = checking.account;
  pending.request = checking.request;
  pending.hash = checking.hash;
  ask(pending,
      store::AddPiece{checking.request, checking.account, genuine.fingerprint, genuine.pot, genuine.maker,
                      std::move(genuine.title), std::move(checked.record), std::move(genuine.baked), clock_.wall_ms()});
}

void Market::answer(const Pending& pending, store::Outcome& outcome) {
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return refuse(pending.account, pending.request, *refusal);
  if (const auto* minted = std::get_if<protocol::Minted>(&outcome)) {
    log_.write(LogLevel::kInfo, "minted", {{"account", pending.account}, {"piece", minted->piece}});
    remember(pending.hash, {pending.request, *minted});
    return tell(pending.account, *minted);
  }
  if (const auto* listed = std::get_if<protocol::Listed>(&outcome)) {
    log_.write(LogLevel::kInfo, "listed",
               {{"account", pending.account}, {"listing", listed->listing}, {"price_coins", listed->price_coins}});
    stalls_stale_ = true;
    return tell(pending.account, *listed);
  }
  if (const auto* withdrawn = std::get_if<protocol::Withdrawn>(&outcome)) {
    log_.write(LogLevel::kInfo, "withdrawn", {{"account", pending.account}, {"listing", withdrawn->listing}});
    stalls_stale_ = true;
    return tell(pending.account, *withdrawn);
  }
  if (const auto* row = std::get_if<store::PurchaseRow>(&outcome)) {
    log_.write(LogLevel::kInfo, "sold",
               {{"listing", pending.listing},
                {"piece", row->piece},
                {"price_coins", row->price_coins},
                {"seller", row->seller},
                {"buyer", pending.account}});
    stalls_stale_ = true;
    sellers_to_tell_.insert(row->seller);
    return tell(pending.account, protocol::Bought{pending.request, pending.listing, row->piece, row->buyer_coins});
  }
  if (auto* pieces = std::get_if<protocol::Pieces>(&outcome)) return tell(pending.account, std::move(*pieces));
  if (auto* baked = std::get_if<protocol::BakedPiece>(&outcome)) return tell(pending.account, std::move(*baked));
}

void Market::take(const Pending& pending, store::Outcome& outcome, News& news) {
  const auto* refusal = std::get_if<Refusal>(&outcome);
  if (refusal != nullptr && refusal->kind == RefusalKind::kInternal)
    log_.write(LogLevel::kError, "store_fault", {{"account", pending.account}, {"reason", refusal->reason}});
  switch (pending.kind) {
    case Pending::Kind::kAnswer:
      return answer(pending, outcome);
    case Pending::Kind::kLogin:
      if (const auto* row = std::get_if<store::AccountRow>(&outcome)) return enter(pending, *row, news);
      if (refusal != nullptr)
        news.replies.push_back(
            {pending.peer,
             protocol::Refused{{}, refusal->kind, protocol::tidy_text(refusal->reason, protocol::kReasonBytesMax)}});
      return;
    case Pending::Kind::kStalls:
      stalls_asked_ = false;
      if (refusal != nullptr) {
        stalls_stale_ = true;
      } else if (auto& read = std::get<protocol::Stalls>(outcome); !same(read, stalls_)) {
        stalls_ = std::move(read);
        news.stalls_changed = true;
      }
      return;
    case Pending::Kind::kSold:
      return take_sold(pending.account, outcome);
    case Pending::Kind::kTold:
      telling_.erase(pending.account);
      return;
  }
}

void Market::take_sold(protocol::AccountId seller, const store::Outcome& outcome) {
  const auto* rows = std::get_if<store::SoldRows>(&outcome);
  if (rows == nullptr || rows->sold.empty() || peers_.find(seller) == peers_.end()) {
    telling_.erase(seller);  // left meanwhile: told when they come back
    return;
  }
  std::vector<protocol::ListingId>& told = told_[seller];
  for (const protocol::Sold& sold : rows->sold) {
    tell(seller, sold);
    told.push_back(sold.listing);
  }
}

void Market::mark_told() {
  for (auto told = told_.begin(); told != told_.end(); told = told_.erase(told)) {
    Pending pending;
    pending.account = told->first;
    pending.kind = Pending::Kind::kTold;
    const store::Ticket ticket = ++last_ticket_;
    if (!store_.submit(ticket, store::MarkTold{told->first, told->second})) return;
    pending_[ticket] = pending;
  }
}

void Market::read_what_changed() {
  mark_told();
  if (stalls_stale_ && !stalls_asked_) {
    Pending pending;
    pending.kind = Pending::Kind::kStalls;
    const store::Ticket ticket = ++last_ticket_;
    if (store_.submit(ticket, store::ReadStalls{})) {
      pending_[ticket] = pending;
      stalls_stale_ = false;
      stalls_asked_ = true;
    }
  }
  for (auto seller = sellers_to_tell_.begin(); seller != sellers_to_tell_.end();) {
    // Whoever is away is told when they come back: the store remembers.
    const bool here = peers_.find(*seller) != peers_.end();
    if (here && telling_.count(*seller) > 0) {
      ++seller;
      continue;
    }
    const store::Ticket ticket = ++last_ticket_;
    if (here && !store_.submit(ticket, store::ReadSold{*seller})) return;
    if (here) {
      telling_.insert(*seller);
      Pending pending;
      pending.account = *seller;
      pending.kind = Pending::Kind::kSold;
      pending_[ticket] = pending;
    }
    seller = sellers_to_tell_.erase(seller);
  }
}

void Market::settle(News& news) {
  news.replies.clear();
  news.entered.clear();
  news.stalls_changed = false;
  for (CheckedMint& checked : verifier_.take_checked()) take(checked);
  for (store::Finished& finished : store_.take_finished()) {
    const auto found = pending_.find(finished.ticket);
    const Pending pending = found->second;
    pending_.erase(found);
    take(pending, finished.outcome, news);
  }
  read_what_changed();
  news.replies.insert(news.replies.end(), std::make_move_iterator(replies_.begin()),
                      std::make_move_iterator(replies_.end()));
  replies_.clear();
}

}  // namespace sui::market
