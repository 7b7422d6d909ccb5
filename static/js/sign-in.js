// Counts down until another code may be asked for. Without it the button works and says the same.
(function () {
  "use strict";
  var again = document.querySelector("[data-wait]");
  if (!again) return;
  var words = again.textContent;
  var until = Date.now() + Number(again.dataset.wait) * 1000;
  function tick() {
    var left = Math.ceil((until - Date.now()) / 1000);
    again.disabled = left > 0;
    again.textContent = left > 0 ? again.dataset.waitWords.replace("#", left) : words;
    if (left > 0) setTimeout(tick, 1000);
  }
  tick();
})();
