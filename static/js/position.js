// Notes the point where the phone is, when asked to. Without script the building is enough.
(function () {
  "use strict";
  var button = document.querySelector("[data-locate]");
  if (!button || !navigator.geolocation) return;
  button.parentNode.hidden = false;
  function show(which) {
    ["located", "not-located"].forEach(function (name) {
      button.parentNode.querySelector("[data-" + name + "]").hidden = name !== which;
    });
  }
  button.addEventListener("click", function () {
    navigator.geolocation.getCurrentPosition(function (position) {
      // WGS-84, five digits: about a metre.
      document.querySelector("[name=latitude]").value = position.coords.latitude.toFixed(5);
      document.querySelector("[name=longitude]").value = position.coords.longitude.toFixed(5);
      show("located");
    }, function () { show("not-located"); }, { enableHighAccuracy: true, timeout: 10000 });
  });
})();
