/*
 * The search engine of the archive, browser half: which passages of a hit to show, and what to mark in them.
 * As generator/search/excerpts.py. In a page this is window.MotionExcerpts, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = factory(
      require("./sok-skivor.js"), require("./sok-ord.js"), require("./sok-nycklar.js"), require("./sok-fraser.js"));
  } else {
    root.MotionExcerpts = factory(root.MotionSlices, root.MotionWords, root.MotionKeys, root.MotionPhrases);
  }
})(typeof self === "undefined" ? this : self, function (S, W, K, F) {
  "use strict";

  // The numbers below stand in generator/search/excerpts.py too; a test compares the answers.
  var PHRASE_WEIGHT = 2 * K.EXACT, BEST = 3;
  var JOINED = /[-/:.’']/; // a word of several pieces
  var FORMS = 12; // marked strings told for a hit: what an address may carry

  function begins(form, start) {
    return form.startsWith(start) || W.fold(form).startsWith(start);
  }

  /** How near a form of a document's text comes to each group: [[number of the group, level] …]. */
  function weights(form, groups, parts) {
    var listed = S.own(parts, form), made = [], of = listed ? listed.split(" ") : [];
    groups.forEach(function (group, number) {
      var level = group.forms.get(form) || 0;
      of.forEach(function (part) { level = Math.max(level, group.parts.get(part) || 0); });
      if (group.start && level < K.LEMMA && begins(form, group.start)) level = K.LEMMA;
      if (level) made.push([number, level]);
    });
    return made;
  }

  function note(found, best) {
    found.forEach(function (one) { best.set(one[0], Math.max(one[1], best.get(one[0]) || 0)); });
  }

  /** The spans of a text that answer to the query; the weight of each part of the query is noted in best.
      known remembers the forms already weighed for the same document. */
  function marksIn(text, groups, phrases, parts, best, known) {
    var spans = [];
    function weighed(form) {
      if (!known.has(form)) known.set(form, weights(form, groups, parts));
      return known.get(form);
    }
    phrases.forEach(function (phrase, number) {
      var found = F.phraseSpans(text, phrase);
      if (found.length) { best.set(-1 - number, PHRASE_WEIGHT); spans = spans.concat(found); }
    });
    W.words(text).forEach(function (word) {
      var whole = weighed(W.plain(word.text));
      if (whole.length) { note(whole, best); spans.push([word.start, word.end]); return; }
      if (!JOINED.test(word.text)) return;
      W.simpleWords(word.text).forEach(function (piece) {
        var found = weighed(piece.word);
        if (found.length) { note(found, best); spans.push([word.start + piece.start, word.start + piece.end]); }
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

  function excerpt(passage, marks, sections) {
    return { id: passage[0], text: passage[1], marks: marks, section: passage[2] < 0 ? "" : sections[passage[2]] };
  }

  function isOf(passage, bits) {
    return bits === null || (passage[2] >= 0 && (bits >> passage[2] & 1) === 1);
  }

  /** The passages with a mark: {parts, weight, order, excerpt}. bits: the sections that were chosen, null for all. */
  function ranked(row, groups, phrases, sections, bits) {
    var made = [], known = new Map();
    row.passages.forEach(function (passage, order) {
      if (!isOf(passage, bits)) return;
      var best = new Map(), marks = marksIn(passage[1], groups, phrases, row.parts, best, known), weight = 0;
      if (!best.size) return;
      Array.from(best.keys()).sort(function (a, b) { return a - b; }).forEach(function (number) { weight += best.get(number); });
      made.push({ parts: best.size, weight: weight, order: order, excerpt: excerpt(passage, marks, sections) });
    });
    return made;
  }

  /** At most BEST passages, best first: those that answer to most parts of the query, by the closest forms, most often.
      Where none does (the hit is by its title or number) the first passage without marks. */
  function bestPassages(row, groups, phrases, sections, bits) {
    var made = ranked(row, groups, phrases, sections, bits);
    if (!made.length) {
      return row.passages.filter(function (one) { return isOf(one, bits); }).slice(0, 1)
        .map(function (one) { return excerpt(one, [], sections); });
    }
    return made.sort(function (a, b) {
      return b.parts - a.parts || b.weight - a.weight || b.excerpt.marks.length - a.excerpt.marks.length || a.order - b.order;
    }).slice(0, BEST).map(function (one) { return one.excerpt; });
  }

  /** Every passage with a mark, as the document has them. */
  function everyPassage(row, groups, phrases, sections, bits) {
    return ranked(row, groups, phrases, sections, bits).map(function (one) { return one.excerpt; });
  }

  /** The marked strings, in lower case, each once. */
  function formsOf(excerpts) {
    var made = new Set();
    excerpts.forEach(function (one) {
      one.marks.forEach(function (span) { made.add(W.plain(one.text.slice(span[0], span[1]))); });
    });
    return Array.from(made).slice(0, FORMS);
  }

  return { marksIn: marksIn, bestPassages: bestPassages, everyPassage: everyPassage, formsOf: formsOf };
});
