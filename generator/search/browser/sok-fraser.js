/*
 * The search engine of the archive, browser half: where a phrase stands, in the archive by the places of its words and
 * in a text by its letters; one rule for both. As generator/search/phrases.py.
 * In a page this is window.MotionPhrases, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-packat.js"), require("./sok-ord.js"));
  else root.MotionPhrases = factory(root.MotionPacked, root.MotionWords);
})(typeof self === "undefined" ? this : self, function (P, W) {
  "use strict";

  var ENDS = /[.!?;|\n\r\u2028\u2029]/; // what parts two words of a phrase, if the phrase does not have it there too

  /** Every place in a text where the words of a phrase stand together, as [start, end]. */
  function phraseSpans(text, phrase) {
    var found = W.simpleWords(text), size = phrase.words.length, spans = [];
    for (var at = 0; at + size <= found.length; at++) {
      var same = phrase.words.every(function (word, i) { return found[at + i].word === word; }) &&
        phrase.gaps.every(function (gap, i) {
          return ENDS.test(gap) || !ENDS.test(text.slice(found[at + i].end, found[at + i + 1].start));
        });
      if (same) spans.push([found[at].start, found[at + size - 1].end]);
    }
    return spans;
  }

  /** The documents among those alive where a phrase stands, as 256 and the bits of the sections it stands in; 0 elsewhere.
      places: form → places, as Source.positions gives them. */
  function phraseDocuments(phrase, places, alive) {
    var made = new Uint16Array(alive.length), loose = phrase.gaps.map(function (gap) { return ENDS.test(gap); });
    if (!phrase.words.every(function (word) { return places.has(word); })) return made;
    var lists = phrase.words.map(function (word) { return new Cursor(places.get(word)); }), first = lists[0].documents;
    for (var at = 0; at < first.length; at++) {
      if (alive[first[at]]) made[first[at]] = standsIn(first[at], lists, loose);
    }
    return made;
  }

  /** A way through the places of a word, document by document. */
  function Cursor(places) {
    this.documents = places.documents;
    this.from = places.from;
    this.places = places.places;
    this.at = 0; // the number of the document
    this.size = 0; // how many ends of the phrase so far the document has
    this.ends = new Int32Array(64);
  }

  /** Goes on to a document; how often the word stands in it. */
  Cursor.prototype.seek = function (document) {
    while (this.at < this.documents.length && this.documents[this.at] < document) this.at += 1;
    if (this.documents[this.at] !== document) return 0;
    var often = this.from[this.at + 1] - this.from[this.at];
    if (often > this.ends.length) this.ends = new Int32Array(often * 2);
    return often;
  };

  /** 256 and the bits of the sections in which a phrase stands in a document; 0 if it does not. */
  function standsIn(document, lists, loose) {
    for (var number = 0, before = null; number < lists.length; before = lists[number], number++) {
      var list = lists[number], often = list.seek(document), from = list.from[list.at], held = 0;
      for (var at = 0, known = 0; at < often; at++) {
        var place = list.places[from + at];
        if (before) {
          while (known < before.size && before.ends[known] < place - 2) known += 1;
          var near = known < before.size && before.ends[known] === place - 2 && !loose[number - 1] ? known + 1 : known;
          if (near >= before.size || before.ends[near] >= place) continue;
        }
        list.ends[held++] = place;
      }
      list.size = held;
      if (!held) return 0;
    }
    var found = 256, last = lists[lists.length - 1];
    for (; held; held--) found |= 1 << (last.ends[held - 1] >> P.SECTION_BITS) >> 1; // section 0 is none
    return found;
  }

  return { phraseSpans: phraseSpans, phraseDocuments: phraseDocuments };
});
