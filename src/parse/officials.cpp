#include "parse/officials.h"

#include <algorithm>

#include "parse/head_forms.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

struct RoleWord {
    std::string_view form;
    std::string_view role;
};
// Longest first: "minister-president" begins with "minister".
constexpr RoleWord role_words[] = {
    {"minister-president", "minister-president"},
    {"minister president", "minister-president"},
    {"staatssecretarissen", "staatssecretaris"},
    {"staatssecretaris", "staatssecretaris"},
    {"ministers", "minister"},
    {"minister", "minister"},
};

struct RoleAt {
    std::string_view role;
    size_t begin = 0;
    size_t end = 0;
};

std::vector<RoleAt> find_roles(std::string_view text, Span where) {
    std::vector<RoleAt> found;
    for (size_t at = where.begin; at < where.end; ++at) {
        const char c = text::to_lower(text[at]);
        if (c != 'm' && c != 's') continue;
        // Converters lose blanks: "en deStaatssecretaris van", "de MinisterKlimaat en Groene Groei".
        const bool capital = c != text[at];
        const char before = at > where.begin ? text[at - 1] : ' ';
        if (before == '-' || (capital ? text::ascii_upper(before) : text::ascii_letter(before))) continue;
        for (const RoleWord& word : role_words) {
            Scan s{text.substr(0, where.end), at};
            if (!s.literal(word.form) || text::ascii_lower(s.peek())) continue;
            found.push_back({word.role, at, s.at});
            at = s.at - 1;
            break;
        }
    }
    return found;
}

std::string_view trim(std::string_view text, std::string_view set = " ,;.\n") {
    const size_t begin = text.find_first_not_of(set);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(set) - begin + 1);
}

bool drop_end(std::string_view& text, std::string_view ending) {
    if (text.size() <= ending.size() || !text.ends_with(ending)) return false;
    text.remove_suffix(ending.size());
    text = trim(text);
    return true;
}

// "Buitenlandse Zaken, de" → "Buitenlandse Zaken"
std::string_view without_connectors(std::string_view office) {
    office = trim(office);
    bool changed = true;
    while (changed) {
        changed = false;
        for (const std::string_view end :
             {" de", " en", " mede namens", " bij afwezigheid van", " alsmede", " en aan", " aan", " namens", " het"})
            changed = drop_end(office, end) || changed;
    }
    return office;
}

// "van Financiën", "vanFinanciën"
bool of_or_for(Scan& s) {
    const size_t begin = s.at;
    if ((s.literal("van") || s.literal("voor")) && !text::ascii_lower(s.peek())) return true;
    s.at = begin;
    return false;
}

size_t first_of(std::string_view text, std::initializer_list<std::string_view> words) {
    size_t end = text.size();
    for (const std::string_view word : words) end = std::min(end, text.find(word));
    return end;
}

class Reader {
public:
    Reader(std::string_view text, Span where) : text_(text), where_(where) {}

    std::vector<Official> run() {
        const std::vector<RoleAt> roles = find_roles(text_, where_);
        for (size_t i = 0; i < roles.size(); ++i) {
            if (is_absent(roles[i])) continue;
            const size_t end = i + 1 < roles.size() ? roles[i + 1].begin : where_.end;
            const std::string_view rest = text_.substr(roles[i].end, end - roles[i].end);
            const size_t bracket = rest.find('(');
            const bool named = bracket != std::string_view::npos && bracket < 60;
            if (roles[i].role == "minister-president") {
                add(roles[i], "", "", roles[i].end);
            } else if (named) {
                by_name(roles[i], rest);
            } else {
                by_office(roles[i], rest);
            }
        }
        for (auto i = shares_.rbegin(); i != shares_.rend(); ++i) {
            if (*i + 1 < found_.size()) found_[*i].office = found_[*i + 1].office;
        }
        return std::move(found_);
    }

private:
    // "aan de Minister van X, bij afwezigheid van de Staatssecretaris van Y": asked is the first alone.
    bool is_absent(const RoleAt& role) const {
        std::string_view before = trim(text_.substr(where_.begin, role.begin - where_.begin), " \n");
        drop_end(before, " de");
        return before.ends_with("afwezigheid van") || before.ends_with("ontstentenis van");
    }

    void add(const RoleAt& role, std::string_view office, std::string_view name, size_t end) {
        Official official;
        official.role = role.role;
        official.office = tidy(office);
        official.name = tidy(name);
        official.span = {static_cast<uint32_t>(role.begin), static_cast<uint32_t>(end)};
        found_.push_back(std::move(official));
    }

    // "Dijkgraaf (Onderwijs, Cultuur en Wetenschap)"; several names may share the role. A bracket may be left open.
    void by_name(const RoleAt& role, std::string_view rest) {
        size_t at = 0;
        for (size_t open = rest.find('('); open != std::string_view::npos; open = rest.find('(', at)) {
            std::string_view name = trim(rest.substr(at, open - at));
            if (name.starts_with("en ")) name.remove_prefix(3);
            if (name.size() > 50) break;
            size_t close = rest.find_first_of("()", open + 1);
            if (close == std::string_view::npos) close = rest.size();
            add(role, without_connectors(rest.substr(open + 1, close - open - 1)), name, role.end + close);
            at = std::min(close + (close < rest.size() && rest[close] == ')' ? 1U : 0U), rest.size());
            if (at >= rest.size()) break;
        }
    }

    // "van Buitenlandse Zaken en van Justitie en Veiligheid"
    void by_office(const RoleAt& role, std::string_view rest) {
        Scan s{rest};
        const bool glued = !s.blanks();
        if (!of_or_for(s) && !(glued && text::ascii_upper(s.peek()))) {
            const std::string_view name = without_connectors(rest.substr(0, first_of(rest, {" over ", " inzake "})));
            const bool shared =
                name.empty() || name == "en" || name == "en de";  // "de Minister en Staatssecretaris van"
            if (shared) {
                add(role, "", "", role.end);
                shares_.push_back(found_.size() - 1);
                return;
            }
            // "de staatssecretaris Jeugd, Preventie en Sport": an office, whose "van" was left out.
            const bool office =
                name.find(", ") != std::string_view::npos || name.find(" en ") != std::string_view::npos;
            if (office) {
                add(role, name, "", role.end + rest.size());
            } else if (name.size() < 40) {
                add(role, "", name, role.end + rest.size());
            }
            return;
        }
        const size_t stop =
            first_of(rest, {" over ", " inzake ", " betreffende ", " naar aanleiding ", " op ", "(", ")", ". "});
        size_t at = s.at;
        while (at < stop) {
            const std::string_view part = rest.substr(0, stop);
            size_t next = stop;
            size_t skip = 0;
            for (const std::string_view between : {" en van ", " en voor ", ", van ", ", voor "}) {
                const size_t found = part.find(between, at);
                if (found < next) {
                    next = found;
                    skip = between.size();
                }
            }
            const std::string_view office = without_connectors(part.substr(at, next - at));
            if (!office.empty())
                add(role, office, "", static_cast<size_t>(office.data() + office.size() - text_.data()));
            at = next + skip;
            if (next == stop) break;
        }
    }

    std::string_view text_;
    Span where_;
    std::vector<Official> found_;
    std::vector<size_t> shares_;  // officials whose office is that of the next
};

}  // namespace

std::vector<Official> read_officials(std::string_view text, Span where) { return Reader(text, where).run(); }

}  // namespace kl::parse
