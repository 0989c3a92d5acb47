// Ministers and state secretaries as a head names them:
//   de Minister van Buitenlandse Zaken, de staatssecretaris van Buitenlandse Zaken en de minister van Economische Zaken
//   de Ministers van Buitenlandse Zaken en van Justitie en Veiligheid
//   Minister Veldkamp (Buitenlandse Zaken), mede namens de Minister van Asiel en Migratie
#pragma once

#include <string_view>
#include <vector>

#include "parse/document.h"

namespace kl::parse {

// All officials named in `where`.
[[nodiscard]] std::vector<Official> read_officials(std::string_view text, Span where);

}  // namespace kl::parse
