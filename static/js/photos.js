// Shows picked photos before they are sent, says when there are too many, and how far the sending is.
(function () {
  "use strict";
  // The browser's own field speaks the browser's language; a button in ours opens it.
  function dress(button) {
    var input = button.parentNode.querySelector("[data-photos]");
    input.classList.add("is-behind");
    input.tabIndex = -1;
    button.hidden = false;
  }
  function show(input) {
    var box = input.parentNode, list = box.querySelector(".photos-picked");
    [].forEach.call(list.querySelectorAll("img"), function (picture) { URL.revokeObjectURL(picture.src); });
    list.textContent = "";
    [].slice.call(input.files, 0, +input.dataset.most).forEach(function (file) {
      var item = document.createElement("li"), frame = document.createElement("a"), picture = document.createElement("img");
      picture.src = URL.createObjectURL(file);
      picture.alt = file.name;
      frame.appendChild(picture);
      item.appendChild(frame);
      list.appendChild(item);
    });
    list.hidden = !input.files.length;
    input.setCustomValidity(input.files.length > +input.dataset.most ? input.dataset.tooMany || "6" : "");
    input.reportValidity();
  }
  [].forEach.call(document.querySelectorAll("[data-pick]"), dress);
  document.addEventListener("htmx:afterSwap", function (event) {
    [].forEach.call(event.target.querySelectorAll("[data-pick]"), dress);
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pick]");
    if (button) button.parentNode.querySelector("[data-photos]").click();
  });
  document.addEventListener("change", function (event) {
    if (event.target.matches("[data-photos]")) show(event.target);
  });
  document.addEventListener("htmx:xhr:progress", function (event) {
    var bar = event.target.querySelector && event.target.querySelector("progress");
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = event.detail.loaded / event.detail.total;
  });
})();
