// By wish of whoever sits at this device a quiet sound when the time is up. Comes after live.js, which counts.
(function () {
  "use strict";
  var root = document.querySelector("[data-live]"), button = root && root.querySelector("[data-sound]");
  var Sounds = self.AudioContext || self.webkitAudioContext, sounds, was;
  if (!button || !Sounds) return;

  // Once for each speech, and once more where a minute was added; not for what was over before anybody looked.
  function listen() {
    var clock = root.querySelector("[data-clock]"), now = clock && { began: clock.dataset.began, over: clock.classList.contains("is-over") };
    if (now && was && now.began === was.began && now.over && !was.over) sound();
    was = now;
  }
  function sound() {
    if (!sounds || sounds.state !== "running" || !isWished()) return;
    var tone = sounds.createOscillator(), loud = sounds.createGain(), at = sounds.currentTime;
    tone.frequency.value = 660;
    loud.gain.setValueAtTime(0, at);
    loud.gain.linearRampToValueAtTime(0.08, at + 0.05);
    loud.gain.linearRampToValueAtTime(0, at + 0.6);
    tone.connect(loud);
    loud.connect(sounds.destination);
    tone.start(at);
    tone.stop(at + 0.65);
    root.dispatchEvent(new CustomEvent("sounded"));
  }

  function isWished() { return button.getAttribute("aria-pressed") === "true"; }
  function kept(wish) {
    try {
      if (wish === undefined) return localStorage.getItem("sound") === "1";
      localStorage.setItem("sound", wish ? "1" : "0");
    } catch (closed) { /* private mode: for this page only */ }
  }
  // Browsers let a page sound only after a touch: until then the wish stands, and the button asks for one.
  function tell(wish) {
    button.setAttribute("aria-pressed", wish ? "true" : "false");
    button.classList.toggle("is-waiting", !!wish && (!sounds || sounds.state !== "running"));
  }
  function wake() {
    if (!isWished()) return;
    if (!sounds) {
      sounds = new Sounds();
      sounds.onstatechange = function () { tell(isWished()); };
    }
    sounds.resume();
  }
  document.addEventListener("click", function (event) {
    if (button.contains(event.target)) {
      var wish = !isWished() || button.classList.contains("is-waiting");
      kept(wish);
      tell(wish);
    }
    wake();
  });
  button.hidden = false;
  tell(kept());
  setInterval(listen, 250);
})();
