// The words a user typed → a tree of what is asked. Forgiving: a half-typed or wrong query is answered as far as it is
// understood.
//   grondstof china        both words (AND)
//   "kritieke grondstof"   these words in this order, as written
//   china OR rusland       either ("OF" too); it binds the two words beside it: eu china OR rusland = eu and (china or
//   rusland) -rusland               not grond*                 words that begin so; the last word of a query being
//   typed is a prefix as well EU-drieslag, 21501-02  words that stand together: a phrase, but each word may match by
//   its stem
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::search {

struct QueryNode {
    enum class Kind : uint8_t { term, phrase, all, any, none_of } kind = Kind::all;
    std::string word;      // term: folded, unstemmed
    bool prefix = false;   // term: words that begin with `word` count too; phrase: so does its last word
    bool stemmed = false;  // phrase: not in quotes, so that its words match by their stems too (a term always does)
    std::vector<std::string> words;   // phrase: folded, in order
    std::vector<QueryNode> children;  // all, any; none_of has one
    Span span;                        // in the query text
};

struct Query {
    std::string text;
    QueryNode root;  // kind all; no children: an empty query, which everything matches
    [[nodiscard]] bool empty() const { return root.children.empty(); }
};

// `typing`: the query is being typed, so its last word (when the text does not end in a blank) is a prefix as well.
[[nodiscard]] Query parse_query(std::string_view text, bool typing = true);

// The tree as text, for tests and messages: grondst* china|rusland -"dual use" eu~drieslag (~ joins the words of a
// stemmed phrase).
[[nodiscard]] std::string to_string(const Query& query);

// The terms and phrases that are looked for (not those that are excluded), in order of the query. Highlights and
// reasons number them so.
[[nodiscard]] std::vector<const QueryNode*> wanted(const Query& query);

}  // namespace kl::search
