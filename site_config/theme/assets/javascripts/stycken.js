// A document's paragraphs: the one that a link leads to, the words that an address asks to have marked (?markera=ord), and a
// small bar to step through them and to take the marks away. The page reads the same without it. citat.js uses textOf.
(function () {
  "use strict";
  var MOST = 12, LONGEST = 100; // words that an address may ask for, and letters of each
  // Not the document's own text: what only screen readers hear, and what the page and its scripts have put beside it.
  var BESIDE = ".vh, .permalink, .same-link, .cite, .cite-box";
  var ROWS = "table, thead, tbody, tr";

  /** The text nodes of a passage in order, each with what stands before it there: a tab between cells, a line feed between rows. */
  function textOf(passage) {
    var made = [], before = "", walker = document.createTreeWalker(passage, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
      acceptNode: function (node) {
        if (node.nodeType === 1) return node.matches(BESIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
        return node.parentElement.matches(ROWS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
      }
    });
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (node.nodeType === 3) {
        made.push({ node: node, before: before });
        before = "";
      } else if (node.matches("tr")) {
        before = made.length ? "\n" : "";
      } else if (node.matches("td, th") && node.previousElementSibling) {
        before += "\t";
      }
    }
    return made;
  }

  /** A text composed (NFC) and in lower case, and for each of its letters where in the text as it stands it begins and ends. */
  function folded(text) {
    var made = "", from = [], to = [], letter = /[^][\p{M}]*/gu, found;
    while ((found = letter.exec(text))) {
      var form = found[0].normalize("NFC").toLowerCase();
      for (var i = 0; i < form.length; i++) { from.push(found.index); to.push(found.index + found[0].length); }
      made += form;
    }
    return { text: made, from: from, to: to };
  }

  /** Words as an address may name them: at most twelve, each once, none empty or longer than a hundred letters. */
  function asked(values) {
    var made = values.slice(0, MOST).map(function (value) { return folded(value.trim()).text.replace(/\s+/gu, " "); });
    return made.filter(function (word, at) { return word && word.length <= LONGEST && made.indexOf(word) === at; });
  }

  /** Where the words stand whole in a text: [start, end] in order, none over another; of two that overlap the longer. */
  function spansOf(text, words) {
    var held = folded(text), found = [];
    words.forEach(function (word) {
      var pattern = new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ /g, "\\s+"), "gu"), match;
      while ((match = pattern.exec(held.text))) {
        var end = match.index + match[0].length;
        if (edge(held.text.slice(Math.max(0, match.index - 2), match.index), true) && edge(held.text.slice(end, end + 2), false)) {
          found.push([held.from[match.index], held.to[end - 1]]);
        } else {
          pattern.lastIndex = match.index + 1;
        }
      }
    });
    found.sort(function (a, b) { return b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0]; });
    var kept = [];
    found.forEach(function (one) {
      if (kept.every(function (other) { return one[1] <= other[0] || other[1] <= one[0]; })) kept.push(one);
    });
    return kept.sort(function (a, b) { return a[0] - b[0]; });
  }

  function edge(beside, before) {
    return !(before ? /[\p{L}\p{N}\p{M}]$/u : /^[\p{L}\p{N}\p{M}]/u).test(beside);
  }

  /** Mark the words in a passage: the places found, each a list of <mark>, one for every element that it runs through. */
  function mark(passage, words) {
    var at = 0, pieces = textOf(passage).map(function (piece) {
      at += piece.before.length;
      var start = at;
      at += piece.node.data.length;
      return { node: piece.node, before: piece.before, start: start, end: at };
    });
    var text = pieces.map(function (piece) { return piece.before + piece.node.data; }).join("");
    var spans = spansOf(text, words), places = spans.map(function () { return []; });
    pieces.forEach(function (piece) {
      for (var i = spans.length - 1; i >= 0; i--) { // from the end, so that what stands before keeps its place
        var from = Math.max(spans[i][0], piece.start) - piece.start, to = Math.min(spans[i][1], piece.end) - piece.start;
        if (from >= to) continue;
        var middle = piece.node;
        if (to < middle.data.length) middle.splitText(to);
        if (from) middle = middle.splitText(from);
        var made = document.createElement("mark");
        made.className = "found";
        middle.replaceWith(made);
        made.append(middle);
        places[i].push(made);
      }
    });
    return places;
  }

  function unmark() {
    document.querySelectorAll("main mark.found").forEach(function (one) {
      var parent = one.parentNode;
      one.replaceWith(...one.childNodes);
      parent.normalize();
    });
  }

  function unfold(element) {
    for (var box = element.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  }

  function targeted() {
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* not an encoded name: taken as it stands */ }
    return { id: id, element: id ? document.getElementById(id) : null };
  }

  // --- the bar ------------------------------------------------------------------------------------------------------

  var places = [], at = -1, bar = null, said = null;

  function tell(text) {
    if (said) said.textContent = text;
  }

  function button(label, rest, act) {
    var made = document.createElement("button"), more = document.createElement("span");
    made.type = "button";
    more.className = "more-words";
    more.textContent = rest;
    made.append(label, more);
    made.addEventListener("click", act);
    return made;
  }

  function show(text, buttons) {
    bar = document.createElement("div");
    bar.className = "found-bar";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "Markeringar i texten");
    said = document.createElement("p");
    said.setAttribute("role", "status");
    bar.append(said, ...buttons);
    document.querySelector("main").prepend(bar);
    document.body.classList.add("has-found");
    setTimeout(tell, 50, text); // a live region speaks of what comes into it, not of what it was made with
  }

  function step(by) {
    if (at >= 0) places[at].forEach(function (one) { one.classList.remove("current"); });
    at = at < 0 && by < 0 ? places.length - 1 : (at + by + places.length) % places.length;
    places[at].forEach(function (one) { one.classList.add("current"); });
    unfold(places[at][0]);
    places[at][0].scrollIntoView({ block: "center", inline: "nearest" });
    tell("Ställe " + (at + 1) + " av " + places.length);
  }

  function clear() {
    var focused = bar.contains(document.activeElement), target = targeted().element;
    unmark();
    bar.remove();
    bar = said = null;
    places = [];
    document.body.classList.remove("has-found");
    document.body.classList.add("no-target");
    var address = new URL(location.href);
    address.searchParams.delete("markera");
    history.replaceState(history.state, "", address.href);
    if (focused) { // the reader goes on where the marks were, not at the top of the page
      var to = target || document.querySelector("main");
      if (!to.hasAttribute("tabindex")) to.tabIndex = -1;
      to.focus({ preventScroll: true });
    }
  }

  /** Whether Escape has something nearer to close: a card, a menu, the note on a word, a field that is being written in. */
  function busy(event) {
    return event.target.closest("input, textarea, select, .cite-box") ||
      document.querySelector("details.evidence[open], details.menu[open], .restored:not(.hushed):is(:hover, :focus)");
  }

  function start() {
    var words = asked(new URLSearchParams(location.search).getAll("markera")), target = targeted();
    var lost = /^p-[0-9a-f]{8}(-\d+)?$/.test(target.id) && !target.element;
    if (words.length) {
      document.querySelectorAll("main .passage").forEach(function (passage) { places.push(...mark(passage, words)); });
    }
    if (words.length || lost) {
      var count = places.length === 1 ? "1 ställe markerat" : places.length + " ställen markerade";
      var text = (lost ? "Stycket som länken ledde till finns inte på sidan. " : "") +
        (!words.length ? "" : places.length ? count : "Orden i länken står inte i texten här");
      var steps = [button("Föregående", "", function () { step(-1); }), button("Nästa", "", function () { step(1); })];
      var away = places.length ? button("Ta bort", " markeringen", clear) : button("Stäng", "", clear);
      show(text.trim(), [...(places.length > 1 ? steps : []), away]);
    }
    var first = places.findIndex(function (marks) { return target.element && target.element.contains(marks[0]); });
    if (first >= 0) {
      at = first;
      places[at].forEach(function (one) { one.classList.add("current"); });
    }
    return target.element;
  }

  // Where a page is read anew or gone back to, the reader stays at the place that the browser remembers.
  function arrived() {
    var entry = performance.getEntriesByType("navigation")[0];
    return !entry || entry.type === "navigate";
  }

  function arrive(target) {
    if (target) unfold(target);
    if (!arrived()) return;
    if (target) target.scrollIntoView({ behavior: "instant" });
    else if (places.length) places[0][0].scrollIntoView({ block: "center", behavior: "instant" });
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && bar && !busy(event)) clear();
  }, true); // before arkiv.js, which closes cards on the same key
  window.addEventListener("hashchange", function () {
    document.body.classList.remove("no-target");
    var target = targeted().element;
    if (target) unfold(target);
  });
  window.MotionPassages = { textOf: textOf, spansOf: spansOf, asked: asked };
  document.addEventListener("DOMContentLoaded", function () { arrive(start()); });
})();
