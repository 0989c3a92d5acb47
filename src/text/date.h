// Calendar dates as ISO 8601 text, and Dutch written dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace kl::text {

struct Date {
    int year = 0;   // 0: no date
    int month = 0;  // 1-12; 0 when only the year is known
    int day = 0;    // 1-31; 0 when unknown

    [[nodiscard]] bool known() const { return year != 0; }
    friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

struct DateSpan {
    Date date;
    Span span;
};

// The first written date at or after `from`: "12 februari 2026", "12-02-2026", "2026-02-12", tolerant of a lost blank
// ("12februari2026") and of OCR case. Only complete dates.
[[nodiscard]] std::optional<DateSpan> find_date(std::string_view utf8, size_t from = 0);

[[nodiscard]] std::string iso(Date date);  // "2026-02-12"; "" when unknown
[[nodiscard]] std::optional<Date> from_iso(std::string_view iso);

// The parliamentary year ("20252026") a date falls in: it starts on the third Tuesday of September (Prinsjesdag).
[[nodiscard]] std::string session_year(Date date);

}  // namespace kl::text
