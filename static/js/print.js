// Shows the print button where a script can print; without it, the browser's own menu does.
for (const button of document.querySelectorAll("[data-print-page]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
