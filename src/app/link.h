// Links that restore the same view: "#q=…&ministerie=BZ&thema=handel&item=kst-36696-4/5&taal=nl". A repeated parameter
// gives several values; values are percent-encoded; unknown parameters and nonsense values are ignored.
//   q · ministerie · raakt · thema · trefwoord · soort · jaar · item · volgorde (relevantie, document, nieuwste) · taal
//   (nl, en) weergave (canvas, pagina) · bron=1 · afgeleid=0 ("Raakt ook" off)
// Defaults are left out, so that an untouched view has an empty link.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace kl::app {

[[nodiscard]] std::string to_link(const State& state);
// `state` with what the link says; what the link does not say gets its default, except language, colour scheme and
// notices.
[[nodiscard]] State from_link(State state, std::string_view hash);

}  // namespace kl::app
