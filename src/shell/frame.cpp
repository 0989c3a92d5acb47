#include "shell/frame.h"

#include <algorithm>

namespace kl::shell {

Frame::Frame(app::App& app, ui::Ui& ui) : app_(app), ui_(ui) {}

void Frame::wake(int frames) { pending_ = std::max(pending_, frames); }

bool Frame::needed() const { return pending_ > 0 || app_.revision() != revision_; }

ui::Output Frame::run(const ui::Input& input) {
    if (pending_ > 0) --pending_;
    // Taken before drawing: an Action of this frame makes it differ, and so asks for the next one.
    const app::ViewModel& view_model = app_.view_model();
    revision_ = app_.revision();
    ui::Output output = ui_.draw(view_model, input);
    ++drawn_;
    for (const app::Action& action : output.actions) app_.dispatch(action);
    if (!output.actions.empty() || app_.revision() != revision_) wake(2);
    if (output.animating) wake(1);
    return output;
}

}  // namespace kl::shell
