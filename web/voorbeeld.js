// The example page listens to its explorer, as a host page would.
const chosen = document.querySelector("#chosen");
document.querySelector("#wide").addEventListener("kamerloep:select", (event) => {
  chosen.textContent = event.detail.citation || "nog niets";
});
