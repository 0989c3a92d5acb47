// A table is one of three things: questions and answers in columns ("Nr | Vraag | Antwoord"), data, or lay-out.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "read/flow.h"
#include "text/scan.h"

namespace kl::read::flow {
namespace {

using text::Scan;

constexpr size_t most_columns = 64;
constexpr size_t longest_data_cell = 160;  // bytes, on average, of the cells that have words

std::string_view trim(std::string_view words) {
    while (!words.empty() && text::ascii_blank(words.front())) words.remove_prefix(1);
    while (!words.empty() && text::ascii_blank(words.back())) words.remove_suffix(1);
    return words;
}

std::string_view only_words(const Cell& cell) { return cell.size() == 1 ? trim(cell[0].text) : std::string_view{}; }

size_t size_of(const Cell& cell) {
    size_t size = 0;
    for (const Paragraph& paragraph : cell) size += paragraph.text.size();
    return size;
}

bool asks(const Cell& cell) {
    return std::ranges::any_of(cell, [](const Paragraph& p) { return p.text.find('?') != std::string::npos; });
}

enum class Column : uint8_t { other, number, question, answer, place };

// The words above a column.
Column titled(std::string_view words) {
    words = trim(words);
    while (!words.empty() && (words.back() == '.' || words.back() == ':')) words.remove_suffix(1);
    struct Title {
        std::string_view words;
        Column column;
    };
    static constexpr std::array titles{
        Title{"nr", Column::number},          Title{"nummer", Column::number},
        Title{"no", Column::number},          Title{"#", Column::number},
        Title{"vraagnummer", Column::number}, Title{"vraagnr", Column::number},
        Title{"vraag nr", Column::number},    Title{"vraag", Column::question},
        Title{"vragen", Column::question},    Title{"antwoord", Column::answer},
        Title{"antwoorden", Column::answer},  Title{"beantwoording", Column::answer},
        Title{"bijlage", Column::place},      Title{"blz", Column::place},
        Title{"blz. (van)", Column::place},   Title{"blz. (tot)", Column::place},
        Title{"t/m", Column::place},          Title{"tot", Column::place},
        Title{"pagina", Column::place},       Title{"blz. van", Column::place},
        Title{"(van)", Column::place},        Title{"(t/m)", Column::place},
    };
    for (const Title& title : titles) {
        Scan s{words};
        if (s.literal(title.words) && s.done()) return title.column;
    }
    return Column::other;
}

// "12", "12.", "12)", "Vraag 12", "Vraag 3, 4 en 5": what a cell before a question holds. "" otherwise.
bool is_number_cell(const Cell& cell) {
    const std::string_view words = only_words(cell);
    if (words.empty() || words.size() > 40) return false;
    Scan s{words};
    const bool word = s.literal("vragen") || s.literal("vraag");
    s.blanks();
    int number = 0;
    if (!s.number(number) || number == 0) return false;
    if (word) return true;
    s.any(".):");
    s.blanks();
    return s.done();
}

bool is_answer_cell(const Cell& cell) {
    const std::string_view words = only_words(cell);
    Scan s{words};
    return words.size() <= 40 && s.literal("antwoord");
}

struct Plan {
    std::vector<Column> columns;
    size_t first_row = 0;  // after the titles
};

std::optional<Plan> plan_by_titles(const Table& table) {
    const Row& head = table.front();
    Plan plan;
    bool question = false;
    size_t known = 0;
    for (const Cell& cell : head) {
        const Column column = titled(only_words(cell));
        question = question || column == Column::question;
        if (column != Column::other) ++known;
        plan.columns.push_back(column);
    }
    plan.first_row = 1;
    if (!question || known < 2 || table.size() < 2) return std::nullopt;
    return plan;
}

std::optional<Plan> plan_by_cells(const Table& table, size_t width) {
    if (width < 2 || width > 4) return std::nullopt;
    size_t numbers = 0, others = 0, asking = 0, third = 0;
    for (const Row& row : table) {
        if (row.empty()) continue;
        if (is_number_cell(row[0])) {
            ++numbers;
            if (row.size() > 1 && asks(row[1])) ++asking;
            if (row.size() > 2 && size_of(row[2]) > 0) ++third;
        } else if (!row[0].empty() && !is_answer_cell(row[0])) {
            ++others;
        }
    }
    if (numbers > 0 && asking * 2 >= numbers && asking > 0 && others * 4 <= numbers) {
        Plan plan;
        plan.columns = {Column::number, third * 2 > numbers ? Column::question : Column::other};
        if (plan.columns[1] == Column::question) plan.columns.push_back(Column::answer);
        return plan;
    }
    if (width != 2) return std::nullopt;
    // A column that asks beside one that does not.
    size_t rows = 0, questions = 0, back = 0;
    for (const Row& row : table) {
        if (row.size() < 2 || row[0].empty()) continue;
        ++rows;
        if (trim(row[0].back().text).ends_with('?')) ++questions;
        if (asks(row[1])) ++back;
    }
    if (rows < 2 || questions * 10 < rows * 8 || back * 2 > rows) return std::nullopt;
    return Plan{{Column::question, Column::answer}, 0};
}

void move_to(Paragraphs& out, Cell& cell, Role role) {
    for (Paragraph& paragraph : cell) {
        if (paragraph.role == Role::unknown && role != Role::unknown) paragraph.role = role;
        out.push_back(std::move(paragraph));
    }
}

void label(Paragraphs& out, Cell* cell, Role role) {
    Paragraph words;
    if (cell != nullptr && !cell->empty()) words = std::move(cell->front());
    words.role = role;
    words.tight = false;
    out.push_back(std::move(words));
}

void questions_and_answers(Table& table, const Plan& plan, Paragraphs& out) {
    for (size_t r = 0; r < plan.first_row; ++r) {
        for (Cell& cell : table[r]) move_to(out, cell, Role::furniture);
    }
    const auto column = [&plan](size_t c) { return c < plan.columns.size() ? plan.columns[c] : Column::other; };
    const bool numbered = std::ranges::find(plan.columns, Column::number) != plan.columns.end();
    const bool separate = std::ranges::find(plan.columns, Column::answer) != plan.columns.end();
    for (size_t r = plan.first_row; r < table.size(); ++r) {
        Row& row = table[r];
        const bool wide = row.size() == 1 && plan.columns.size() > 1;  // a heading across the columns
        if (wide) {
            move_to(out, row[0], Role::heading);
            continue;
        }
        bool opened = false;
        for (size_t c = 0; c < row.size(); ++c) {
            Cell& cell = row[c];
            switch (column(c)) {
                case Column::number:
                    if (is_number_cell(cell)) {
                        label(out, &cell, Role::question_label);
                        opened = true;
                    } else if (is_answer_cell(cell)) {
                        label(out, &cell, Role::answer_label);
                    } else {
                        move_to(out, cell, Role::unknown);
                    }
                    break;
                case Column::question:
                    if (!opened && !cell.empty() && (!numbered || separate)) label(out, nullptr, Role::question_label);
                    move_to(out, cell, separate ? Role::question : Role::unknown);
                    break;
                case Column::answer:
                    if (size_of(cell) == 0) break;
                    label(out, nullptr, Role::answer_label);
                    move_to(out, cell, Role::answer);
                    break;
                case Column::place: move_to(out, cell, Role::furniture); break;
                case Column::other: move_to(out, cell, Role::unknown); break;
            }
        }
    }
}

bool is_data(const Table& table, size_t width) {
    if (table.size() < 2 || width < 2) return false;
    size_t cells = 0, size = 0;
    for (const Row& row : table) {
        for (const Cell& cell : row) {
            if (cell.empty()) continue;
            ++cells;
            size += size_of(cell);
        }
    }
    return cells > 0 && size <= cells * longest_data_cell;
}

void data(Table& table, Paragraphs& out) {
    bool first = true;
    for (Row& row : table) {
        Paragraph line;
        line.role = Role::table;
        line.tight = !first;
        for (size_t c = 0; c < row.size(); ++c) {
            if (c > 0) line.text += '\t';
            for (size_t p = 0; p < row[c].size(); ++p) {
                Paragraph& part = row[c][p];
                if (p > 0) line.text += ' ';
                const auto shift = static_cast<uint32_t>(line.text.size());
                std::ranges::replace(part.text, '\n', ' ');
                line.text += part.text;
                for (const PlacedMark& mark : part.marks) {
                    line.marks.push_back({mark.begin + shift, mark.size, mark.note});
                }
            }
        }
        if (trim(line.text).empty()) continue;
        out.push_back(std::move(line));
        first = false;
    }
}

}  // namespace

void lay_out_table(Table table, Paragraphs& out) {
    size_t width = 0;
    for (Row& row : table) {
        while (!row.empty() && size_of(row.back()) == 0) row.pop_back();
        width = std::max(width, row.size());
    }
    std::erase_if(table, [](const Row& row) { return row.empty(); });
    if (table.empty()) return;
    if (width >= 2 && width <= most_columns) {
        if (const auto plan = plan_by_titles(table)) return questions_and_answers(table, *plan, out);
        if (const auto plan = plan_by_cells(table, width)) return questions_and_answers(table, *plan, out);
    }
    if (is_data(table, width)) return data(table, out);
    for (Row& row : table) {
        for (Cell& cell : row) move_to(out, cell, Role::unknown);
    }
}

}  // namespace kl::read::flow
