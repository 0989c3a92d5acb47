// unicode_tables HEADER SOURCE: writes what the text room asks of Unicode as constant tables, from utf8proc.
//
// Runs during the build, on the host. Both tables have two stages (block of 256 or 128 code points, then the code point
// in it; equal blocks are kept once): looked up directly, so that nothing is decoded at start-up. The run-length forms
// that were tried win 1 KB of the download and lose it again to their decoder.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fold_ranges.h"
#include "utf8proc.h"

enum { CODE_POINTS = 0x110000 };

static void fail(const char* why, int c) {
    fprintf(stderr, "unicode_tables: %s (U+%04X)\n", why, (unsigned)c);
    exit(1);
}

// --- classes ---------------------------------------------------------------------------------------------
// The order is the header's enum.
enum { OTHER, UPPER, LOWER, LETTER, DIGIT, SPACE, MARK, INVISIBLE };

static int is_folded(int c) {
    for (size_t i = 0; i < sizeof fold_ranges / sizeof *fold_ranges; ++i)
        if (c >= fold_ranges[i][0] && c <= fold_ranges[i][1]) return 1;
    return 0;
}

// utf8proc's folding of one code point; its size.
static int decompose(int c, utf8proc_int32_t parts[32]) {
    int boundary = 0;
    const utf8proc_option_t options = (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                          UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const utf8proc_ssize_t count = utf8proc_decompose_char(c, parts, 32, options, &boundary);
    if (count < 0 || count > 32) fail("cannot be decomposed", c);
    return (int)count;
}

static int class_of(int c) {
    utf8proc_int32_t parts[32];
    const int dropped = decompose(c, parts) == 0;
    int class = OTHER;
    switch (utf8proc_get_property(c)->category) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LT: class = UPPER; break;
        case UTF8PROC_CATEGORY_LL: class = LOWER; break;
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC: class = LETTER; break;
        case UTF8PROC_CATEGORY_ND: class = DIGIT; break;
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP: return SPACE;
        default:
            // Blanks of old standards and of no width, which part words all the same.
            if (c == 0x85 || c == 0x200B || c == 0xFEFF || (c >= '\t' && c <= '\r')) return SPACE;
    }
    if (!dropped) return class;
    if (class == LETTER) return MARK;
    if (class != OTHER) fail("a cased letter or digit that folding drops", c);
    return INVISIBLE;
}

// --- folding ---------------------------------------------------------------------------------------------
// Typographic marks and letters that Unicode does not decompose to their plain form.
static int plain(int c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x00B4:
        case 0x0060: return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB: return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return '-';
        case 0x00F8:
        case 0x00D8: return 'o';
        case 0x0142:
        case 0x0141: return 'l';
        case 0x0131: return 'i';
        default: return c;
    }
}

// Foldings to several code points: a size, then as many bytes of UTF-8. Equal ones are kept once.
static unsigned char pool[0x800];
static int pool_size;

static int pooled(const utf8proc_int32_t* parts, int count, int c) {
    unsigned char entry[1 + 32 * 4];
    int size = 1;
    for (int i = 0; i < count; ++i) size += (int)utf8proc_encode_char(parts[i], entry + size);
    entry[0] = (unsigned char)(size - 1);
    for (int at = 0; at < pool_size; at += 1 + pool[at])
        if (memcmp(pool + at, entry, (size_t)size) == 0) return at;
    if (pool_size + size > (int)sizeof pool) fail("no room for its folding: an offset must look like a surrogate", c);
    memcpy(pool + pool_size, entry, (size_t)size);
    pool_size += size;
    return pool_size - size;
}

// What is added to a code point, modulo 2^16, to get its folding; a sum among the surrogates is 0xD800 + an offset in
// the pool. Distances and not results: they repeat, and so compress.
static int fold_of(int c) {
    if (c < 0x80 || !is_folded(c)) return 0;
    const int class = class_of(c);
    if (class == SPACE || class == MARK || class == INVISIBLE) return 0;  // their class says it
    utf8proc_int32_t parts[32] = {plain(c)};
    int count = 1;
    if (parts[0] == c) {
        count = decompose(c, parts);
        for (int i = 0; i < count; ++i) parts[i] = plain(parts[i]);
    }
    if (count == 1 && parts[0] == c) return 0;
    int result = parts[0];
    if (count > 1) result = 0xD800 + pooled(parts, count, c);
    if (result > 0xFFFF) fail("folds to a code point beyond the first plane", c);
    if (((result - c) & 0xFFFF) == 0) fail("folds to itself in the first plane", c);
    return (result - c) & 0xFFFF;
}

