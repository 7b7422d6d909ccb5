// Puts what came of a sitting in its place and changes nothing else: whoever types, chooses or reads goes on.
//
// A form is the same as before by the act it sends and what that is about, and a field that is filled in as one of the
// same form: never by its id, which the next item's form has too. All else is by what draws it (data-script) or its id,
// a place by its part, an option by its value, and what is left by its order.
(function () {
  "use strict";
  var root = document.querySelector("[data-live]");
  if (!root) return;
  // What came of each part; nodes that have no place any more, and those that found theirs.
  var parts = {}, left = [], placed = [], ABOUT = /^(act|item|roll|speech|motion|vote|pledge|slip)$/;
  var kept = root.querySelector("[data-live-kept]");

  function list(nodes) { return [].slice.call(nodes); }
  function all(what, within) { return list((within || root).querySelectorAll(what)); }
  function about(form) {
    // Only that: a page that was loaded holds a token too, a frame holds none.
    return all("[type=hidden]", form).filter(function (field) { return ABOUT.test(field.name); }).map(function (field) { return field.value; }).join();
  }
  function key(node) {
    if (node.nodeType !== 1) return "";
    if (node.dataset.script) return node.dataset.script;
    if (node.tagName === "FORM" && about(node)) return about(node);
    if (node.id && !/^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName)) return node.id;
    if (!node.form || node.tagName === "OPTION") return node.id;
    return [about(node.form), node.name, /^(radio|checkbox|submit)$/.test(node.type) && node.value].join();
  }
  function isLike(one, other) {
    return one.nodeName === other.nodeName &&
      (one.nodeType !== 1 || one.dataset.part === other.dataset.part && (one.tagName !== "OPTION" || one.value === other.value));
  }

  // What somebody began, and what is on its way: no frame takes it away.
  function isBegun(one) {
    if (one.command_id) return true;
    if (one.tagName === "OPTION") return one.selected && isBegun(one.closest("select"));
    if (one.options) return one.isChosen;
    if (/^(radio|checkbox)$/.test(one.type)) return one.checked !== one.defaultChecked;
    return /^(INPUT|TEXTAREA)$/.test(one.tagName) && one.type !== "hidden" && one.value !== one.defaultValue;
  }
  function holds(node) { return node.nodeType === 1 && [node].concat(all("*", node)).some(isBegun); }

  function fits(same, one, old) { return same && same.nodeName === one.nodeName && !same.contains(old); }
  // What is new around it takes in what was there before.
  function adopt(one, old, known) {
    if (one.nodeType === 1) all("*", one).forEach(function (inner) {
      var name = key(inner), same = name && known[name];
      if (!fits(same, inner, old)) return;
      delete known[name];
      inner.parentNode.replaceChild(patch(same, inner, known), inner);
    });
    return one;
  }
  function children(old, fresh, known) {
    var mine = list(old.childNodes), free = mine.filter(function (one) { return !key(one); });
    var now = list(fresh.childNodes).map(function (one) {
      var name = key(one), same = known[name];
      if (!name) same = free.filter(isLike.bind(null, one))[0];
      if (same) free[free.indexOf(same)] = document;
      delete known[name];
      return fits(same, one, old) ? patch(same, one, known) : adopt(one, old, known);
    });
    var gone = mine.filter(function (one) { return now.indexOf(one) < 0; }), at = old.firstChild;
    // What stays is not moved, since that would take the focus from it.
    now.forEach(function (one) {
      while (gone.indexOf(at) >= 0) at = at.nextSibling;
      if (one === at) at = at.nextSibling;
      else old.insertBefore(one, at);
    });
    left = left.concat(gone);
  }
  // Whether a fold is open is its reader's own.
  function patch(old, fresh, known) {
    if (old.nodeType !== 1) { if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue; return old; }
    placed.push(old);
    if (old.command_id || old.dataset.script) return old;
    list(old.attributes).concat(list(fresh.attributes)).forEach(function (one) {
      var value = fresh.getAttribute(one.name);
      if (one.name === "open" || old.getAttribute(one.name) === value) return;
      if (value === null) old.removeAttribute(one.name);
      else old.setAttribute(one.name, value);
    });
    if (!old.dataset.part) children(old, fresh, known);
    if (old.options && !old.isChosen && !old.dataset.part) old.selectedIndex = Math.max(0, list(old.options).indexOf(old.querySelector("[selected]")));
    return old;
  }
  // Of nodes without a place the forms that somebody began stay, until they are sent, emptied or put away.
  function sweep() {
    var staying = [];
    left.forEach(function (node) {
      if (!node.parentNode || placed.indexOf(node) >= 0) return;
      var own = !holds(node) ? [] : node.nodeType === 1 && !node.contains(document.activeElement) && all("form", node).filter(holds);
      if (!own || !own.length && holds(node)) own = [node];
      own.forEach(function (one) {
        if (one !== node) node.parentNode.insertBefore(one, node);
        if (one.tagName !== "OPTION") one.classList.add("is-left");
      });
      if (own[0] !== node) node.parentNode.removeChild(node);
      staying = staying.concat(own);
    });
    left = staying;
    placed = [];
    if (kept) kept.hidden = left.every(function (one) { return one.tagName === "OPTION"; });
  }

  function show(part) {
    var html = parts[part.dataset.part], fresh = document.createElement(part.tagName), active = document.activeElement, known = {}, except = part.dataset.except || "";
    if (html === undefined || part.shown === html && part.except === except) return;
    fresh.innerHTML = html;
    // A list to choose from leaves out whom its place names.
    all("option", fresh).forEach(function (one) { if (except && except.split(" ").indexOf(one.value) >= 0) fresh.removeChild(one); });
    part.except = except;
    all("*", part).reverse().forEach(function (one) { known[key(one)] = one; });
    children(part, fresh, known);
    part.shown = all("form, button", part).some(function (one) { return one.command_id; }) ? 0 : html;
    active = part !== active && part.contains(active) && active;
    sweep();
    if (!active || document.activeElement === active) return true;
    if (!part.contains(active)) (active = part).tabIndex = -1;
    active.focus({ preventScroll: true });
    return true;
  }
  // Twice, since some stand within others.
  function draw() { return all("[data-part]").filter(show).concat(all("[data-part]").filter(show)).length; }
  function again() { if (left.length) sweep(); if (draw()) root.dispatchEvent(new CustomEvent("live", { detail: {} })); }

  root.addEventListener("live", function (event) {
    for (var name in event.detail.parts) parts[name] = event.detail.parts[name];
    draw();
  });
  root.addEventListener("change", function (event) { if (event.target.options) event.target.isChosen = true; });
  root.addEventListener("reset", function (event) { all("select", event.target).forEach(function (one) { one.isChosen = false; }); });
  root.addEventListener("focusout", function () { setTimeout(again); });
  root.addEventListener("click", function (event) {
    if (!event.target.closest("[data-live-drop]")) return;
    left.forEach(function (one) { if (one.parentNode) one.parentNode.removeChild(one); });
    left = [];
    again();
    kept.hidden = true;
  });
  setInterval(again, 1000);
})();
