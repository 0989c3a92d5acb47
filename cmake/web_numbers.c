// The web build's strtod, strtof and strtold, in place of musl's, which compute in 128-bit software arithmetic and bring 14 KB
// of it. JSON and ImGui use them; a page has no numbers with more than a few digits.
//
// Exact for up to 19 digits (below 2^53) and powers of ten up to 10^22: one rounding, that of a single multiplication or
// division. Beyond, the last bit may be off.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char* digits(const char* at, uint64_t* value, int* exponent, int step, int* any) {
    for (; *at >= '0' && *at <= '9'; ++at) {
        *any = 1;
        if (*value < UINT64_C(1000000000000000000)) {
            *value = *value * 10 + (uint64_t)(*at - '0');
            *exponent -= step;
        } else {
            *exponent += 1 - step;
        }
    }
    return at;
}

double strtod(const char* restrict text, char** restrict end) {
    const char* at = text;
    while (*at == ' ' || (*at >= '\t' && *at <= '\r')) ++at;
    const int negative = *at == '-';
    if (*at == '-' || *at == '+') ++at;
    uint64_t value = 0;
    int exponent = 0, any = 0;
    at = digits(at, &value, &exponent, 0, &any);
    if (*at == '.') at = digits(at + 1, &value, &exponent, 1, &any);
    if (!any) {
        if (end != NULL) *end = (char*)text;
        return 0;
    }
    if (*at == 'e' || *at == 'E') {
        char* after = NULL;
        const long written = strtol(at + 1, &after, 10);
        const char first = at[1] == '-' || at[1] == '+' ? at[2] : at[1];
        if (first >= '0' && first <= '9') {
            exponent += written > 9999 ? 9999 : written < -9999 ? -9999 : (int)written;
            at = after;
        }
    }
    if (end != NULL) *end = (char*)at;
    double result = (double)value;
    for (; exponent > 0 && result != 0 && !__builtin_isinf(result); exponent -= exponent < 22 ? exponent : 22) {
        double power = 1;
        for (int i = 0; i < 22 && i < exponent; ++i) power *= 10;
        result *= power;
    }
    for (; exponent < 0 && result != 0; exponent += exponent > -22 ? -exponent : 22) {
        double power = 1;
        for (int i = 0; i < 22 && i < -exponent; ++i) power *= 10;
        result /= power;
    }
    return negative ? -result : result;
}

float strtof(const char* restrict text, char** restrict end) { return (float)strtod(text, end); }
long double strtold(const char* restrict text, char** restrict end) { return strtod(text, end); }
