// The places of step 2 follow the estate of step 1; what is found by its name is put into both.
// Without script all places stand in step 2, by estate.
(function () {
  "use strict";
  var box = document.querySelector("[data-where]");
  if (!box) return;
  var form = box.closest("form");
  var estate = box.querySelector("#id_estate"), place = box.querySelector("#id_building");
  var look = box.querySelector("#id_look"), found = box.querySelector("#found-places");
  var groups = [].slice.call(place.querySelectorAll("optgroup"));
  var last = place.querySelector("option[value=public]");

  function groupOf(value) {
    return groups.filter(function (group) {
      return group.dataset.estate && [].some.call(group.children, function (option) { return option.value === value; });
    })[0];
  }
  function fits(group) {
    return !estate.value || estate.value === "unsure" || group.dataset.estate === estate.value || !group.dataset.estate;
  }
  // Beside its estate a building needs no more than its number; phones cut long names.
  [].forEach.call(place.querySelectorAll("[data-own]"), function (option) { option.dataset.whole = option.textContent; });
  function write() {
    groups.forEach(function (group) {
      [].forEach.call(group.children, function (option) {
        option.textContent = group.dataset.estate === estate.value && option.dataset.own || option.dataset.whole;
      });
    });
  }
  function offer(all) {
    var chosen = place.value;
    // Taken out and not only hidden: phones show hidden choices all the same.
    groups.forEach(function (group) {
      if (all || fits(group)) place.insertBefore(group, last);
      else group.remove();
    });
    place.value = chosen;
    if (place.selectedIndex < 0) place.value = "";
    write();
  }
  function narrow() {
    var group = groupOf(place.value);
    if (group && !estate.value) estate.value = group.dataset.estate;
    offer();
  }
  function changed(field) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  estate.addEventListener("change", function () {
    var before = place.value;
    offer();
    if (estate.value === "unsure") place.value = "unsure";
    else if (before === "unsure" && !estate.dataset.was) place.value = "";
    estate.dataset.was = estate.value === "unsure" ? "" : "1";
    if (place.value !== before) changed(place);
  });
  estate.dataset.was = estate.value === "unsure" ? "" : "1";
  place.addEventListener("change", function () {
    var group = groupOf(place.value);
    if (!group || estate.value === group.dataset.estate) return;
    estate.value = group.dataset.estate;
    estate.dataset.was = "1";
    offer();
    estate.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Search: its button is not needed, and Enter sends nothing.
  [].forEach.call(box.querySelectorAll("button[name=look_up]"), function (button) { button.hidden = true; button.type = "button"; });
  look.addEventListener("keydown", function (event) { if (event.key === "Enter") event.preventDefault(); });
  found.addEventListener("click", function (event) {
    var hit = event.target.closest("[data-place]");
    if (!hit) return;
    offer(true);
    estate.value = hit.dataset.estate;
    place.value = hit.dataset.place;
    estate.dataset.was = "1";
    look.value = "";
    found.textContent = "";
    offer();
    [look, estate, place].forEach(changed);
    place.focus();
  });

  // Another community: the same page with its places and all that was typed.
  var community = box.querySelector("select[name=community]");
  if (community) community.addEventListener("change", function () {
    var asks = document.createElement("input");
    asks.type = "hidden";
    asks.name = "look_up";
    asks.value = "community";
    form.appendChild(asks);
    form.action = form.action.split("#")[0] + "#where";
    form.submit();
  });

  // What was kept on this device is put back into all choices, not only into those of one estate.
  form.addEventListener("fill", function () {
    offer(true);
    setTimeout(narrow);
  });
  addEventListener("pageshow", function () { offer(true); narrow(); });
  narrow();
})();
