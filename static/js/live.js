// A sitting's screen as it is on the server: followed by a stream, asked for while there is none.
// parts.js puts what came in its place.
(function () {
  "use strict";
  var root = document.querySelector("[data-live]");
  if (!root) return;
  var TRY = 5000, ASK = 5000, SILENT = 25000, TELL = 3000, MINUTE = 60000;
  var url = root.dataset.live, version = +root.dataset.liveVersion, told = 0;
  // The stream, whether anything came by it, whether access has ended.
  var source, open, over, tab = Math.random().toString(36).slice(2);
  // When it was begun, is due, was heard; when was asked; since when nothing answers, or nobody looks.
  var begun = 0, due = 0, heard = 0, asked = 0, cut = Date.now(), hidden = 0;

  // By how much the server's clock is ahead of this one: what travelled least says it best.
  function learn(now) {
    var found = now - Date.now();
    if (!(root.ahead - found < 2000 && root.ahead >= found)) root.ahead = found;
  }
  function take(frame) {
    learn(frame.now);
    if (frame.version < version || frame.version === version && frame.now < told) return;
    version = frame.version;
    told = frame.now;
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
    root.querySelector("[data-live-cut]").hidden = !lost;
  }
  function tick() {
    var now = Date.now();
    hidden = document.hidden && (hidden || now);
    if (hidden && now - hidden >= MINUTE) return source && drop(0);
    // Each has a watch of its own: a stream that is tried again and again puts off no question.
    if (source && (open ? now - heard >= SILENT : now - begun >= TRY)) drop(Math.random() * 1000);
    if (!source && now >= due) connect();
    if (!open && now - begun >= 1000 && now - asked >= ASK) ask();
    tell();
  }

  // Clocks count by themselves: began and held in milliseconds, paused and allowed in seconds.
  function count() {
    [].forEach.call(root.querySelectorAll("[data-clock]"), function (clock) {
      var told = clock.dataset, gone = told.began ? (+told.held || Date.now() + root.ahead) - told.began : 0;
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
  document.addEventListener("visibilitychange", tick);
  addEventListener("online", function () { due = 0; tick(); });
  addEventListener("pagehide", function () { drop(0); });
  setInterval(tick, 1000);
  setInterval(count, 250);
  tick();
  count();
})();
