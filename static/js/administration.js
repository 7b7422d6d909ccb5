// What was typed in /admin/ comes back when the session ended, the line dropped or the page was refused. It lies where
// the drafts of all other pages lie (keeping.js), so it goes with them when somebody signs out here or there.
(function () {
  "use strict";
  var words = document.getElementById("words").dataset, form = document.querySelector("#content form[method=post]:not(#changelist-form)");
  var keeping = window.keeping, shelf = keeping.shelf(words.who, "admin"), leaves = false;
  if (!words.who) return;
  if (words.here) history.replaceState(history.state, "", location.href);

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "logout-form") return;
    leaves = true;
    keeping.forget(words.who);
  });
  // What follows on the form says that it is done; what follows on signing in again says only that.
  keeping.attempt(function () {
    var saving = sessionStorage.getItem("saving");
    if (saving && document.querySelector(".messagelist .success, .import-done") && new URL(document.referrer).pathname === saving.split(":")[2]) {
      keeping.drop(saving);
      sessionStorage.removeItem("saving");
    }
  });
  if (!form) return;

  // A form that came back from sending stands as it was sent, whatever is saved.
  var asSent = !!words.here;
  function keep() { if (!leaves) keeping.write(shelf, keeping.collect(form, asSent)); }
  function putBack(draft) {
    return keeping.fields(form).filter(function (field) {
      if (!(field.name in draft)) return false;
      keeping.put(field, draft[field.name]);
      if (keeping.isDrawn(field)) return false;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    }).length;
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
      (keeping.fields(form)[0] || form).focus();
    });
    told.appendChild(away);
    form.parentNode.insertBefore(told, form);
  }
  var draft = asSent ? null : keeping.read(shelf);
  if (asSent) keep();
  else if (draft && putBack(draft)) tell();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  // The little calendars of days say nothing when they fill their field.
  addEventListener("pagehide", function () { if (!asSent) keep(); });
  form.addEventListener("submit", function () {
    keep();
    keeping.attempt(function () { sessionStorage.setItem("saving", shelf); });
  });
})();
