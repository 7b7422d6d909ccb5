// Asks now and then whether there is something new on this page, and says so in a bar that waits to be
// pressed. It moves nothing, takes no focus and draws nothing anew by itself.
(function () {
  "use strict";
  var bar = document.getElementById("news");
  if (!bar || !self.fetch) return;
  var EVERY = 20000, title = document.title, told = 0, timer, asking = false;
  var tag = '"' + bar.dataset.since + '"';
  var address = bar.dataset.ask + "?of=" + encodeURIComponent(bar.dataset.of) + "&since=" + encodeURIComponent(bar.dataset.since);

  function ask() {
    clearTimeout(timer);
    if (asking) return;
    asking = true;
    fetch(address, { headers: { "If-None-Match": tag }, cache: "no-store", credentials: "same-origin" })
      .then(function (answer) {
        if (answer.status === 304) return null;
        if (answer.status === 403 || answer.status === 410) { bar.dataset.over = "1"; return null; }
        if (!answer.ok) throw answer;
        tag = answer.headers.get("ETag") || tag;
        return answer.json();
      })
      .then(function (news) { if (news) tell(news); })
      .catch(function () { /* the line is cut: the next time will tell */ })
      .then(function () {
        asking = false;
        if (!bar.dataset.over) timer = setTimeout(ask, EVERY);
      });
  }
  function tell(news) {
    document.title = news.count ? "(" + news.count + ") " + title : title;
    bar.hidden = !news.count;
    if (news.count) bar.querySelector("[data-news-words]").textContent = news.words;
    if (news.count > told) sound();
    told = news.count;
  }
  bar.querySelector("[data-news-show]").addEventListener("click", function () { location.reload(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden && !bar.dataset.over) ask(); });
  timer = setTimeout(ask, EVERY);

  // A sound only by wish, kept in this browser; it may sound once the page was touched.
  var wish = bar.querySelector("[data-news-sound]"), Sounds = self.AudioContext || self.webkitAudioContext, sounds;
  function kept(value) {
    try {
      if (value === undefined) return localStorage.getItem("news-sound") === "1";
      localStorage.setItem("news-sound", value ? "1" : "0");
    } catch (closed) { /* private mode: for this page only */ }
  }
  function isWished() { return wish.getAttribute("aria-pressed") === "true"; }
  function wake() {
    if (!Sounds || !isWished()) return;
    sounds = sounds || new Sounds();
    sounds.resume();
  }
  function sound() {
    if (!sounds || sounds.state !== "running" || !isWished()) return;
    var tone = sounds.createOscillator(), loud = sounds.createGain(), at = sounds.currentTime;
    tone.frequency.value = 740;
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.08, at + 0.04);
    loud.gain.linearRampToValueAtTime(0, at + 0.5);
    tone.connect(loud);
    loud.connect(sounds.destination);
    tone.start(at);
    tone.stop(at + 0.55);
  }
  if (Sounds) {
    wish.hidden = false;
    wish.setAttribute("aria-pressed", kept() ? "true" : "false");
    wish.addEventListener("click", function () {
      wish.setAttribute("aria-pressed", isWished() ? "false" : "true");
      kept(isWished());
    });
    document.addEventListener("click", wake);
  }
})();
