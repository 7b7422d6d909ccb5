// Commands from the table and the phones. Without this file each is a plain form.
// A command keeps its id until it is answered, so that it counts once however often it is pressed.
(function () {
  "use strict";
  var root = document.querySelector("[data-sitting]");
  if (!root) return;
  var error = root.querySelector("[data-command-error]"), sheet, item;

  function all(what, within) { return [].slice.call((within || root).querySelectorAll(what)); }

  function fresh() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    var hex = [].map.call(bytes, function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  function lamport() {
    var next = 1;
    try { localStorage.setItem("lamport", next = 1 + (+localStorage.getItem("lamport") || 0)); } catch (closed) { /* private mode */ }
    return next;
  }

  // Above, since it may be about something that is drawn anew.
  function complain(text) {
    error.textContent = text;
    error.hidden = !text;
    if (text) error.scrollIntoView({ block: "nearest" });
  }

  // Of a form that several buttons send each is a command of its own.
  function body(form, job, pressed) {
    if (!job.command_id || job.command_of !== form) {
      job.command_id = fresh();
      job.command_of = form;
      all("[name=uid]", form).forEach(function (field) { field.value = fresh(); });
      job.happened = Date.now() + root.ahead;
      job.lamport_ = lamport();
    }
    var pairs = all("input, select, textarea", form).filter(function (field) {
      return field.name && !field.disabled && (!/^(checkbox|radio)$/.test(field.type) || field.checked);
    }).map(function (field) { return [field.name, field.name === "command" ? job.command_id : field.value]; });
    if (pressed && pressed.name) pairs.push([pressed.name, pressed.value]);
    pairs.push(["happened", job.happened], ["lamport", job.lamport_]);
    return pairs.map(function (pair) { return encodeURIComponent(pair[0]) + "=" + encodeURIComponent(pair[1]); }).join("&");
  }

  function send(form, pressed) {
    var job = pressed && "single" in pressed.dataset ? pressed : form;
    if (job.is_sending) return;
    job.is_sending = true;
    job.classList.add("is-sending");
    complain("");
    var request = new XMLHttpRequest(), data = body(form, job, pressed);
    form.is_changed = false;
    if (job === form) form.dispatchEvent(new CustomEvent("sending", { bubbles: true, detail: { command_id: job.command_id, happened: job.happened, lamport_: job.lamport_ } }));
    request.open("POST", form.action);
    request.timeout = 15000;
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", root.dataset.token);
    // What is true then comes by the stream, drawn once for everybody.
    if (root.dataset.line === "open") request.setRequestHeader("X-Followed", "1");
    request.onload = function () { answered(form, job, request); };
    request.onerror = request.ontimeout = function () { done(job); complain(root.dataset.unsent); };
    request.send(data);
  }
  function done(job) {
    job.is_sending = false;
    job.classList.remove("is-sending");
  }
  function answered(form, job, request) {
    var frame;
    done(job);
    try { frame = JSON.parse(request.responseText); } catch (broken) { frame = null; }
    if (!frame) { complain(root.dataset.unsent); return; }
    job.command_id = null;
    if (request.status === 200) {
      // What was typed while it was on its way was not sent.
      if (!form.is_changed) form.reset();
      var fold = form.closest && form.closest("details.add, details.more");
      if (fold) {
        // What is hidden can't keep the focus.
        if (fold.contains(document.activeElement)) fold.querySelector("summary").focus({ preventScroll: true });
        fold.open = false;
      }
      if ("reload" in form.dataset) { location.reload(); return; }
    } else {
      complain(frame.error || root.dataset.unsent);
      if (job === form) form.dispatchEvent(new CustomEvent("refused", { bubbles: true }));
    }
    if (frame.version) root.dispatchEvent(new CustomEvent("frame", { detail: frame }));
  }

  root.addEventListener("submit", function (event) {
    var form = event.target;
    if (!("command" in form.dataset) || event.defaultPrevented) return;
    event.preventDefault();
    send(form, event.submitter || form.pressed);
  });
  // Browsers before 2021 don't say which button it was.
  root.addEventListener("click", function (event) {
    var pressed = event.target.closest("button");
    if (pressed && pressed.form) pressed.form.pressed = pressed;
    if (pressed && pressed.dataset.step) step(pressed);
    var opens = event.target.closest("[data-open]");
    if (opens) open(event, opens.dataset.open);
  });

  // Steppers: what is counted must add up before it can be sent.
  function step(button) {
    var field = document.getElementById(button.dataset.for);
    field.value = Math.max(0, Math.min(+field.max, (+field.value || 0) + +button.dataset.step));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function adds(form) {
    if (!form || !form.dataset.mustBe) return;
    var sum = all("input[type=number]", form).reduce(function (so_far, field) { return so_far + (+field.value || 0); }, 0);
    var line = form.querySelector("[data-adds-up]");
    if (!line.words) line.words = line.textContent;
    var told = sum + " / " + form.dataset.mustBe + (sum === +form.dataset.mustBe ? " ✓" : " · " + line.words);
    if (line.textContent !== told) line.textContent = told;
    line.classList.toggle("is-right", sum === +form.dataset.mustBe);
  }
  root.addEventListener("input", function (event) { adds(event.target.form); });

  function open(event, name) {
    var fold = root.querySelector("[data-opens=" + name + "]");
    if (!fold) return;
    event.preventDefault();
    fold.open = true;
    fold.scrollIntoView({ block: "start" });
    var first = fold.querySelector("input:not([type=hidden]), select, textarea");
    if (first) first.focus({ preventScroll: true });
  }

  // One's own letters: here (h), waits (w), speaks (s), has voted (v); which device runs the table.
  function drawn(event) {
    var told = event && event.detail, holder = root.querySelector("[data-holder-mark]"), vote = root.querySelector(".vote-sheet");
    if (told && "own" in told && "own" in root.dataset) root.dataset.own = told.own;
    // Nobody joins what is over.
    if (root.querySelector("[data-over]")) root.dataset.over = "";
    if (root.dataset.device) root.dataset.table = holder && holder.dataset.holderMark !== root.dataset.device ? "other" : "own";
    all(".step[hidden]").forEach(function (button) { button.hidden = false; });
    all("form[data-must-be]").forEach(adds);
    // A vote that began is looked at by whoever opened it, wherever the page stood.
    if (vote && event && vote.id !== sheet) vote.scrollIntoView({ block: "nearest" });
    sheet = vote && vote.id;
    // Where the agenda is a strip, what is on or comes next stands at its beginning.
    var now = root.querySelector(".agenda [aria-current]") || root.querySelector(".agenda-item:not(.is-done)");
    if (now && now.id !== item) now.parentNode.scrollLeft = now.offsetLeft;
    item = now && now.id;
  }
  root.addEventListener("live", drawn);
  drawn();
})();
