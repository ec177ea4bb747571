/*
 * The search engine of the archive, browser half: the files of the index, fetched when they are needed, each once.
 * What they hold is told in generator/search/{postings,slices,index}.py, which write them; reading.py is Python's half.
 * In a page this is window.MotionSlices, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-packat.js"), require("./sok-ord.js"));
  else root.MotionSlices = factory(root.MotionPacked, root.MotionWords);
})(typeof self === "undefined" ? this : self, function (P, W) {
  "use strict";

  var LAST = "\uffff"; // after every letter, in the order of UTF-16 code units
  var SCHEMA = 2; // of the root
  var PLACED = ["gaps", "shares", "before", "extra"]; // as in generator/search/stored.py
  var FIELDS = P.FIELDS, numbers = P.numbers;

  function own(object, name) {
    return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
  }

  /** The files behind one root; each is fetched at most once, and again only where fetching it failed. */
  function Source(root, fetchJson) {
    if (!root || root.schema !== SCHEMA) throw new Error("an index of another schema");
    this.root = root;
    this.size = root.documents;
    this.fetchJson = fetchJson;
    this.files = new Map(); // path → promise of what it holds
    this.entries = new Map(); // path of a slice of words → Map of its entries by folded word
    this.starts = new Int32Array(root.motions.length + 1); // the first document of each case
    for (var at = 0; at < root.motions.length; at++) this.starts[at + 1] = this.starts[at] + root.motions[at][1];
  }

  Source.prototype.file = function (path, unpack) {
    var files = this.files;
    if (!files.has(path)) {
      var promise = Promise.resolve(this.fetchJson(path, { again: false })).then(unpack || function (value) { return value; });
      files.set(path, promise);
      promise.catch(function () { files.delete(path); });
    }
    return files.get(path);
  };

  /** The number of the last slice that starts at or before a word; -1 if none does. */
  function sliceOf(starts, word) {
    var low = 0, high = starts.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (starts[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  function byWord(value) {
    var made = new Map(), row = 0;
    made.rows = new Map(); // folded word → how many forms stand before its own: their order is that of the slice of places
    made.dotted = new Map(); // folded word → the base forms and parts with its letters that have dots
    value.words.forEach(function (entry) {
      var word = entry[0], letters = W.fold(word);
      made.set(word, entry);
      made.rows.set(word, row);
      if (letters !== word) made.dotted.set(letters, (made.dotted.get(letters) || []).concat(word));
      (entry[1] || []).forEach(function (one) { if (one.length > 2) row += 1; });
    });
    return made;
  }

  /** Promises that entry() and spelt() can answer for these words. */
  Source.prototype.need = function (words) {
    var self = this, slices = this.root.words;
    return Promise.all(words.map(function (word) {
      var number = sliceOf(slices.starts, W.fold(word));
      return number < 0 ? null : self.slice(number);
    }));
  };

  Source.prototype.slice = function (number) {
    var entries = this.entries, path = this.root.words.files[number];
    return this.file(path, function (value) {
      var made = byWord(value);
      entries.set(path, made);
      return made;
    });
  };

  Source.prototype.held = function (word) {
    return this.entries.get(this.root.words.files[sliceOf(this.root.words.starts, W.fold(word))]);
  };

  /** The base forms and parts of the archive with these letters, whatever their dots; their slice was fetched. */
  Source.prototype.spelt = function (folded) {
    var held = this.held(folded), entry = this.entry(folded);
    return (entry && (entry.lemmas.length || entry.part) ? [folded] : []).concat(held && held.dotted.get(folded) || []);
  };

  /** The entry of a folded word, or of a base form as written, whose slice was fetched; undefined if there is none. */
  Source.prototype.entry = function (word) {
    var held = this.held(word), packed = held && held.get(word);
    if (!Array.isArray(packed)) return packed;
    var entry = new Entry(packed);
    held.set(word, entry);
    return entry;
  };

  /** Promises every entry whose folded word begins so, in order. */
  Source.prototype.range = async function (prefix) {
    var self = this, slices = this.root.words, first = Math.max(sliceOf(slices.starts, prefix), 0);
    var last = sliceOf(slices.starts, prefix + LAST), wanted = [], made = [];
    for (var number = first; number <= last; number++) wanted.push(this.slice(number));
    (await Promise.all(wanted)).forEach(function (held) {
      held.forEach(function (_, word) { if (word.startsWith(prefix)) made.push(self.entry(word)); });
    });
    return made;
  };

  /** Promises the slice of places that belongs to a slice of words: four lists with a text for each form. */
  Source.prototype.placesOf = function (number) {
    return this.file(this.root.words.files[number].replace("sok/ord/", "sok/lagen/"), function (value) {
      return PLACED.map(function (name) { return (value[name] || "").split(" "); });
    });
  };

  /** Promises that positions() need not wait for these folded words. */
  Source.prototype.needPlaces = function (words) {
    var self = this, starts = this.root.words.starts;
    return Promise.all(words.map(function (word) {
      var number = sliceOf(starts, word);
      return number < 0 ? null : self.placesOf(number);
    }));
  };

  /** Promises where forms stand: a map from form to places. */
  Source.prototype.positions = async function (forms, fold) {
    var self = this, made = new Map();
    await Promise.all(forms.map(async function (form) {
      var folded = fold(form), number = sliceOf(self.root.words.starts, folded);
      if (number < 0) return;
      var both = await Promise.all([self.slice(number), self.placesOf(number)]), entry = self.entry(folded);
      var at = entry ? entry.forms.findIndex(function (one) { return one.form === form; }) : -1;
      if (at < 0) return;
      var row = both[0].rows.get(folded) + at, packed = both[1].map(function (list) { return list[row] || ""; });
      if (packed[0]) made.set(form, P.places(packed, P.postingOf(entry.forms[at])));
    }));
    return made;
  };

  /** The columns: one value a document. */
  Source.prototype.columns = function () {
    if (!this.unpacked) this.unpacked = new Columns(this.root.columns, this);
    return this.unpacked;
  };

  /** Promises {dates, of}: the dates there are, sorted, and for each document 0 or 1 + the number of its date. */
  Source.prototype.dates = function () {
    return this.file(this.root.dates, function (value) { return { dates: value.dates, of: numbers(value.of) }; });
  };

  /** Promises the archive's words whose folded form begins with a letter: {words, counts}. */
  Source.prototype.spelling = function (letter) {
    var path = own(this.root.spelling, letter);
    if (!path) return Promise.resolve({ words: [], counts: numbers("") });
    return this.file(path, function (value) { return { words: value.words, counts: numbers(value.counts) }; });
  };

  /** The number of a document's case. */
  Source.prototype.caseOf = function (document) {
    var low = 0, high = this.root.motions.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (this.starts[middle + 1] <= document) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Promises the text file of a document. */
  Source.prototype.text = function (document) {
    var number = this.caseOf(document), one = this.root.motions[number];
    return this.file("sok/texter/" + one[0] + "/" + one[2] + "/" + (document - this.starts[number]) + ".json");
  };

  /** Promises the titles of cases, as an object by case id; an id that the archive does not have is left out. */
  Source.prototype.titles = async function (ids) {
    var self = this, size = 128, made = {}; // titles a file: generator/search/index.py
    if (!this.numbers) this.numbers = new Map(this.root.motions.map(function (one, number) { return [one[0], number]; }));
    await Promise.all(ids.map(async function (id) {
      var number = self.numbers.get(id);
      if (number === undefined) return;
      made[id] = (await self.file(self.root.titles[Math.floor(number / size)]))[number % size];
    }));
    return made;
  };

  /** An entry of a slice: its forms and spellings by themselves, each with a posting that is unpacked when asked for. */
  function Entry(packed) {
    var folded = packed[0];
    this.word = folded;
    var rows = packed[1] || [];
    this.forms = rows.filter(function (one) { return one.length > 2; }).map(function (one) {
      return { form: one[0] || folded, lemma: one[1] || folded, packed: one[2], replaced: false };
    });
    // Forms of the archive's words that do not stand there themselves.
    this.unseen = rows.filter(function (one) { return one.length === 2; }).map(function (one) {
      return { form: one[0] || folded, lemma: one[1] || folded };
    });
    this.part = packed[2] ? { packed: packed[2] } : null;
    this.lemmas = packed[3] || this.forms.filter(function (one) { return one.lemma === folded; })
      .map(function (one) { return one.form; });
    var postings = new Map(); // a spelling that became several words has a row for each, and the posting in the first
    this.originals = (packed[4] || []).map(function (one) {
      if (one[2]) postings.set(one[0], one[2]);
      return { form: one[0], lemma: one[1] || "", packed: postings.get(one[0]), replaced: true };
    });
  }

  /** One value a document: lengths by field, kind, stance, year, sections; the bodies of document d stand in
      bodies[from[d]] … bodies[from[d + 1] - 1]. */
  function Columns(value, source) {
    var packed = numbers(value.bodies), size = source.size;
    this.size = size;
    this.lengths = FIELDS.map(function (field) { return numbers(value.lengths[field]); });
    this.averages = this.lengths.map(function (lengths) {
      return size ? lengths.reduce(function (sum, length) { return sum + length; }, 0) / size : 0;
    });
    this.kind = numbers(value.kind);
    this.stance = numbers(value.stance);
    this.year = numbers(value.year);
    this.sections = numbers(value.sections);
    this.from = new Int32Array(size + 1);
    this.bodies = new Int32Array(packed.length);
    for (var document = 0, at = 0, held = 0; document < size; document++) {
      for (var left = packed[at++]; left > 0; left--) this.bodies[held++] = packed[at++];
      this.from[document + 1] = held;
    }
    this.motion = new Int32Array(size);
    for (var number = 0; number < source.root.motions.length; number++) {
      this.motion.fill(number, source.starts[number], source.starts[number + 1]);
    }
  }

  return { own: own, Source: Source };
});
