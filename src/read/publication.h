// What a publication says about itself in metadata: the names that officielebekendmakingen.nl uses, in XML and in HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"

namespace kl::read {

class PublicationFacts {
public:
    // One <metadata name= content=> or <meta name= content=>: "OVERHEIDop.vergaderjaar", "2024-2025". Unknown names and
    // empty values leave nothing.
    void metadata(std::string_view name, std::string_view value);

    // A fact of the document itself; the first value of a field counts, but for people.
    void state(std::string_view field, std::string value);
    [[nodiscard]] bool has(std::string_view field) const;
    [[nodiscard]] std::string_view value(std::string_view field) const;

    // With what follows from several of them: an id from kind, session year and number.
    [[nodiscard]] std::vector<StatedFact> take();

private:
    std::vector<StatedFact> facts_;
    std::string case_number_;
    std::string within_dossier_;
};

// "Vergaderjaar 2024–2025", "2024-2025", "20242025" → "20242025"; "" when it is none.
[[nodiscard]] std::string session_year_in(std::string_view words);

// "kst-36696-4", "ah-tk-20242025-1244", "kv-tk-2024Z18775" anywhere in an address; "" when there is none.
[[nodiscard]] std::string publication_id_in(std::string_view address);

// "Schriftelijke vragen", "Lijst van vragen en antwoorden", "Aanhangsel van de Handelingen" → a kind; "" when it is
// none.
[[nodiscard]] std::string_view kind_in(std::string_view words);

}  // namespace kl::read
