// What a publication in XML says about itself: its metadata, and the elements of its head.
#pragma once

#include <string>
#include <vector>

#include "read/publication.h"
#include "read/xml_tree.h"

namespace kl::read {

// All words below `node` but those of its notes; with `apart`, a blank between elements.
[[nodiscard]] std::string words_of(pugi::xml_node node, bool apart = false);

class XmlFacts {
public:
    void collect(const pugi::xml_document& tree);

    [[nodiscard]] bool known() const { return known_; }          // a publication of officielebekendmakingen.nl
    [[nodiscard]] bool questions() const { return questions_; }  // <kamervragen>, <vragen>
    [[nodiscard]] std::vector<StatedFact> take();

private:
    void fact(pugi::xml_node node, std::string_view name);
    void described(pugi::xml_node node);
    void state_kind();

    PublicationFacts facts_;
    std::string number_, title_, within_;
    bool known_ = false, questions_ = false, answers_ = false, remark_ = false, described_answer_ = false;
};

}  // namespace kl::read
