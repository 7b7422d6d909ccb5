// A sitting's screen as it is on the server: followed by a stream, asked for while there is none.
(function () {
  "use strict";
  var root = document.querySelector("[data-live]");
  if (!root) return;
  var TRY = 5000, ASK = 5000, SILENT = 25000, TELL = 3000, MINUTE = 60000;
  var url = root.dataset.live, version = +root.dataset.liveVersion, told = 0, offset;
  // The stream, whether anything came by it, whether access has ended.
  var source, open, over, tab = Math.random().toString(36).slice(2);
  // When it was begun, is due, was heard; when was asked; since when nothing answers, or nobody looks.
  var begun = 0, due = 0, heard = 0, asked = 0, cut = Date.now(), hidden = 0;

  function all(what, within) { return [].slice.call((within || root).querySelectorAll(what)); }

  // The server's time: what travelled least says it best.
  function learn(now) {
    var found = now - Date.now();
    if (!(offset - found < 2000 && offset >= found)) offset = found;
  }

  // What somebody typed or chose is carried over; where they are typing, or it would be lost, the part waits.
  function isChoice(field) { return /^(radio|checkbox)$/.test(field.type); }
  function isChanged(field) {
    if (isChoice(field)) return field.checked !== field.defaultChecked;
    if (!field.options) return field.value !== field.defaultValue;
    var first = field.querySelector("[selected]") || field.options[0];
    return first && field.value !== first.value;
  }
  function changed(part) { return all("input:not([type=hidden]), select, textarea", part).filter(isChanged); }
  function key(one) {
    var acts = one.form ? all("[type=hidden]", one.form).map(function (field) {
      return /^(act|item|roll|speech|motion|vote|pledge|slip)$/.test(field.name) && field.value;
    }) : [one.getAttribute("href"), one.textContent];
    return one.id || [one.tagName, one.name, (isChoice(one) || one.type === "submit") && one.value].concat(acts).join();
  }
  function like(one, within) {
    var wanted = key(one);
    return all(one.tagName, within).filter(function (other) { return key(other) === wanted; })[0];
  }
  function waits(part) { return "keep" in part.dataset || all("form", part).some(function (form) { return form.command_id; }); }
  function show(part) {
    if (part.next === undefined || waits(part)) return;
    var fresh = document.createElement("div"), active = document.activeElement, typed = changed(part);
    fresh.innerHTML = part.next;
    if (part.next !== part.shown) {
      if (typed.some(function (field) { return field === active || !isChoice(field) && !field.options && !like(field, fresh); })) return;
      typed.forEach(function (field) {
        var other = like(field, fresh);
        if (other && isChoice(other)) other.checked = field.checked;
        else if (other && (!other.options || all("option", other).some(function (option) { return option.value === field.value; }))) other.value = field.value;
      });
      all("summary", part).forEach(function (summary) {
        var other = like(summary, fresh);
        if (other) other.parentNode.open = summary.parentNode.open;
      });
      if (part.contains(active) && part !== active) {
        active = like(active, fresh) || part;
        if (active === part) part.tabIndex = -1;
      } else active = null;
      part.textContent = "";
      while (fresh.firstChild) part.appendChild(fresh.firstChild);
      if (active) active.focus({ preventScroll: true });
    }
    part.shown = part.next;
    part.next = undefined;
    return true;
  }
  function take(frame) {
    learn(frame.now);
    if (frame.version < version || frame.version === version && frame.now < told) return;
    version = frame.version;
    told = frame.now;
    all("[data-part]").forEach(function (part) {
      if (part.dataset.part in frame.parts) part.next = frame.parts[part.dataset.part];
      show(part);
    });
    root.dispatchEvent(new CustomEvent("live", { detail: frame }));
    count();
  }

  // The line.
  function drop(wait) {
    if (source) source.close();
    if (open) missed();
    source = open = null;
    due = Date.now() + wait;
  }
  function missed() { cut = cut || Date.now(); }
  function good() { cut = 0; over = false; }
  function end() {
    drop(MINUTE);
    asked = due - ASK;
    over = true;
  }
  function came() { heard = Date.now(); open = true; good(); tell(); }
  function connect() {
    begun = Date.now();
    source = new EventSource(url + "&tab=" + tab);
    source.onmessage = function (event) { came(); take(JSON.parse(event.data)); };
    source.addEventListener("ping", function (event) { came(); learn(+event.data); });
    source.addEventListener("end", end);
    source.onerror = function () { drop(500 + Math.random() * 4000); };
  }
  function ask() {
    var request = new XMLHttpRequest();
    asked = Date.now();
    request.open("GET", url.replace("?", "frame/?"));
    request.timeout = ASK - 500;
    request.onload = function () {
      if (request.status === 200) { good(); take(JSON.parse(request.responseText)); }
      else if (request.status === 404 && !open) end();
      else missed();
    };
    request.onerror = request.ontimeout = missed;
    request.send();
  }
  function tell() {
    var lost = !open && (over || cut && Date.now() - cut >= TELL);
    root.dataset.line = open ? "open" : over ? "ended" : lost ? "cut" : "asking";
    all("[data-live-cut]").forEach(function (one) { one.hidden = !lost; });
  }
  function tick() {
    var now = Date.now();
    hidden = document.hidden && (hidden || now);
    if (hidden && now - hidden >= MINUTE) return source && drop(0);
    // Each has a watch of its own: a stream that is tried again and again puts off no question.
    if (source && (open ? now - heard >= SILENT : now - begun >= TRY)) drop(Math.random() * 1000);
    if (!source && now >= due) connect();
    if (!open && now - begun >= 1000 && now - asked >= ASK) ask();
    // What had to wait gets its steppers and clocks as well.
    if (all("[data-part]").filter(show).length) root.dispatchEvent(new CustomEvent("live", { detail: {} }));
    tell();
  }

  // Clocks count by themselves: began and held in milliseconds, paused and allowed in seconds.
  function count() {
    all("[data-clock]").forEach(function (clock) {
      var told = clock.dataset, gone = told.began ? (+told.held || Date.now() + offset) - told.began : 0;
      var left = Math.ceil(+told.allowed + +(told.paused || 0) - gone / 1000), whole = Math.abs(left);
      clock.textContent = (left < 0 ? "+" : "") + Math.floor(whole / 60) + ":" + ("0" + whole % 60).slice(-2);
      clock.classList.toggle("is-near", left <= 30 && left > 0);
      clock.classList.toggle("is-over", left <= 0);
    });
  }

  learn(+root.dataset.liveNow || Date.now());
  // Of what was sent from here: whole, or its version only where it will come by the stream.
  root.addEventListener("frame", function (event) {
    var frame = event.detail;
    if (frame.parts) take(frame);
    else setTimeout(function () { if (version < frame.version) ask(); }, 1500);
  });
  root.addEventListener("focusout", function () { setTimeout(tick); });
  document.addEventListener("visibilitychange", tick);
  addEventListener("online", function () { due = 0; tick(); });
  addEventListener("pagehide", function () { drop(0); });
  setInterval(tick, 1000);
  setInterval(count, 250);
  tick();
  count();
})();
