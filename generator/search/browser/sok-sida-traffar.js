/*
 * The search page, second part: a hit as it is shown. Everything from documents goes in as text, never as markup.
 * In a page this is window.MotionCards.
 */
(function (root) {
  "use strict";
  var T = root.MotionPageText;
  var SMALL = 170, small = matchMedia("(max-width: 36rem)"); // letters of a passage on a small screen
  var OTHERS = 3; // numbers, names and the like that are shown with a hit whose words stand in no passage

  /** An element with attributes and children (text or nodes). */
  function element(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    made.append.apply(made, [].concat(children || []));
    return made;
  }

  function marked(text, spans) {
    var made = document.createDocumentFragment(), at = 0;
    spans.forEach(function (span) {
      made.append(text.slice(at, span[0]), element("mark", {}, text.slice(span[0], span[1])));
      at = span[1];
    });
    made.append(text.slice(at));
    return made;
  }

  /** Who speaks, or what the document is called. */
  function name(row, index) {
    if (row.what !== "svar") return row.title || row["case"];
    var nobody = (row.kind === "svar" ? "Svar" : T.nameOf("typ", row.kind, index, new Map())) + " utan angiven avsändare";
    var names = row.bodies.map(function (id) { return T.upperFirst(T.nameOf("instans", id, index, new Map())); });
    return names.length ? T.listed(names) : nobody;
  }

  /** Which case it belongs to, with the words marked there too: a case's title counts as its documents' own. */
  function about(row, results, engine) {
    if (row.what === "motion") return null;
    return element("p", { class: "sok-traff__om" }, [
      row.kind === "svar" ? "Svar på motionen ”" : "Hör till motionen ”", marked(row["case"], engine.marks(row["case"], row, results)), "”",
    ]);
  }

  function badge(stance, index) {
    var shape = T.BADGES[stance] || T.BADGES.unclear;
    return element("span", { class: "badge badge-" + shape[1] }, [
      element("span", { class: "shape", "aria-hidden": "true" }, shape[0]), index.stances[stance] || stance,
    ]);
  }

  function facts(row, index) {
    // That an answer is one, the line above has said.
    var line = element("p", { class: "sok-traff__fakta" }, row.kind === "svar" ? "" : T.nameOf("typ", row.kind, index, new Map()) + " · ");
    // A year that only a diary number tells is not the document's date, and is called what it is.
    line.append(row.date || !row.year ? T.date(row.date) : "utan datum (" + row.year + " enligt diarienumret)");
    if (row.stance) line.append(" · ", badge(row.stance, index));
    if (row.retold) line.append(" · ", element("span", { class: "sok-traff__referat" }, T.RETOLD));
    return line;
  }

  /** The address of a hit's page that shows the found words marked there. */
  function target(shown, base) {
    var pairs = shown.forms.map(function (form) { return "markera=" + encodeURIComponent(form); });
    return base + shown.url.replace(/^\//, "") + (pairs.length ? "?" + pairs.join("&") : "");
  }

  function excerpt(one, cut, page, index) {
    var made = element("div", { class: "sok-traff__stycke" });
    if (one.section && one.section !== "other") made.append(element("span", { class: "sok-traff__avsnitt" }, T.nameOf("avsnitt", one.section, index, new Map())));
    made.append(element("a", { href: page + (one.id ? "#" + one.id : "") }, marked(cut.text, cut.marks)));
    return made;
  }

  /** A hit as a list item; shown is what the engine's show() gave. */
  function card(shown, results, engine, base) {
    var row = shown.row, page = target(shown, base), title = name(row, engine.root);
    var first = shown.excerpts.find(function (one) { return one.id && one.marks.length; });
    var made = element("li", { "data-hit": shown.id, class: "sok-traff" }, [
      element("h3", { class: "sok-traff__rubrik" }, element("a", { href: page + (first ? "#" + first.id : "") }, marked(title, engine.marks(title, row, results)))),
    ]);
    if (row.stance) made.setAttribute("data-stance", row.stance);
    [about(row, results, engine), facts(row, engine.root)].forEach(function (line) { if (line) made.append(line); });
    others(shown, results, engine).slice(0, OTHERS).forEach(function (one) {
      made.append(element("p", { class: "sok-traff__aven" }, ["I dokumentets uppgifter: ", marked(one.text, one.marks)]));
    });
    var seen = new Set(), size = small.matches ? SMALL : 0;
    shown.excerpts.forEach(function (one) {
      var cut = T.shortened(one.text, one.marks, size);
      if (seen.has(cut.text)) return; // documents say the same in their summary and their matter
      seen.add(cut.text);
      made.append(excerpt(one, cut, page, engine.root));
    });
    return made;
  }

  /** Where the words of a hit stand if no passage has them: a number, a person, another name of the body. */
  function others(shown, results, engine) {
    if (shown.excerpts.some(function (one) { return one.marks.length; })) return [];
    var row = shown.row, texts = row.also.concat(row.names, row.title === row["case"] || row.title === name(row, engine.root) ? [] : [row.title]);
    return Array.from(new Set(texts)).map(function (text) {
      return { text: text, marks: engine.marks(text, row, results) };
    }).filter(function (one) { return one.marks.length; });
  }

  root.MotionCards = { element: element, card: card, name: name, others: others };
})(self);
