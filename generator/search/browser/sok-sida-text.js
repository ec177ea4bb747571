/*
 * The search page, first part: words, dates, the address and shortened passages, as values in and values out. Nothing here
 * touches the page or the net. In a page this is window.MotionPageText, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MotionPageText = factory();
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  // The keys of the address, in the order they stand in it.
  var KEYS = ["instans", "motion", "typ", "ar", "hallning", "avsnitt"];
  var HEADINGS = { instans: "Instans", motion: "Ärende", typ: "Sorts dokument", ar: "År", hallning: "Hållning", avsnitt: "Avsnitt" };
  var ORDERS = { relevans: "Bäst träff först", nyast: "Nyast först", aldst: "Äldst först" };
  // The badges of the other pages (generator/pages/words.py): shape and the style's name; the word comes with the index.
  var RETOLD = "ur arkivets referat"; // as the other pages say of words that are the archive's own
  var BADGES = {
    "support": ["▲", "support"], "reject": ["▼", "reject"], "partly": ["◆", "partly"], "considered-answered": ["●", "considered"],
    "already-met": ["✓", "met"], "no-position": ["–", "none"], "declined": ["○", "none"], "unclear": ["?", "none"],
  };
  var MONTHS = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
  ];
  var EXCERPT = 280; // letters of a passage that are shown
  var BEFORE = 0.25; // how much of them stands before the first mark
  // White space as Python sees it, so that a cell is the same in every table of the archive.
  var BLANK = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/u;
  var FORMULA = /^'*[=+\-@＝＋－＠]/; // what a spreadsheet would run; as generator/exports/clean.py

  // --- words ------------------------------------------------------------------------------------------------------

  /** Digits in groups of three with a no-break space. */
  function grouped(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  }

  function hits(count) {
    return grouped(count) + (count === 1 ? " träff" : " träffar");
  }

  function listed(names) {
    return names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " och " + names[names.length - 1];
  }

  function upperFirst(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  /** Letters without case and dots, to look for a name as it is typed. */
  function plain(text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{Mn}/gu, "").trim();
  }

  /** An ISO date in words, as generator/pages/words.py says it; what is no date comes back as it is. */
  function date(value) {
    if (!value) return "utan datum";
    var found = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
    if (!found || (found[2] && !(Number(found[2]) >= 1 && Number(found[2]) <= 12))) return value;
    var parts = [];
    if (found[3]) parts.push(String(Number(found[3])));
    if (found[2]) parts.push(MONTHS[Number(found[2]) - 1]);
    parts.push(found[1] === "XXXX" ? "(årtalet står inte i dokumentet)" : found[1]);
    return parts.join(" ");
  }

  /** What a value of a facet is called; titles is a Map from case to title. */
  function nameOf(key, value, index, titles) {
    var known = { instans: index.bodies, typ: index.kinds, hallning: index.stances, avsnitt: index.sections }[key];
    if (key === "instans" && value === index.unknown_body) return "Utan angiven avsändare";
    if (key === "motion") return titles.get(value) || value;
    if (!known || !Object.prototype.hasOwnProperty.call(known, value)) return value;
    return key === "instans" ? known[value] : upperFirst(known[value]);
  }

  // --- the address ------------------------------------------------------------------------------------------------

  /** What an address asks for: {q, filters: {key: [value]}, ordning}; unknown orders become "relevans". */
  function read(search) {
    var pairs = new URLSearchParams(search), filters = {}, order = pairs.get("ordning") || "";
    KEYS.forEach(function (key) {
      filters[key] = Array.from(new Set(pairs.getAll(key).map(function (one) { return one.trim(); }).filter(Boolean)));
    });
    return { q: pairs.get("q") || "", filters: filters, ordning: Object.prototype.hasOwnProperty.call(ORDERS, order) ? order : "relevans" };
  }

  /** The query string of such a value; "" where nothing is asked. */
  function write(asked) {
    var pairs = new URLSearchParams();
    if (asked.q) pairs.set("q", asked.q);
    KEYS.forEach(function (key) {
      (asked.filters[key] || []).forEach(function (value) { pairs.append(key, value); });
    });
    if (asked.ordning && asked.ordning !== "relevans") pairs.set("ordning", asked.ordning);
    var text = pairs.toString();
    return text ? "?" + text : "";
  }

  /** A copy of what is asked with one value of a key added or taken away. */
  function changed(asked, key, value, wanted) {
    var filters = Object.assign({}, asked.filters);
    filters[key] = asked.filters[key].filter(function (one) { return one !== value; });
    if (wanted) filters[key].push(value);
    return { q: asked.q, filters: filters, ordning: asked.ordning };
  }

  function narrowed(asked) {
    return KEYS.some(function (key) { return asked.filters[key].length > 0; });
  }

  /** The same question without all that narrows it beside the words. */
  function widened(asked) {
    return { q: asked.q, filters: read("").filters, ordning: asked.ordning };
  }

  /** The query without each of its parts in turn: [{without, q}]; [] for a query of one part. */
  function shorter(q) {
    var parts = q.match(/-?(?:[^\s"”“„«»:]+:)?["”“„«»][^"”“„«»]*["”“„«»]|[^\s]+/gu) || [];
    if (parts.length < 2) return [];
    return parts.map(function (part, at) {
      return { without: part, q: parts.filter(function (_, i) { return i !== at; }).join(" ") };
    });
  }

  // --- passages ---------------------------------------------------------------------------------------------------

  /** A long passage cut down to about size letters where most marks stand close, between words: {text, marks}. */
  function shortened(text, marks, size) {
    size = size || EXCERPT;
    if (text.length <= size) return { text: text, marks: marks };
    var from = 0, most = -1;
    marks.forEach(function (mark) {
      var start = Math.max(0, Math.min(mark[0] - Math.round(BEFORE * size), text.length - size));
      var held = marks.filter(function (one) { return one[0] >= start && one[1] <= start + size; }).length;
      if (held > most) { most = held; from = start; }
    });
    var to = Math.min(text.length, from + size);
    from = from ? border(text, from, marks, true) : 0;
    to = to < text.length ? border(text, to, marks, false) : to;
    var before = from ? "… " : "", shift = before.length - from;
    return {
      text: before + text.slice(from, to).trimEnd() + (to < text.length ? " …" : ""),
      marks: marks.filter(function (mark) { return mark[0] >= from && mark[1] <= to; })
        .map(function (mark) { return [mark[0] + shift, mark[1] + shift]; }),
    };
  }

  /** The nearest place between two words, outside all marks, within 40 letters; else a place that splits no letter. */
  function border(text, at, marks, start) {
    marks.forEach(function (mark) { if (mark[0] < at && at < mark[1]) at = start ? mark[0] : mark[1]; });
    if (/\s/u.test(text[at - 1] || " ") || (!start && /\s/u.test(text[at] || " "))) return at;
    var space = start ? text.indexOf(" ", at) : text.lastIndexOf(" ", at);
    var inside = marks.some(function (mark) { return start ? mark[0] < space && mark[1] > at : mark[1] > space && mark[0] < at; });
    if (space > 0 && Math.abs(space - at) <= 40 && !inside) return start ? space + 1 : space;
    return /[\udc00-\udfff]/.test(text[at] || "") ? at - 1 : at;
  }

  // --- a table for spreadsheets -----------------------------------------------------------------------------------

  function cell(value) {
    var text = String(value === null || value === undefined ? "" : value);
    // A half of a pair of code units is no letter.
    text = Array.from(text, function (letter) { return /^[\0\ud800-\udfff]$/.test(letter) ? "\ufffd" : letter; }).join("");
    text = text.split(BLANK).filter(Boolean).join(" ");
    if (FORMULA.test(text)) text = "'" + text;
    return /[";]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  /** Rows as a table that Excel opens as it is: BOM, semicolons, CRLF, formulas defused (as generator/exports/clean.py). */
  function table(rows) {
    return "\ufeff" + rows.map(function (row) { return row.map(cell).join(";") + "\r\n"; }).join("");
  }

  return {
    KEYS: KEYS, HEADINGS: HEADINGS, ORDERS: ORDERS, RETOLD: RETOLD, BADGES: BADGES, grouped: grouped, hits: hits, listed: listed, upperFirst: upperFirst,
    plain: plain, date: date, nameOf: nameOf, read: read, write: write, changed: changed, narrowed: narrowed, widened: widened,
    shorter: shorter, shortened: shortened, table: table,
  };
});
