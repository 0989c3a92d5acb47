// What tells a sentence of a question from one of an answer: words and their weights, in tenths. Above 0: it asks.
#pragma once

#include <cstdint>
#include <string_view>

namespace kl::parse {

struct Cue {
    std::string_view words;  // lower case; whole words
    int weight = 0;
};

// Of the sentence itself.
constexpr int first_question_mark = 200;  // of the item: nearly always the question's, whatever stands before it
constexpr int question_mark = 30;
constexpr int statement = -22;
constexpr int short_statement = -7;  // "Zie vraag 12", "Zo ja, graag."
constexpr uint32_t short_bytes = 40;
constexpr int answering = -30;             // an opening that answers
constexpr int asking_only = 50;            // … that no answer has
constexpr int asking = 25;                 // an opening that asks, whatever follows
constexpr int locator = 40;                // "(Blz. 17)", "(excelbestand)"
constexpr int paragraph_ends_always = 70;  // … as it does everywhere in the document
constexpr int paragraph_ends = 20;         // the answer begins with a paragraph of its own

// At its beginning; the first that fits counts, so the longer ones come first.
constexpr Cue opening_cues[] = {
    // The one who asks.
    {"graag verwijzen", -40},
    {"graag verwijs", -40},
    {"graag", 60},
    {"gaarne", 60},
    {"zo ja", 40},
    {"zo nee", 40},
    {"zo neen", 40},
    {"zo niet", 40},
    {"indien nee", 30},
    {"indien ja", 30},
    {"kunt u", 50},
    {"kan u", 50},
    {"wilt u", 50},
    {"deelt u", 50},
    {"bent u", 50},
    {"acht u", 50},
    {"vindt u", 50},
    {"hoe beoordeelt", 50},
    {"klopt", 50},
    {"kan de", 30},
    {"kan het", 30},
    {"kan er", 30},
    {"kan", 20},
    {"kunnen", 20},
    {"op welke", 40},
    {"in welke", 40},
    {"in hoeverre", 30},
    {"in hoeveel", 30},
    {"waarom", 40},
    {"welke", 40},
    {"welk", 40},
    {"wat", 25},
    {"hoe", 25},
    {"hoeveel", 30},
    {"is er", 25},
    {"zijn er", 25},
    {"en hoe", 20},
    {"en zo", 30},
    {"met andere woorden", 20},
    // The one who answers.
    {"ja", -50},
    {"nee", -50},
    {"neen", -50},
    {"wij", -50},
    {"we", -50},
    {"ons", -30},
    {"onze", -30},
    {"in ons", -40},
    {"uit ons", -40},
    {"zoals", -20},
    {"helaas", -30},
    {"deze vraag", -50},
    {"deze vragen", -50},
    {"de vraag", -30},
    {"uw vraag", -50},
    {"u vraagt", -60},
    {"u vroeg", -60},
    {"het antwoord", -40},
    {"voor het antwoord", -50},
    {"voor de beantwoording", -50},
    {"voor beantwoording", -50},
    {"hiervoor", -40},
    {"daarvoor", -40},
    {"hiernaar", -40},
    {"daarnaar", -40},
    {"hier", -25},
    {"dit", -15},
    {"dat", -15},
    {"dat klopt", -50},
    {"het klopt", -40},
    {"het is aan", -40},
    {"volgens ons", -40},
    {"ik", -40},
    {"mij", -20},
    {"de algemene rekenkamer heeft", -20},
    {"op basis van ons", -30},
    {"op grond van ons", -30},
    {"naar aanleiding van ons", -30},
    {"zie het antwoord", -30},
    {"zie de antwoorden", -30},
    {"zie antwoord", -30},
    {"zie ook", -30},
    {"zie ons", -30},
    {"zie onze", -30},
    {"zie mijn", -30},
    {"zie hiervoor", -30},
    {"zie daarvoor", -30},
    {"zie verder", -30},
    {"zie de", -20},
    {"zie", -3},
};

// Anywhere in it.
constexpr Cue inner_cues[] = {
    {"wij", -20},
    {"we", -20},
    {"ons", -15},
    {"onze", -15},
    {"verwijzen", -20},
    {"niet onderzocht", -20},
    {"geen onderzoek", -20},
    {"kunt u", 15},
    {"bent u", 15},
    {"graag een", 15},
};

}  // namespace kl::parse
