// Every page works without it. Why drafts come and go as they do: docs/decisions/0077.
(function () {
  "use strict";
  var words = document.getElementById("words").dataset;
  var live = document.getElementById("live");
  var offline = document.getElementById("offline");
  var cut = offline.textContent;
  var session = keeping.attempt(function () { return sessionStorage; }) || {}, drop = keeping.drop;
  var came = keeping.attempt(function () { return performance.getEntriesByType("navigation")[0].type; });

  function each(what, act, within) { [].forEach.call((within || document).querySelectorAll(what), act); }
  function some(what, is) { return [].some.call(document.querySelectorAll(what), is); }

  // Loaded again as a page, not sent again.
  if (words.here && !document.querySelector(".page-error")) history.replaceState(history.state, "", words.here);

  function say(text) {
    live.textContent = "";
    setTimeout(function () { live.textContent = text; }, 50);
  }

  function show(text) {
    offline.textContent = text;
    offline.hidden = !text;
    if (text) say(text);
  }
  function line() { show(navigator.onLine === false ? isWritten() ? words.cut : cut : ""); }
  addEventListener("online", line);
  addEventListener("offline", line);
  line();

  // A visitor's drafts are the tab's, until a code is asked for in it.
  if (words.who || location.pathname === "/sign-in/code/") delete session.tab;
  var who = words.who || (session.tab = session.tab || "~" + Math.random().toString(36).slice(2));
  function shelf(form, whose) { return keeping.shelf(whose || who, form.dataset.keep); }
  function isOf(form, key) { return key === shelf(form, key.split(":")[1]); }
  // Also what is kept nowhere, such as a number.
  function isWritten() {
    return some("form[method=post]", function (form) {
      return [].some.call(form.elements, function (field) { return !keeping.isDrawn(field); });
    });
  }
  function keep(form) { keeping.write(shelf(form), keeping.collect(form, "asSent" in form.dataset), { "?": location.search }); }
  function putBack(form) {
    if ("asSent" in form.dataset) return keep(form);
    var key = shelf(form);
    // Left at the number: whoever opens it anew may be another.
    if (session.left === key && came === "navigate") {
      keeping.write(shelf(form, "~left"), keeping.read(key) || {});
      drop(key);
      delete session.left;
    }
    fill(form, key);
    ask(form);
  }
  // Where another address asks, its answer stands.
  function fill(form, key) {
    var draft = keeping.read(key);
    if (!draft) return;
    form.dispatchEvent(new Event("fill"));
    if (keeping.fields(form).filter(function (field, at, fields) {
      var asked = draft["?"] !== location.search && (keeping.isTick(field) ? fields.some(function (other) {
        return other.name === field.name && other.defaultChecked;
      }) : field.value);
      return !asked && field.name in draft && keeping.put(field, draft[field.name]);
    }).length) say(words.kept);
  }

  // What some visitor typed is not shown unasked.
  function ask(form) {
    var before = form.previousElementSibling, waiting = keeping.keys("~").filter(function (key) {
      return isOf(form, key) && key !== shelf(form) && keeping.read(key) && !session["not:" + who + key];
    })[0];
    if (!waiting || before && before.matches("[data-ask]")) return;
    var bar = document.getElementById("ask-draft").content.firstElementChild.cloneNode(true);
    bar.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      if ("mine" in button.dataset) {
        fill(form, waiting);
        drop(waiting);
        keep(form);
      } else session["not:" + who + waiting] = 1;
      bar.remove();
      ask(form);
    });
    form.parentNode.insertBefore(bar, form);
  }

  // What was sent is forgotten once a page without that form answers it.
  function arrived() {
    var sent = session.sent || "";
    if (document.querySelector(".page-error, [data-unsent]")) return;
    // After the session had ended it never arrived, or it had them erased.
    if (!words.who && /^draft:[^~]/.test(sent)) {
      each("[data-forget-all]", function () { keeping.forget(sent.split(":")[1]); });
      return delete session.sent;
    }
    // Whoever gives the number may still go back.
    if (location.pathname === "/sign-in/") return session.left = sent;
    delete session.sent;
    if (!sent || some("form[data-keep]", function (form) { return isOf(form, sent); })) return;
    drop(sent);
    session.done = sent;
  }

  function ready(root) {
    each("[data-forget]", function (mark) { keeping.forget(who, mark.dataset.forget); }, root);
    each("form[data-keep]", putBack, root);
    // The field itself: its message is read with it.
    var wrong = root.querySelector("[aria-invalid=true]:not(.is-behind)") || root.querySelector(".field-error");
    if (wrong) {
      if (!wrong.matches("input, select, textarea")) wrong.setAttribute("tabindex", "-1");
      wrong.focus();
      wrong.scrollIntoView({ block: "center" });
    }
    return wrong;
  }
  arrived();
  ready(document);
  addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.keep) return;
    keep(form);
    delete session.done;
  });

  addEventListener("submit", function (event) {
    var form = event.target, marks = form.dataset, button = event.submitter || form.querySelector("button:not([type=button])");
    if (form.method !== "post" || event.defaultPrevented) return;
    if (navigator.onLine === false && !marks.insists) {
      event.preventDefault();
      marks.insists = "1"; // some phones report wrongly: a second press goes through
      return line();
    }
    if ("forgetAll" in marks) keeping.forget(who);
    if ("plain" in marks) return;
    if (marks.sent) return event.preventDefault();
    marks.sent = "1";
    if (marks.keep) session.sent = shelf(form);
    if (!button) return;
    setTimeout(function () {
      button.setAttribute("aria-disabled", "true");
      if (button.matches(".choice, .linkish")) return;
      button.dataset.words = button.textContent;
      button.textContent = words.sending;
    });
    say(words.sending);
  });
  function free(form) {
    delete form.dataset.sent;
    each("[aria-disabled=true]", function (button) {
      button.removeAttribute("aria-disabled");
      if (button.dataset.words) button.textContent = button.dataset.words;
    }, form);
  }
  addEventListener("pageshow", function (event) {
    if (!event.persisted && came !== "back_forward") return;
    // Whoever goes back isn't always who typed.
    each("[data-fresh]", function (field) { field.value = field.defaultValue; });
    // A switch is pressed anew; acts keep the key they were drawn with.
    each("form[data-plain] [name=submission]", function (key) {
      key.value = [].map.call(crypto.getRandomValues(new Uint8Array(16)), function (byte) { return (byte + 256).toString(16).slice(1); }).join("");
    });
    each("form", function (form) {
      if (event.persisted) free(form);
      // Filled again by the browser, though it was sent.
      else if (form.dataset.keep && isOf(form, session.done || "")) form.reset();
    });
  });

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
  function formOf(event) { return event.target.closest && event.target.closest("form"); }
  function freed(event) { if (formOf(event)) free(formOf(event)); }
  function failed(event) {
    freed(event);
    show(isWritten() ? words.failed : words.failedEmpty);
  }
  addEventListener("htmx:sendError", failed);
  addEventListener("htmx:timeout", failed);
  addEventListener("htmx:responseError", failed);
  addEventListener("htmx:afterRequest", function (event) {
    if (!event.detail.successful) return;
    freed(event);
    line();
  });
  // Htmx leaves the page right after this.
  addEventListener("htmx:beforeOnLoad", function (event) {
    var form = formOf(event);
    if (form && form.dataset.keep && event.detail.xhr.getResponseHeader("HX-Redirect")) drop(shelf(form));
  });
})();
