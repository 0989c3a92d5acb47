#include "app/rich_text.h"

#include <algorithm>

#include "text/sort.h"

namespace kl::app {
namespace {

// Of links that overlap one stays.
std::vector<LinkSpan> without_overlap(std::vector<LinkSpan> links) {
    text::sort(links, [](const LinkSpan& a, const LinkSpan& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.span.size() > b.span.size();
    });
    std::vector<LinkSpan> kept;
    for (auto& link : links) {
        const bool free =
            std::none_of(kept.begin(), kept.end(), [&](const LinkSpan& k) { return k.span.overlaps(link.span); });
        if (free && !link.span.empty()) kept.push_back(std::move(link));
    }
    text::sort(kept, {}, [](const LinkSpan& link) { return link.span.begin; });
    return kept;
}

template <class T>
const T* covering(const std::vector<T>& layer, Span piece) {
    for (const T& one : layer) {
        if (one.span.contains(piece)) return &one;
    }
    return nullptr;
}

class Builder {
public:
    Builder(std::string_view text, Span span, const Layers& layers)
        : text_(text),
          span_(span),
          layers_(layers),
          links_(without_overlap(layers.links)),
          link_index_(links_.size(), -1) {}

    RichText build() {
        const std::vector<uint32_t> cuts = boundaries();
        for (size_t i = 0; i + 1 < cuts.size(); ++i) add({cuts[i], cuts[i + 1]});
        if (rich_.runs.empty()) rich_.runs.push_back({});
        return std::move(rich_);
    }

private:
    std::vector<uint32_t> boundaries() const {
        std::vector<uint32_t> cuts{span_.begin, span_.end};
        const auto cut = [&](Span s) {
            for (const uint32_t at : {s.begin, s.end}) {
                if (at > span_.begin && at < span_.end) cuts.push_back(at);
            }
        };
        for (const Span s : layers_.highlights) cut(s);
        for (const auto& link : links_) cut(link.span);
        for (const auto& mark : layers_.marks) cut(mark.span);
        text::sort(cuts);
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        return cuts;
    }

    void add(Span piece) {
        if (const MarkSpan* found = covering(layers_.marks, piece)) {
            if (piece.begin == std::max(found->span.begin, span_.begin)) add_mark(*found);
            return;
        }
        uint16_t style = plain;
        int32_t target = -1;
        for (const Span s : layers_.highlights) {
            if (s.contains(piece)) style |= highlight;
        }
        if (const LinkSpan* found = covering(links_, piece)) {
            style |= link;
            int32_t& index = link_index_[static_cast<size_t>(found - links_.data())];
            if (index < 0) index = add_link(found->link);
            target = index;
        }
        put(words(piece), style, target);
    }

    void add_mark(const MarkSpan& found) {
        if (found.mark.empty()) return;
        const bool linked = !found.target.empty();
        const int32_t target = linked ? add_link({Link::Kind::footnote, found.target, found.title}) : -1;
        put(found.mark, static_cast<uint16_t>(linked ? mark | link : mark), target);
    }

    int32_t add_link(Link link_to) {
        rich_.links.push_back(std::move(link_to));
        return static_cast<int32_t>(rich_.links.size()) - 1;
    }

    std::string words(Span piece) const {
        std::string out(slice(text_, piece));
        if (!layers_.one_line) return out;
        std::string line;
        for (const char c : out) {
            if (c != '\n') {
                line += c;
            } else if (!line.ends_with(' ')) {
                line += ' ';
            }
        }
        return line;
    }

    void put(std::string_view words, uint16_t style, int32_t target) {
        if (words.empty()) return;
        const auto begin = static_cast<uint32_t>(rich_.text.size());
        rich_.text += words;
        const auto end = static_cast<uint32_t>(rich_.text.size());
        if (!rich_.runs.empty() && rich_.runs.back().style == style && rich_.runs.back().link == target) {
            rich_.runs.back().end = end;
        } else {
            rich_.runs.push_back({begin, end, style, target});
        }
    }

    std::string_view text_;
    Span span_;
    const Layers& layers_;
    std::vector<LinkSpan> links_;
    std::vector<int32_t> link_index_;  // in RichText::links, -1 while unused
    RichText rich_;
};

}  // namespace

RichText rich_text(std::string_view text, Span span, const Layers& layers) {
    span.end = std::min(span.end, static_cast<uint32_t>(text.size()));
    span.begin = std::min(span.begin, span.end);
    return Builder(text, span, layers).build();
}

void append(RichText& rich, std::string_view text) {
    const auto begin = static_cast<uint32_t>(rich.text.size());
    rich.text += text;
    const auto end = static_cast<uint32_t>(rich.text.size());
    if (!rich.runs.empty() && rich.runs.back().style == plain) {
        rich.runs.back().end = end;
    } else {
        rich.runs.push_back({begin, end, plain, -1});
    }
}

void prepend(RichText& rich, std::string_view text) {
    const auto by = static_cast<uint32_t>(text.size());
    rich.text.insert(0, text);
    for (Run& run : rich.runs) {
        run.begin += by;
        run.end += by;
    }
    if (!rich.runs.empty() && rich.runs.front().style == plain) {
        rich.runs.front().begin = 0;
    } else {
        rich.runs.insert(rich.runs.begin(), Run{0, by, plain, -1});
    }
}

RichText plain_text(std::string text) {
    RichText rich;
    append(rich, text);
    return rich;
}

}  // namespace kl::app
