// Photos that were chosen and not sent stay on this device beside the words of their draft: the
// draft has their name, and what no draft names any more is thrown away.
(function () {
  "use strict";
  var opened;
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
  function named() {
    return keeping.keys("").map(function (key) { return (keeping.read(key) || {}).shots; });
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
