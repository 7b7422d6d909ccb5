// Keeps the parts of a sitting's screen as they are on the server: by a stream, and by asking while there is none.
(function () {
  "use strict";
  var root = document.querySelector("[data-live]");
  if (!root) return;
  var url = root.dataset.live, version = +root.dataset.liveVersion || 0, told = 0, offset = null;
  var tab = String(Math.random()).slice(2);
  var source, open = false; // a stream, and whether anything came by it
  // Moments, in milliseconds: a stream begun, next one due, last word by it, last question, cut since, hidden since.
  var begun = 0, due = 0, heard = 0, asked = 0, cut = Date.now(), hidden = 0;
  var TRY = 5000, SILENT = 25000, ASK = 5000, TELL = 3000, HIDE = 60000;

  function all(what, within) { return [].slice.call((within || root).querySelectorAll(what)); }

  // The server's time; the answer that travelled least says it best.
  function learn(now) {
    var found = now - Date.now();
    if (offset === null || found > offset || offset - found > 2000) offset = found;
  }

  // A part in which somebody writes waits until they are done.
  function changed(field) {
    if (/^(checkbox|radio)$/.test(field.type)) return field.checked !== field.defaultChecked;
    if (field.options) return [].some.call(field.options, function (one) { return one.selected !== one.defaultSelected && (one.defaultSelected || one.index); });
    return field.type !== "hidden" && field.value !== field.defaultValue;
  }
  function isKept(part) { return "keep" in part.dataset || all("input, textarea, select", part).some(changed); }

  function name(element, part) {
    return element.id || element.name && element.name + "=" + (/^(text|search|number|textarea)$/.test(element.type) ? "" : element.value) ||
      element.tagName + all(element.tagName, part).indexOf(element);
  }
  function put(part, html) {
    var active = document.activeElement, inside = active !== part && part.contains(active), was = inside && name(active, part);
    var from = inside && active.selectionStart, to = inside && active.selectionEnd, folds = {};
    all("details", part).forEach(function (one) { folds[name(one, part)] = one.open; });
    part.innerHTML = html;
    all("details", part).forEach(function (one) { if (name(one, part) in folds) one.open = folds[name(one, part)]; });
    if (inside) {
      active = all("a, button, input, select, summary, textarea, [tabindex]", part).filter(function (one) { return name(one, part) === was; })[0];
      if (!active) { active = part; part.tabIndex = -1; }
      active.focus({ preventScroll: true });
      if (typeof from === "number" && active.setSelectionRange) try { active.setSelectionRange(from, to); } catch (other) { /* of another kind */ }
    }
    if (window.htmx) window.htmx.process(part);
  }
  function show(part) {
    if (part.waiting === undefined || isKept(part)) return;
    var html = part.waiting;
    part.waiting = undefined;
    if (html !== part.shown) put(part, part.shown = html);
  }
  function take(frame) {
    learn(frame.now);
    if (frame.version < version || (frame.version === version && frame.now < told)) return;
    version = frame.version;
    told = frame.now;
    all("[data-part]").forEach(function (part) {
      var html = frame.parts[part.dataset.part];
      if (html !== undefined) { part.waiting = html; show(part); }
    });
    root.dispatchEvent(new CustomEvent("live", { detail: frame }));
    count();
  }

  // The line.
  function drop(wait) {
    if (source) source.close();
    if (open && !cut) cut = Date.now();
    source = null;
    open = false;
    due = Date.now() + wait;
  }
  function word() { heard = Date.now(); open = true; cut = 0; tell(); }
  function connect() {
    begun = Date.now();
    var own = source = new EventSource(url + "&tab=" + tab);
    source.onmessage = function (event) { word(); take(JSON.parse(event.data)); };
    source.addEventListener("ping", function (event) { word(); learn(+event.data); });
    source.addEventListener("end", function () { drop(HIDE); });
    source.onerror = function () { if (own === source) drop(500 + Math.random() * (TRY - 1000)); };
  }
  function ask() {
    asked = Date.now();
    var request = new XMLHttpRequest();
    request.open("GET", url.replace("?", "frame/?"));
    request.timeout = ASK - 500;
    request.onload = function () {
      if (request.status === 200) { take(JSON.parse(request.responseText)); cut = 0; }
      else missed();
    };
    request.onerror = request.ontimeout = missed;
    request.send();
  }
  function missed() { cut = cut || Date.now(); }
  function tell() {
    var lost = !open && cut && Date.now() - cut >= TELL;
    root.dataset.line = open ? "open" : lost ? "cut" : "asking";
    all("[data-live-cut]", document).forEach(function (one) { one.hidden = !lost; });
  }
  function tick() {
    var now = Date.now();
    hidden = document.hidden ? hidden || now : 0;
    if (hidden && now - hidden >= HIDE) { if (source) drop(0); return; }
    if (source && (open ? now - heard >= SILENT : now - begun >= TRY)) drop(Math.random() * 1000);
    if (!source && window.EventSource && now >= due) connect();
    if (!open && now - asked >= ASK && now - begun >= 1000) ask();
    all("[data-part]").forEach(show);
    tell();
  }

  // Clocks count by themselves: began (ms), paused (s), held (ms: since when it stands), allowed (s).
  function count() {
    all("[data-clock]").forEach(function (clock) {
      var told = clock.dataset, now = +told.held || Date.now() + (offset || 0), allowed = +told.allowed;
      var left = told.began ? Math.ceil(allowed + (+told.paused || 0) - (now - told.began) / 1000) : allowed;
      var whole = Math.abs(left), text = (left < 0 ? "+" : "") + Math.floor(whole / 60) + ":" + ("0" + whole % 60).slice(-2);
      if (clock.textContent !== text) clock.textContent = text;
      clock.classList.toggle("is-near", left <= 30 && left > 0);
      clock.classList.toggle("is-over", left <= 0);
    });
  }

  addEventListener("pagehide", function () { drop(0); });
  addEventListener("pageshow", tick);
  document.addEventListener("visibilitychange", tick);
  addEventListener("online", function () { due = 0; tick(); });
  root.addEventListener("focusout", function () { setTimeout(tick); });
  setInterval(tick, 1000);
  setInterval(count, 250);
  tick();
  count();
})();
