// Small helps on every page. Each page works without them.
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "motionsarkivet-lage";
  root.classList.add("with-scripts"); // styles keep room for what scripts fill in, before anything is painted

  function stored() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; } // storage may be closed to us
  }
  function store(value) {
    try { localStorage.setItem(KEY, value); } catch (error) { /* the choice then lasts for this page only */ }
  }
  // Material's palette has two schemes: default and slate. The script stands first in <body>, so nothing is painted before.
  function set(dark) { document.body.dataset.mdColorScheme = dark ? "slate" : "default"; }
  function isDark() { return document.body.dataset.mdColorScheme === "slate"; }

  var system = matchMedia("(prefers-color-scheme: dark)");
  var chosen = stored();
  set(chosen ? chosen === "dark" : system.matches);
  system.addEventListener("change", function () { if (!stored()) set(system.matches); });

  function schemeButton() {
    var button = document.querySelector("[data-scheme-button]");
    if (!button) return;
    var words = button.querySelector("[data-scheme-words]");
    function label() { words.textContent = isDark() ? "Byt till ljust läge" : "Byt till mörkt läge"; }
    button.parentElement.hidden = false;
    button.addEventListener("click", function () {
      set(!isDark());
      store(isDark() ? "dark" : "light");
      label();
    });
    system.addEventListener("change", label);
    label();
  }

  // A source line opens as a small card: one at a time, closed by Escape or by a click outside it.
  function evidence() {
    function closeAll(but) {
      document.querySelectorAll("details.evidence[open], details.menu[open]").forEach(function (item) {
        if (item !== but) item.open = false;
      });
    }
    document.addEventListener("toggle", function (event) {
      var item = event.target;
      if (!item.matches || !item.matches("details.evidence") || !item.open) return;
      closeAll(item);
      var card = item.querySelector(".evidence-body");
      item.classList.remove("to-left");
      if (card.getBoundingClientRect().right > root.clientWidth - 8) item.classList.add("to-left");
    }, true);
    document.addEventListener("click", function (event) {
      closeAll(event.target.closest("details.evidence, details.menu"));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      var open = document.querySelector("details.evidence[open], details.menu[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
      var word = document.activeElement;
      document.querySelectorAll(".restored:hover").forEach(function (item) { item.classList.add("hushed"); });
      if (word && word.classList.contains("restored")) word.classList.add("hushed");
    });
    document.addEventListener("focusout", hush);
    document.addEventListener("mouseout", hush);
    function hush(event) {
      if (event.target.classList && event.target.classList.contains("restored")) event.target.classList.remove("hushed");
    }
  }

  // The list of headings and the facts are folded on narrow screens, where they would push the text down.
  function fold() {
    [["details.toc", "70rem"], [".facts > details", "48rem"]].forEach(function (pair) {
      var box = document.querySelector(pair[0]);
      if (box && matchMedia("(max-width: " + pair[1] + ")").matches) box.open = false;
    });
  }

  // The key / goes to the page's first search box, as on many sites. A key that is being typed somewhere, or pressed with
  // another, is left alone: "/" is Shift and 7 on a Swedish keyboard, so Shift is not "another".
  function slash() {
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
      var at = event.target;
      if (at.isContentEditable || (at.matches && at.matches("input, textarea, select"))) return;
      var box = document.querySelector('input[type="search"][name="q"]');
      if (!box) return;
      event.preventDefault();
      box.focus();
      box.select();
    });
  }

  // Paper shows what the screen has folded, and the screen is as it was afterwards. Source lines stay out of it, and so
  // do the sentences behind the numbers of the table of words.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open], .evidence, .places, .filters, .filters *)"));
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (box) { box.open = false; });
    opened = [];
  });

  document.addEventListener("DOMContentLoaded", function () {
    schemeButton();
    evidence();
    fold();
    slash();
  });
})();
