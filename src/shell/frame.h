// One frame, the same in every shell: events → actions → update → derive → draw.
// Nothing is drawn while nothing changes: `needed` says whether a frame is due.
#pragma once

#include <cstdint>

#include "app/app.h"
#include "ui/ui.h"

namespace kl::shell {

class Frame {
public:
    Frame(app::App& app, ui::Ui& ui);

    void wake(int frames = 2);  // something happened: draw this many more (ImGui needs one to react and one to settle)
    [[nodiscard]] bool needed() const;

    // With ImGui's frame begun by the shell; afterwards it renders and swaps. Dispatches the frame's actions.
    ui::Output run(const ui::Input& input);

    [[nodiscard]] uint64_t drawn() const { return drawn_; }  // frames since the start

private:
    app::App& app_;
    ui::Ui& ui_;
    int pending_ = 3;
    uint64_t drawn_ = 0;
    uint64_t revision_ = 0;
};

}  // namespace kl::shell
