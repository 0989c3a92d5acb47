#include "text/sort.h"

#include <doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>

using namespace kl;

TEST_CASE("sort: the same as std::stable_sort, for every size") {
    std::mt19937 random(7);
    for (size_t size = 0; size < 300; ++size) {
        std::vector<std::pair<int, size_t>> values;
        for (size_t i = 0; i < size; ++i) values.emplace_back(static_cast<int>(random() % 17), i);
        auto expected = values;
        std::ranges::stable_sort(expected, {}, [](const auto& v) { return v.first; });
        text::sort(values, {}, [](const auto& v) { return v.first; });
        CHECK(values == expected);
    }
}

TEST_CASE("sort: by a member, downwards, and types that only move") {
    std::vector<std::string> words{"b", "c", "a"};
    text::sort(words, std::ranges::greater{});
    CHECK(words == std::vector<std::string>{"c", "b", "a"});
    std::vector<std::unique_ptr<int>> pointers;
    for (const int n : {3, 1, 2}) pointers.push_back(std::make_unique<int>(n));
    text::sort(pointers, {}, [](const auto& p) { return *p; });
    CHECK(*pointers.front() == 1);
    CHECK(*pointers.back() == 3);
}
