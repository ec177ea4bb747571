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
  // The browser's own frame follows by the colours in the head, of which the first is for light and the second for dark.
  var frames = document.querySelectorAll('meta[name="theme-color"]');
  var colours = Array.from(frames, function (frame) { return frame.content; });
  function set(dark) {
    document.body.dataset.mdColorScheme = dark ? "slate" : "default";
    frames.forEach(function (frame) { frame.content = colours[dark ? 1 : 0]; });
  }
  function isDark() { return document.body.dataset.mdColorScheme === "slate"; }

  var system = matchMedia("(prefers-color-scheme: dark)");
  var chosen = stored();
  set(chosen ? chosen === "dark" : system.matches);
  system.addEventListener("change", function () { if (!stored()) set(system.matches); });

  // Both the words it can have stand in the button, and the styles show one: nothing moves when they change.
  function schemeButton() {
    var button = document.querySelector("[data-scheme-button]");
    if (!button) return;
    button.addEventListener("click", function () {
      set(!isDark());
      store(isDark() ? "dark" : "light");
    });
  }

  // On a narrow screen the menu is a drawer: a modal dialog, so that the page behind can be neither reached nor heard, Escape
  // closes, and the focus goes back to the button. Without scripts, or without dialogs, the folded list in its place remains.
  function drawer() {
    var box = document.querySelector("details.menu");
    if (!box || !window.HTMLDialogElement) return;
    var button = document.createElement("button"), dialog = document.createElement("dialog");
    var heading = document.createElement("h2"), close = document.createElement("button");
    button.type = close.type = "button";
    button.className = "menu-button";
    button.append.apply(button, box.querySelector("summary").childNodes);
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-expanded", "false");
    dialog.className = "drawer";
    dialog.setAttribute("aria-labelledby", "Menyns-namn");
    heading.id = "Menyns-namn";
    heading.textContent = "Meny";
    close.className = "drawer-close";
    close.textContent = "Stäng";
    dialog.append(heading, close, box.querySelector("nav"));
    box.replaceWith(button);
    document.querySelector(".site-header").append(dialog);

    function shut() { if (dialog.open) dialog.close(); }
    button.addEventListener("click", function () {
      dialog.showModal();
      button.setAttribute("aria-expanded", "true");
    });
    close.addEventListener("click", shut);
    dialog.addEventListener("close", function () {
      button.setAttribute("aria-expanded", "false");
      button.focus();
    });
    dialog.addEventListener("click", function (event) { // a tap beside it reaches the dialog too, outside its own box
      var box = dialog.getBoundingClientRect();
      if (event.target === dialog && (event.clientX < box.left || event.clientX > box.right || event.clientY > box.bottom)) shut();
    });
    dialog.addEventListener("keydown", function (event) {
      if (event.key !== "Tab") return;
      var stops = Array.from(dialog.querySelectorAll("a[href], button"));
      var from = stops[event.shiftKey ? 0 : stops.length - 1], to = stops[event.shiftKey ? stops.length - 1 : 0];
      if (document.activeElement !== from && stops.indexOf(document.activeElement) >= 0) return;
      event.preventDefault();
      to.focus();
    });
    window.addEventListener("pagehide", shut); // a page that is gone back to is not found with the drawer open
    matchMedia("(min-width: 48.01rem)").addEventListener("change", function (wide) { if (wide.matches) shut(); });
  }

  // A source line opens as a small card: one at a time, closed by Escape or by a click outside it.
  function evidence() {
    function closeAll(but) {
      document.querySelectorAll("details.evidence[open]").forEach(function (item) {
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
      closeAll(event.target.closest("details.evidence"));
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      var open = document.querySelector("details.evidence[open]");
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

  // The list of headings and the facts are folded where they have no column of their own and would push the text down: as soon as they are
  // read, before they are painted, so that nothing jumps.
  var FOLDED = [["details.toc", "70rem"], [".facts > details", "63.99rem"]].filter(function (pair) {
    return matchMedia("(max-width: " + pair[1] + ")").matches;
  });
  function fold() {
    FOLDED = FOLDED.filter(function (pair) {
      var box = document.querySelector(pair[0]);
      if (box) box.open = false;
      return !box;
    });
    if (!FOLDED.length) reading.disconnect();
  }
  var reading = new MutationObserver(fold);
  if (FOLDED.length) reading.observe(document.body, { childList: true, subtree: true });

  // The list of headings follows the reader: the section at hand is named in it, and brought into sight where the list is long.
  function follow() {
    var list = document.querySelector(".toc"), links = Array.from(document.querySelectorAll(".toc a[href^='#']"));
    var heads = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))); });
    if (!list || !window.IntersectionObserver) return;
    function mark() {
      var at = -1;
      heads.forEach(function (head, index) { if (head && head.getBoundingClientRect().top < innerHeight * 0.3) at = index; });
      links.forEach(function (link, index) {
        if (index === at) link.setAttribute("aria-current", "location");
        else link.removeAttribute("aria-current");
      });
      if (at < 0 || list.scrollHeight <= list.clientHeight) return;
      var place = links[at].offsetTop;
      if (place < list.scrollTop || place > list.scrollTop + list.clientHeight - 60) list.scrollTop = place - list.clientHeight / 2;
    }
    var watch = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    heads.forEach(function (head) { if (head) watch.observe(head); });
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

  // The address of the page at the foot of every sheet: only a stylesheet can put words there, and only a script knows them.
  function address() {
    var own = document.querySelector('link[rel="canonical"]');
    if (!own || !("adoptedStyleSheets" in document)) return;
    try {
      var sheet = new CSSStyleSheet({ media: "print" });
      sheet.replaceSync("@page { @bottom-left { content: " + JSON.stringify(own.href) + "; font: 8pt sans-serif; color: #333; width: 80%; } }");
      if (!sheet.cssRules.length || !sheet.cssRules[0].cssText.includes("@bottom-left")) return;
      document.adoptedStyleSheets = [].concat(Array.from(document.adoptedStyleSheets), sheet);
      document.documentElement.classList.add("with-address");
    } catch (error) { /* an older browser: the address stands last on the page */ }
  }

  // Paper shows what the screen has folded, and the screen is as it was afterwards. Source lines stay out of it, and so
  // do the sentences behind the numbers of the table of words.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open], .evidence, .places, .again, .filters, .filters *)"));
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (box) { box.open = false; });
    opened = [];
  });

  document.addEventListener("DOMContentLoaded", function () {
    fold(); // what was read last
    address();
    reading.disconnect();
    schemeButton();
    drawer();
    evidence();
    follow();
    slash();
  });
})();
