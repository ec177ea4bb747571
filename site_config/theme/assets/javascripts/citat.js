// "Kopiera citat med källa" on every paragraph: its words as they are shown, whose they are, where they stand and the day that
// they were fetched; and "Citera sidan" for a page as a whole. The facts come from the page's data-source and data-cite
// (generator/pages/citing.py), never from its prose. After stycken.js, whose textOf it uses.
(function () {
  "use strict";
  var LABEL = "Kopiera citat med källa", SHOWN = 2500; // milliseconds that a button says what became of it
  var MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
  var live = null;

  /** "Hämtad 21 november 2026.": the page has no clock, but what it says may be another thing tomorrow. */
  function fetched() {
    var now = new Date();
    return "Hämtad " + now.getDate() + " " + MONTHS[now.getMonth()] + " " + now.getFullYear() + ".";
  }

  /** The address of the page without what a search added to it. */
  function page() {
    var canonical = document.querySelector('link[rel="canonical"]');
    return canonical ? canonical.href : location.href.replace(/[?#].*$/, "");
  }

  /** What the page says of the document that a passage stands in: the last such facts before it. */
  function sourceOf(passage) {
    var last = null;
    document.querySelectorAll("main [data-source]").forEach(function (one) {
      if (one.compareDocumentPosition(passage) & Node.DOCUMENT_POSITION_FOLLOWING) last = one;
    });
    return last ? last.dataset : { source: document.title };
  }

  /** Which party's words a passage is, inside a body's own paper; none as a rule. */
  function saidBy(passage) {
    return Array.from(document.querySelectorAll("main [data-says]")).filter(function (one) {
      return one.dataset.passage === passage.id;
    }).map(function (one) { return one.dataset.says; });
  }

  /** What is selected in a passage, as a range; null where nothing is. */
  function selectedIn(passage) {
    var selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    var range = selection.getRangeAt(0);
    return range.intersectsNode(passage) ? range.cloneRange() : null;
  }

  /** The words of a passage, or of what is selected of it, and what must be said of them. */
  function quoteOf(passage, range) {
    var text = "", notes = new Set();
    window.MotionPassages.textOf(passage).forEach(function (piece) {
      var node = piece.node, from = 0, to = node.data.length;
      if (range) {
        if (!range.intersectsNode(node)) return;
        if (node === range.startContainer) from = range.startOffset;
        if (node === range.endContainer) to = range.endOffset;
      }
      var part = node.data.slice(from, to).replace(/[ \t\r\n\f]+/g, " ");
      if (text) text += piece.before;
      text += part;
      if (!part.trim()) return;
      var word = node.parentElement.closest(".restored");
      if (word) notes.add(word.classList.contains("doubtful") ? "osäkert läst ur bild" : "återställd text");
      if (node.parentElement.closest("s")) notes.add("överstruket i dokumentet");
    });
    return { text: text.replace(/ *([\t\n]) */g, "$1").trim(), notes: Array.from(notes) };
  }

  function element(tag, text) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    return made;
  }

  /** The quote with its source: as text, and as HTML for programs that take it. */
  function citation(passage, range) {
    var quote = quoteOf(passage, range);
    if (!quote.text) quote = quoteOf(passage, null); // of a passage only its edge was selected
    var facts = sourceOf(passage), address = page() + "#" + passage.id, box = element("div"), held = element("blockquote");
    var notes = quote.notes.concat(saidBy(passage), facts.note || []).filter(Boolean).map(function (one) { return " [" + one + "]"; }).join("");
    if (/[\t\n]/.test(quote.text)) {
      var table = element("table");
      quote.text.split("\n").forEach(function (row) {
        var line = element("tr");
        row.split("\t").forEach(function (cell) { line.append(element("td", cell)); });
        table.append(line);
      });
      held.append(table);
      if (notes) held.append(element("p", notes.trim()));
    } else {
      held.append(element("p", "”" + quote.text + "”" + notes));
    }
    var link = element("a", address), under = element("p", facts.source);
    link.href = address;
    under.append(element("br"), link, element("br"), fetched());
    box.append(held, under);
    return { text: "”" + quote.text + "”" + notes + "\n" + facts.source + "\n" + address + "\n" + fetched(), html: box.innerHTML };
  }

  // --- to the clipboard: the new way, the plain way, the old way, by hand ---------------------------------------------

  async function copy(made) {
    try {
      var types = { "text/plain": new Blob([made.text], { type: "text/plain" }), "text/html": new Blob([made.html], { type: "text/html" }) };
      await navigator.clipboard.write([new ClipboardItem(types)]);
      return true;
    } catch (error) { /* closed to us, or without rich text */ }
    try {
      await navigator.clipboard.writeText(made.text);
      return true;
    } catch (error) { /* closed to us, or an address that is not secure */ }
    return copiedOldWay(made);
  }

  function copiedOldWay(made) {
    function fill(event) {
      event.clipboardData.setData("text/plain", made.text);
      event.clipboardData.setData("text/html", made.html);
      event.preventDefault();
    }
    document.addEventListener("copy", fill);
    try { return document.execCommand("copy"); } catch (error) { return false; } finally { document.removeEventListener("copy", fill); }
  }

  /** The citation in a field of its own with everything selected, for a reader whose clipboard no page may write to. */
  function offer(place, made, back) {
    var box = element("div"), field = element("textarea"), label = element("label", "Kopiera texten härifrån:"), close = element("button", "Stäng");
    box.className = "cite-box";
    field.readOnly = true;
    field.rows = 6;
    field.value = made.text;
    close.type = "button";
    label.append(field);
    box.append(label, close);
    function shut() { box.remove(); back.focus(); }
    close.addEventListener("click", shut);
    box.addEventListener("keydown", function (event) { if (event.key === "Escape") shut(); });
    place.querySelectorAll(".cite-box").forEach(function (old) { old.remove(); });
    place.append(box);
    field.focus();
    field.select();
  }

  // --- the buttons ----------------------------------------------------------------------------------------------------

  function tell(button, text, state) {
    button.dataset.state = state;
    live.textContent = "";
    setTimeout(function () { live.textContent = text; }, 50); // so that the same words are said a second time
    setTimeout(function () { delete button.dataset.state; }, SHOWN);
  }

  function add(passage) {
    var made = document.createElement("button"), range = null;
    made.type = "button";
    made.className = "cite";
    made.setAttribute("aria-label", LABEL);
    // A press on a button would take the selection away; what was selected is what is to be quoted.
    made.addEventListener("pointerdown", function () { range = selectedIn(passage); });
    made.addEventListener("mousedown", function (event) { event.preventDefault(); });
    made.addEventListener("click", async function () {
      var text = citation(passage, range || selectedIn(passage));
      range = null;
      if (await copy(text)) return tell(made, "Kopierat", "done");
      offer(passage, text, made);
      tell(made, "Det gick inte att kopiera. Texten är markerad i en ruta vid stycket.", "shut");
    });
    // At the end of the text, where a narrow screen shows it after the last word.
    passage.append(made);
  }

  /** What the page is as a source: what it says of itself, whose archive it is in, its address and the day. */
  function wholePage(source) {
    var name = document.querySelector('meta[property="og:site_name"]'), lines = [source, page(), fetched()], box = element("p"), link = element("a", page());
    if (name && name.content) lines[0] += " I: " + name.content + ".";
    link.href = page();
    box.append(lines[0], element("br"), link, element("br"), lines[2]);
    return { text: lines.join("\n"), html: box.outerHTML };
  }

  function addToPage(place) {
    var box = element("div"), made = element("button", "Citera sidan");
    box.className = "tools";
    made.type = "button";
    made.addEventListener("click", async function () {
      var text = wholePage(place.dataset.cite);
      if (await copy(text)) {
        return tell(made, "Källan med sidans adress är kopierad", "done");
      }
      offer(box, text, made);
      tell(made, "Det gick inte att kopiera. Texten är markerad i en ruta.", "shut");
    });
    box.append(made);
    place.after(box);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var passages = document.querySelectorAll("main .passage[id]"), place = document.querySelector("main [data-cite]");
    if (!passages.length && !place) return;
    live = element("p");
    live.className = "vh";
    live.setAttribute("role", "status");
    document.body.append(live);
    passages.forEach(add);
    if (place) addToPage(place);
  });
})();
