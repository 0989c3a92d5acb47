#include "read/zip.h"

#include <unzip.h>

#include <algorithm>
#include <cstring>

namespace kl::read {
namespace {

constexpr size_t most_entries = 20'000;
constexpr size_t trusted_size = size_t{8} << 20;  // below it, how well a part was packed does not matter
constexpr size_t highest_ratio = 100;             // text of a document packs to a tenth

// minizip reads through callbacks; ours read memory.
struct Memory {
    std::string_view bytes;
    size_t at = 0;
};

voidpf open_memory(voidpf opaque, const void*, int) { return opaque; }

uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
    Memory& memory = *static_cast<Memory*>(stream);
    const size_t count = std::min<size_t>(size, memory.bytes.size() - memory.at);
    if (count > 0) std::memcpy(to, memory.bytes.data() + memory.at, count);
    memory.at += count;
    return static_cast<uLong>(count);
}

ZPOS64_T tell_memory(voidpf, voidpf stream) { return static_cast<Memory*>(stream)->at; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    Memory& memory = *static_cast<Memory*>(stream);
    ZPOS64_T base = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.bytes.size();
    if (base + offset > memory.bytes.size()) return -1;
    memory.at = static_cast<size_t>(base + offset);
    return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int no_error(voidpf, voidpf) { return 0; }

struct Entry {
    std::string path;
    unz64_file_pos place{};
    size_t packed = 0;
    size_t size = 0;
    bool encrypted = false;
};

}  // namespace

struct Zip::Impl {
    Memory memory;
    unzFile file = nullptr;
    std::string name;
    std::vector<Entry> entries;
    size_t inflated = 0;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        if (file != nullptr) unzClose(file);
    }

    [[nodiscard]] std::unexpected<Error> error(const char* code) const { return std::unexpected(Error{code, {name}}); }

    [[nodiscard]] const Entry* find(std::string_view path) const {
        const auto found = std::ranges::find(entries, path, &Entry::path);
        return found == entries.end() ? nullptr : &*found;
    }
};

Zip::Zip(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Zip::Zip(Zip&&) noexcept = default;
Zip& Zip::operator=(Zip&&) noexcept = default;
Zip::~Zip() = default;

Result<Zip> Zip::open(std::string_view bytes, std::string_view name) {
    auto impl = std::make_unique<Impl>();
    impl->name = name;
    impl->memory.bytes = bytes;
    zlib_filefunc64_def functions{};
    functions.zopen64_file = open_memory;
    functions.zread_file = read_memory;
    functions.ztell64_file = tell_memory;
    functions.zseek64_file = seek_memory;
    functions.zclose_file = close_memory;
    functions.zerror_file = no_error;
    functions.opaque = &impl->memory;
    impl->file = unzOpen2_64("", &functions);
    if (impl->file == nullptr) return impl->error("zip_broken");
    for (int state = unzGoToFirstFile(impl->file); state == UNZ_OK; state = unzGoToNextFile(impl->file)) {
        if (impl->entries.size() >= most_entries) break;
        char path[512];
        unz_file_info64 info{};
        if (unzGetCurrentFileInfo64(impl->file, &info, path, sizeof path, nullptr, 0, nullptr, 0) != UNZ_OK) break;
        Entry entry;
        entry.path.assign(path, std::min<size_t>(info.size_filename, sizeof path - 1));
        std::ranges::replace(entry.path, '\\', '/');  // some writers of zips for Windows
        entry.packed = static_cast<size_t>(info.compressed_size);
        entry.size = static_cast<size_t>(info.uncompressed_size);
        entry.encrypted = (info.flag & 1) != 0;
        if (unzGetFilePos64(impl->file, &entry.place) != UNZ_OK) break;
        impl->entries.push_back(std::move(entry));
    }
    if (impl->entries.empty()) return impl->error("zip_broken");
    return Zip(std::move(impl));
}

bool Zip::has(std::string_view path) const { return impl_->find(path) != nullptr; }

bool Zip::has_folder(std::string_view path) const {
    return std::ranges::any_of(impl_->entries, [path](const Entry& entry) { return entry.path.starts_with(path); });
}

Result<std::string> Zip::read(std::string_view path) {
    const Entry* const entry = impl_->find(path);
    if (entry == nullptr) return std::string();
    if (entry->encrypted) return impl_->error("encrypted");
    if (unzGoToFilePos64(impl_->file, &entry->place) != UNZ_OK || unzOpenCurrentFile(impl_->file) != UNZ_OK) {
        return impl_->error("zip_broken");
    }
    // What the directory says of the size may be a lie: what comes out is counted.
    std::string out;
    out.reserve(std::min<size_t>(entry->size, trusted_size));
    std::vector<char> buffer(size_t{1} << 16);
    const char* problem = nullptr;
    while (true) {
        const int count = unzReadCurrentFile(impl_->file, buffer.data(), static_cast<unsigned>(buffer.size()));
        if (count == 0) break;
        if (count < 0) {
            problem = "zip_broken";
            break;
        }
        out.append(buffer.data(), static_cast<size_t>(count));
        impl_->inflated += static_cast<size_t>(count);
        if (impl_->inflated > most_inflated ||
            (out.size() > trusted_size && out.size() / highest_ratio > entry->packed)) {
            problem = "zip_bomb";
            break;
        }
    }
    if (unzCloseCurrentFile(impl_->file) == UNZ_CRCERROR && problem == nullptr) problem = "zip_broken";
    if (problem != nullptr) return impl_->error(problem);
    return out;
}

}  // namespace kl::read
