#include "read/readers.h"

#include "read/pdf.h"

namespace kl::read {

Readers all_readers() {
    Readers readers;
#ifdef KAMERLOEP_PDF
    readers.pdf = read_pdf;
#endif
    return readers;
}

}  // namespace kl::read
