/*
 * The search page, fourth part: what narrows the hits. Groups of check boxes with counts, and the chosen ones as chips above the hits.
 * Nodes are kept from one search to the next, so that no focus is lost.
 * In a page this is window.MotionFacets.
 */
(function (root) {
  "use strict";
  var T = root.MotionPageText, element = root.MotionCards.element;
  // Titles of cases are fetched, and so the longest list stands last, where nothing moves when they come.
  var ORDER = ["instans", "typ", "ar", "hallning", "avsnitt", "motion"];
  var SHOWN = 8; // values of a group that stand open
  var MOST = 100; // values drawn when all are asked for; the box finds the others
  var SIEVED = 15; // values from which a group gets a box to look for one in
  var FEW_BLOCKS = 2; // files of titles that are fetched unasked
  var FIXED = ["typ", "ar", "hallning", "avsnitt"]; // groups with an order of their own; the others go by count
  var AMONG = { instans: "instanser", motion: "ärenden", typ: "sorter", ar: "år", hallning: "hållningar", avsnitt: "avsnitt" };

  /** Puts nodes in this order under a parent and takes others away; nodes that are right already are not touched. */
  function arrange(parent, nodes) {
    Array.from(parent.children).forEach(function (node) { if (!nodes.includes(node)) node.remove(); });
    nodes.forEach(function (node, at) { if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] || null); });
  }

  /**
   * The groups, chips and sheet in their places. on.change(asked) is called with what is to be asked instead; on.titles(ids)
   * promises a Map of titles.
   */
  function create(places, on) {
    var swedish = new Intl.Collator("sv"), groups = new Map(), titles = new Map(), latest = null, archive = {};
    var sheet = root.MotionSheet.create(places, function () { on.change(T.widened(latest.asked)); });

    // --- one group ------------------------------------------------------------------------------------------------

    function group(key) {
      if (groups.has(key)) return groups.get(key);
      var made = { key: key, all: false, wanted: false, nodes: new Map(), values: [], order: [] };
      made.list = element("ul", { class: "sok-val" });
      made.more = element("button", { type: "button", class: "sok-lank", "aria-expanded": "false", hidden: "" });
      made.box = element("input", { type: "text", class: "sok-sil", "aria-label": "Sök bland " + AMONG[key], placeholder: "Sök bland " + AMONG[key], autocomplete: "off", spellcheck: "false", hidden: "" });
      made.rest = element("p", { class: "sok-rest", hidden: "" });
      made.place = element("fieldset", { class: "sok-facett", "data-search-facet": key }, [
        element("legend", {}, T.HEADINGS[key]), made.box, made.list, made.rest, made.more,
      ]);
      made.more.addEventListener("click", function () {
        if (made.waiting) made.wanted = true;
        else made.all = !made.all;
        if (!made.all) made.box.value = "";
        draw(made);
      });
      made.box.addEventListener("input", function () { draw(made); });
      groups.set(key, made);
      return made;
    }

    function called(key, value) {
      return T.nameOf(key, value, latest.index, titles);
    }

    /** A value of the address may be written as the id or as its Swedish word. */
    function same(key, id, value) {
      return id === value || T.plain(called(key, id)) === T.plain(value);
    }

    /** The values that the archive has of a kind, made once an archive: there may be thousands. */
    function knownOf(key) {
      if (archive.index !== latest.index) archive = { index: latest.index };
      if (!archive[key]) {
        var index = latest.index;
        archive[key] = new Set({
          instans: Object.keys(index.bodies).concat(index.unknown_body), motion: index.motions.map(function (pair) { return pair[0]; }),
          typ: Object.keys(index.kinds), ar: index.years, hallning: Object.keys(index.stances), avsnitt: Object.keys(index.sections),
        }[key]);
      }
      return archive[key];
    }

    /**
     * The group's values with their counts. As long as the words are the same, the values of a short group keep their places, with 0
     * where no hit is left, so that no box moves away under a finger; a long one shows what has hits, the most first. null is the count
     * of a value that the archive does not know.
     */
    function valuesOf(made) {
      var counts = new Map((latest.results.facets[made.key] || []).map(function (one) { return [one.value, one.count]; }));
      latest.asked.filters[made.key].forEach(function (value) {
        if (!counts.has(value) && !Array.from(counts.keys()).some(function (id) { return same(made.key, id, value); })) counts.set(value, knownOf(made.key).has(value) ? 0 : null);
      });
      var kept = made.order.filter(function (id) { return counts.has(id) || knownOf(made.key).has(id); });
      var held = new Set(kept), fresh = Array.from(counts.keys()).filter(function (id) { return !held.has(id); }), order = sorting(made.key, counts);
      made.order = kept.concat(fresh.sort(order));
      if (FIXED.includes(made.key) || isLong(made.order)) made.order.sort(order);
      return made.order.map(function (id) { return { value: id, count: counts.has(id) ? counts.get(id) : 0 }; });
    }

    function isLong(values) {
      return values.length > SHOWN + 1; // a single value is not worth unfolding
    }

    function sorting(key, counts) {
      var known = { typ: latest.index.kinds, hallning: latest.index.stances, avsnitt: latest.index.sections }[key];
      var order = known ? Object.keys(known) : [];
      return function (a, b) {
        if (key === "ar") return a < b ? 1 : -1;
        if (known) return order.indexOf(a) - order.indexOf(b);
        var more = (counts.get(b) || 0) - (counts.get(a) || 0);
        if (more) return more;
        return (key === "instans" && swedish.compare(called(key, a), called(key, b))) || (a < b ? -1 : 1); // a case's title may not be here yet
      };
    }

    function isChosen(made, id) {
      return latest.asked.filters[made.key].some(function (value) { return same(made.key, id, value); });
    }

    function node(made, one) {
      var kept = made.nodes.get(one.value);
      if (!kept) {
        kept = { input: element("input", { type: "checkbox", name: made.key, value: one.value }), words: element("span", { class: "sok-val__namn" }), count: element("span", { class: "sok-val__antal" }) };
        kept.item = element("li", {}, element("label", {}, [kept.input, kept.words, " ", kept.count]));
        kept.input.addEventListener("change", function () { choose(made.key, one.value, kept.input.checked); });
        made.nodes.set(one.value, kept);
      }
      kept.input.checked = isChosen(made, one.value);
      kept.words.textContent = called(made.key, one.value);
      if (made.key === "motion") kept.words.title = kept.words.textContent; // a long title is cut at the side
      kept.count.textContent = one.count === null ? "" : T.grouped(one.count);
      kept.item.classList.toggle("sok-val__tom", one.count === 0);
      return kept.item;
    }

    function choose(key, id, wanted) {
      var asked = latest.asked;
      asked.filters[key].filter(function (value) { return same(key, id, value); }).forEach(function (value) { asked = T.changed(asked, key, value, false); });
      on.change(wanted ? T.changed(asked, key, id, true) : asked);
    }

    // --- drawing --------------------------------------------------------------------------------------------------

    function draw(made) {
      var values = made.values, sought = T.plain(made.box.value);
      var living = isLong(values) ? values.filter(function (one) { return one.count !== 0 || isChosen(made, one.value); }) : values;
      var unknown = made.key === "motion" ? needed(made, living).filter(function (id) { return !titles.has(id); }) : [];
      made.waiting = unknown.length > 0 && !(made.wanted || made.all || (latest.index.titles || []).length <= FEW_BLOCKS);
      if (unknown.length && !made.waiting) fetchTitles(made, unknown);
      var shown = made.all || !isLong(living) ? living : living.filter(function (one, at) { return at < SHOWN || isChosen(made, one.value); });
      if (unknown.length) shown = shown.filter(function (one) { return isChosen(made, one.value); });
      made.box.hidden = !made.all || living.length < SIEVED;
      if (!made.box.hidden && sought) shown = living.filter(function (one) { return T.plain(called(made.key, one.value)).includes(sought); });
      arrange(made.list, shown.slice(0, MOST).map(function (one) { return node(made, one); }));
      made.rest.hidden = shown.length <= MOST && !(sought && !shown.length);
      made.rest.textContent = shown.length > MOST ? T.grouped(shown.length - MOST) + " till: skriv i rutan för att hitta dem." : "Inget namn här innehåller det.";
      made.more.hidden = !(made.waiting || isLong(living));
      made.more.setAttribute("aria-expanded", String(made.all && !made.waiting));
      made.more.textContent = made.waiting ? "Visa ärenden (" + T.grouped(living.length) + ")" : made.all ? "Visa färre" : "Visa alla (" + T.grouped(living.length) + ")";
    }

    function needed(made, living) {
      return (made.all ? living : living.slice(0, SHOWN + 1)).map(function (one) { return one.value; });
    }

    async function fetchTitles(made, ids) {
      try {
        (await on.titles(ids)).forEach(function (title, id) { titles.set(id, title); });
      } catch (error) { /* then the ids stand for themselves */ }
      // The id is true, if less telling. One that no case has gets no title however often it is asked for.
      ids.forEach(function (id) { if (!titles.has(id)) titles.set(id, id); });
      draw(made);
    }

    /** While a box is ticked, the groups above it keep their height. */
    function hold(shown, focused) {
      var at = shown.findIndex(function (made) { return made.place.contains(focused); });
      var heights = shown.map(function (made) { return made.place.offsetHeight; });
      shown.forEach(function (made, i) { made.place.style.minHeight = i < at ? heights[i] + "px" : ""; });
    }

    function chip(key, value) {
      var what = T.HEADINGS[key] + ": " + called(key, value);
      var made = element("button", { type: "button", class: "sok-chip", "aria-label": "Ta bort urvalet " + what }, [
        element("span", {}, what), element("span", { class: "sok-chip__kryss", "aria-hidden": "true" }, "✕"),
      ]);
      made.addEventListener("click", function () { on.change(T.changed(latest.asked, key, value, false)); });
      return element("li", { "data-search-chip": key + "=" + value }, made);
    }

    /** The chips of what is asked, even before its answer has come. */
    function chips(asked) {
      if (!latest) return;
      latest = Object.assign({}, latest, { asked: Object.assign({}, latest.asked, { filters: asked.filters }) });
      drawChips();
    }

    function drawChips() {
      var held = places.chips.contains(document.activeElement), at = held ? Array.from(places.chips.children).indexOf(document.activeElement.closest("li")) : -1;
      var made = [];
      T.KEYS.forEach(function (key) { latest.asked.filters[key].forEach(function (value) { made.push(chip(key, value)); }); });
      if (made.length) {
        var clear = element("button", { type: "button", class: "sok-lank", "data-search-clear": "" }, "Rensa urvalet");
        clear.addEventListener("click", function () { on.change(T.widened(latest.asked)); });
        made.push(element("li", {}, clear));
      }
      places.chips.replaceChildren.apply(places.chips, made);
      if (!held) return;
      var next = made[Math.min(at, made.length - 1)];
      (next ? next.querySelector("button") : places.heading).focus();
    }

    /** Shows what narrows this search: now = {asked, results, index}; known titles are a Map. */
    function show(now, known) {
      var focused = document.activeElement, home = places.filters.contains(focused) ? focused.closest("fieldset") : null;
      known.forEach(function (title, id) { titles.set(id, title); });
      if (latest && latest.asked.q !== now.asked.q) groups.forEach(function (made) { made.order = []; });
      latest = now;
      var shown = ORDER.map(group).filter(function (made) {
        made.values = valuesOf(made);
        return made.values.length;
      });
      hold(shown, focused);
      shown.forEach(draw);
      arrange(places.filters, shown.map(function (made) { return made.place; }));
      if (home && document.activeElement !== focused) { // it was moved, or is no longer there
        (focused.isConnected ? focused : home.querySelector("input:not([hidden]), button") || places.heading).focus();
      }
      places.open.hidden = places.side.hidden = !shown.length;
      drawChips();
      sheet.tell(now.results.count, T.KEYS.reduce(function (sum, key) { return sum + now.asked.filters[key].length; }, 0));
    }

    function none() {
      sheet.close();
      places.side.hidden = true;
      [places.filters, places.chips].forEach(function (place) { place.replaceChildren(); });
    }

    return { show: show, chips: chips, none: none };
  }

  root.MotionFacets = { create: create };
})(self);
