/*
 * The search engine of the archive, browser half: words and the query language.
 * The same steps as generator/search/language.py and generator/swedish/{words,folding,keys}.py, so that both halves answer alike.
 * In a page this is window.MotionWords, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MotionWords = factory();
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  // The numbers below stand in generator/search/language.py and generator/swedish/keys.py too; a test compares the answers.
  var WORD_LIMIT = 80, SLUG_LIMIT = 100, QUERY_LIMIT = 32, PREFIX_MINIMUM = 2;
  var MINUS = "-−"; // as on a keyboard, and the sign that some phones put in its place
  var QUOTES = "\"”“„«»";
  var WORD = /[\p{L}\p{N}]+(?:[-/:.’'][\p{L}\p{N}]+)*/gu;
  var RUN = /[^\s"”“„«»]+/uy;
  var FILTER = /(instans|motion|typ|ar|år|hallning|hållning|avsnitt):/iuy;
  // The series of a number such as KS 2019/1899, what the number must be, and what may stand between: language.py tells why.
  var SERIES = /^[A-ZÅÄÖ]{1,5}$/, NUMBER = /^[0-9]+(?:[-/:.][0-9]+)+$/, BESIDE = /^[\s.,:;]*$/u;
  var NUMBER_WORDS = ["dnr", "diarienr", "diarienummer", "arendenr", "arendenummer"];
  var PLAIN_LETTERS = { "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "þ": "th", "ð": "d" };

  // --- words ------------------------------------------------------------------------------------------------------

  function plain(word) {
    return word.normalize("NFC").toLowerCase();
  }

  /** Lower case without marks; the five marks kept belong to letters of other scripts, whose class of marks Python has as none. */
  function fold(text) {
    return text.toLowerCase().replace(/[ßæøđłþð]/g, function (letter) { return PLAIN_LETTERS[letter]; })
      .normalize("NFKD").replace(/(?![\u0e4d\u0ecd\u0fb5\u0fb7\u102e])\p{Mn}/gu, "");
  }

  function slug(text) {
    var made = (fold(text).match(/[a-z0-9]+/g) || []).join("-");
    if (made.length > SLUG_LIMIT) {
      var end = made.slice(0, SLUG_LIMIT + 1).lastIndexOf("-");
      made = made.slice(0, end > 0 ? end : SLUG_LIMIT);
    }
    return made || "namnlos";
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
      return { text: word.text, start: offset + word.start, end: offset + word.end, prefix: false, without: without, series: false };
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

  /** Marks the terms that name the series of the number after them: documents that hold it come higher, none is left out. */
  function markSeries(text, terms) {
    for (var place = terms.length - 2; place >= 0; place--) {
      var one = terms[place], after = terms[place + 1];
      if (one.prefix || one.without || after.without || !BESIDE.test(text.slice(one.end, after.start))) continue;
      var numbered = NUMBER.test(after.text), named = NUMBER_WORDS.includes(fold(one.text));
      one.series = (numbered && (named || SERIES.test(one.text))) || (named && after.series);
    }
  }

  /** The query as a value, or {message: [code, words]} where it cannot be read. */
  function parse(typed, examples) {
    var text = typed.normalize("NFC").replace(/[\x00-\x1f\x7f-\x9f\ufeff]/g, " ");
    var query = { text: text, terms: [], phrases: [], choices: [] }, at = 0;
    while (at < text.length) {
      if (/\s/u.test(text[at])) { at += 1; continue; }
      var opens = at === 0 || /\s/u.test(text[at - 1]); // not in a compound of a quotation: ”ljud”-system
      var without = opens && MINUS.includes(text[at]) && at + 1 < text.length && !/\s/u.test(text[at + 1]);
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
    query.leavesOut = query.terms.concat(query.phrases).some(function (part) { return part.without; });
    markSeries(text, query.terms);
    if (size > QUERY_LIMIT) return { message: ["long", { limit: QUERY_LIMIT }] };
    return query;
  }

  return {
    WORD_LIMIT: WORD_LIMIT, plain: plain, fold: fold, slug: slug, words: words, piecesOf: piecesOf, simpleWords: simpleWords,
    hasDigit: hasDigit, numberKey: numberKey, squeezed: squeezed, sorted: sorted, parse: parse,
  };
});
