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
  var SECTION_BITS = 24; // between the places of one section and those of the next
  var DIGITS = new Uint8Array(128);
  for (var code = 33, values = 0; code < 127; code++) if (code !== 34 && code !== 92) DIGITS[code] = values++; // not " and \
  var ENDING = 80, MORE = values - ENDING; // signs that end a number, and those that do not

  /** The numbers packed in a text; the rule is told in generator/search/packing.py. */
  function numbers(packed) {
    var made = new Int32Array(packed ? packed.length : 0), size = 0, value = 0, power = 1;
    for (var at = 0; at < made.length; at++) {
      var digit = DIGITS[packed.charCodeAt(at) & 127];
      value += digit * power;
      if (digit >= ENDING) {
        power *= MORE;
      } else {
        made[size++] = value;
        value = 0;
        power = 1;
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

  /** Where a form stands as a simple word: the documents, the places in document d of them from[d] … from[d + 1] - 1. A place's
      section is its number >> SECTION_BITS (0 for none). What packed holds is told in generator/search/stored.py, places_of. */
  function places(packed, posting) {
    var gaps = numbers(packed[0]), shares = numbers(packed[1]), before = numbers(packed[2]), extra = numbers(packed[3]);
    var at = FIELDS.map(function () { return 0; }), next = 0, share = 0, end = 0;
    var documents = [], from = [0], made = new Int32Array(gaps.length);
    function stepped(count, section) {
      for (var place = (section << SECTION_BITS) - 1; count > 0; count--, end++) made[end] = place += gaps[end] + 1;
    }
    for (; end < gaps.length; next++) {
      var document = Infinity, left = extra.length ? extra[next] : 0, outside = before.length ? before[next] : 0, mask = 0;
      posting.documents.forEach(function (list, field) { document = Math.min(document, at[field] < list.length ? list[at[field]] : Infinity); });
      posting.documents.forEach(function (list, field) {
        if (list[at[field]] !== document) return;
        var count = posting.counts[field] ? posting.counts[field][at[field]] : 1;
        left += count;
        if (field) outside += count;
        else mask = posting.masks[at[field]];
        at[field] += 1;
      });
      if (document === Infinity) break; // places besides what the posting counts: of no document
      if (!mask) outside = left;
      stepped(outside, 0);
      left -= outside;
      for (var section = 1; mask; section++, mask >>= 1) {
        if (!(mask & 1)) continue;
        var held = mask > 1 ? shares[share++] + 1 : left;
        stepped(held, section);
        left -= held;
      }
      documents.push(document);
      from.push(end);
    }
    return { documents: documents, from: from, places: made };
  }

  return {
    SECTION_BITS: SECTION_BITS,
    FIELDS: FIELDS, numbers: numbers, rising: rising, postingOf: postingOf, together: together, places: places,
  };
});
