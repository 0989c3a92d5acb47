// Writes a small utf8proc_data.c: trim_utf8proc OUT. Compiled with the full one on the include path, run during the build.
//
// Kamerloep asks two things of utf8proc: the category of a character, and its decomposition for folding. What else the
// tables know (direction, width, boundaries, composition, other cases) makes nearly every character a row of its own.
// Without it, and with decompositions and case only of European scripts (the others are read as they are), the tables
// shrink from 330 KB to 150 KB, and from 49 KB to 17 KB in the page's download.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8proc.h"
#include "utf8proc_data.c"

enum { CODE_POINTS = 0x110000, BLOCK = 256, MAX = 20000 };

static int full(int c) { return utf8proc_stage2table[utf8proc_stage1table[c >> 8] + (c & 0xFF)]; }

static int within(int c, int first, int last) { return c >= first && c <= last; }
// Latin, Greek, Cyrillic, Armenian, Georgian and their neighbours, with ligatures and full-width forms.
static int folds(int c) {
    return within(c, 0, 0x2DFF) || within(c, 0xA640, 0xA69F) || within(c, 0xA720, 0xA7FF) || within(c, 0xFB00, 0xFB06) ||
           within(c, 0xFF00, 0xFF5E);
}

// --- sequences that are still used ---
static uint16_t sequences[MAX];
static int sequence_count;

// An index into utf8proc_sequences: the low 14 bits say where, the high two how many code points but one; 3: the first
// entry says it.
static int kept_sequence(int index) {
    if (index == UINT16_MAX) return UINT16_MAX;
    const uint16_t* from = &utf8proc_sequences[index & 0x3FFF];
    const uint16_t* end = from;
    int left = index >> 14;
    if (left >= 3) left = *end++;
    for (; left >= 0; --left) end += (*end & 0xF800) == 0xD800 ? 2 : 1;
    const int size = (int)(end - from);
    for (int i = 0; i + size <= sequence_count; ++i)
        if (memcmp(sequences + i, from, sizeof *from * (size_t)size) == 0) return (index & 0xC000) | i;
    memcpy(sequences + sequence_count, from, sizeof *from * (size_t)size);
    sequence_count += size;
    if (sequence_count > 0x3FFF) abort();
    return (index & 0xC000) | (sequence_count - size);
}

typedef struct {
    int category, decomp_type, decomp, casefold, ignorable;
} Row;
static Row rows[MAX];
static int row_count;

static int known[2][MAX];  // by folds and full row: the row, plus one

static int row_of(int c) {
    int* row_known = &known[folds(c)][full(c)];
    if (*row_known != 0) return *row_known - 1;
    const utf8proc_property_t* p = &utf8proc_properties[full(c)];
    Row row = {p->category, p->decomp_type, UINT16_MAX, UINT16_MAX, p->ignorable};
    if (folds(c)) {
        row.decomp = kept_sequence(p->decomp_seqindex);
        row.casefold = kept_sequence(p->casefold_seqindex);
    } else {
        row.decomp_type = 0;
    }
    int i = 0;
    while (i < row_count && memcmp(&rows[i], &row, sizeof row) != 0) ++i;
    rows[i] = row;
    if (i == row_count) ++row_count;
    *row_known = i + 1;
    return i;
}

static uint16_t blocks[CODE_POINTS / BLOCK][BLOCK];
static int block_count, stage1[CODE_POINTS / BLOCK];

int main(int argc, char** argv) {
    FILE* out = argc == 2 ? fopen(argv[1], "w") : NULL;
    if (out == NULL) return 1;
    row_of(0x378);  // unassigned: utf8proc wants it first, for code points out of range
    for (int b = 0; b < CODE_POINTS / BLOCK; ++b) {
        for (int i = 0; i < BLOCK; ++i) blocks[block_count][i] = (uint16_t)row_of(b * BLOCK + i);
        int same = 0;
        while (memcmp(blocks[same], blocks[block_count], sizeof blocks[0]) != 0) ++same;
        stage1[b] = same * BLOCK;
        if (same == block_count) ++block_count;
    }
    fprintf(out, "static const utf8proc_uint16_t utf8proc_sequences[] = {");
    for (int i = 0; i < sequence_count; ++i) fprintf(out, "%u,", sequences[i]);
    fprintf(out, "};\nstatic const utf8proc_uint16_t utf8proc_stage1table[] = {");
    for (int b = 0; b < CODE_POINTS / BLOCK; ++b) fprintf(out, "%d,", stage1[b]);
    fprintf(out, "};\nstatic const utf8proc_uint16_t utf8proc_stage2table[] = {\n");
    for (int b = 0; b < block_count; ++b)
        for (int i = 0; i < BLOCK; ++i) fprintf(out, i == BLOCK - 1 ? "%u,\n" : "%u,", blocks[b][i]);
    fprintf(out, "};\nstatic const utf8proc_property_t utf8proc_properties[] = {\n");
    for (int i = 0; i < row_count; ++i)
        fprintf(out, "{%d,0,0,%d,%d,%d,65535,65535,65535,65535,0,0,%d,0,1,0,0},\n", rows[i].category, rows[i].decomp_type,
                rows[i].decomp, rows[i].casefold, rows[i].ignorable);
    fprintf(out, "};\nstatic const utf8proc_uint16_t utf8proc_combinations[] = {0,0};\n");
    return fclose(out);
}
