// Desks: the queue stands open where there is room; j and k walk it, letters open acts.
(function () {
  "use strict";
  var room = matchMedia("(min-width: 1181px)");
  function fold() {
    [].forEach.call(document.querySelectorAll("[data-fold]"), function (queue) { queue.open = room.matches; });
  }
  if (room.matches) fold();
  if (room.addEventListener) room.addEventListener("change", fold); else room.addListener(fold);

  function step(by) {
    var rows = [].slice.call(document.querySelectorAll("[data-row]"));
    var at = rows.indexOf(document.activeElement);
    if (at < 0) at = rows.findIndex(function (row) { return row.hasAttribute("aria-current"); });
    var next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) next.focus();
  }
  addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("input, select, textarea")) return;
    if (event.key === "j") return step(1);
    if (event.key === "k") return step(-1);
    var act = /^[a-z]$/.test(event.key) && document.querySelector('[data-key="' + event.key + '"]');
    if (!act) return;
    event.preventDefault();
    act.open = true;
    var first = act.querySelector("textarea, select, input:not([type=hidden]), button");
    if (first) first.focus();
  });
})();
