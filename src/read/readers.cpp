#include "read/readers.h"

#include "read/docx.h"
#include "read/html.h"
#include "read/json.h"
#include "read/pdf.h"
#include "read/xml.h"

namespace kl::read {

Readers all_readers() {
    Readers readers;
#ifdef KAMERLOEP_PDF
    readers.pdf = read_pdf;
#endif
    readers.docx = read_docx;
    readers.html = read_html;
    readers.xml = read_xml;
    readers.json = read_json;
    return readers;
}

}  // namespace kl::read
