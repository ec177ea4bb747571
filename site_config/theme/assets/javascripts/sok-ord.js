/*
 * The search engine of the archive, browser half, first part: words, the query language, and from a word to the keys of the
 * index. The same steps over the same data files as generator/search/{keys,language,expand}.py, so that both answer alike.
 * In a page this is window.MotionWords, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MotionWords = factory();
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  // The numbers below stand in generator/search/{keys,language,expand}.py too; a test compares the answers.
  var EXACT = "=", PART = "~", WORD_LIMIT = 80, QUERY_LIMIT = 32, PREFIX_MINIMUM = 2, STEM_MINIMUM = 3, SUGGESTIONS = 3;
  var EXACT_BOOST = 4, UNDOTTED_BOOST = 3, LEMMA_BOOST = 2, FAR_BOOST = 1, PART_BOOST = 0.5;
  var QUOTES = "\"”“„«»";
  var WORD = /[\p{L}\p{N}]+(?:[-/:.’'][\p{L}\p{N}]+)*/gu;
  var RUN = /[^\s"”“„«»]+/uy;
  var FILTER = /(instans|motion|ar|år|hallning|hållning):/iuy;
  var PLAIN_LETTERS = { "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d" };

  // --- words ------------------------------------------------------------------------------------------------------

  function plain(word) {
    return word.normalize("NFC").toLowerCase();
  }

  function fold(text) {
    return text.toLowerCase().replace(/[ßæøđłþð]/g, function (letter) { return PLAIN_LETTERS[letter]; })
      .normalize("NFKD").replace(/\p{Mn}/gu, "");
  }

  function slug(text) {
    return (fold(text).match(/[a-z0-9]+/g) || ["namnlos"]).join("-");
  }

  function words(text) {
    var made = [], found;
    WORD.lastIndex = 0;
    while ((found = WORD.exec(text))) made.push({ text: found[0], start: found.index, end: found.index + found[0].length });
    return made;
  }

  function piecesOf(form) {
    return form.split(/[-/:.’']/).filter(Boolean);
  }

  function simpleWords(text) {
    var made = [];
    words(text).forEach(function (word) {
      var at = word.start;
      piecesOf(word.text).forEach(function (piece) {
        var start = text.indexOf(piece, at);
        at = start + piece.length;
        made.push({ word: plain(piece), start: start, end: at });
      });
    });
    return made;
  }

  function hasDigit(form) {
    return /[0-9]/.test(form);
  }

  function numberKey(form) {
    return piecesOf(fold(form)).map(function (piece) { return piece.replace(/^0+(?=[0-9])/, ""); }).join("/");
  }

  function squeezed(text) {
    return text.split(/\s+/u).filter(Boolean).join(" ");
  }

  function sorted(list) {
    return list.slice().sort(function (a, b) { return a < b ? -1 : a > b ? 1 : 0; });
  }

  // --- the query language -----------------------------------------------------------------------------------------

  function phraseOf(text, without) {
    var found = simpleWords(text), gaps = [];
    for (var i = 0; i + 1 < found.length; i++) gaps.push(squeezed(text.slice(found[i].end, found[i + 1].start)));
    return { words: found.map(function (one) { return one.word; }), gaps: gaps, without: without };
  }

  /** The words of a run without spaces; null where a star stands in the wrong place. */
  function termsOf(run, offset, without) {
    if (/\*+[^\n]/u.test(run.replace(/[*,.;:!?]+$/, ""))) return null;
    var made = words(run).map(function (word) {
      return { text: word.text, start: offset + word.start, end: offset + word.end, prefix: false, without: without };
    });
    if (!made.length) return run.includes("*") ? null : [];
    var last = made[made.length - 1];
    if (run[last.end - offset] === "*") {
      if (Array.from(last.text).length < PREFIX_MINIMUM) return null;
      last.end += 1;
      last.prefix = true;
    } else if (run.includes("*")) {
      return null;
    }
    return made;
  }

  /** The query as a value, or {message: [code, words]} where it cannot be read. */
  function parse(typed, examples) {
    var text = typed.normalize("NFC").replace(/[\x00-\x1f\x7f-\x9f\ufeff]/g, " ");
    var query = { text: text, terms: [], phrases: [], choices: [] }, at = 0;
    while (at < text.length) {
      if (/\s/u.test(text[at])) { at += 1; continue; }
      var without = text[at] === "-" && at + 1 < text.length && !/\s/u.test(text[at + 1]);
      if (without) at += 1;
      FILTER.lastIndex = at;
      var named = FILTER.exec(text), piece, start, quoted = false;
      if (named) at = FILTER.lastIndex;
      if (at < text.length && QUOTES.includes(text[at])) {
        var close = at + 1;
        while (close < text.length && !QUOTES.includes(text[close])) close += 1;
        if (close >= text.length) return { message: ["quote", {}] };
        start = at + 1; piece = text.slice(start, close); quoted = true; at = close + 1;
      } else {
        RUN.lastIndex = at;
        var run = RUN.exec(text);
        start = at; piece = run ? run[0] : ""; at += piece.length;
      }
      if (named) {
        var key = fold(named[1]);
        if (!piece.trim()) return { message: ["filter", { key: key, example: examples[key] }] };
        query.choices.push({ key: key, value: piece.trim(), without: without });
      } else if (quoted) {
        var phrase = phraseOf(piece, without);
        if (phrase.words.length) query.phrases.push(phrase);
      } else {
        var made = termsOf(piece, start, without);
        if (made === null) return { message: ["star", {}] };
        query.terms = query.terms.concat(made);
      }
    }
    var size = query.terms.length + query.choices.length;
    query.phrases.forEach(function (one) { size += one.words.length; });
    query.seeks = query.terms.concat(query.phrases).some(function (part) { return !part.without; });
    if (size > QUERY_LIMIT) return { message: ["long", { limit: QUERY_LIMIT }] };
    if (query.terms.length + query.phrases.length && !query.seeks) return { message: ["only-without", {}] };
    return query;
  }

  // --- from a word to keys ----------------------------------------------------------------------------------------

  function Vocabulary(data) {
    var self = this;
    this.forms = new Map(Object.entries(data.forms));
    this.endings = data.endings;
    this.lemmas = new Set();
    this.parts = new Set();
    this.forms.forEach(function (entries) {
      entries.forEach(function (entry) {
        if (entry[1]) self.lemmas.add(entry[1]);
        entry.slice(2).forEach(function (part) { self.parts.add(part); });
      });
    });
  }

  function add(made, key, boost) {
    made.set(key, Math.max(boost, made.get(key) || 0));
  }

  function addLemma(made, lemma, boost, vocabulary) {
    if (vocabulary.lemmas.has(lemma)) add(made, lemma, boost);
    if (vocabulary.parts.has(lemma)) add(made, PART + lemma, PART_BOOST);
  }

  function reduced(form, folded, vocabulary) {
    if (Array.from(folded).length > WORD_LIMIT) return [];
    function known(lemma) { return vocabulary.lemmas.has(lemma) || vocabulary.parts.has(lemma); }
    var start = hasDigit(form) ? numberKey(form) : folded;
    if (known(start)) return [start];
    if (hasDigit(form)) return [];
    var made = [], length = 0;
    for (var i = 0; i < vocabulary.endings.length; i++) {
      var ending = vocabulary.endings[i][0];
      if (made.length && ending.length > length) break;
      if (!folded.endsWith(ending) || Array.from(folded).length - ending.length < STEM_MINIMUM) continue;
      var lemma = folded.slice(0, folded.length - ending.length) + vocabulary.endings[i][1];
      if (known(lemma) && !made.includes(lemma)) { made.push(lemma); length = ending.length; }
    }
    return made;
  }

  function alternatives(word, vocabulary) {
    var form = plain(word), folded = fold(form), entries = vocabulary.forms.get(folded) || [], made = new Map();
    var same = entries.filter(function (entry) { return entry[0] === form; });
    var others = same.length && form !== folded ? [] : entries.filter(function (entry) { return entry[0] !== form; });
    same.forEach(function (entry) {
      add(made, EXACT + entry[0], EXACT_BOOST);
      addLemma(made, entry[1], LEMMA_BOOST, vocabulary);
    });
    others.forEach(function (entry) {
      add(made, EXACT + entry[0], same.length ? FAR_BOOST : UNDOTTED_BOOST);
      addLemma(made, entry[1], same.length ? FAR_BOOST : LEMMA_BOOST, vocabulary);
    });
    if (!made.size) reduced(form, folded, vocabulary).forEach(function (lemma) { addLemma(made, lemma, LEMMA_BOOST, vocabulary); });
    return made;
  }

  function byPrefix(form, vocabulary) {
    var folded = fold(form), found = [], made = new Map();
    vocabulary.forms.forEach(function (entries, key) {
      if (key.startsWith(folded)) entries.forEach(function (entry) { found.push(entry[0]); });
    });
    if (form !== folded) {
      var dotted = found.filter(function (known) { return known.startsWith(form); });
      if (dotted.length) found = dotted;
    }
    sorted(found).forEach(function (known) { made.set(EXACT + known, known === form ? EXACT_BOOST : LEMMA_BOOST); });
    return made;
  }

  function groupsOf(term, vocabulary) {
    if (term.prefix) return [{ term: term, keys: byPrefix(plain(term.text), vocabulary) }];
    var found = alternatives(term.text, vocabulary), pieces = piecesOf(plain(term.text));
    if (found.size || pieces.length < 2) {
      if (term.without) found.forEach(function (_, key) { if (key.startsWith(PART)) found.delete(key); });
      return [{ term: term, keys: found }];
    }
    var byPiece = pieces.map(function (piece) { return alternatives(piece, vocabulary); });
    if (term.without || byPiece.some(function (keys) { return !keys.size; })) return [{ term: term, keys: new Map() }];
    return byPiece.map(function (keys) { return { term: term, keys: keys }; });
  }

  function distance(left, right, most) {
    var older, before = [], row = [];
    left = Array.from(left); right = Array.from(right);
    for (var k = 0; k <= right.length; k++) row.push(k);
    for (var i = 1; i <= left.length; i++) {
      older = before; before = row; row = [i];
      for (var j = 1; j <= right.length; j++) {
        var cost = Math.min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
        row.push(cost);
      }
      if (Math.min.apply(null, row) > most) return most + 1;
    }
    return Math.min(row[row.length - 1], most + 1);
  }

  function suggestionsFor(term, vocabulary, count) {
    var wanted = fold(plain(term.text)), size = Array.from(wanted).length, near = [];
    var most = size < STEM_MINIMUM || size > WORD_LIMIT ? 0 : size < 5 ? 1 : 2;
    if (!most) return [];
    vocabulary.forms.forEach(function (entries, folded) {
      var other = Array.from(folded).length;
      if (Math.abs(other - size) > most || hasDigit(folded) || other < STEM_MINIMUM) return;
      var edits = distance(wanted, folded, most);
      if (edits > most) return;
      var best = entries.map(function (entry) { return { edits: edits, count: count(EXACT + entry[0]), form: entry[0] }; })
        .sort(nearer)[0];
      near.push(best);
    });
    function nearer(a, b) {
      return a.edits - b.edits || b.count - a.count || (a.form < b.form ? -1 : a.form > b.form ? 1 : 0);
    }
    return near.sort(nearer).slice(0, SUGGESTIONS).map(function (one) { return one.form; });
  }

  return { 
    EXACT: EXACT, PART: PART, EXACT_BOOST: EXACT_BOOST, plain: plain, fold: fold, slug: slug, words: words, simpleWords: simpleWords,
    squeezed: squeezed, sorted: sorted, parse: parse, Vocabulary: Vocabulary, groupsOf: groupsOf, suggestionsFor: suggestionsFor,
    distance: distance,
   };
});
