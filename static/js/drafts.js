// What is begun at a sitting stays on this device until it has arrived: after a reload, another language, going back,
// signing in again. It lies where the drafts of all other forms lie (keeping.js), and goes with them when somebody signs out.
(function () {
  "use strict";
  var root = document.querySelector("[data-sitting]"), words = document.getElementById("words").dataset;
  if (!root || !words.who) return;
  var ABOUT = /^(act|item|roll|speech|motion|vote|pledge|slip)$/, keeping = window.keeping, fills = false;

  function all(what, within) { return [].slice.call((within || root).querySelectorAll(what)); }
  // By the act and what it is about, so that what was meant for one item never comes up in another.
  function shelf(form) {
    var about = all("[type=hidden]", form).map(function (field) { return ABOUT.test(field.name) ? field.value : ""; });
    return keeping.shelf(words.who, about.join(" ").trim().replace(/ +/g, "+"));
  }
  function keep(form, sent) {
    var over = {};
    keeping.fields(form).forEach(function (field) {
      if (field.type === "textarea" && !keeping.isDrawn(field)) over[field.name] = field.defaultValue;
    });
    keeping.write(shelf(form), keeping.collect(form), { "=": over, "?": sent });
  }
  function drop(form) { keeping.drop(shelf(form)); }

  // What somebody else wrote there meanwhile stays, and one's own stands below it, if it doesn't go on from there.
  function beside(field, kept, over) {
    var stands = field.defaultValue;
    return field.type !== "textarea" || !stands || stands === over || kept.indexOf(stands) >= 0 ? kept : stands + "\n" + kept;
  }
  function putBack(form) {
    var draft = keeping.read(shelf(form)), back = [], stands = true;
    form.is_known = true;
    if (!draft) return;
    keeping.fields(form).forEach(function (field) {
      var kept = draft[field.name];
      if (kept === undefined || !keeping.isDrawn(field)) return;
      stands = stands && kept === field.value;
      keeping.put(field, beside(field, kept, (draft["="] || {})[field.name]));
      if (!keeping.isDrawn(field)) back.push(field);
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
    if (event.type === "change" && !keeping.isTick(event.target) && !event.target.options) return;
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
