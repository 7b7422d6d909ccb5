// What is typed is kept on this device: docs/decisions/0077.
(function () {
  "use strict";
  function attempt(act) {
    try { return act(); } catch (closed) { /* private mode */ }
  }
  var store = attempt(function () { return localStorage; }) || {};
  function isTick(field) { return /^(checkbox|radio)$/.test(field.type); }
  function fields(form) {
    return [].filter.call(form.elements, function (field) {
      return field.name && !/^(hidden|file|password|tel|submit|button|fieldset)$/.test(field.type) && field.autocomplete !== "one-time-code";
    });
  }
  function chosen(among, how) {
    return [].filter.call(among, function (one) { return one[how]; }).map(function (one) { return one.value; });
  }
  function stands(field) {
    return isTick(field) ? field.checked : field.options ? chosen(field.options, "selected").join("\n") : field.value;
  }
  function isDrawn(field) {
    var options = field.options, drawn = isTick(field) ? field.defaultChecked : field.defaultValue;
    if (options) {
      drawn = chosen(options, "defaultSelected");
      // As browsers choose.
      if (!field.multiple) drawn = drawn.length || !options[0] ? drawn.slice(-1) : [options[0].value];
      drawn = drawn.join("\n");
    }
    return drawn === undefined || stands(field) === drawn;
  }
  // The rest is left to the page, which may know better by then.
  function collect(form, all) {
    var draft = {}, among = fields(form);
    among.forEach(function (field) {
      if (all || !isDrawn(field)) draft[field.name] = isTick(field) ? chosen(among.filter(function (other) { return other.name === field.name; }), "checked") :
        field.options && field.multiple ? chosen(field.options, "selected") : field.value;
    });
    return draft;
  }
  function put(field, kept) {
    var was = stands(field), options = field.options, all = [].concat(kept);
    function has(one) { return all.indexOf(one.value) >= 0; }
    if (isTick(field)) field.checked = has(field);
    else if (!options) field.value = kept;
    // No such choice any more: it stands.
    else if (!all.length || [].some.call(options, has)) [].forEach.call(options, function (option) { option.selected = has(option); });
    return stands(field) !== was;
  }
  function shelf(whose, name) { return ["draft", whose, location.pathname, name].join(":"); }
  function keys(whose) {
    return Object.keys(store).filter(function (key) { return key.indexOf("draft:" + whose) === 0; });
  }
  function read(key) {
    return attempt(function () {
      var draft = JSON.parse(store[key]);
      return Date.now() - draft[""] <= 3 * 864e5 ? draft : null;
    });
  }
  function drop(key) { delete store[key]; }
  function write(key, draft, more) {
    if (!Object.keys(draft).length) return drop(key);
    for (var name in more) draft[name] = more[name];
    draft[""] = draft[""] || Date.now();
    attempt(function () { store[key] = JSON.stringify(draft); });
  }
  function forget(whose, name) {
    keys(whose + ":").forEach(function (key) { if (!name || key.split(":").pop() === name) drop(key); });
  }
  // Too old, or from before drafts were anybody's.
  keys("").forEach(function (key) { if (!read(key) || key[6] === "/") drop(key); });
  window.keeping = {};
  [attempt, isTick, fields, isDrawn, collect, put, shelf, keys, read, write, drop, forget].forEach(function (act) { keeping[act.name] = act; });
})();
