#include "app/action.h"

#include "cases.h"

using namespace kl;
using namespace kl::app;

TEST_CASE("actions: JSON cases") {
    for (const auto& row : test::cases("actions.txt", " => ")) {
        REQUIRE(row.size() == 2);
        CAPTURE(row[0]);
        const auto action = action_from_json(row[0]);
        CHECK((action ? to_json(*action) : "-") == row[1]);
        if (action) CHECK(to_json(*action_from_json(to_json(*action))) == row[1]);
    }
}

TEST_CASE("actions: every kind of action has a case") {
    std::vector<bool> seen(std::variant_size_v<Action>, false);
    for (const auto& row : test::cases("actions.txt", " => ")) {
        if (const auto action = action_from_json(row[0])) seen[action->index()] = true;
    }
    for (size_t i = 0; i < seen.size(); ++i) CHECK_MESSAGE(seen[i], i);
}

TEST_CASE("actions: names of facets lead back") {
    for (size_t f = 0; f < search::facet_count; ++f) {
        const auto facet = static_cast<search::Facet>(f);
        CHECK(facet_from_name(facet_name(facet)) == facet);
    }
    CHECK_FALSE(facet_from_name("Ministerie"));
    CHECK_FALSE(facet_from_name(""));
}
