// Work on all cores whose results come out in order: what a command prints does not depend on how many cores there are.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kl::cli {

// Calls `make(i)` for 0 ≤ i < count on `jobs` threads, and `take(i, result)` here, in order. Only so many results wait
// to be taken that memory does not grow with `count`.
template <class Make, class Take>
void in_order(size_t count, size_t jobs, const Make& make, const Take& take) {
    if (jobs <= 1 || count <= 1) {
        for (size_t i = 0; i < count; ++i) take(i, make(i));
        return;
    }
    using Made = decltype(make(size_t{}));
    const size_t window = jobs * 8;
    std::vector<std::optional<Made>> waiting(std::min(window, count));  // i at i % size
    std::mutex lock;
    std::condition_variable changed;
    size_t next = 0, taken = 0;

    const auto work = [&] {
        std::unique_lock hold(lock);
        for (;;) {
            changed.wait(hold, [&] { return next >= count || next - taken < waiting.size(); });
            if (next >= count) return;
            const size_t i = next++;
            hold.unlock();
            Made made = make(i);
            hold.lock();
            waiting[i % waiting.size()] = std::move(made);
            changed.notify_all();
        }
    };
    std::vector<std::jthread> threads;
    for (size_t t = 0; t < std::min(jobs, count); ++t) threads.emplace_back(work);

    for (size_t i = 0; i < count; ++i) {
        std::unique_lock hold(lock);
        std::optional<Made>& slot = waiting[i % waiting.size()];
        changed.wait(hold, [&] { return slot.has_value(); });
        Made made = std::move(*slot);
        slot.reset();
        ++taken;
        changed.notify_all();
        hold.unlock();
        take(i, std::move(made));
    }
}

}  // namespace kl::cli
