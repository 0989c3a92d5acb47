// Writes JSON straight into a string. For what the page downloads: a tree of values, as a library builds it, costs
// several times the code. Text goes out as it is, checked by whoever decodes the bytes.
//
//   struct Write : JsonWriter<Write> {
//       using JsonWriter::put;
//       void put(const Tag& tag) { object([&] { field("key", tag.key); field("stated", tag.stated); }); }
//   };
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace kl::app {

class JsonText {
public:
    std::string out;

    void key(std::string_view name);
    void put(std::string_view text);
    void put(const std::string& text) { put(std::string_view(text)); }
    void put(const char* text) { put(std::string_view(text)); }
    void put_number(int64_t number);
    void put_share(float share);  // between 0 and 1, to four digits
    void put(float share) { put_share(share); }
    void put(std::same_as<bool> auto flag) { out += flag ? "true" : "false"; }
    template <std::integral T>
    requires(!std::same_as<T, bool>) void put(T number) { put_number(static_cast<int64_t>(number)); }

    void object(auto&& fields) {
        out += '{';
        fields();
        out += '}';
    }
};

template <class Writer>
class JsonWriter : public JsonText {
public:
    using JsonText::put;
    template <class T>
    void put(const std::vector<T>& values) {
        out += '[';
        for (const T& value : values) {
            if (out.back() != '[') out += ',';
            static_cast<Writer*>(this)->put(value);
        }
        out += ']';
    }
    template <class T>
    void put(const std::optional<T>& value) {
        if (value) {
            static_cast<Writer*>(this)->put(*value);
        } else {
            out += "null";
        }
    }
    template <class T>
    void field(std::string_view name, const T& value) {
        key(name);
        static_cast<Writer*>(this)->put(value);
    }
};

}  // namespace kl::app
