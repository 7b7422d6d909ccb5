// Every page works without it. It keeps what was typed, stops double sending, moves the focus, says what changed.
(function () {
  "use strict";
  var words = document.getElementById("words").dataset;
  var live = document.getElementById("live");
  var offline = document.getElementById("offline");
  var cut = offline.textContent;

  // What answered a sent form is gone back to and loaded again as a page, not sent again.
  if (words.here && !document.querySelector(".page-error")) history.replaceState(history.state, "", words.here);

  function say(text) {
    live.textContent = "";
    setTimeout(function () { live.textContent = text; }, 50);
  }

  // The line: a banner while it is cut.
  function show(text) {
    offline.textContent = text;
    offline.hidden = !text;
    if (text) say(text);
  }
  function line() { show(navigator.onLine === false ? isWritten() ? words.cut : cut : ""); }
  addEventListener("online", line);
  addEventListener("offline", line);
  line();

  // Drafts of forms with data-keep, on this device, without secrets and files: each person's own.
  // A visitor's belong to the tab that they were typed in, until a code is asked for in it.
  function tab(fresh) {
    try {
      if (fresh) sessionStorage.removeItem("tab");
      var name = sessionStorage.getItem("tab") || "~" + Math.random().toString(36).slice(2);
      if (!fresh) sessionStorage.setItem("tab", name);
      return name;
    } catch (closed) { return "~"; /* private mode */ }
  }
  var asksCode = location.pathname === "/sign-in/code/";
  if (words.who || asksCode) tab(true);
  var who = words.who || tab();
  function keepable(field) {
    return field.name && !/^(hidden|file|password|submit|button)$/.test(field.type) &&
      field.autocomplete !== "one-time-code" && field.type !== "tel";
  }
  function shelf(form, whose) { return ["draft", whose || who, location.pathname, form.dataset.keep].join(":"); }
  function isTick(field) { return /^(checkbox|radio)$/.test(field.type); }
  function preset(field) {
    var options = [].slice.call(field.options);
    return (options.filter(function (option) { return option.defaultSelected; }).pop() || options[0] || { value: "" }).value;
  }
  function isDrawn(field) {
    if (isTick(field)) return field.checked === field.defaultChecked;
    return field.value === (field.options ? preset(field) : field.defaultValue);
  }
  // Also what is kept nowhere, such as a number: it stands in its field.
  function isWritten() {
    return [].some.call(document.querySelectorAll("form[method=post]"), function (form) {
      return [].some.call(form.elements, function (field) {
        if (field.type === "file") return field.files.length;
        return (isTick(field) || field.options || "defaultValue" in field) && !isDrawn(field);
      });
    });
  }
  // What stands as it was drawn is left to the page, which may know better by then. Of a form that
  // came back from sending, all is kept.
  function keep(form) {
    var draft = {}, fields = [].filter.call(form.elements, keepable), all = "asSent" in form.dataset;
    fields.forEach(function (field) {
      if (!all && isDrawn(field)) return;
      draft[field.name] = !isTick(field) ? field.value : fields.filter(function (other) {
        return other.name === field.name && other.checked;
      }).map(function (other) { return other.value; });
    });
    try {
      if (!Object.keys(draft).length) return localStorage.removeItem(shelf(form));
      draft["?"] = location.search;
      draft[""] = Date.now();
      localStorage.setItem(shelf(form), JSON.stringify(draft));
    } catch (full) { /* private mode */ }
  }
  function read(key) {
    try {
      var draft = JSON.parse(localStorage.getItem(key));
      return draft && Date.now() - draft[""] <= 3 * 864e5 ? draft : null;
    } catch (broken) { return null; }
  }
  function putBack(form) {
    if ("asSent" in form.dataset) return keep(form);
    leave(form);
    fill(form, read(shelf(form)));
    ask(form);
  }
  // Sent, and left at the number: whoever opens the form anew may be somebody else.
  function leave(form) {
    try {
      var key = shelf(form);
      if (sessionStorage.getItem("left") !== key || performance.getEntriesByType("navigation")[0].type !== "navigate") return;
      sessionStorage.removeItem("left");
      localStorage.setItem(shelf(form, "~left"), localStorage.getItem(key));
      localStorage.removeItem(key);
    } catch (closed) { /* private mode */ }
  }
  // Where another address asks, its answer stands: “not solved” was just pressed, for instance.
  function fill(form, draft) {
    var back = false;
    if (!draft) return;
    form.dispatchEvent(new Event("fill"));
    var elsewhere = draft["?"] !== location.search, fields = [].filter.call(form.elements, keepable);
    function asked(field) {
      if (!elsewhere) return false;
      if (!isTick(field)) return !!field.value;
      return fields.some(function (other) { return other.name === field.name && other.defaultChecked; });
    }
    fields.forEach(function (field) {
      var kept = draft[field.name], was = isTick(field) ? field.checked : field.value;
      if (kept === undefined || asked(field)) return;
      if (isTick(field)) field.checked = kept.indexOf(field.value) >= 0;
      else {
        field.value = kept;
        if (field.value !== kept) field.value = was; // no such choice any more
      }
      if ((isTick(field) ? field.checked : field.value) !== was) back = true;
    });
    if (back) say(words.kept);
  }

  // What was typed here before anybody signed in, in another tab or by somebody else, is not shown
  // unasked. What is denied stays for whoever typed it; what a person typed, only they meet again.
  function others(form) {
    try {
      return Object.keys(localStorage).filter(function (key) {
        var whose = key.split(":")[1];
        return whose[0] === "~" && whose !== who && key === shelf(form, whose) && read(key) && sessionStorage.getItem("not:" + who + key) === null;
      });
    } catch (closed) { return []; }
  }
  function ask(form) {
    var waiting = others(form)[0], template = document.getElementById("ask-draft");
    if (!waiting || !template || form.previousElementSibling && form.previousElementSibling.matches("[data-ask]")) return;
    var bar = template.content.firstElementChild.cloneNode(true);
    bar.querySelector("[data-mine]").addEventListener("click", function () {
      fill(form, read(waiting));
      localStorage.removeItem(waiting);
      keep(form);
      over();
    });
    bar.querySelector("[data-not-mine]").addEventListener("click", function () {
      sessionStorage.setItem("not:" + who + waiting, "1");
      over();
    });
    function over() { bar.remove(); ask(form); }
    form.parentNode.insertBefore(bar, form);
  }
  function forget(name) {
    try {
      Object.keys(localStorage).forEach(function (key) {
        var parts = key.split(":");
        var old = parts[0] === "draft" && parts[1][0] === "/"; // from before drafts were anybody's
        if (old || parts[0] === "draft" && parts[1] === who && (!name || parts.pop() === name)) localStorage.removeItem(key);
      });
    } catch (closed) { /* private mode */ }
  }

  // What was sent is forgotten once a page without that form answers it; an error does not count.
  function sending(form) {
    try { if (form.dataset.keep) sessionStorage.setItem("sent", shelf(form)); } catch (closed) { /* private mode */ }
  }
  function isOf(form, key) { return !!key && key === shelf(form, key.split(":")[1]); }
  function arrived() {
    // Whoever gives the number may still go back; once a code is asked for, only a proved number does.
    // What a person sent after their session had ended never arrived.
    if (document.querySelector(".page-error, [data-unsent]")) return;
    try {
      var sent = sessionStorage.getItem("sent");
      if (sent && !words.who && sent[6] !== "~") return sessionStorage.removeItem("sent");
      if (location.pathname === "/sign-in/") return sessionStorage.setItem("left", sent);
      sessionStorage.removeItem("sent");
      var again = [].some.call(document.querySelectorAll("form[data-keep]"), function (form) { return isOf(form, sent); });
      if (!sent || again) return;
      localStorage.removeItem(sent);
      sessionStorage.setItem("done", sent);
    } catch (closed) { /* private mode */ }
  }

  function ready(root) {
    [].forEach.call(root.querySelectorAll("[data-forget]"), function (mark) { forget(mark.dataset.forget); });
    [].forEach.call(root.querySelectorAll("form[data-keep]"), putBack);
    // The field itself, so that typing mends it; its message is read with it.
    var wrong = root.querySelector("[aria-invalid=true]:not(.is-behind)") || root.querySelector(".field-error");
    if (wrong) {
      if (!wrong.matches("input, select, textarea")) wrong.setAttribute("tabindex", "-1");
      wrong.focus();
      wrong.scrollIntoView({ block: "center" });
    }
    return !!wrong;
  }
  arrived();
  ready(document);
  addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.keep) return;
    keep(form);
    try { sessionStorage.removeItem("done"); } catch (closed) { /* private mode */ }
  });

  // One press sends once; the button says so. Coming back by the browser frees it.
  addEventListener("submit", function (event) {
    var form = event.target, button = event.submitter || form.querySelector("button:not([type=button])");
    if (form.method !== "post" || event.defaultPrevented) return;
    if (navigator.onLine === false && !form.dataset.insists) {
      event.preventDefault();
      form.dataset.insists = "1"; // some phones report wrongly: a second press goes through
      return show(isWritten() ? words.cut : cut);
    }
    if ("forgetAll" in form.dataset) forget();
    if ("plain" in form.dataset) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    sending(form);
    if (!button) return;
    form.dataset.words = button.textContent;
    setTimeout(function () {
      button.setAttribute("aria-disabled", "true");
      if (!button.matches(".choice, .linkish")) button.textContent = words.sending;
    });
    say(words.sending);
  });
  function free(form) {
    delete form.dataset.sent;
    [].forEach.call(form.querySelectorAll("[aria-disabled=true]"), function (button) {
      button.removeAttribute("aria-disabled");
      if (form.dataset.words && !button.matches(".choice, .linkish")) button.textContent = form.dataset.words;
    });
  }
  addEventListener("pageshow", function (event) {
    // Whoever goes back isn't always who typed: the number and the code are typed anew.
    var moved = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
    if (event.persisted || (moved && moved.type === "back_forward")) {
      [].forEach.call(document.querySelectorAll("[data-fresh]"), function (field) { field.value = field.defaultValue; });
    }
    if (event.persisted) return [].forEach.call(document.forms, free);
    // Gone back to a form that was sent: the browser fills it again, and it would be sent anew.
    try {
      var came = performance.getEntriesByType("navigation")[0], done = sessionStorage.getItem("done");
      if (came && came.type === "back_forward") [].forEach.call(document.forms, function (form) {
        if (form.dataset.keep && isOf(form, done)) form.reset();
      });
    } catch (closed) { /* private mode, or too old to tell */ }
  });

  // A switch is pressed anew where its page is gone back to; acts keep the key they were drawn with.
  function renew(form) {
    var key = form.elements.namedItem("submission");
    if (key) key.value = [].map.call(crypto.getRandomValues(new Uint8Array(16)), function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
  }
  addEventListener("pageshow", function (event) {
    var came = performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
    if (event.persisted || (came && came.type === "back_forward")) [].forEach.call(document.querySelectorAll("form[data-plain]"), renew);
  });

  // Htmx: the token, the focus after a swap, and failures in words.
  addEventListener("htmx:configRequest", function (event) {
    var token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (token) event.detail.headers["X-CSRFToken"] = token.value;
  });
  addEventListener("htmx:afterSettle", function (event) {
    var root = event.detail.elt;
    if (!root.querySelectorAll || ready(root)) return;
    var mark = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
    if (mark) { mark.setAttribute("tabindex", "-1"); mark.focus(); }
    var told = root.querySelector("[data-say], .notice");
    if (told) say(told.dataset.say || told.textContent);
  });
  function failed(event) {
    var form = event.target.closest && event.target.closest("form");
    if (form) free(form);
    show(isWritten() ? words.failed : words.failedEmpty);
  }
  addEventListener("htmx:sendError", failed);
  addEventListener("htmx:timeout", failed);
  addEventListener("htmx:responseError", failed);
  addEventListener("htmx:afterRequest", function (event) {
    if (!event.detail.successful) return;
    line();
    var form = event.target.closest && event.target.closest("form");
    if (form) free(form);
  });
  // What was sent is no draft any more; htmx leaves the page right after this.
  addEventListener("htmx:beforeOnLoad", function (event) {
    var form = event.target.closest && event.target.closest("form[data-keep]");
    if (!form || !event.detail.xhr.getResponseHeader("HX-Redirect")) return;
    try { localStorage.removeItem(shelf(form)); } catch (closed) { /* private mode */ }
  });
})();
