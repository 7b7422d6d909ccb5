// Counts down until another code may be asked for. Without it the button works and says the same.
"use strict";
const again = document.querySelector("[data-wait]");
if (again) {
  const words = again.textContent;
  const until = Date.now() + Number(again.dataset.wait) * 1000;
  const tick = () => {
    const left = Math.ceil((until - Date.now()) / 1000);
    again.disabled = left > 0;
    again.textContent = left > 0 ? again.dataset.waitWords.replace("#", left) : words;
    if (left > 0) setTimeout(tick, 1000);
  };
  tick();
}
