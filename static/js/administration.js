// What was typed in /admin/ comes back when the session ended, the line dropped or the page was refused. It lies where
// the drafts of all other pages lie (page.js), so it goes with them when somebody signs out here or there.
(function () {
  "use strict";
  var words = document.getElementById("words").dataset, form = document.querySelector("#content form[method=post]:not(#changelist-form)"), DAYS = 3 * 864e5;
  var shelf = ["draft", words.who, location.pathname, "admin"].join(":"), leaves = false;
  if (!words.who) return;
  if (words.here) history.replaceState(history.state, "", location.href);

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "logout-form") return;
    leaves = true;
    try {
      Object.keys(localStorage).forEach(function (key) { if (key.indexOf("draft:" + words.who + ":") === 0) localStorage.removeItem(key); });
    } catch (closed) { /* private mode */ }
  });
  // What follows on the form says that it is done; what follows on signing in again says only that.
  try {
    var saving = sessionStorage.getItem("saving");
    if (saving && document.querySelector(".messagelist .success, .import-done") && new URL(document.referrer).pathname === saving.split(":")[2]) {
      localStorage.removeItem(saving);
      sessionStorage.removeItem("saving");
    }
  } catch (closed) { /* private mode */ }
  if (!form) return;

  function isTick(field) { return /^(checkbox|radio)$/.test(field.type); }
  function fields() {
    return [].filter.call(form.elements, function (field) {
      return field.name && !/^(hidden|file|password|tel|submit|button|fieldset)$/.test(field.type) && field.autocomplete !== "one-time-code";
    });
  }
  function chosen(select, drawn) {
    return [].filter.call(select.options, function (option) { return drawn ? option.defaultSelected : option.selected; }).map(function (option) { return option.value; }).join("\n");
  }
  function isDrawn(field) {
    if (isTick(field)) return field.checked === field.defaultChecked;
    if (!field.options) return field.value === field.defaultValue;
    var drawn = chosen(field, true);
    return chosen(field) === (drawn || field.multiple || !field.options.length ? drawn : field.options[0].value);
  }
  // A form that came back from sending stands as it was sent, whatever is saved.
  var asSent = !!words.here;
  function keep() {
    if (leaves) return;
    var draft = {}, all = fields();
    all.forEach(function (field) {
      if (!asSent && isDrawn(field)) return;
      if (field.options) draft[field.name] = chosen(field).split("\n");
      else draft[field.name] = !isTick(field) ? field.value : all.filter(function (other) { return other.name === field.name && other.checked; }).map(function (other) { return other.value; });
    });
    try {
      if (!Object.keys(draft).length) return localStorage.removeItem(shelf);
      draft[""] = Date.now();
      localStorage.setItem(shelf, JSON.stringify(draft));
    } catch (full) { /* private mode */ }
  }
  function read() {
    try {
      var draft = JSON.parse(localStorage.getItem(shelf));
      return draft && Date.now() - draft[""] <= DAYS ? draft : null;
    } catch (broken) { return null; }
  }
  function putBack(draft) {
    var back = false;
    fields().forEach(function (field) {
      var kept = draft[field.name];
      if (kept === undefined) return;
      if (isTick(field)) field.checked = kept.indexOf(field.value) >= 0;
      else if (!field.options) field.value = kept;
      else if ([].some.call(field.options, function (option) { return kept.indexOf(option.value) >= 0; })) {
        [].forEach.call(field.options, function (option) { option.selected = kept.indexOf(option.value) >= 0; });
      }
      if (isDrawn(field)) return;
      back = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return back;
  }
  function tell() {
    var told = document.createElement("p"), away = document.createElement("button");
    told.className = "draft-told";
    told.setAttribute("role", "status");
    told.textContent = words.kept + " ";
    away.type = "button";
    away.textContent = words.drop;
    away.addEventListener("click", function () {
      form.reset();
      keep();
      told.remove();
      (fields()[0] || form).focus();
    });
    told.appendChild(away);
    form.parentNode.insertBefore(told, form);
  }
  var draft = asSent ? null : read();
  if (asSent) keep();
  else if (draft && putBack(draft)) tell();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  // The little calendars of days say nothing when they fill their field.
  addEventListener("pagehide", function () { if (!asSent) keep(); });
  form.addEventListener("submit", function () {
    keep();
    try { sessionStorage.setItem("saving", shelf); } catch (closed) { /* private mode */ }
  });
})();
