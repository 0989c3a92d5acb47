#include "text/stem.h"

#include <libstemmer.h>

#include <cstddef>

namespace kl::text {

namespace {

// Snowball writes the vowel of an opened syllable double, also where it never was: maatregelen → maatregeel, but
// maatregel → maatregel. In long stems the single vowel stands for both; in short ones it would make boom and bom the
// same.
void single_vowel(std::string& stem) {
    if (stem.size() < 8) return;
    const size_t last = stem.size() - 1;
    const char vowel = stem[last - 1];
    const bool open = vowel == 'a' || vowel == 'e' || vowel == 'o' || vowel == 'u';
    if (open && stem[last - 2] == vowel && stem[last] != vowel) stem.erase(last - 1, 1);
}

}  // namespace

struct Stemmer::Impl {
    sb_stemmer* snowball = nullptr;
};

Stemmer::Stemmer() : impl_(new Impl{sb_stemmer_new("dutch", "UTF_8")}) {}

Stemmer::~Stemmer() {
    if (impl_->snowball != nullptr) sb_stemmer_delete(impl_->snowball);
    delete impl_;
}

std::string Stemmer::stem(std::string_view folded) {
    size_t letters = 0;
    for (const char c : folded) {
        if (c >= '0' && c <= '9') return std::string(folded);
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++letters;
    }
    if (letters < 3 || impl_->snowball == nullptr) return std::string(folded);
    const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
    const sb_symbol* stem = sb_stemmer_stem(impl_->snowball, bytes, static_cast<int>(folded.size()));
    if (stem == nullptr) return std::string(folded);  // out of memory
    const auto size = static_cast<size_t>(sb_stemmer_length(impl_->snowball));
    if (size == 0) return std::string(folded);
    std::string found(reinterpret_cast<const char*>(stem), size);
    single_vowel(found);
    return found;
}

}  // namespace kl::text
