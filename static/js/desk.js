// Desks: the queue stands open where there is room; j and k walk it, / searches it, letters open acts.
(function () {
  "use strict";
  var room = matchMedia("(min-width: 1181px)");
  function all(what) { return [].slice.call(document.querySelectorAll(what)); }
  function fold() { all("[data-fold]").forEach(function (queue) { queue.open = room.matches; }); }
  if (room.matches) fold();
  if (room.addEventListener) room.addEventListener("change", fold); else room.addListener(fold);

  // What was done is said aloud, and the eye goes back to the case.
  addEventListener("load", function () {
    var told = document.querySelector("#messages .notice"), place = document.querySelector("#case .case");
    if (!told || !place || document.querySelector(".field-error")) return;
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
    setTimeout(function () { document.getElementById("live").textContent = told.textContent.trim(); }, 300);
  });

  function step(by) {
    var rows = all("[data-row]");
    var at = rows.indexOf(document.activeElement);
    if (at < 0) at = rows.findIndex(function (row) { return row.hasAttribute("aria-current"); });
    var next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) next.focus();
  }
  function find(event) {
    var field = document.querySelector("[data-find]"), queue = field && field.closest("details");
    if (!field) return;
    event.preventDefault();
    if (queue) queue.open = true;
    field.focus();
    field.select();
  }
  // Ticks all or none in place: who was chosen above stays chosen.
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-tick]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var boxes = [].slice.call(link.closest("form").querySelectorAll("input[name=reference]"));
    event.preventDefault();
    boxes.forEach(function (box) { box.checked = link.dataset.tick === "all"; });
    if (boxes.length) boxes[0].dispatchEvent(new Event("input", { bubbles: true }));
  });
  function firstField(root) { return root.querySelector("textarea, select, input:not([type=hidden]), button"); }

  addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.matches("input, select, textarea")) return;
    if (event.key === "j") return step(1);
    if (event.key === "k") return step(-1);
    if (event.key === "/") return find(event);
    if (event.key === "?") return all("[data-keys]").forEach(function (keys) { keys.open = !keys.open; });
    var act = /^[a-z]$/.test(event.key) && document.querySelector('[data-key="' + event.key + '"]');
    if (!act) return;
    event.preventDefault();
    var folded = act.closest("details");
    if (folded) folded.open = true;
    if (act.matches("a")) return act.click();
    (act.matches("button") ? act : firstField(act) || act).focus();
  });

  // An act that stands open closes at the second press; only one stands open.
  function panelOf(link) { return link.parentNode.querySelector(".act-panel"); }
  addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("[data-act]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    var panel = panelOf(link);
    if (!panel || !panel.children.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    panel.textContent = "";
    link.removeAttribute("aria-expanded");
  }, true);

  addEventListener("htmx:afterSettle", function (event) {
    var root = event.detail.elt;
    if (!root.closest) return;
    if (root.id === "case") return opened();
    var panel = root.closest(".desk-acts .act-panel");
    if (!panel || panel.contains(document.activeElement)) return;
    all(".desk-acts .act-panel").forEach(function (other) { if (other !== panel) other.textContent = ""; });
    all("[data-act]").forEach(function (link) {
      if (panelOf(link) === panel) link.setAttribute("aria-expanded", "true");
      else link.removeAttribute("aria-expanded");
    });
    var field = firstField(panel);
    if (field) field.focus();
  });
  function opened() {
    var desk = document.querySelector(".desk"), here = location.pathname + location.search;
    desk.classList.remove("is-auto");
    all("[data-row]").forEach(function (row) {
      if (row.getAttribute("href") === here) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    });
    if (!room.matches) { fold(); document.getElementById("case").scrollIntoView(); }
  }
})();
