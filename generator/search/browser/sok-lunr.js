/*
 * The search engine of the archive, browser half: a lunr index of a query's keys and of the documents that have passed everything
 * else, put together from the slices. As generator/search/assembled.py. In a page this is window.MotionLunr, in Node the module's
 * value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) {
    module.exports = factory(require("./sok-packat.js"), require("./sok-ord.js"), require("./sok-nycklar.js"));
  } else {
    root.MotionLunr = factory(root.MotionPacked, root.MotionWords, root.MotionKeys);
  }
})(typeof self === "undefined" ? this : self, function (P, W, K) {
  "use strict";

  // How much a word counts for by where it stands: as in generator/search/assembled.py.
  var BOOSTS = { title: 3, body: 2, numbers: 3, text: 1 };
  var K1 = 1.2, B = 0.75; // lunr's own
  var VERSION = "2.3.9"; // the version of lunr that an index says it is for
  var ALL = "all"; // the one field of what is put together

  /** lunr's weight, in thousandths, of a key in a field: often times in a field that is so long beside the average one. */
  function weight(idf, often, length, boost) {
    var score = idf * ((K1 + 1) * often) / (K1 * (1 - B + B * length) + often) * boost;
    return Math.floor(score * 1000 + 0.5);
  }

  /** Adds up the weights of a key in all fields of each document kept: in thousandths, −1 for a document without the key. */
  function weightsOf(key, kept, columns, sums) {
    sums.fill(-1);
    P.FIELDS.forEach(function (field, place) {
      var documents = key.posting.documents[place], counts = key.posting.counts[place];
      var lengths = columns.lengths[place], average = columns.averages[place], boost = BOOSTS[field];
      for (var at = 0; at < documents.length; at++) {
        var document = documents[at];
        if (!kept[document]) continue;
        sums[document] = Math.max(sums[document], 0) + weight(key.idf, counts ? counts[at] : 1, lengths[document] / average, boost);
      }
    });
  }

  /** Sorts the documents kept by their weights in all keys: those in one class have the same in each. Class 0 has no key;
      another has the weights of its parent and one more, of key number keys[class]. Gives also the class of each document. */
  function classesOf(list, kept, columns) {
    var made = { parents: [0], keys: [-1], weights: [0], of: new Int32Array(kept.length) }, size = 2;
    while (size < 2 * kept.length) size *= 2;
    var sums = new Int32Array(kept.length), slots = new Int32Array(size); // a hash table of the classes that a key makes
    list.forEach(function (key, number) {
      weightsOf(key, kept, columns, sums);
      slots.fill(0);
      for (var document = 0; document < kept.length; document++) {
        var sum = sums[document], from = made.of[document], to;
        if (sum < 0) continue;
        var slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(sum + 1, 0x85ebca6b)) >>> 7 & size - 1;
        while ((to = slots[slot]) && (made.parents[to] !== from || made.weights[to] !== sum)) slot = slot + 1 & size - 1;
        if (!to) {
          slots[slot] = to = made.parents.length;
          made.parents.push(from);
          made.keys.push(number);
          made.weights.push(sum);
        }
        made.of[document] = to;
      }
    });
    return made;
  }

  /** A lunr index of only these keys ({key, posting, idf}, sorted) and only the documents kept, which scores as the whole.

      The clauses of a query are the same for all fields, so that the weights of a key in all fields of a document may be added
      up in one. Documents whose weights are the same in all keys score the same, so that their class stands for them in the
      index: of a word that nearly all have, a few hundred are left of ten thousand. That a class matches is told under the
      last of its keys alone: what it scores stands in its vector. */
  function assembled(list, classes) {
    var vectors = [], seen = new Uint8Array(classes.parents.length), nothing = {};
    var inverted = list.map(function (key, number) { return [key.key, { _index: number, all: {} }]; });
    classes.of.forEach(function (one) {
      if (!one || seen[one]) return;
      seen[one] = 1;
      var vector = [];
      for (var at = one; at; at = classes.parents[at]) vector.push(classes.weights[at] / 1000, classes.keys[at]);
      vectors.push([ALL + "/" + one, vector.reverse()]);
      inverted[classes.keys[one]][1].all[one] = nothing;
    });
    return { version: VERSION, fields: [ALL], fieldVectors: vectors, invertedIndex: inverted, pipeline: [] };
  }

  /** The documents kept, best first, each with lunr's score. */
  function scored(lunr, groups, kept, columns) {
    var keys = new Map(), scores = new Map(), made = [];
    groups.forEach(function (group) {
      group.keys.forEach(function (key) {
        var held = keys.get(key.key);
        if (held) held.boost += key.boost;
        else keys.set(key.key, { key: key.key, posting: key.posting, idf: key.idf, boost: key.boost });
      });
    });
    var list = W.sorted(Array.from(keys.keys())).map(function (key) { return keys.get(key); });
    var classes = classesOf(list, kept, columns);
    lunr.Index.load(assembled(list, classes)).query(function (query) {
      list.forEach(function (key) { query.clause({ term: key.key, boost: key.boost, usePipeline: false }); });
    }).forEach(function (result) { scores.set(Number(result.ref), K.rounded(result.score)); });
    classes.of.forEach(function (one, number) { if (one) made.push({ number: number, score: scores.get(one) }); });
    return made.sort(better);
  }

  function better(a, b) {
    return b.score - a.score || a.number - b.number;
  }

  return { scored: scored, better: better };
});
