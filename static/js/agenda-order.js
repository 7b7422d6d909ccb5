// The agenda is ordered by mouse, finger or arrow keys, and sent by one press. Without this file
// the buttons up and down send it.
(function () {
  "use strict";
  var list = document.querySelector("[data-order]"), held = null;
  if (!list) return;
  // Kept with the drafts of all forms (keeping.js); page.js forgets it once it arrived or somebody signs out.
  var words = document.getElementById("words").dataset, keeping = window.keeping;
  var shelf = keeping.shelf(words.who, list.closest("form").dataset.keep);
  function keep() { keeping.write(shelf, { order: rows().map(function (row) { return row.id; }) }); }
  function putBack() {
    var kept = keeping.read(shelf), before = rows();
    if (!kept) return;
    // What came onto the agenda meanwhile stands behind.
    function at(row) { var found = kept.order.indexOf(row.id); return found < 0 ? kept.order.length : found; }
    var after = before.slice().sort(function (one, other) { return at(one) - at(other) || before.indexOf(one) - before.indexOf(other); });
    if (after.every(function (row, index) { return row === before[index]; })) return;
    after.forEach(function (row) { list.appendChild(row); });
    each(".unsaved", function (line) { line.hidden = false; });
    document.getElementById("live").textContent = words.kept;
  }
  function rows() { return [].slice.call(list.children); }
  function each(selector, act) { [].forEach.call(document.querySelectorAll(selector), act); }
  each(".grip", function (grip) { grip.hidden = false; });
  if (words.who) putBack();

  function place(row, before) {
    if (row === before || row.nextElementSibling === before) return;
    list.insertBefore(row, before);
    var all = rows();
    keep();
    each(".unsaved", function (line) { line.hidden = false; });
    document.getElementById("live").textContent = list.dataset.order
      .replace("[title]", row.dataset.title)
      .replace("[at]", all.indexOf(row) + 1).replace("[all]", all.length);
  }
  function step(row, by, focus) {
    var all = rows(), at = all.indexOf(row);
    if (all[at + by]) place(row, by < 0 ? all[at - 1] : all[at + 1].nextElementSibling);
    focus.focus();
  }
  list.addEventListener("click", function (event) {
    var button = event.target.closest("[data-by]");
    if (!button) return;
    event.preventDefault();
    step(button.closest("li"), +button.dataset.by, button);
  });
  list.addEventListener("keydown", function (event) {
    var grip = event.target.closest(".grip"), by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!grip || !by) return;
    event.preventDefault();
    step(grip.closest("li"), by, grip);
  });
  list.addEventListener("pointerdown", function (event) {
    var grip = event.target.closest(".grip");
    if (!grip || event.button) return;
    held = grip.closest("li");
    held.classList.add("is-held");
    grip.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", function (event) {
    if (!held) return;
    var rest = rows().filter(function (row) { return row !== held; });
    place(held, rest.filter(function (row) {
      var box = row.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    })[0] || null);
  });
  function drop() {
    if (held) held.classList.remove("is-held");
    held = null;
  }
  list.addEventListener("pointerup", drop);
  list.addEventListener("pointercancel", drop);
})();
