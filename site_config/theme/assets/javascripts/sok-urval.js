/*
 * The search engine, browser half, second part: which passages of a hit to show with what marked, and which hits a choice of
 * body, motion, year or stance leaves. As generator/search/{excerpts,choices}.py. In a page: window.MotionExcerpts.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-ord.js"));
  else root.MotionExcerpts = factory(root.MotionWords);
})(typeof self === "undefined" ? this : self, function (W) {
  "use strict";

  // The numbers below stand in generator/search/excerpts.py too; a test compares the answers.
  var PHRASE_WEIGHT = 8, BEST = 3;
  var FILTERS = ["instans", "motion", "ar", "hallning"];
  var EXACT = W.EXACT, PART = W.PART, plain = W.plain, fold = W.fold, slug = W.slug, words = W.words;
  var simpleWords = W.simpleWords, squeezed = W.squeezed;

  // --- excerpts ---------------------------------------------------------------------------------------------------

  function phraseSpans(text, phrase) {
    var found = simpleWords(text), size = phrase.words.length, spans = [];
    for (var at = 0; at + size <= found.length; at++) {
      var same = phrase.words.every(function (word, i) { return found[at + i].word === word; }) &&
        phrase.gaps.every(function (gap, i) {
          var between = text.slice(found[at + i].end, found[at + i + 1].start);
          return squeezed(between) === gap || !/[.!?;]/.test(between);
        });
      if (same) spans.push([found[at].start, found[at + size - 1].end]);
    }
    return spans;
  }

  function weights(form, groups, vocabulary) {
    var keys = [EXACT + form], made = new Map();
    (vocabulary.forms.get(fold(form)) || []).forEach(function (entry) {
      if (entry[0] !== form) return;
      keys.push(entry[1]);
      entry.slice(2).forEach(function (part) { keys.push(PART + part); });
    });
    groups.forEach(function (group, number) {
      var weight = Math.max.apply(null, keys.map(function (key) { return group.keys.get(key) || 0; }));
      if (weight) made.set(number, weight);
    });
    return made;
  }

  function note(found, best) {
    found.forEach(function (weight, number) { best.set(number, Math.max(weight, best.get(number) || 0)); });
  }

  /** The spans of a text that answer to the query; the weight of each part of the query is noted in best. */
  function marksIn(text, groups, phrases, vocabulary, best) {
    var spans = [];
    phrases.forEach(function (phrase, number) {
      var found = phraseSpans(text, phrase);
      if (found.length) { best.set(-1 - number, PHRASE_WEIGHT); spans = spans.concat(found); }
    });
    words(text).forEach(function (word) {
      var whole = weights(plain(word.text), groups, vocabulary);
      if (whole.size) { note(whole, best); spans.push([word.start, word.end]); return; }
      var pieces = simpleWords(word.text);
      if (pieces.length > 1) pieces.forEach(function (piece) {
        var found = weights(piece.word, groups, vocabulary);
        if (found.size) { note(found, best); spans.push([word.start + piece.start, word.start + piece.end]); }
      });
    });
    return merged(spans);
  }

  function merged(spans) {
    var made = [];
    spans.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).forEach(function (span) {
      var last = made[made.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(span[1], last[1]);
      else made.push([span[0], span[1]]);
    });
    return made;
  }

  function bestPassages(passages, groups, phrases, vocabulary) {
    var ranked = [];
    passages.forEach(function (passage, order) {
      var best = new Map(), marks = marksIn(passage[1], groups, phrases, vocabulary, best), weight = 0;
      if (!best.size) return;
      Array.from(best.keys()).sort(function (a, b) { return a - b; }).forEach(function (number) { weight += best.get(number); });
      ranked.push({ parts: best.size, weight: weight, order: order, excerpt: { id: passage[0], text: passage[1], marks: marks } });
    });
    if (!ranked.length) return passages.slice(0, 1).map(function (one) { return { id: one[0], text: one[1], marks: [] }; });
    ranked.sort(function (a, b) {
      return b.parts - a.parts || b.weight - a.weight || b.excerpt.marks.length - a.excerpt.marks.length || a.order - b.order;
    });
    return ranked.slice(0, BEST).map(function (one) { return one.excerpt; });
  }

  // --- narrowing --------------------------------------------------------------------------------------------------

  function stancesNamed(value, known) {
    var wanted = fold(value.trim());
    if (Object.prototype.hasOwnProperty.call(known, wanted)) return [wanted];
    return Object.keys(known).filter(function (stance) { return wanted && fold(known[stance]).startsWith(wanted); });
  }

  function isNamed(ids, value, known) {
    var wanted = slug(value);
    if (known.includes(wanted)) return ids.includes(wanted);
    return ids.some(function (one) { return ("-" + one).includes("-" + wanted); });
  }

  function bodiesOf(row, listing) {
    return row.bodies.length ? row.bodies : row.what === "svar" ? [listing.unknown_body] : [];
  }

  function passes(row, choice, listing) {
    if (choice.key === "instans") {
      return isNamed(bodiesOf(row, listing), choice.value, Object.keys(listing.bodies).concat(listing.unknown_body));
    }
    if (choice.key === "motion") return isNamed([row.motion], choice.value, Object.keys(listing.motions));
    if (choice.key === "ar") return row.year === choice.value.trim();
    return row.stance !== null && stancesNamed(choice.value, listing.stances).includes(row.stance);
  }

  function chosen(row, filters, choices, listing) {
    return FILTERS.every(function (key) {
      var value = (filters[key] || "").trim();
      if (value && !passes(row, { key: key, value: value }, listing)) return false;
      var mine = choices.filter(function (choice) { return choice.key === key; });
      var wanted = mine.filter(function (choice) { return !choice.without; });
      if (wanted.length && !wanted.some(function (choice) { return passes(row, choice, listing); })) return false;
      return !mine.some(function (choice) { return choice.without && passes(row, choice, listing); });
    });
  }

  /** For each filter, how many of the documents each value would leave, the other filters being as they are. */
  function facetsOf(rows, filters, choices, listing) {
    var made = {};
    FILTERS.forEach(function (key) {
      var others = Object.assign({}, filters), counts = new Map();
      others[key] = "";
      rows.forEach(function (row) {
        if (!chosen(row, others, choices, listing)) return;
        var values = key === "instans" ? bodiesOf(row, listing) : [{ motion: row.motion, ar: row.year, hallning: row.stance }[key]];
        values.forEach(function (value) { if (value) counts.set(value, (counts.get(value) || 0) + 1); });
      });
      made[key] = Array.from(counts, function (pair) { return { value: pair[0], count: pair[1] }; });
    });
    return made;
  }

  return { 
    FILTERS: FILTERS, phraseSpans: phraseSpans, marksIn: marksIn, bestPassages: bestPassages, chosen: chosen, facetsOf: facetsOf,
   };
});
