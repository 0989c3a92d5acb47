#include "search/query.h"

#include <algorithm>

#include "text/fold.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace kl::search {
namespace {

// A query of more words than a person writes (a pasted page) is answered by its first ones, so that a keystroke stays
// quick.
constexpr size_t max_atoms = 500;

// “kritieke grondstof” and „…” are what phones and word processors make of "…".
bool is_quote(char32_t c) { return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F); }

bool is_minus(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212; }

// Between these, words are words of their own; other marks keep together what they stand in: EU-drieslag,
// politiek/economisch.
bool separates(char32_t c) {
    return text::is_space(c) || c == ',' || c == ';' || c == '(' || c == ')' || c == '[' || c == ']' || c == '{' ||
           c == '}' || c == '!' || c == '?' || c < 0x20;
}

class Parser {
public:
    Parser(std::string_view text, bool typing) : text_(text), typing_(typing) {}

    QueryNode parse() {
        while (at_ < text_.size() && atoms_ < max_atoms) step();
        QueryNode root;
        root.span = {0, static_cast<uint32_t>(text_.size())};
        root.children = std::move(all_);
        return root;
    }

private:
    void step() {
        const text::Decoded c = text::decode(text_, at_);
        if (separates(c.code_point)) {
            at_ += c.size;
            return;
        }
        size_t begin = at_;
        bool negated = false;
        if (is_minus(c.code_point)) {  // "-rusland" and "-"dual use""; a lone "-" says nothing
            at_ = begin += c.size;
            const text::Decoded next = text::decode(text_, at_);
            if (at_ >= text_.size() || separates(next.code_point) || is_minus(next.code_point)) return;
            negated = true;
        }
        const text::Decoded first = text::decode(text_, at_);
        if (is_quote(first.code_point)) {
            at_ += first.size;
            quoted(begin, negated);
        } else {
            bare(begin, negated);
        }
    }

    void quoted(size_t begin, bool negated) {
        const size_t inner = at_;
        size_t close = inner;
        bool closed = false;
        while (close < text_.size()) {
            const text::Decoded c = text::decode(text_, close);
            if (is_quote(c.code_point)) {
                closed = true;
                at_ = close + c.size;
                break;
            }
            close += c.size;
        }
        if (!closed) at_ = close;
        const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
        add(words(inner, close), span, negated, true, !closed && close > inner);
    }

    void bare(size_t begin, bool negated) {
        while (at_ < text_.size()) {
            const text::Decoded c = text::decode(text_, at_);
            if (is_quote(c.code_point)) break;
            if (separates(c.code_point) && !(c.code_point == ',' && between_digits())) break;
            at_ += c.size;
        }
        const std::string_view chunk = text_.substr(begin, at_ - begin);
        if (!negated && (chunk == "OR" || chunk == "OF")) {
            or_pending_ = or_pending_ || !all_.empty();
            return;
        }
        if (!negated && (chunk == "AND" || chunk == "EN")) return;
        const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
        add(words(begin, at_), span, negated, false, true);
    }

    [[nodiscard]] bool between_digits() const {  // 90,5
        const auto digit = [this](size_t i) { return i < text_.size() && text_[i] >= '0' && text_[i] <= '9'; };
        return at_ > 0 && digit(at_ - 1) && digit(at_ + 1);
    }

    struct Words {
        std::vector<std::string> folded;
        size_t end = 0;  // after the last one, in the query text
        bool star = false;
    };

    Words words(size_t begin, size_t end) const {
        Words found;
        for (Span local : text::tokenize(text_.substr(begin, end - begin))) {
            const std::string_view token = text_.substr(begin + local.begin, local.size());
            std::string folded = text::fold(token);
            if (folded.empty()) continue;
            found.folded.push_back(std::move(folded));
            found.end = begin + local.end;
        }
        found.star = !found.folded.empty() && found.end < end && text_[found.end] == '*';
        return found;
    }

    // `open`: nothing closes it, so that what is typed next may still belong to it.
    void add(Words found, Span span, bool negated, bool quoted, bool open) {
        if (found.folded.empty()) return;
        QueryNode node;
        node.span = span;
        // What is excluded is excluded as written: a half-typed "-r" must not hide every word with r.
        const bool half_typed = typing_ && open && !negated && found.end == text_.size();
        node.prefix = found.star || half_typed;
        if (found.folded.size() == 1 && !quoted) {
            node.kind = QueryNode::Kind::term;
            node.word = std::move(found.folded.front());
        } else {
            node.kind = QueryNode::Kind::phrase;
            node.stemmed = !quoted;
            node.words = std::move(found.folded);
        }
        if (negated) {
            QueryNode inner = std::move(node);
            node = QueryNode{};
            node.kind = QueryNode::Kind::none_of;
            node.span = inner.span;
            node.children.push_back(std::move(inner));
        }
        ++atoms_;
        if (!or_pending_) {
            all_.push_back(std::move(node));
            return;
        }
        or_pending_ = false;
        QueryNode& last = all_.back();
        if (last.kind != QueryNode::Kind::any) {
            QueryNode any;
            any.kind = QueryNode::Kind::any;
            any.span = last.span;
            any.children.push_back(std::move(last));
            last = std::move(any);
        }
        last.span.end = node.span.end;
        last.children.push_back(std::move(node));
    }

    std::string_view text_;
    bool typing_;
    size_t at_ = 0;
    size_t atoms_ = 0;
    bool or_pending_ = false;
    std::vector<QueryNode> all_;
};

void print(const QueryNode& node, std::string& out) {
    const auto list = [&](std::string_view between) {
        for (size_t i = 0; i < node.children.size(); ++i) {
            if (i > 0) out += between;
            print(node.children[i], out);
        }
    };
    switch (node.kind) {
        case QueryNode::Kind::term: out += node.word; break;
        case QueryNode::Kind::phrase:
            if (!node.stemmed) out += '"';
            for (size_t i = 0; i < node.words.size(); ++i) {
                if (i > 0) out += node.stemmed ? '~' : ' ';
                out += node.words[i];
            }
            if (!node.stemmed) out += '"';
            break;
        case QueryNode::Kind::all: list(" "); break;
        case QueryNode::Kind::any: list("|"); break;
        case QueryNode::Kind::none_of:
            out += '-';
            list(" ");
            break;
    }
    if (node.prefix) out += '*';
}

void collect(const QueryNode& node, std::vector<const QueryNode*>& out) {
    switch (node.kind) {
        case QueryNode::Kind::term:
        case QueryNode::Kind::phrase: out.push_back(&node); break;
        case QueryNode::Kind::all:
        case QueryNode::Kind::any:
            for (const QueryNode& child : node.children) collect(child, out);
            break;
        case QueryNode::Kind::none_of: break;
    }
}

}  // namespace

Query parse_query(std::string_view text, bool typing) {
    Query query;
    query.text = text;
    query.root = Parser(query.text, typing).parse();
    return query;
}

std::string to_string(const Query& query) {
    std::string out;
    print(query.root, out);
    return out;
}

std::vector<const QueryNode*> wanted(const Query& query) {
    std::vector<const QueryNode*> out;
    collect(query.root, out);
    return out;
}

}  // namespace kl::search