// --- two stages ------------------------------------------------------------------------------------------
static unsigned char stage1[CODE_POINTS / 128];
static unsigned short stage2[256 * 256];
static int blocks, stage1_size;

static void two_stages(int (*value)(int), int block, int end) {
    blocks = 0;
    stage1_size = end / block;
    for (int b = 0; b < stage1_size; ++b) {
        unsigned short* fresh = stage2 + blocks * block;
        for (int i = 0; i < block; ++i) fresh[i] = (unsigned short)value(b * block + i);
        int same = 0;
        while (memcmp(stage2 + same * block, fresh, sizeof *fresh * (size_t)block) != 0) ++same;
        stage1[b] = (unsigned char)same;
        if (same == blocks && ++blocks > 255) fail("too many different blocks for a byte", b * block);
    }
}

// --- writing ---------------------------------------------------------------------------------------------
static FILE *header, *source;

static void array(const char* type, const char* name, int size) {
    fprintf(header, "extern const %s %s[%d];\n", type, name, size);
    fprintf(source, "\nconst %s %s[%d] = {", type, name, size);
}

static void number(int i, int value) { fprintf(source, i % 24 == 0 ? "\n%d," : "%d,", value); }

int main(int argc, char** argv) {
    header = argc == 3 ? fopen(argv[1], "w") : NULL;
    source = argc == 3 ? fopen(argv[2], "w") : NULL;
    if (header == NULL || source == NULL) fail("give two files that can be written", 0);
    const char* made = "// Made by tools/unicode_tables from utf8proc %s (Unicode %s).\n";
    fprintf(header, made, utf8proc_version(), utf8proc_unicode_version());
    fprintf(source, made, utf8proc_version(), utf8proc_unicode_version());
    fputs(
        "#pragma once\n#include <cstdint>\n\nnamespace kl::unicode {\n\n"
        "// mark: of its letter, and dropped in folding; invisible: dropped likewise, and no letter.\n"
        "enum class Class : uint8_t { other, upper, lower, letter, digit, space, mark, invisible };\n\n",
        header);
    fputs("#include \"unicode_tables.h\"\n\nnamespace kl::unicode {\n", source);

    two_stages(class_of, 256, CODE_POINTS);
    array("uint8_t", "class_blocks", stage1_size);
    for (int i = 0; i < stage1_size; ++i) number(i, stage1[i]);
    fputs("};\n", source);
    array("uint8_t", "classes", blocks * 128);  // two in a byte, the even code point below
    for (int i = 0; i < blocks * 128; ++i) number(i, stage2[2 * i] | stage2[2 * i + 1] << 4);
    fputs("};\n", source);

    int end = 0;
    for (int c = 0; c < CODE_POINTS; ++c)
        if (is_folded(c)) end = c + 1;
    end = (end + 127) / 128 * 128;
    two_stages(fold_of, 128, end);
    fprintf(header, "inline constexpr uint32_t fold_end = 0x%X;  // no folding from here on\n", end);
    array("uint8_t", "fold_blocks", stage1_size);
    for (int i = 0; i < stage1_size; ++i) number(i, stage1[i]);
    fputs("};\n", source);
    array("uint16_t", "folds", blocks * 128);
    for (int i = 0; i < blocks * 128; ++i) number(i, stage2[i]);
    fputs("};\n", source);
    array("uint8_t", "fold_pool", pool_size);
    for (int i = 0; i < pool_size; ++i) number(i, pool[i]);
    fputs("};\n", source);

    fputs(
        "\ninline Class class_of(char32_t c) {\n"
        "    if (c >= 0x110000) return Class::other;\n"
        "    const unsigned both = classes[class_blocks[c >> 8] * 128u + ((c & 0xFF) >> 1)];\n"
        "    return static_cast<Class>((c & 1) != 0 ? both >> 4 : both & 15);\n"
        "}\n\n"
        "// What is added to c, modulo 2^16, in folding: 0 for nothing. A sum 0xD800 + n: the bytes at fold_pool[n].\n"
        "inline uint16_t fold_of(char32_t c) {\n"
        "    return c < fold_end ? folds[fold_blocks[c >> 7] * 128u + (c & 0x7F)] : uint16_t{0};\n"
        "}\n\n}  // namespace kl::unicode\n",
        header);
    fputs("\n}  // namespace kl::unicode\n", source);
    return fclose(header) != 0 || fclose(source) != 0;
}
