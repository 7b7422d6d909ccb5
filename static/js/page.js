// Every page works without this file. It keeps what was typed, stops double sending,
// moves the focus to where the eye is, and says aloud what changed.
(function () {
  "use strict";
  var words = document.getElementById("words").dataset;
  var live = document.getElementById("live");
  var offline = document.getElementById("offline");
  var cut = offline.textContent;

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
  function line() { show(navigator.onLine === false ? cut : ""); }
  addEventListener("online", line);
  addEventListener("offline", line);
  line();

  // Drafts of forms with data-keep, on this device, without secrets and files.
  function keepable(field) {
    return field.name && !/^(hidden|file|password|submit|button)$/.test(field.type) &&
      field.autocomplete !== "one-time-code" && field.type !== "tel";
  }
  function shelf(form) { return "draft:" + location.pathname + ":" + form.dataset.keep; }
  function keep(form) {
    var draft = {};
    [].forEach.call(form.elements, function (field) {
      if (!keepable(field)) return;
      if (/^(checkbox|radio)$/.test(field.type)) {
        if (field.checked) (draft[field.name] = draft[field.name] || []).push(field.value);
      } else if (field.value) draft[field.name] = field.value;
    });
    draft[""] = Date.now();
    try { localStorage.setItem(shelf(form), JSON.stringify(draft)); } catch (full) { /* private mode */ }
  }
  function putBack(form) {
    var draft, back = false;
    try { draft = JSON.parse(localStorage.getItem(shelf(form))); } catch (broken) { return; }
    if (!draft || Date.now() - draft[""] > 3 * 864e5) return;
    [].forEach.call(form.elements, function (field) {
      var kept = draft[field.name];
      if (kept === undefined || !keepable(field)) return;
      if (/^(checkbox|radio)$/.test(field.type)) {
        if (kept.indexOf(field.value) >= 0 && !field.checked) field.checked = back = true;
      } else if (!field.value) { field.value = kept; back = true; }
    });
    if (back) say(words.kept);
  }
  function forget(name) {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf("draft:") === 0 && (!name || key.split(":").pop() === name)) localStorage.removeItem(key);
      });
    } catch (closed) { /* private mode */ }
  }

  // What was sent is forgotten once a page without that form answers it; an error does not count.
  function sending(form) {
    try { if (form.dataset.keep) sessionStorage.setItem("sent", shelf(form)); } catch (closed) { /* private mode */ }
  }
  function arrived() {
    if (/^\/sign-in\//.test(location.pathname) || document.querySelector(".page-error")) return;
    try {
      var sent = sessionStorage.getItem("sent");
      sessionStorage.removeItem("sent");
      var again = [].some.call(document.querySelectorAll("form[data-keep]"), function (form) { return shelf(form) === sent; });
      if (!sent || again) return;
      localStorage.removeItem(sent);
      sessionStorage.setItem("done", sent);
    } catch (closed) { /* private mode */ }
  }

  function ready(root) {
    [].forEach.call(root.querySelectorAll("form[data-keep]"), putBack);
    [].forEach.call(root.querySelectorAll("[data-forget]"), function (mark) { forget(mark.dataset.forget); });
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
      return show(cut);
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
    if (event.persisted) return [].forEach.call(document.forms, free);
    // Gone back to a form that was sent: the browser fills it again, and it would be sent anew.
    try {
      var came = performance.getEntriesByType("navigation")[0], done = sessionStorage.getItem("done");
      if (came && came.type === "back_forward") [].forEach.call(document.forms, function (form) {
        if (form.dataset.keep && shelf(form) === done) form.reset();
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
    show(words.failed);
  }
  addEventListener("htmx:sendError", failed);
  addEventListener("htmx:timeout", failed);
  addEventListener("htmx:responseError", failed);
  addEventListener("htmx:afterRequest", function (event) {
    if (!event.detail.successful) return;
    line();
    var form = event.target.closest && event.target.closest("form");
    if (!form) return;
    free(form);
    if (form.dataset.keep && event.detail.xhr.getResponseHeader("HX-Redirect")) {
      try { localStorage.removeItem(shelf(form)); } catch (closed) { /* private mode */ }
    }
  });
})();
