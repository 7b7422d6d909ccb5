// Holds the private key of a secret vote on a device, and answers for one batch of ballots. Comes after seal.js.
//
// <div data-holder="VOTE" data-role="chair" data-task="try|key|open|forget" data-url="POST goes here"
//   data-batch="GET {messages: [..], checks: [..]}" [data-at-once] [data-then="page to open when done"]> with [data-told], where
//   sentences are shown (it says first that a script is needed), and a hidden button [data-press]. Sentences:
//   data-busy, data-ready (try), data-insecure, data-no-store, data-no-key, data-few, data-alike, data-other,
//   data-failed. Where [data-office="chair"] on the page says whose device it is, a part with data-offices="…"
//   that doesn't name that office is left alone.
//   An element with data-token is on the page. The server answers in JSON {words}, also with 4xx.
(function () {
  "use strict";
  var s = self.sealing, ANSWER = 32, POINT = 65, DAY = 864e5;

  // One transaction; `work` asks the store and calls `done` with what comes of it.
  function within(work) {
    return new Promise(function (resolve, reject) {
      var asked = indexedDB.open("pavilion-keys", 1), found;
      asked.onupgradeneeded = function () { asked.result.createObjectStore("keys"); };
      asked.onerror = reject;
      asked.onsuccess = function () {
        var base = asked.result, act = base.transaction("keys", "readwrite");
        act.oncomplete = function () { base.close(); resolve(found); };
        act.onabort = function () { base.close(); reject(act.error); };
        work(act.objectStore("keys"), function (value) { found = value; });
      };
    }).catch(function () { throw "noStore"; });
  }
  // `change` is given what stands under the name; what it returns, if anything, replaces it.
  function kept(name, change) {
    return within(function (keys, done) {
      keys.get(name).onsuccess = function (event) {
        var next = change && change(event.target.result);
        if (next) keys.put(next, name);
        done(next || event.target.result);
      };
    });
  }
  function drop(range) { return within(function (keys) { keys.delete(range); }); }
  async function made(name) {
    var pair = await s.subtle.generateKey(s.curve, false, ["deriveBits"]), mine = await s.exported(pair.publicKey);
    await within(function (keys) { // of votes long past
      keys.openCursor().onsuccess = function (event) {
        var at = event.target.result;
        if (!at) return;
        if (Date.now() - at.value.made > DAY) at.delete();
        at.continue();
      };
    });
    await kept(name, function (old) { return old ? null : { key: pair.privateKey, point: mine, made: Date.now() }; });
    var back = await kept(name);
    if (!back) throw "noStore";
    if (!back.key) throw "noKey";
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    return s.write(back.point);
  }

  async function batchOf(place) {
    var answer = await fetch(place.dataset.batch, { credentials: "same-origin", cache: "no-store" });
    if (!answer.ok || answer.redirected) throw "failed";
    var asked = await answer.json(), messages = asked.messages.map(s.read);
    if (messages.length < 3) throw "few";
    if (new Set(messages.map(s.write)).size < messages.length) throw "alike";
    // Beside each message a point by which the server sees that the answer is true: no more of them than that.
    return messages.concat(asked.checks.slice(0, messages.length).map(s.read));
  }
  // What can't be opened at all gets zeros; the server knows what to make of it.
  async function answerTo(message, old) {
    try {
      return s.write(await s.agreed(old.key, await s.point(message.slice(0, POINT))));
    } catch (spoilt) { return s.write(new Uint8Array(ANSWER)); }
  }
  // The first batch claims the key: claim, answer and the key's end are one transaction.
  async function answered(name, asked) {
    var digest = s.write(new Uint8Array(await s.subtle.digest("SHA-256", s.bytes(asked.map(s.write).join()))));
    var old = await kept(name);
    if (!old) throw "noKey";
    var answer = old.key && await Promise.all(asked.map(function (message) { return answerTo(message, old); }));
    var now = await kept(name, function (at) { return at && at.key && answer ? { batch: digest, answer: answer, made: at.made } : null; });
    if (!now) throw "noKey";
    if (now.batch !== digest) throw "other";
    return now.answer || [];
  }
  async function post(place, name, value) {
    var root = document.querySelector("[data-token]"), told;
    var answer = await fetch(place.dataset.url, {
      method: "POST", credentials: "same-origin", headers: { "X-CSRFToken": root ? root.dataset.token : "" },
      body: new URLSearchParams([[name, value]])
    });
    try { told = (await answer.json()).words; } catch (page) { throw "failed"; } // a sign-in page is no “sent”
    if (!answer.ok || answer.redirected) throw { words: told };
    return told;
  }
  var steps = {
    try: async function (place) {
      await made("try");
      await drop("try");
      return place.dataset.ready;
    },
    key: async function (place, name) { return post(place, "point", await made(name)); },
    open: async function (place, name) {
      var told = await post(place, "opening", (await answered(name, await batchOf(place))).join(" "));
      await kept(name, function (at) { return at && { batch: at.batch, made: at.made }; });
      return told;
    },
    forget: async function (place, name) { await drop(name); }
  };
  async function take(place) {
    var step = place.dataset.task, told = place.querySelector("[data-told]"), button = place.querySelector("[data-press]");
    function say(words) { if (told) told.textContent = words || ""; }
    say(place.dataset.busy);
    if (button) button.hidden = true;
    try {
      if (!s.subtle || !self.indexedDB) throw "insecure";
      say(await steps[step](place, place.dataset.holder + "|" + place.dataset.role));
    } catch (why) {
      say(typeof why === "string" ? place.dataset[why] : why.words || place.dataset.failed);
      if (button) button.hidden = false;
      // Where it begins by itself it is tried again by itself, once the line is back.
      if (why === "failed" || !why.words && typeof why !== "string") setTimeout(function () { if ("atOnce" in place.dataset && document.contains(place)) take(place); }, 5000);
      return;
    }
    // Forgetting begins by itself on every load: it leads nowhere, or the page would load for ever.
    if (place.dataset.then && step !== "forget") location.assign(place.dataset.then);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-press]"), place = button && button.closest("[data-holder]");
    if (place) take(place);
  });

  function ready() {
    [].forEach.call(document.querySelectorAll("[data-holder]:not([data-seen])"), function (place) {
      var button = place.querySelector("[data-press]"), told = place.querySelector("[data-told]");
      place.dataset.seen = "";
      var mine = document.querySelector("[data-office]"), offices = place.dataset.offices;
      place.hidden = !!mine && !!offices && offices.split(" ").indexOf(mine.dataset.office) < 0;
      if (place.hidden) return;
      if (told) told.textContent = "";
      if ("atOnce" in place.dataset || place.dataset.task === "forget") take(place);
      else if (button) button.hidden = false;
    });
  }
  new MutationObserver(ready).observe(document.body, { childList: true, subtree: true });
  ready();
})();
