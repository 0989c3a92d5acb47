#include "app/update.h"

#include <algorithm>
#include <type_traits>

#include "app/citation.h"
#include "app/link.h"

namespace kl::app {
namespace {

constexpr uint32_t cards_a_time = 50;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_web_address(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

void toggle(std::vector<std::string>& values, std::string_view value) {
    const auto at = std::find(values.begin(), values.end(), value);
    if (at == values.end()) {
        values.emplace_back(value);
    } else {
        values.erase(at);
    }
}

// What happens to State, one member function an action: std::visit does not compile until a new action has one.
class Updater {
public:
    Updater(State state, const UpdateContext& context)
        : state_(std::move(state)), context_(context), link_before_(to_link(state_)) {}

    Updated take() { return {std::move(state_), std::move(effects_)}; }

    // Typing is one entry of history, made by its first letter; the letters after it replace that entry.
    void operator()(const action::SetQuery& a) {
        const bool was_typing = state_.typing && !trimmed(state_.query).empty();
        const bool same_words = trimmed(a.text) == trimmed(state_.query);
        state_.query = a.typing ? a.text : std::string(trimmed(a.text));
        state_.typing = a.typing || !finds_whole_words(state_.query);
        results_changed();
        if (was_typing && (a.typing || same_words)) {
            replace();
        } else {
            push();
        }
    }
    void operator()(const action::ToggleFilter& a) {
        if (a.key.empty()) return;
        toggle(state_.filters.of(a.facet), a.key);
        results_changed();
        push();
    }
    void operator()(const action::ClearFacet& a) {
        state_.filters.of(a.facet).clear();
        results_changed();
        push();
    }
    void operator()(const action::ResetFilters&) {
        for (auto& values : state_.filters.values) values.clear();
        results_changed();
        push();
    }
    void operator()(const action::ResetAll&) {
        for (auto& values : state_.filters.values) values.clear();
        state_.query.clear();
        state_.typing = true;
        results_changed();
        push();
    }
    void operator()(const action::SetInferred& a) {
        state_.filters.inferred = a.on;
        if (!a.on) state_.filters.of(search::Facet::ministry_also).clear();
        results_changed();
        push();
    }
    void operator()(const action::SetOrder& a) {
        state_.order = a.order;
        results_changed();
        push();
    }
    void operator()(const action::OpenItem& a) {
        if (!known(a.id)) {
            if (state_.loading == 0) tell_unknown(a.id);
            return;
        }
        open(a.id);
        push();
    }
    void operator()(const action::CloseItem&) {
        close_item();
        push();
    }
    void operator()(const action::Step& a) { step(a.by); }
    void operator()(const action::ShowMore&) { state_.shown += cards_a_time; }
    void operator()(const action::ExpandFacet& a) { toggle(state_.expanded, facet_name(a.facet)); }
    void operator()(const action::SetLanguage& a) {
        state_.language = a.language;
        replace();
    }
    void operator()(const action::SetScheme& a) { state_.scheme = a.scheme; }
    void operator()(const action::SetView& a) {
        state_.view = a.view;
        replace();
    }
    void operator()(const action::SetPane& a) { state_.pane = a.pane; }
    void operator()(const action::ToggleSource&) {
        state_.source = !state_.source && !state_.item.empty();
        replace();
    }
    void operator()(const action::ToggleHelp&) { state_.help = !state_.help; }
    void operator()(const action::CopyQuote&) {
        if (const auto id = open_item()) {
            copy(quotation(context_.corpus.document_of(*id), context_.corpus.item(*id), context_.strings,
                           state_.language, &context_.corpus.vocabulary()),
                 "notice.copied_quote");
        }
    }
    void operator()(const action::CopyCitation&) {
        if (open_item()) copy(citation_of_open(), "notice.copied_citation");
    }
    void operator()(const action::CopyLink&) {
        if (!context_.page_address.empty()) {
            copy(std::string(context_.page_address) + to_link(state_), "notice.copied_link");
        } else if (const auto id = open_item()) {
            const std::string address = public_address(context_.corpus.document_of(*id));
            if (!address.empty()) copy(address, "notice.copied_link");
        }
    }
    void operator()(const action::CopyText& a) {
        if (a.text.empty()) return;
        const std::string source = open_item() ? citation_of_open() : std::string();
        copy(source.empty() ? a.text : a.text + "\n(" + source + ")", "notice.copied_text");
    }
    void operator()(const action::OpenUrl& a) {
        if (is_web_address(a.url)) effects_.push_back({Effect::Kind::open_url, a.url});
    }
    void operator()(const action::OpenLink& a) {
        state_ = from_link(std::move(state_), a.hash);
        forget_unknown_item();
        if (!state_.item.empty()) effects_.push_back({Effect::Kind::focus_item, state_.item});
    }
    void operator()(const action::Dismiss& a) {
        if (a.notice < state_.notices.size()) state_.notices.erase(state_.notices.begin() + a.notice);
    }
    void operator()(const action::Retry&) {
        std::erase_if(state_.notices, [](const Notice& notice) { return notice.retry; });
        effects_.push_back({Effect::Kind::retry, {}});
    }
    void operator()(const action::ShowNotice& a) { tell(a.notice); }
    void operator()(const action::CorpusChanged&) { forget_unknown_item(); }
    void operator()(const action::ToggleDocuments&) { state_.documents = !state_.documents; }
    // The corpus of the context is already without them.
    void operator()(const action::RemoveDocument& a) {
        std::erase(state_.added, a.id);
        removed(a.id);
    }
    void operator()(const action::RemoveAdded&) {
        state_.added.clear();
        removed({});
    }

private:
    // An item that is open stays open when the results change: a reader goes on reading while filtering.
    void results_changed() {
        state_.shown = cards_a_time;
        if (state_.pane == Pane::answer) state_.pane = Pane::results;
    }

    // Enter makes the last word whole, unless that would throw away what the reader was looking at.
    bool finds_whole_words(const std::string& query) const {
        const auto n = [&](bool typing) {
            return search::count(context_.corpus, search::parse_query(query, typing), state_.filters);
        };
        return query.empty() || context_.corpus.item_count() == 0 || n(false) > 0 || n(true) == 0;
    }

    bool known(std::string_view id) const { return context_.corpus.find(id) < context_.corpus.item_count(); }

    std::optional<search::ItemId> open_item() const {
        const search::ItemId id = context_.corpus.find(state_.item);
        if (state_.item.empty() || id >= context_.corpus.item_count()) return std::nullopt;
        return id;
    }

    void open(std::string_view id) {
        state_.item = id;
        state_.pane = Pane::answer;
        effects_.push_back({Effect::Kind::focus_item, state_.item});
    }

    // Stepping through an open item is browsing: it replaces its entry of history instead of making one for each.
    void step(int by) {
        const auto query = search::parse_query(state_.query, state_.typing);
        const auto results = search::search(context_.corpus, query, state_.filters, state_.order);
        if (results.hits.empty() || by == 0) return;
        const auto current = open_item();
        const auto last = static_cast<int64_t>(results.hits.size()) - 1;
        int64_t to = by > 0 ? 0 : last;
        for (int64_t i = 0; current && i <= last; ++i) {
            if (results.hits[static_cast<size_t>(i)].item == *current) to = std::clamp<int64_t>(i + by, 0, last);
        }
        const std::string& id = context_.corpus.item(results.hits[static_cast<size_t>(to)].item).id;
        if (id == state_.item) return;
        const Pane pane = state_.pane;
        open(id);
        if (current) state_.pane = pane;
        while (state_.shown <= to) state_.shown += cards_a_time;
        if (current) {
            replace();
        } else {
            push();
        }
    }

    void forget_unknown_item() {
        if (state_.item.empty() || state_.loading != 0 || context_.corpus.item_count() == 0 || known(state_.item))
            return;
        tell_unknown(state_.item);
        close_item();
        effects_.push_back({Effect::Kind::replace_link, to_link(state_)});
    }

    void removed(const std::string& id) {
        effects_.push_back({Effect::Kind::forget, id});
        if (state_.item.empty() || known(state_.item)) return;
        close_item();
        replace();
    }

    void close_item() {
        state_.item.clear();
        state_.source = false;
        state_.pane = Pane::results;
    }

    void tell_unknown(const std::string& id) {
        tell({Notice::Level::warning, "notice.item_unknown", {id}, false, false});
    }

    // A sentence stands once, and a fleeting one makes room for the next.
    void tell(Notice notice) {
        std::erase_if(state_.notices,
                      [&](const Notice& n) { return n == notice || (n.transient && notice.transient); });
        state_.notices.push_back(std::move(notice));
    }

    std::string citation_of_open() const {
        const search::ItemId id = *open_item();
        return citation(context_.corpus.document_of(id), &context_.corpus.item(id), context_.strings, state_.language);
    }

    void copy(std::string text, const char* said) {
        effects_.push_back({Effect::Kind::copy, std::move(text)});
        tell({Notice::Level::info, said, {}, false, true});
    }

    void push() { change_link(Effect::Kind::push_link); }
    void replace() { change_link(Effect::Kind::replace_link); }
    void change_link(Effect::Kind kind) {
        std::string link = to_link(state_);
        if (link != link_before_) effects_.push_back({kind, std::move(link)});
    }

    State state_;
    const UpdateContext& context_;
    std::string link_before_;
    std::vector<Effect> effects_;
};

}  // namespace

Updated update(State state, const Action& action, const UpdateContext& context) {
    Updater updater(std::move(state), context);
    std::visit(updater, action);
    return updater.take();
}

}  // namespace kl::app
