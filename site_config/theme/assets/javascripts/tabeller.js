// The comparison's table: sorted by its headings, narrowed by buttons, both kept in the address. Without it the table is whole.
(function () {
  "use strict";
  var NARROW = matchMedia("(max-width: 48rem)"); // as in tabeller.css: from here on each row is a card
  var MANY = 10; // more buttons than this are folded
  var FILTERS = [["hallning", "Hållning"], ["instans", "Instans"]];
  var UNKNOWN = "okand-instans";
  var COPIED = "Länken är kopierad.";
  var ARROWS = { none: "↕", ascending: "↑", descending: "↓" };

  // What a row is chosen by: the code of its stance or state, and its body.
  function valueOf(row, kind) { return kind === "hallning" ? row.dataset.answer : row.dataset.body || UNKNOWN; }
  function wordOf(row, kind) { return kind === "hallning" ? row.dataset.answerWord : row.dataset.name; }

  // What a row is sorted by; "" goes last in both directions.
  function keyOf(row, column) {
    if (column === "instans") return row.dataset.body ? row.dataset.name : "";
    var cell = row.querySelector("[data-column='" + column + "']");
    return (cell && cell.dataset.sort) || "";
  }

  function make(tag, attributes, text) {
    var made = document.createElement(tag);
    Object.keys(attributes).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (text) made.textContent = text;
    return made;
  }

  function start(table, box, status) {
    var rows = Array.from(table.tBodies[0].rows);
    var heads = Array.from(table.querySelectorAll("thead th[data-sortable]"));
    var sorters = []; // [key, head or null, button]
    var choosers = []; // [kind, value, button]
    var state = null;

    // --- the address ---
    function read() {
      var asked = new URLSearchParams(location.search);
      var sort = asked.get("sortera") || "";
      var falling = sort.charAt(0) === "-";
      var key = falling ? sort.slice(1) : sort;
      var known = heads.some(function (head) { return head.dataset.key === key; });
      var made = { sort: known ? key : "", falling: known && falling };
      FILTERS.forEach(function (filter) {
        var all = rows.map(function (row) { return valueOf(row, filter[0]); });
        made[filter[0]] = asked.getAll(filter[0]).filter(function (value, at, given) {
          return all.includes(value) && given.indexOf(value) === at;
        });
      });
      return made;
    }
    function write() {
      var asked = new URLSearchParams(location.search);
      asked.delete("sortera");
      if (state.sort) asked.set("sortera", (state.falling ? "-" : "") + state.sort);
      FILTERS.forEach(function (filter) {
        asked.delete(filter[0]);
        state[filter[0]].forEach(function (value) { asked.append(filter[0], value); });
      });
      var query = asked.toString();
      history.pushState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    }

    // --- the table ---
    function order() {
      var sign = state.falling ? -1 : 1;
      var sorted = rows.slice();
      if (state.sort) sorted.sort(function (one, other) {
        // Those whose answer is not here stand last, whatever the table is sorted by.
        var apart = one.classList.contains("no-answer") - other.classList.contains("no-answer");
        if (apart) return apart;
        var a = keyOf(one, state.sort), b = keyOf(other, state.sort);
        if (a === "" || b === "") return (a === "") - (b === "");
        return sign * a.localeCompare(b, "sv");
      });
      if (sorted.some(function (row, at) { return table.tBodies[0].rows[at] !== row; })) table.tBodies[0].append.apply(table.tBodies[0], sorted);
    }
    function narrow() {
      var shown = 0;
      rows.forEach(function (row) {
        row.hidden = !FILTERS.every(function (filter) {
          return !state[filter[0]].length || state[filter[0]].includes(valueOf(row, filter[0]));
        });
        shown += row.hidden ? 0 : 1;
      });
      return shown;
    }
    function show() {
      order();
      var shown = narrow();
      sorters.forEach(function (sorter) {
        var on = sorter[0] === state.sort;
        var way = on ? (state.falling ? "descending" : "ascending") : "none";
        if (sorter[1]) sorter[1].setAttribute("aria-sort", way);
        else sorter[2].setAttribute("aria-pressed", String(on));
        sorter[2].querySelector(".arrow").textContent = ARROWS[way];
        sorter[2].querySelector(".vh").textContent = on ? (state.falling ? " fallande" : " stigande") : "";
      });
      choosers.forEach(function (chooser) {
        var chosen = state[chooser[0]];
        chooser[2].setAttribute("aria-pressed", String(chooser[1] === null ? !chosen.length : chosen.includes(chooser[1])));
      });
      var said = [];
      if (state.sort) {
        var head = heads.find(function (one) { return one.dataset.key === state.sort; });
        said.push("Sorterat efter " + head.dataset.name.toLowerCase() + (state.falling ? ", fallande." : ", stigande."));
      }
      if (shown < rows.length) said.push(shown ? "Visar " + shown + " av " + rows.length + " rader." : "Ingen rad passar valen. Välj ”alla” för att se alla rader.");
      status.textContent = said.join(" ");
    }
    function change(next) {
      state = Object.assign({}, state, next);
      write();
      show();
    }

    // --- the buttons: made here, since they do nothing without a script ---
    function sorter(head, place, own) {
      var button = make("button", { type: "button", "class": own ? "sort" : "" }, head.dataset.name);
      button.append(make("span", { "class": "vh" }), make("span", { "class": "arrow", "aria-hidden": "true" }));
      button.addEventListener("click", function () {
        var on = state.sort === head.dataset.key;
        if (!on) change({ sort: head.dataset.key, falling: false });
        else if (!state.falling) change({ falling: true });
        else change({ sort: "", falling: false });
      });
      place.append(button);
      sorters.push([head.dataset.key, own ? head : null, button]);
    }
    function chooser(kind, value, word, place) {
      var button = make("button", { type: "button" }, word);
      button.addEventListener("click", function () {
        var next = {};
        next[kind] = value === null ? [] : state[kind].includes(value)
          ? state[kind].filter(function (one) { return one !== value; })
          : state[kind].concat(value);
        change(next);
      });
      place.append(button);
      choosers.push([kind, value, button]);
    }
    function group(label, name) {
      var made = make("div", { "class": "filter" + (name ? " " + name : ""), role: "group", "aria-label": label });
      made.append(make("span", { "aria-hidden": "true" }, label));
      box.append(made);
      return made;
    }

    heads.forEach(function (head) {
      head.dataset.name = head.textContent;
      head.textContent = "";
      sorter(head, head, true);
    });
    var phone = group("Sortera efter", "sorters");
    heads.forEach(function (head) { sorter(head, phone, false); });
    FILTERS.forEach(function (filter) {
      var words = new Map();
      rows.forEach(function (row) { words.set(valueOf(row, filter[0]), wordOf(row, filter[0])); });
      if (words.size < 2) return;
      var place = group(filter[1]);
      chooser(filter[0], null, "alla", place);
      var inner = place;
      if (words.size > MANY) {
        inner = make("details", { "class": "more-buttons" });
        inner.append(make("summary", {}, "Välj bland " + words.size));
        place.append(inner);
      }
      words.forEach(function (word, value) { chooser(filter[0], value, word, inner); });
      if (inner !== place && new URLSearchParams(location.search).has(filter[0])) inner.open = true;
    });
    box.hidden = false;
    if (NARROW.matches) box.open = false;

    // On a narrow screen the headings are out of sight, and so must their buttons be.
    function fit() {
      document.querySelectorAll("thead .sort, .terms thead a").forEach(function (button) { button.tabIndex = NARROW.matches ? -1 : 0; });
    }
    NARROW.addEventListener("change", fit);
    fit();
    window.addEventListener("popstate", function () { state = read(); show(); });
    state = read();
    show();
  }

  // A row and a cell have an address each; the links to them are made here, so that a table of hundreds of cells is not twice as heavy.
  function marks(table) {
    table.querySelectorAll("tbody tr[id]").forEach(function (row) {
      row.querySelectorAll("th, td[id]:not(.empty, [data-column='datum'], [data-column='undertecknat'])").forEach(function (cell) {
        var own = cell.tagName === "TD", what = own ? cell.dataset.label + ", " + row.dataset.name : "raden " + row.dataset.name;
        cell.append(make("a", { "class": "cell-link", href: "#" + (own ? cell.id : row.id), "aria-label": "Länk till " + what }));
      });
    });
  }

  // The mark in a row or cell is a link to it; where the browser allows it, the link is copied as well.
  function copying(table, status) {
    table.addEventListener("click", function (event) {
      var link = event.target.closest(".cell-link");
      if (!link || !navigator.clipboard) return;
      navigator.clipboard.writeText(link.href).then(
        function () { status.textContent = (status.textContent.replace(COPIED, "") + " " + COPIED).trim(); },
        function () { /* the address bar has it all the same */ }
      );
    });
  }

  // A table that is wider than its frame says so in words, for as long as it is.
  function wide(frame) {
    var cue = make("p", { "class": "wide-cue", hidden: "" }, "Tabellen är bredare än sidan: rulla i sidled.");
    frame.before(cue);
    new ResizeObserver(function () { cue.hidden = frame.scrollWidth <= frame.clientWidth + 1 || getComputedStyle(frame).overflowX === "visible"; }).observe(frame);
  }

  document.addEventListener("DOMContentLoaded", function () {
    if (window.ResizeObserver) document.querySelectorAll(".scroll").forEach(wide);
    var table = document.querySelector("table[data-comparison]");
    var box = document.querySelector("[data-filters]");
    var status = document.querySelector("[data-filter-status]");
    if (!table || !box || !status) return;
    marks(table);
    copying(table, status);
    if (table.tBodies[0].rows.length > 1) start(table, box, status);
    else box.remove(); // and with it the room that the styles keep for it
    // What the address points at may have moved.
    var id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch (error) { /* a broken escape: no part of the page is called that */ }
    var target = id && document.getElementById(id);
    if (target && table.contains(target)) target.scrollIntoView({ block: "center", inline: "center" });
  });
})();
