// Files nobody would write (tests/cases/hostile): does four times the size take four times the time, and how much
// memory does a byte take? One line a file: bench_hostile [MB, 0.5] [part of a name]
//
// The whole flow: read, parse, annotate, index, export as JSON. Each size runs in a process of its own, so that the
// peak of memory is its own.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>

#include "app/export.h"
#include "app/pipeline.h"
#include "hostile/files.h"
#include "parse/parse.h"
#include "read/readers.h"

namespace {

using namespace kl;

// Of this process alone: other work of the machine must not look like more than linear.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

enum Stage : uint8_t { reading, parsing, annotating, indexing, exporting, stages };

struct Cost {
    size_t bytes = 0;
    std::array<double, stages> seconds{};
    double kilobytes = 0;  // the most at one time, without the file itself
    size_t items = 0;
    bool refused = false;
    [[nodiscard]] double whole() const {
        double sum = 0;
        for (const double one : seconds) sum += one;
        return sum;
    }
};

// VmHWM (most so far) or VmRSS (now), in KB; 0 where the system does not say.
double memory(const std::string& which) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(which)) return std::atof(line.c_str() + which.size() + 1);
    }
    return 0;
}

class Timer {
public:
    explicit Timer(double& seconds) : seconds_(seconds), start_(cpu_seconds()) {}
    ~Timer() { seconds_ += cpu_seconds() - start_; }

private:
    double& seconds_;
    double start_;
};

Cost run(const test::HostileFile& file, size_t size, const app::Pipeline& pipeline, const app::Strings& strings) {
    Cost cost;
    const std::string bytes = test::make(file, size);
    cost.bytes = bytes.size();
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak from here on
    const double before = memory("VmRSS");
    std::vector<app::DocumentPtr> documents;
    auto sources = [&] {
        const Timer timer(cost.seconds[reading]);
        return test::read_hostile(file, bytes);
    }();
    cost.refused = !sources.has_value();
    if (sources) {
        for (read::SourceText& source : *sources) {
            auto one = std::make_shared<search::CorpusDocument>();
            {
                const Timer timer(cost.seconds[parsing]);
                one->document = parse::parse(std::move(source));
            }
            {
                const Timer timer(cost.seconds[annotating]);
                one->annotations = pipeline.annotator().annotate(one->document);
            }
            cost.items += one->document.items.size();
            documents.push_back(std::move(one));
        }
        {
            const Timer timer(cost.seconds[exporting]);
            for (const app::DocumentPtr& one : documents) (void)app::to_json(*one, pipeline.vocabulary(), strings);
        }
        const Timer timer(cost.seconds[indexing]);
        (void)search::Corpus::build(std::move(documents), pipeline.vocabulary());
    }
    cost.kilobytes = memory("VmHWM") - before;
    return cost;
}

// In a child, which ends; what it measured comes through a pipe. False: it died.
bool run_apart(const test::HostileFile& file, size_t size, const app::Pipeline& pipeline, const app::Strings& strings,
               Cost& cost) {
    int ends[2];
    if (pipe(ends) != 0) return false;
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const Cost measured = run(file, size, pipeline, strings);
        const bool told = write(ends[1], &measured, sizeof measured) == sizeof measured;
        _exit(told ? 0 : 1);
    }
    close(ends[1]);
    const bool got = child > 0 && ::read(ends[0], &cost, sizeof cost) == sizeof cost;
    close(ends[0]);
    if (child > 0) waitpid(child, nullptr, 0);
    return got;
}

}  // namespace

int main(int count, char** args) {
    const double megabytes = count > 1 ? std::atof(args[1]) : 0.5;
    const std::string part = count > 2 ? args[2] : "";
    const app::Pipeline pipeline(read::all_readers());
    const app::Strings strings = app::embedded_strings();
    int died = 0;
    std::printf("%-40s %6s %7s %6s %8s | %s\n", "", "MB", "MB/s", "4n/n", "memory/B",
                "seconds to read, parse, annotate, index, export; items");
    for (const test::HostileFile& file : test::hostile_files(KAMERLOEP_HOSTILE_FILES)) {
        if (file.name.find(part) == std::string::npos) continue;
        const auto size = static_cast<size_t>(megabytes * 1e6);
        Cost one, four;
        if (!run_apart(file, size, pipeline, strings, one) || !run_apart(file, 4 * size, pipeline, strings, four)) {
            std::printf("%-40s died\n", file.name.c_str());
            ++died;
            continue;
        }
        const double bytes = static_cast<double>(four.bytes);
        std::printf("%-40s %6.2f %7.1f %6.1f %8.1f | %.3f %.3f %.3f %.3f %.3f; %zu%s\n", file.name.c_str(), bytes / 1e6,
                    bytes / 1e6 / four.whole(), four.whole() / one.whole(), four.kilobytes * 1024 / bytes,
                    four.seconds[reading], four.seconds[parsing], four.seconds[annotating], four.seconds[indexing],
                    four.seconds[exporting], four.items, four.refused ? ", refused" : "");
    }
    return died > 0 ? 1 : 0;
}
