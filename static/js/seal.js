// Seals a ballot on the voter's device: HPKE (RFC 9180) with WebCrypto. council/secrecy does the same on the server.
//
// <form method="post" autocomplete="off" data-ballot="VOTE" data-holders="chair:POINT recorder:POINT"> with
//   radios `choice` and <input type="hidden" name="sealed">; [data-unsealed] says that the server would seal it
//   and is hidden where this script does; [data-sealed], hidden, says that it was sealed here.
//   Without WebCrypto the form goes as it is. Never data-keep: a choice is no draft.
(function () {
  "use strict";
  var subtle = self.crypto && crypto.subtle, P256 = { name: "ECDH", namedCurve: "P-256" };
  var KEM = join("KEM", [0, 16]), HPKE = join("HPKE", [0, 16, 0, 1, 0, 1]);

  function bytes(part) { return typeof part === "string" ? new TextEncoder().encode(part) : part; }
  function join() {
    return Uint8Array.from([].reduce.call(arguments, function (all, part) { return all.concat(Array.from(bytes(part))); }, []));
  }
  function write(data) {
    return btoa(String.fromCharCode.apply(null, data)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }
  function read(text) {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), function (sign) { return sign.charCodeAt(0); });
  }

  async function hmac(key, data) {
    var made = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", made, data));
  }
  // WebCrypto takes no empty key; HMAC fills one up with zeros anyway.
  function extract(suite, salt, label, secret) { return hmac(salt || new Uint8Array(32), join("HPKE-v1", suite, label, secret)); }
  async function expand(suite, key, label, info, length) {
    return (await hmac(key, join([0, length], "HPKE-v1", suite, label, info, [1]))).slice(0, length);
  }
  async function exported(key) { return new Uint8Array(await subtle.exportKey("raw", key)); }
  function point(data) { return subtle.importKey("raw", data, P256, true, []); }
  async function agreed(secretKey, publicKey) {
    return new Uint8Array(await subtle.deriveBits({ name: "ECDH", public: publicKey }, secretKey, 256));
  }
  async function shared(secretKey, publicKey, enc, recipient) {
    var both = await agreed(secretKey, publicKey);
    return expand(KEM, await extract(KEM, null, "eae_prk", both), "shared_secret", join(enc, recipient), 32);
  }
  async function seal(message, recipient, info) {
    var once = await subtle.generateKey(P256, false, ["deriveBits"]), enc = await exported(once.publicKey);
    var secret = await shared(once.privateKey, await point(recipient), enc, recipient);
    var context = join([0], await extract(HPKE, null, "psk_id_hash", []), await extract(HPKE, null, "info_hash", info));
    var inner = await extract(HPKE, secret, "secret", []);
    var key = await subtle.importKey("raw", await expand(HPKE, inner, "key", context, 16), "AES-GCM", false, ["encrypt"]);
    var nonce = await expand(HPKE, inner, "base_nonce", context, 12);
    return join(enc, new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, message)));
  }

  async function sealed(form, choice) {
    var message = join([1, choice], new Uint8Array(14)), holders = form.dataset.holders.split(" ").reverse();
    for (var holder of holders) {
      var role = holder.split(":")[0];
      message = await seal(message, read(holder.split(":")[1]), "pavilion ballot 1|" + form.dataset.ballot + "|" + role);
    }
    return write(message);
  }
  function choices(form, off) {
    [].forEach.call(form.querySelectorAll("[name=choice]"), function (field) {
      if (off) field.checked = false;
      field.disabled = off;
    });
  }
  function says(form, seals) {
    [].forEach.call(form.querySelectorAll("[data-unsealed]"), function (said) { said.hidden = seals; });
    [].forEach.call(form.querySelectorAll("[data-sealed]"), function (said) { said.hidden = !seals; });
  }
  document.addEventListener("submit", async function (event) {
    var form = event.target, choice = form.querySelector("[name=choice]:checked"), state = form.dataset.state;
    if (!subtle || !("ballot" in form.dataset) || state === "plain" || state === "sealed") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (state === "sealing" || !choice) return;
    form.dataset.state = "sealing";
    try {
      form.elements.sealed.value = await sealed(form, +choice.value);
    } catch (cannot) { // said first; the next press sends it for the server to seal
      form.dataset.state = "plain";
      return says(form, false);
    }
    choices(form, true);
    form.dataset.state = "sealed";
    // In a task of its own: a browser may take this for a part of the submit that was stopped, and drop it.
    setTimeout(function () { if (form.requestSubmit) form.requestSubmit(); else form.submit(); });
  }, true);
  addEventListener("pageshow", function (event) {
    if (event.persisted) [].forEach.call(document.querySelectorAll("[data-ballot]"), function (form) {
      delete form.dataset.state;
      form.elements.sealed.value = "";
      choices(form, false);
    });
  });


  // Forms may come into the page later, by the live line.
  function ready() {
    [].forEach.call(document.querySelectorAll("[data-ballot]:not([data-seen])"), function (form) {
      form.dataset.seen = "";
      says(form, !!subtle);
    });
  }
  new MutationObserver(ready).observe(document.body, { childList: true, subtree: true });
  ready();

  // For vote-keys.js.
  self.sealing = Object.freeze({ subtle: subtle, curve: P256, bytes: bytes, read: read, write: write, exported: exported, point: point, agreed: agreed });
})();
