// DOCX, HTML, XML and JSON: what is read of them, what they are not, and files made to do harm.
#include <doctest.h>

#include <algorithm>

#include "formats.h"
#include "read/readers.h"
#include "read/source_text_json.h"
#include "text/utf8.h"

namespace kl::test {
namespace {

std::string error_of(const std::string& bytes) {
    const auto result = read::read(bytes, "x", read::all_readers());
    if (result) return "";
    std::string out = result.error().code;
    for (size_t i = 1; i < result.error().args.size(); ++i) out += " " + result.error().args[i];
    return out;
}

read::SourceText source_of(const std::string& bytes) {
    auto sources = read::read(bytes, "x", read::all_readers());
    REQUIRE(sources);
    REQUIRE(!sources->empty());
    return std::move(sources->front());
}

std::string text_of(const std::string& bytes) { return source_of(bytes).text; }

std::string fact(const read::SourceText& source, std::string_view field) {
    for (const auto& one : source.stated) {
        if (one.field == field) return one.value;
    }
    return "";
}

bool has_diagnostic(const read::SourceText& source, std::string_view code) {
    return std::ranges::any_of(source.diagnostics, [code](const Diagnostic& one) { return one.code == code; });
}

std::string repeated(std::string_view words, size_t times) {
    std::string out;
    out.reserve(words.size() * times);
    for (size_t i = 0; i < times; ++i) out += words;
    return out;
}

// Whatever it is, it gives a text whose spans hold, or an error.
void survives(const std::string& bytes) {
    const auto sources = read::read(bytes, "x", read::all_readers());
    if (!sources) {
        CHECK(!sources.error().code.empty());
        return;
    }
    for (const auto& source : *sources) {
        CHECK(text::is_valid(source.text));
        CHECK(read::source_text_from_json(read::to_json(source)));
    }
}

std::string paragraph(const std::string& words, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

std::string numbered(const std::string& words, const std::string& list, const std::string& level = "0") {
    return paragraph(words, "<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
}

}  // namespace

TEST_CASE("DOCX: the numbers that Word shows") {
    CHECK(text_of(docx_with(numbered("Hoe?", "3") + numbered("Wat?", "3") + numbered("a", "3", "1") +
                            numbered("b", "3", "1") + numbered("diep", "3", "2") + numbered("Wie?", "3") +
                            numbered("weer", "3", "1"))) ==
          "1. Hoe?\n\n2. Wat?\n\na) a\n\nb) b\n\n2.b.I diep\n\n3. Wie?\n\na) weer");
    CHECK(text_of(docx_with(numbered("a", "3") + numbered("b", "4") + numbered("c", "3"))) == "1. a\n\n7. b\n\n8. c");
    CHECK(text_of(docx_with(paragraph("Zie:") + numbered("dit", "5") + numbered("dat", "5"))) == "Zie:\n• dit\n• dat");
    CHECK(text_of(docx_with(paragraph("door de stijl", "<w:pStyle w:val=\"Vraagstijl\"/>"))) == "1. door de stijl");
    CHECK(text_of(docx_with("<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:p>" + paragraph("Hoe?") +
                            "<w:p><w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr></w:p>")) == "1.\n\nHoe?");
    CHECK(text_of(docx_with(numbered("geen lijst", "0") + numbered("onbekend", "99"))) == "geen lijst\n\nonbekend");
}

TEST_CASE("DOCX: what is shown is read, what is not is left out") {
    const auto run = [](const std::string& inside) { return "<w:p><w:r>" + inside + "</w:r></w:p>"; };
    CHECK(text_of(docx_with(run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
                                "<w:softHyphen/><w:t>e</w:t>"))) == "a b\nc-de");
    CHECK(text_of(docx_with("<w:p><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins><w:r><w:t>erbij</w:t>"
                            "</w:r></w:ins><w:moveFrom><w:r><w:t>van</w:t></w:r></w:moveFrom></w:p>")) == "erbij");
    CHECK(text_of(docx_with("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>niet</w:t></w:r><w:r><w:rPr><w:vanish "
                            "w:val=\"0\"/></w:rPr><w:t>wel</w:t></w:r></w:p>")) == "wel");
    // The result of a field, not its instructions; one inside the instructions of another is not shown.
    CHECK(
        text_of(docx_with(run("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF </w:instrText><w:fldChar "
                              "w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar "
                              "w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>ja</w:t><w:fldChar "
                              "w:fldCharType=\"end\"/><w:t>!</w:t>"))) == "ja!");
    CHECK(text_of(docx_with(
              "<w:p><w:r><w:t>voor</w:t><w:AlternateContent><w:Choice><w:txbxContent>" + paragraph("kader") +
              "</w:txbxContent></w:Choice><w:Fallback><w:txbxContent>" + paragraph("kader") +
              "</w:txbxContent></w:Fallback></w:AlternateContent><w:t>na</w:t></w:r></w:p>")) == "voorna\n\nkader");
    CHECK(text_of(docx_with("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>samen</w:t></w:r></w:p>" +
                            paragraph("gevoegd"))) == "samengevoegd");
    CHECK(text_of(docx_with(run("<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:t> x</w:t>"))) == "• x");
}

TEST_CASE("DOCX: a mark leads to its note") {
    const auto source = source_of(docx_with(
        "<w:p><w:r><w:t>Eerst.</w:t></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r><w:r><w:t> Dan.</w:t></w:r><w:r>"
        "<w:footnoteReference w:id=\"2\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r></w:p>"));
    CHECK(source.text ==
          "Eerst.1 Dan.*\n\n1 Kamerstuk 21 501-33, nr. 7.\n\n* Dagblad van het Wad, 12 januari 2025, Molens draaien "
          "door.");
    REQUIRE(source.marks.size() == 2);
    CHECK(slice(source.text, source.marks[0].span) == "1");
    CHECK(source.marks[0].note == 1);
    CHECK(slice(source.text, source.marks[1].span) == "*");
    CHECK(source.marks[1].note == 2);
    CHECK(source.lines[1].role == read::Role::note);
}

TEST_CASE("DOCX: parts by other names are found by the relations") {
    ZipWriter zip;
    zip.add("_rels/.rels", "<r><x Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></r>");
    zip.add("word/_rels/document2.xml.rels", "<r><x Type=\"http://x/numbering\" Target=\"numbering2.xml\"/></r>");
    zip.add("word/document2.xml", "<w:document><w:body>" + numbered("Hoe?", "4") + "</w:body></w:document>");
    zip.add("word/numbering2.xml", case_file("molens.docx/numbering.xml"));
    CHECK(text_of(zip.finish()) == "7. Hoe?");
}

TEST_CASE("what looks like a DOCX and is not, is named") {
    const auto zip_of = [](const std::string& path, const std::string& bytes) {
        ZipWriter zip;
        zip.add(path, bytes);
        return zip.finish();
    };
    CHECK(error_of(zip_of("mimetype", "application/vnd.oasis.opendocument.text")) == "unsupported_format ODT");
    CHECK(error_of(zip_of("mimetype", "application/epub+zip")) == "unsupported_format EPUB");
    CHECK(error_of(zip_of("xl/workbook.xml", "<x/>")) == "unsupported_format XLSX");
    CHECK(error_of(zip_of("ppt/presentation.xml", "<x/>")) == "unsupported_format PPTX");
    CHECK(error_of(zip_of("brief.docx", "PK")) == "zip_archive");
    CHECK(error_of(zip_of("word/document.xml", "geen xml")) == "xml_broken");
    CHECK(error_of("PK\x03\x04 en verder niets") == "zip_broken");
    const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    const auto wide = [](std::string_view ascii) {
        std::string out;
        for (const char c : ascii) out += {c, '\0'};
        return out;
    };
    CHECK(error_of(ole + wide("EncryptedPackage")) == "encrypted");
    CHECK(error_of(ole + wide("WordDocument")) == "unsupported_format DOC");
    CHECK(error_of("{\\rtf1 Vraag 1}") == "unsupported_format RTF");
    ZipWriter locked;
    locked.flags = 1;
    locked.add("word/document.xml", "<a/>");
    CHECK(error_of(locked.finish()) == "encrypted");
}

TEST_CASE("a zip that unpacks to far more than it is, is refused") {
    ZipWriter body;
    body.add_bomb("word/document.xml", size_t{64} << 20);
    CHECK(error_of(body.finish()) == "zip_bomb");
    ZipWriter styles;
    styles.add("word/document.xml", "<w:document><w:body/></w:document>");
    styles.add_bomb("word/styles.xml", size_t{64} << 20);
    CHECK(error_of(styles.finish()) == "zip_bomb");
}

TEST_CASE("files cut off anywhere are survived") {
    for (const std::string& whole :
         {docx_of("molens.docx"), case_file("molens.xml"), case_file("molens.html"), case_file("molens.json")}) {
        for (size_t size = 1; size < whole.size(); size += 1 + whole.size() / 150) survives(whole.substr(0, size));
        std::string damaged = whole;
        for (size_t at = 7; at < whole.size(); at += 1 + whole.size() / 60) {
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            survives(damaged);
        }
    }
}

TEST_CASE("deep and endless files are survived") {
    constexpr size_t deep = 200'000;
    CHECK(error_of("<?xml version=\"1.0\"?>" + repeated("<a>", deep)) == "too_nested");
    CHECK(error_of("<html>" + repeated("<div>", deep)) == "too_nested");
    CHECK(error_of("<html>" + repeated("<table><tr><td>", deep)) == "too_nested");
    CHECK(error_of("<html>" + repeated("<b>", deep) + "x") == "too_nested");
    CHECK(error_of("[" + repeated("[", deep)) == "too_nested");
    CHECK(error_of("{\"a\":" + repeated("[", 10)) == "json_broken");
    survives("<html>" + repeated("<div><table></div></table>", 2000));
    survives("<html>" + repeated("<p><b><i></b>x", 2000));
    survives("<html>" + repeated("<li>", deep));
    survives("<html>" + repeated("<a href=#x>1</a>", deep) + "<p id=x>noot");
    survives("<kamervragen>" + repeated("<vraag><al>x?</al></vraag>", deep) + "</kamervragen>");
    survives("<kamervragen><al>" + repeated("<noot id=\"a\"><noot.al>x</noot.al></noot>", 20'000) +
             "</al></kamervragen>");
    survives(docx_with(repeated("<w:tbl><w:tr><w:tc>", 2000) + paragraph("diep")));
    survives(docx_with(repeated("<w:p><w:r><w:txbxContent>", 2000)));
}

TEST_CASE("what is no character is no part of the text") {
    for (const std::string bad : {"&#xD800;", "&#56320;", "&#x110000;", "&#x1000000D800;", "&#99999999999;", "\xD7"}) {
        CAPTURE(bad);
        const std::string paragraph = "<w:p><w:r><w:t>Wat" + bad + " nu?</w:t></w:r></w:p>";
        for (const std::string& bytes :
             {"<?xml version=\"1.0\"?><officiele-publicatie><al>Wat" + bad + " nu?</al></officiele-publicatie>",
              docx_with(paragraph)}) {
            const read::SourceText source = source_of(bytes);
            CHECK(text::is_valid(source.text));
            CHECK(source.text.find(" nu?") != std::string::npos);
        }
    }
}

TEST_CASE("XML: marks, lists, facts") {
    const auto source = source_of(case_file("molens.xml"));
    CHECK(fact(source, "kind") == "aanhangsel");
    CHECK(fact(source, "id") == "ah-tk-20242025-1999");
    CHECK(fact(source, "session_year") == "20242025");
    CHECK(fact(source, "date") == "2025-02-20");
    CHECK(source.marks.size() == 2);

    const auto paper = source_of(
        "<kamerstuk><kamerstukkop><tekstregel inhoud=\"vergaderjaar\">Vergaderjaar "
        "2025–2026</tekstregel></kamerstukkop>"
        "<dossier><dossiernummer><dossiernr>12 345</dossiernr><begrotingshoofdstuk>XIV</begrotingshoofdstuk>"
        "</dossiernummer><titel>Molenwet</titel></dossier><stuk><stuknr>Nr. <ondernummer kamer=\"2\">6</ondernummer>"
        "</stuknr><titel>LIJST VAN VRAGEN EN ANTWOORDEN</titel><datumtekst>Vastgesteld <datum isodatum=\"2026-02-12\">"
        "12 februari 2026</datum></datumtekst><algemeen><vrije-tekst><tekst><al>Waarom &euml;n hoe?</al></tekst>"
        "</vrije-tekst></algemeen></stuk></kamerstuk>");
    CHECK(fact(paper, "kind") == "lijst");
    CHECK(fact(paper, "dossier") == "12345-XIV");
    CHECK(fact(paper, "number") == "6");
    CHECK(fact(paper, "id") == "kst-12345-XIV-6");
    CHECK(fact(paper, "date") == "2026-02-12");
    CHECK(fact(paper, "title") == "Molenwet");
    CHECK(paper.text.find("Waarom ën hoe?") != std::string::npos);
    CHECK(paper.text.find("12 345 XIV") != std::string::npos);

    // Old publications: the notes stand at the end, their marks refer to them.
    const auto old = source_of(
        "<vragen><vraagnummer>12</vraagnummer><omschr>Vragen van het lid Kiezel</omschr><vraag><nummer>1</nummer>"
        "<al>Kent u dit?<nootref refid=\"n1\">1</nootref></al></vraag><noot id=\"n1\"><noot.nr>1</noot.nr>"
        "<al>Courant</al></noot></vragen>");
    CHECK(fact(old, "kind") == "kamervragen");
    CHECK(old.text == "12\n\nVragen van het lid Kiezel\n\n1\n\nKent u dit?1\n\n1 Courant");
    REQUIRE(old.marks.size() == 1);
    CHECK(old.marks[0].note == 4);
}

TEST_CASE("XML that is something else is named") {
    CHECK(error_of("<metadata_gegevens><metadata name=\"DC.identifier\" content=\"kst-1-2\"/></metadata_gegevens>") ==
          "metadata_only");
    CHECK(error_of("<rss><channel/></rss>") == "search_answer");
    CHECK(error_of("<?xml version=\"1.0\"?><srw:searchRetrieveResponse/>") == "search_answer");
    CHECK(error_of("<?xml version=\"1.0\"?><office:document/>") == "unsupported_format ODT");
    CHECK(error_of("<?xml version=\"1.0\"?><recept><stap>Roer.</stap></recept>") == "xml_other recept");
    const auto other = source_of("<?xml version=\"1.0\"?><brief><p>Vraag 1</p><p>Waarom?</p></brief>");
    CHECK(other.text == "Vraag 1\n\nWaarom?");
    CHECK(has_diagnostic(other, "xml_other"));
    const auto cut = source_of("<kamervragen><vraag><al>Waarom?</al></vraag><vraag><al>En");
    CHECK(has_diagnostic(cut, "cut_off"));
    const auto latin = source_of(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><vragen><vraag><al>Financi\xEBn?</al></vraag></vragen>");
    CHECK(latin.text == "Financiën?");
    CHECK(has_diagnostic(latin, "windows_1252"));
}

TEST_CASE("HTML: what a page shows as its text") {
    const auto body = [](const std::string& inside) { return "<!DOCTYPE html><body>" + inside; };
    CHECK(text_of(body("<nav>Menu</nav><main><h1>Kop</h1><p>Een\n  zin <b>vet</b>.</p></main><footer>Voet</footer>")) ==
          "Kop\n\nEen zin vet.");
    CHECK(text_of(body("<script>x</script><style>y</style><p hidden>weg<p>a<br>b<br><br>c")) == "a\nb\n\nc");
    CHECK(text_of(body("<ol start=3><li>drie<li>vier</ol><ul><li>a<li>– b</ul>")) == "3. drie\n\n4. vier\n• a\n– b");
    CHECK(text_of(body("<p>m<sup>2</sup> en woord<sup>3</sup></p>")) == "m2 en woord3");
    CHECK(source_of(body("<p>m<sup>2</sup> en woord<sup>3</sup></p>")).marks.size() == 1);
    CHECK(text_of(body("<table><tr><td>a<td>b<tr><td>c<td>d</table>")) == "a\tb\nc\td");
    CHECK(text_of("<html><body><p>Financi\xEBn &eacute;n meer") == "Financiën én meer");
    CHECK(error_of(body("<script>alles</script>")) == "empty_file");

    const auto notes = source_of(
        body("<p>Zin.<sup><a href=\"#fn1\" id=r1>1</a></sup> Meer.</p><ol><li id=fn1>Bron <a href=\"#r1\">↩</a></ol>"));
    CHECK(notes.text == "Zin.1 Meer.\n\n1 Bron");
    REQUIRE(notes.marks.size() == 1);
    CHECK(notes.marks[0].note == 1);
}

TEST_CASE("JSON: the open data hold facts, no text") {
    const auto zaak = source_of(
        R"({"@odata.context": "x", "value": [{"Id": "a", "Nummer": "2024Z18775", "Soort": "Schriftelijke vragen",
        "Titel": "Titel", "Onderwerp": "Molens", "GestartOp": "2024-11-12T00:00:00+01:00", "Vergaderjaar": "2024-2025",
        "ZaakActor": [{"ActorNaam": "K. Kiezel", "ActorFractie": "Blauw", "Relatie": "Indiener", "Functie": "Tweede Kamerlid"},
        {"ActorNaam": "Z. Wind", "Relatie": "Gericht aan", "Functie": "minister van Economische Zaken"}]}]})");
    CHECK(fact(zaak, "id") == "kv-tk-2024Z18775");
    CHECK(fact(zaak, "kind") == "kamervragen");
    CHECK(fact(zaak, "date") == "2024-11-12");
    CHECK(fact(zaak, "submitter") == "K. Kiezel (Blauw)");
    CHECK(fact(zaak, "addressee") == "minister van Economische Zaken");
    CHECK(fact(zaak, "title") == "Molens");
    CHECK(has_diagnostic(zaak, "open_data_facts"));

    const auto document = source_of(
        R"({"DocumentNummer": "2025D46149", "Soort": "Antwoord schriftelijke vragen", "Onderwerp": "Antwoord",
        "Datum": "2025-02-20T00:00:00+01:00", "Vergaderjaar": "2024-2025", "Aanhangselnummer": "242501244"})");
    CHECK(fact(document, "id") == "ah-tk-20242025-1244");
    CHECK(fact(document, "kind") == "aanhangsel");
    const auto paper = source_of(
        R"({"Soort": "Lijst van vragen en antwoorden", "DocumentNummer": "2025D1", "Onderwerp": "Lijst", "Volgnummer": 4,
        "Kamerstukdossier": [{"Nummer": 36696, "Toevoeging": null, "Titel": "Molenwet"}]})");
    CHECK(fact(paper, "id") == "kst-36696-4");
    CHECK(error_of(R"({"error": {"code": "x", "message": "niet gevonden"}})") == "open_data_error niet gevonden");
    CHECK(error_of(R"({"value": []})") == "json_other");
    CHECK(error_of(R"({"naam": "iets anders"})") == "json_other");
    CHECK(error_of(R"({"a": )") == "json_broken");
}

}  // namespace kl::test
