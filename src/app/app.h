// The program without a face: documents in, actions in, ViewModel and effects out. The shells (browser, desktop) and
// the tests drive it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "app/update.h"
#include "app/view_model.h"
#include "read/read.h"
#include "search/corpus.h"

namespace kl::app {

// Who brought a document: the page (its own, or what the host named) or the user.
enum class Origin : uint8_t { given, added };

// What became of a file: the ids of its documents (none: it could not be read) and what the user should be told.
struct Added {
    std::vector<std::string> documents;
    std::vector<Notice> notices;
};
[[nodiscard]] std::string to_json(const Added& added);  // {"documents": [id…], "notices": [a Notice as in ShowNotice…]}

class App {
public:
    explicit App(const read::Readers& readers = {});  // with the embedded vocabularies and strings
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Reads, parses and annotates a file and adds it; an error becomes a notice and changes nothing else.
    // Call `commit` after the last of a batch: the index is built once.
    bool add_file(std::string_view bytes, std::string_view name);
    // The same without a word to the user: who adds many files sums up.
    [[nodiscard]] Added take_file(std::string_view bytes, std::string_view name, Origin origin);
    [[nodiscard]] Added take_source(read::SourceText source, Origin origin);  // what another module has read
    void commit();
    void load_failed(std::string_view what);  // a notice with "Probeer opnieuw"
    void set_loading(uint32_t documents);
    void add_strings(std::string_view tsv);  // words that only a part loaded later needs

    void dispatch(const Action& action);
    [[nodiscard]] std::vector<Effect> take_effects();

    [[nodiscard]] const ViewModel& view_model();  // derived when something changed
    [[nodiscard]] uint64_t revision() const;      // grows with every change: a face draws again when it differs
    [[nodiscard]] const State& state() const;
    [[nodiscard]] const search::Corpus& corpus() const;
    [[nodiscard]] DocumentsView documents() const;
    [[nodiscard]] const Strings& strings() const;
    [[nodiscard]] const annotate::Vocabulary& vocabulary() const;
    void set_page_address(std::string_view address);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kl::app
