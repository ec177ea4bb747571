/*
 * The search engine of the archive, browser half: numbers packed as text, and what is made of them.
 * As generator/search/{packing,stored}.py. In a page this is window.MotionPacked, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory();
  else root.MotionPacked = factory();
})(typeof self === "undefined" ? this : self, function () {
  "use strict";

  var FIELDS = ["text", "title", "body", "numbers"]; // in the order of a posting's lists
  var DIGITS = new Uint8Array(128);
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".split("").forEach(function (letter, value) {
    DIGITS[letter.charCodeAt(0)] = value;
  });

  /** The numbers packed in a text: five bits a letter, the lowest first, 32 where the number goes on. */
  function numbers(packed) {
    var made = new Int32Array(packed ? packed.length : 0), size = 0, value = 0, shift = 0;
    for (var at = 0; at < made.length; at++) {
      var digit = DIGITS[packed.charCodeAt(at) & 127];
      value |= (digit & 31) << shift;
      if (digit & 32) {
        shift += 5;
      } else {
        made[size++] = value;
        value = shift = 0;
      }
    }
    return made.subarray(0, size);
  }

  /** Rising numbers, packed as what lies between them. */
  function rising(packed) {
    var made = numbers(packed);
    for (var at = 0, last = -1; at < made.length; at++) last = made[at] += last + 1;
    return made;
  }

  /** Counts, packed as one less than each; null where all are 1. */
  function counts(packed) {
    if (!packed) return null;
    var made = numbers(packed);
    for (var at = 0; at < made.length; at++) made[at] += 1;
    return made;
  }

  /** A posting: for each of FIELDS the documents in rising order and how often; for the text also its sections. */
  function posting(packed) {
    var list = packed || [];
    return {
      documents: [rising(list[0]), rising(list[3]), rising(list[5]), rising(list[7])],
      counts: [counts(list[1]), counts(list[4]), counts(list[6]), counts(list[8])],
      masks: numbers(list[2]),
    };
  }

  /** The posting of a form, a spelling or a part, unpacked once. */
  function postingOf(one) {
    if (!one.posting) one.posting = posting(one.packed);
    return one.posting;
  }

  /** Several postings as one: the counts added, the sections joined; size is how many documents the archive has. */
  function together(postings, size) {
    if (postings.length === 1) return postings[0];
    var made = { documents: [], counts: [], masks: null };
    var sums = new Int32Array(size), masks = new Uint8Array(size);
    FIELDS.forEach(function (_, field) {
      var held = 0, at, document;
      postings.forEach(function (one) {
        var documents = one.documents[field], often = one.counts[field];
        for (at = 0; at < documents.length; at++) {
          document = documents[at];
          if (!sums[document]) held += 1;
          sums[document] += often ? often[at] : 1;
          if (!field) masks[document] |= one.masks[at];
        }
      });
      var documents = new Int32Array(held), often = new Int32Array(held), all = field ? null : new Int32Array(held);
      for (document = 0, at = 0; at < held; document++) {
        if (!sums[document]) continue;
        documents[at] = document;
        often[at] = sums[document];
        if (all) all[at] = masks[document];
        sums[document] = 0;
        at += 1;
      }
      made.documents.push(documents);
      made.counts.push(often);
      if (all) made.masks = all;
    });
    return made;
  }

  /** Where a word of the text stands: documents, how often besides once in each, the places in each as what lies between
      them, the section of each place (0 for none, else one more than its number). */
  function places(packed) {
    return { documents: rising(packed[1]), counts: numbers(packed[2]), gaps: numbers(packed[3]), sections: numbers(packed[4]) };
  }

  return { FIELDS: FIELDS, numbers: numbers, rising: rising, postingOf: postingOf, together: together, places: places };
});
