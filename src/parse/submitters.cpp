#include "parse/submitters.h"

#include "parse/head_forms.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

// "de leden", "het lid", and their slips: "het leden", "de leden lid", "lid"
void skip_article(Scan& s) {
    while (true) {
        s.blanks();
        if (text::ascii_upper(s.peek())) return;  // "De Wit" is a name
        if (s.word("de") || s.word("het") || s.word("leden") || s.word("lid") || s.word("kamerlid") ||
            s.word("kamerleden"))
            continue;
        return;
    }
}

// Names before one bracket: "Ceder", "Soepboer en Wingelaar", "A, B en C"
void add_names(std::string_view text, size_t begin, size_t end, std::vector<Submitter>& out) {
    size_t at = begin;
    while (at < end) {
        Scan s{text.substr(0, end), at};
        while (s.blanks() || s.any(",;") || s.word("en")) {
        }
        skip_article(s);
        const size_t name = s.at;
        size_t stop = name;
        while (stop < end && text[stop] != ',' && text.substr(stop, 4) != " en ") ++stop;
        if (stop > name) {
            Submitter submitter;
            submitter.name = tidy(text.substr(name, stop - name));
            submitter.span = {static_cast<uint32_t>(name), static_cast<uint32_t>(stop)};
            if (!submitter.name.empty()) out.push_back(std::move(submitter));
        }
        at = stop + 1;
    }
}

}  // namespace

std::vector<Submitter> read_submitters(std::string_view text, Span where) {
    std::vector<Submitter> found;
    size_t at = where.begin;
    while (at < where.end) {
        size_t open = text.find('(', at);
        if (open == std::string_view::npos || open >= where.end) break;
        const size_t first = found.size();
        add_names(text, at, open, found);
        size_t close = text.find(')', open);
        if (close == std::string_view::npos || close > where.end) close = where.end;
        Scan s{text.substr(0, close), open + 1};
        s.blanks();
        // "(beiden VVD)", "(allen D66)": the party of all names before it
        s.word("beiden") || s.word("allen") || s.word("beide");
        s.blanks();
        const std::string party = tidy(s.rest());
        for (size_t i = first; i < found.size(); ++i) found[i].party = party;
        at = close + 1;
    }
    return found;
}

}  // namespace kl::parse
