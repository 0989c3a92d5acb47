// Everything the user has chosen. Written by `update` alone; what is shown follows from Corpus + State (view_model.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/strings.h"
#include "search/search.h"
#include "text/diagnostic.h"

namespace kl::app {

enum class View : uint8_t { canvas, page };  // page: the HTML mirror ("Leesweergave")
enum class ColorScheme : uint8_t { system, light, dark };
enum class Pane : uint8_t { results, filters, answer };  // which pane a narrow screen shows

// One sentence to the user, until dismissed.
struct Notice {
    enum class Level : uint8_t { info, warning, error } level = Level::info;
    std::string key;  // row of strings.tsv
    std::vector<std::string> args;
    bool retry = false;      // offers "Probeer opnieuw" (documents that failed to load)
    bool transient = false;  // leaves by itself ("Gekopieerd")
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct State {
    std::string query;
    bool typing = true;  // the query's last word is still being typed: it is a prefix
    search::Filters filters;
    search::Order order = search::Order::relevance;
    std::string item;  // id of the open item, "" when none
    Language language = Language::nl;
    ColorScheme scheme = ColorScheme::system;
    View view = View::canvas;
    Pane pane = Pane::results;
    bool source = false;  // "bekijk bron" is open
    bool help = false;
    bool documents = false;             // the list of documents is open
    uint32_t shown = 50;                // result cards made; "Toon meer" adds
    std::vector<std::string> expanded;  // facets shown whole: names as in links ("ministerie", …)
    std::vector<Notice> notices;
    uint32_t loading = 0;            // documents still on their way
    std::vector<std::string> added;  // ids of the documents that the user opened, sorted
};

}  // namespace kl::app
