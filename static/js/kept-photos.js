// Photos that were chosen and not sent stay on this device beside the words of their draft: the
// draft has their name, and what no draft names any more is thrown away.
(function () {
  "use strict";
  var KEPT = 3 * 864e5, opened;
  function answer(request) {
    return new Promise(function (done, failed) {
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
  }
  function shelf(mode) {
    opened = opened || new Promise(function (done) {
      var asked = indexedDB.open("shots", 1);
      asked.onupgradeneeded = function () { asked.result.createObjectStore("shots"); };
      done(answer(asked));
    });
    return opened.then(function (base) { return base.transaction("shots", mode).objectStore("shots"); });
  }
  // Whoever was erased: their drafts of all forms, on the page that says so.
  [].forEach.call(document.querySelectorAll("[data-emptied]"), function (mark) {
    Object.keys(localStorage).forEach(function (key) {
      if (key.indexOf("draft:" + mark.dataset.emptied + ":") === 0) localStorage.removeItem(key);
    });
  });
  function named() {
    return Object.keys(localStorage).filter(function (key) { return key.indexOf("draft:") === 0; }).map(function (key) {
      try {
        var draft = JSON.parse(localStorage.getItem(key));
        return Date.now() - draft[""] <= KEPT ? draft.shots : "";
      } catch (broken) { return ""; }
    });
  }
  // What is not kept is only chosen once more: private mode, or a full device.
  function without() { return []; }

  self.shots = {
    keep: function (name, files) {
      return shelf("readwrite").then(function (store) { return answer(store.put(files, name)); }).catch(without);
    },
    read: function (name) {
      return shelf("readonly").then(function (store) { return answer(store.get(name)); }).then(function (files) { return files || []; }).catch(without);
    }
  };
  shelf("readwrite").then(function (store) {
    return answer(store.getAllKeys()).then(function (keys) {
      var wanted = named();
      keys.forEach(function (key) { if (wanted.indexOf(key) < 0) store.delete(key); });
    });
  }).catch(without);
})();
