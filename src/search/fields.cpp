#include "search/fields.h"

#include <algorithm>
#include <string_view>

#include "text/sort.h"
#include "text/tokenize.h"

namespace kl::search {
namespace {

// What stands between two tokens, without footnote marks: "." , ", ", "\n\n" …
struct Between {
    bool paragraph = false, sentence = false, joined = false, hyphen = false;
};

Between read_between(std::string_view gap) {
    Between between;
    between.paragraph = gap.find("\n\n") != gap.npos;
    between.sentence = gap.find_first_of(".?!:;\n") != gap.npos;
    between.hyphen = gap == "-";
    between.joined = between.hyphen || gap == " ";
    return between;
}

class Reader {
public:
    Reader(const parse::Document& document, std::vector<ItemToken>& out) : text_(document.text), out_(out) {}

    // `marks`: places in `span` that are not text, ascending.
    void field(Span span, Field field, const std::vector<Span>& marks) {
        span.end = std::min(span.end, static_cast<uint32_t>(text_.size()));
        first_ = true;
        before_ = span.begin;
        between_.clear();
        uint32_t at = span.begin;
        for (Span mark : marks) {
            if (mark.begin < at || mark.end > span.end) continue;
            run({at, mark.begin}, field);
            at = mark.end;
        }
        if (at <= span.end) run({at, span.end}, field);
    }

private:
    void run(Span span, Field field) {
        before_ = span.begin;
        for (Span local : text::tokenize(slice(text_, span))) {
            const Span token{span.begin + local.begin, span.begin + local.end};
            between_.append(slice(text_, {before_, token.begin}));
            const Between between = read_between(between_);
            ItemToken entry{token,
                            position_,
                            field,
                            first_ || between.paragraph,
                            first_ || between.sentence,
                            !first_ && between.joined,
                            !first_ && between.hyphen};
            if (entry.gap) entry.position += 1;
            out_.push_back(entry);
            position_ = entry.position + 1;
            before_ = token.end;
            between_.clear();
            first_ = false;
        }
        between_.append(slice(text_, {before_, span.end}));
    }

    std::string_view text_;
    std::vector<ItemToken>& out_;
    std::string between_;
    uint32_t before_ = 0;
    uint32_t position_ = 0;
    bool first_ = true;
};

}  // namespace

void item_tokens(const parse::Document& document, const parse::Item& item, std::vector<ItemToken>& out) {
    out.clear();
    std::vector<Span> marks;
    for (uint32_t note : item.footnotes) {
        if (note < document.footnotes.size() && !document.footnotes[note].mark_span.empty()) {
            marks.push_back(document.footnotes[note].mark_span);
        }
    }
    text::sort(marks, {}, &Span::begin);

    Reader reader(document, out);
    reader.field(item.question, Field::question, marks);
    if (item.answer) reader.field(*item.answer, Field::answer, marks);
    for (uint32_t note : item.footnotes) {
        if (note < document.footnotes.size() && document.footnotes[note].text) {
            reader.field(*document.footnotes[note].text, Field::footnote, {});
        }
    }
}

}  // namespace kl::search
