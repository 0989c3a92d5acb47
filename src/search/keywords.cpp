#include "search/keywords.h"
namespace kl::search {
Keywords find_keywords(const Corpus& corpus, const Index&, const Forward&) {
    Keywords k;
    k.items.resize(corpus.item_count());
    return k;
}
}  // namespace kl::search
