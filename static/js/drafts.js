// What is begun at a sitting stays on this device until it has arrived: after a reload, another language, going back,
// signing in again. It is kept as the drafts of all other forms are (page.js), and goes with them when somebody signs out.
(function () {
  "use strict";
  var root = document.querySelector("[data-sitting]"), words = document.getElementById("words").dataset;
  if (!root || !words.who) return;
  var ABOUT = /^(act|item|roll|speech|motion|vote|pledge|slip)$/, DAYS = 3 * 864e5, fills = false;

  function all(what, within) { return [].slice.call((within || root).querySelectorAll(what)); }
  function isTick(field) { return /^(checkbox|radio)$/.test(field.type); }
  function fields(form) {
    return [].filter.call(form.elements, function (field) {
      return field.name && !/^(hidden|submit|button|fieldset|file|password|tel)$/.test(field.type) && field.autocomplete !== "one-time-code";
    });
  }
  // By the act and what it is about, so that what was meant for one item never comes up in another.
  function shelf(form) {
    var about = all("[type=hidden]", form).map(function (field) { return ABOUT.test(field.name) ? field.value : ""; });
    return ["draft", words.who, location.pathname, about.join(" ").trim().replace(/ +/g, "+")].join(":");
  }
  function isDrawn(field) {
    if (isTick(field)) return field.checked === field.defaultChecked;
    if (!field.options) return field.value === field.defaultValue;
    return field.selectedIndex === Math.max(0, [].indexOf.call(field.options, field.querySelector("[selected]")));
  }
  function keep(form, sent) {
    var draft = {}, over = {}, name = shelf(form);
    fields(form).forEach(function (field) {
      if (isDrawn(field)) return;
      if (field.type === "textarea") over[field.name] = field.defaultValue;
      draft[field.name] = isTick(field) ? fields(form).filter(function (other) { return other.name === field.name && other.checked; }).map(function (other) { return other.value; }) : field.value;
    });
    try {
      if (!Object.keys(draft).length) return localStorage.removeItem(name);
      draft[""] = Date.now();
      draft["="] = over;
      if (sent) draft["?"] = sent;
      localStorage.setItem(name, JSON.stringify(draft));
    } catch (full) { /* private mode */ }
  }
  function at(name) {
    try {
      var draft = JSON.parse(localStorage.getItem(name));
      return draft && Date.now() - draft[""] <= DAYS ? draft : null;
    } catch (broken) { return null; }
  }
  function read(form) { return at(shelf(form)); }
  // Whoever it was: what is too old to be shown does not lie on the device either.
  try {
    Object.keys(localStorage).forEach(function (name) { if (name.indexOf("draft:") === 0 && !at(name)) localStorage.removeItem(name); });
  } catch (closed) { /* private mode */ }
  function drop(form) {
    try { localStorage.removeItem(shelf(form)); } catch (closed) { /* private mode */ }
  }

  // What somebody else wrote there meanwhile stays, and one's own stands below it, if it doesn't go on from there.
  function beside(field, kept, over) {
    var stands = field.defaultValue;
    return field.type !== "textarea" || !stands || stands === over || kept.indexOf(stands) >= 0 ? kept : stands + "\n" + kept;
  }
  function putBack(form) {
    var draft = read(form), back = [], stands = true;
    form.is_known = true;
    if (!draft) return;
    fields(form).forEach(function (field) {
      var kept = draft[field.name], was = field.value;
      if (kept === undefined || !isDrawn(field)) return;
      if (!isTick(field)) {
        stands = stands && kept === was;
        kept = beside(field, kept, (draft["="] || {})[field.name]);
      } else stands = false;
      if (isTick(field)) field.checked = kept.indexOf(field.value) >= 0;
      else {
        field.value = kept;
        if (field.value !== kept) field.value = was; // no such choice any more
      }
      if (!isDrawn(field)) back.push(field);
    });
    // It arrived, though nobody was told.
    if (stands) drop(form);
    if (!back.length) return;
    // What was on its way and perhaps arrived goes again under its own id, and counts once.
    if (draft["?"]) {
      for (var name in draft["?"].job) form[name] = draft["?"].job[name];
      form.command_of = form;
      all("[name=uid]", form).forEach(function (field) { field.value = draft["?"].uid; });
    }
    fills = true;
    back.forEach(function (field) { field.dispatchEvent(new Event(field.options ? "change" : "input", { bubbles: true })); });
    fills = false;
    var fold = form.closest("details.add");
    if (fold) fold.open = true;
    return true;
  }
  function look() {
    var back = all("form[data-command]").filter(function (form) { return !form.is_known; }).filter(putBack);
    if (back.length) document.getElementById("live").textContent = words.kept;
  }

  function typed(event) {
    var form = event.target.form;
    if (fills || !form || !("command" in form.dataset)) return;
    // A phone tells of text that was typed before the press only after it, when the field is left.
    if (event.type === "change" && !isTick(event.target) && !event.target.options) return;
    // Other words than those that may have arrived are another command.
    form.command_id = null;
    form.is_changed = true;
    keep(form);
  }
  root.addEventListener("input", typed);
  root.addEventListener("change", typed);
  root.addEventListener("sending", function (event) {
    var form = event.target, uid = form.querySelector("[name=uid]");
    keep(form, { uid: uid ? uid.value : "", job: event.detail });
  });
  // It was answered, so it is not on its way any more; pressed again it is another command, of that moment.
  root.addEventListener("refused", function (event) { keep(event.target); });
  // Once it is answered well; a form that is reset stands as it was drawn.
  root.addEventListener("reset", function (event) { drop(event.target); });
  root.addEventListener("click", function (event) {
    if (event.target.closest("[data-live-drop]")) all(".is-left").forEach(function (one) { all("form", one.parentNode).filter(function (form) { return one.contains(form); }).forEach(drop); });
  }, true);
  root.addEventListener("live", look);
  look();
})();
