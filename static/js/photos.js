// Photos add up: each choosing adds, each photo has its own ✕, and big ones are made smaller before
// they are sent. Where the browser can't, choosing anew replaces, and the server says what it kept.
(function () {
  "use strict";
  var EDGE = 1600, SMALL = 400 * 1024;
  var adds = (function () { try { return !!new DataTransfer().items; } catch (old) { return false; } })();

  function stock(input) { return input.stock || (input.stock = []); }
  function field(input, name) { return input.form && input.form.elements.namedItem(name); }
  function keptList(input) { return input.form && input.form.querySelector("[data-kept-photos]"); }
  function room(input) {
    var kept = keptList(input);
    return Math.max(0, input.dataset.most - (kept ? kept.children.length : 0));
  }
  function tell(input, words) {
    var told = input.parentNode.querySelector(".photos-told");
    told.textContent = words;
    told.hidden = !words;
  }

  // The browser's own field speaks the browser's language; a button in ours opens it.
  function dress(button) {
    var input = button.parentNode.querySelector("[data-photos]"), kept = keptList(input);
    input.classList.add("is-behind");
    input.tabIndex = -1;
    button.hidden = false;
    if (kept) [].forEach.call(kept.children, function (item) { letGo(input, item); });
    bringBack(input);
  }
  function tokens(list) { return [].map.call(list.children, function (item) { return item.dataset.token; }).join(","); }
  // Of a photo that has arrived: its ✕, and its place in the list.
  function letGo(input, item) {
    var list = item.parentNode;
    away(input, item, [].indexOf.call(list.children, item) + 1, function () { strike(input, item); });
  }
  function strike(input, item) {
    var list = item.parentNode, kept = field(input, "kept");
    item.remove();
    list.hidden = !list.children.length;
    kept.value = tokens(list);
    kept.dispatchEvent(new Event("input", { bubbles: true }));
    tell(input, "");
  }
  function away(input, item, number, act) {
    var button = document.createElement("button"), sign = document.createElement("span");
    button.type = "button";
    button.className = "photo-away";
    button.setAttribute("aria-label", input.dataset.away.replace("#", number));
    sign.textContent = "✕";
    button.appendChild(sign);
    button.addEventListener("click", function () {
      var beside = item.nextElementSibling || item.previousElementSibling;
      var next = beside && beside.querySelector(".photo-away[type=button]") || input.parentNode.querySelector("[data-pick]");
      act();
      next.focus();
    });
    item.classList.add("has-away");
    item.appendChild(button);
  }

  function add(input, files) {
    var known = stock(input).map(function (one) { return one.key; }), before = known.length;
    [].forEach.call(files, function (file) {
      var key = [file.name, file.size, file.lastModified].join("|");
      if (known.indexOf(key) >= 0) return;
      known.push(key);
      input.stock.push({ key: key, file: file });
    });
    return known.length - before;
  }
  function chosen(input) {
    var most = room(input);
    if (!adds) input.stock = [];
    add(input, input.files);
    var many = input.stock.length > most;
    if (adds) input.stock.splice(most);
    else input.setCustomValidity(many ? input.dataset.tooMany : "");
    tell(input, many && adds ? input.dataset.cut : "");
    input.stock.forEach(function (one) { shrink(input, one); });
    show(input);
  }
  // What is shown is what will be sent.
  function put(input) {
    if (!adds) return;
    var given = new DataTransfer();
    stock(input).forEach(function (one) { given.items.add(one.file); });
    input.files = given.files;
    remember(input);
  }

  // What was chosen stays on this device as long as the draft of the form, which has its name.
  function remember(input) {
    var name = field(input, "shots");
    if (!name || !self.shots || !input.form.dataset.keep || !name.value && !input.stock.length) return;
    if (!input.stock.length) name.value = "";
    else name.value = name.value || [].join.call(crypto.getRandomValues(new Uint32Array(3)), "-");
    name.dispatchEvent(new Event("input", { bubbles: true }));
    if (name.value) self.shots.keep(name.value, input.stock.map(function (one) { return one.file; }));
  }
  // The draft has put back names only: of photos that have arrived, and of those that were chosen.
  function bringBack(input) {
    var name = field(input, "shots"), list = keptList(input), kept = field(input, "kept");
    if (list && kept && tokens(list) !== kept.value) drawKept(input, list, kept);
    if (!adds || !name || !name.value || !self.shots || input.form.dataset.sent) return;
    self.shots.read(name.value).then(function (files) {
      if (!add(input, files)) return;
      input.stock.splice(room(input));
      input.stock.forEach(function (one) { shrink(input, one); });
      show(input);
    });
  }
  function drawKept(input, list, kept) {
    list.textContent = "";
    kept.value.split(",").filter(Boolean).forEach(function (token, at) {
      var item = document.createElement("li"), frame = document.createElement("a"), picture = document.createElement("img");
      item.dataset.token = token;
      frame.href = kept.dataset.large.replace("#", token);
      picture.alt = kept.dataset.alt.replace("#", at + 1);
      // Thrown away after days, or taken by a matter meanwhile.
      picture.onerror = function () { if (item.parentNode && navigator.onLine !== false) strike(input, item); };
      picture.src = kept.dataset.small.replace("#", token);
      frame.appendChild(picture);
      item.appendChild(frame);
      list.appendChild(item);
      letGo(input, item);
    });
    list.hidden = !list.children.length;
  }
  function show(input) {
    var list = input.parentNode.querySelector(".photos-picked");
    put(input);
    [].forEach.call(list.querySelectorAll("img"), function (picture) { URL.revokeObjectURL(picture.src); });
    list.textContent = "";
    stock(input).slice(0, +input.dataset.most).forEach(function (one, at) {
      var item = document.createElement("li"), frame = document.createElement("a"), picture = document.createElement("img");
      picture.src = URL.createObjectURL(one.file);
      picture.alt = one.file.name;
      frame.appendChild(picture);
      item.appendChild(frame);
      if (adds) away(input, item, at + 1, function () {
        item.remove();
        input.stock.splice(input.stock.indexOf(one), 1);
        tell(input, "");
        show(input);
        next(input, at);
      });
      list.appendChild(item);
    });
    list.hidden = !stock(input).length;
  }
  function next(input, at) {
    var buttons = input.parentNode.querySelectorAll(".photos-picked .photo-away");
    (buttons[Math.min(at, buttons.length - 1)] || input.parentNode.querySelector("[data-pick]")).focus();
  }

  // In the size that is kept anyway. What the browser can open becomes a JPEG, whatever it was.
  function shrink(input, one) {
    if (one.tried || !adds || !self.createImageBitmap) return;
    one.tried = true;
    if (one.file.size < SMALL && /^image\/(jpeg|png|webp)$/.test(one.file.type)) return;
    createImageBitmap(one.file, { imageOrientation: "from-image" }).then(function (picture) {
      var share = Math.min(1, EDGE / Math.max(picture.width, picture.height)), canvas = document.createElement("canvas");
      canvas.width = Math.max(1, Math.round(picture.width * share));
      canvas.height = Math.max(1, Math.round(picture.height * share));
      var paper = canvas.getContext("2d");
      paper.fillStyle = "#fff";
      paper.fillRect(0, 0, canvas.width, canvas.height);
      paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      canvas.toBlob(function (smaller) {
        var known = /^image\/(jpeg|png|webp)$/.test(one.file.type);
        if (!smaller || known && smaller.size >= one.file.size) return;
        if (input.stock.indexOf(one) < 0 || input.form && input.form.dataset.sent) return;
        one.file = new File([smaller], one.file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: one.file.lastModified });
        put(input);
      }, "image/jpeg", 0.85);
    }).catch(function () { /* the server says what it is */ });
  }

  [].forEach.call(document.querySelectorAll("[data-pick]"), dress);
  document.addEventListener("htmx:afterSwap", function (event) {
    [].forEach.call(event.target.querySelectorAll("[data-pick][hidden]"), dress);
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pick]");
    if (button) button.parentNode.querySelector("[data-photos]").click();
  });
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-photos]")) chosen(event.target);
  });
  document.addEventListener("reset", function (event) {
    [].forEach.call(event.target.querySelectorAll("[data-photos]"), function (input) {
      input.stock = [];
      show(input);
      setTimeout(function () { bringBack(input); });
    });
  });
  document.addEventListener("fill", function (event) {
    setTimeout(function () { [].forEach.call(event.target.querySelectorAll("[data-photos]"), bringBack); });
  }, true);
  // Gone back to, the browser may have put photos back by itself.
  addEventListener("pageshow", function () {
    [].forEach.call(document.querySelectorAll("[data-photos]"), function (input) { if (input.files.length) chosen(input); });
  });
  // Photos have to wait: the form comes back with what was typed, and a sentence.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var answer = event.detail.xhr;
    if (answer.status !== 503 && answer.status !== 429 || !/^\s*<form/.test(answer.responseText)) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:xhr:progress", function (event) {
    var bar = event.target.querySelector && event.target.querySelector("progress");
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = event.detail.loaded / event.detail.total;
  });
})();
