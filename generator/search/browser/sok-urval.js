/*
 * The search engine of the archive, browser half: narrowing by body, case, kind, year, stance and section, and how many documents
 * each value would leave. As generator/search/choices.py. In a page this is window.MotionChoices, in Node the module's value.
 */
(function (root, factory) {
  "use strict";
  if (typeof module === "object" && module.exports) module.exports = factory(require("./sok-ord.js"), require("./sok-nycklar.js"));
  else root.MotionChoices = factory(root.MotionWords, root.MotionKeys);
})(typeof self === "undefined" ? this : self, function (W, K) {
  "use strict";

  var KEYS = ["instans", "motion", "typ", "ar", "hallning", "avsnitt"];
  var CLOSED = { typ: "kinds", hallning: "stances", avsnitt: "sections" }; // the same in every archive, named in the root
  var NAMED = 3; // values proposed for one that nothing is called
  var SENDERS = ["svar", "beredning"]; // kinds of document that someone sent, if only we knew who

  /** All values of a key, in the order of the columns' numbers; the last body stands for a sender that nobody knows. */
  function valuesOf(key, root) {
    if (key === "instans") return Object.keys(root.bodies).concat(root.unknown_body);
    if (key === "motion") return root.motions.map(function (one) { return one[0]; });
    return key === "ar" ? root.years : Object.keys(root[CLOSED[key]]);
  }

  /** The numbers of the values that someone may mean; none for what means nothing here. */
  function meant(choice, values, root) {
    function numbersOf(list, fits) {
      return list.map(function (one, number) { return fits(one) ? number : -1; }).filter(function (number) { return number >= 0; });
    }
    if (choice.key === "ar") return numbersOf(values, function (year) { return year === choice.value; });
    if (choice.key === "instans" || choice.key === "motion") {
      var slug = W.slug(choice.value);
      if (values.includes(slug)) return [values.indexOf(slug)];
      return numbersOf(values, function (one) { return ("-" + one).includes("-" + slug); });
    }
    var wanted = W.fold(choice.value), known = root[CLOSED[choice.key]];
    var names = values.map(function (value) { return W.fold(known[value]); });
    if (values.includes(wanted)) return [values.indexOf(wanted)];
    if (names.includes(wanted)) return [names.indexOf(wanted)];
    return numbersOf(names, function (name) { return wanted && name.startsWith(wanted); });
  }

  /** What to say of a value that nothing in the archive is called, with the nearest or with all there are. */
  function unknown(choice, values, root, say) {
    var said = say("unknown-" + choice.key, { value: choice.value }), known;
    if (choice.key === "instans" || choice.key === "motion") {
      known = nearest(W.slug(choice.value), values).map(function (id) {
        return Object.prototype.hasOwnProperty.call(root.bodies, id) ? root.bodies[id] : id;
      });
      if (known.length) return said + " " + meantWords(known, say);
      return choice.key === "instans" ? said + " " + say("bodies-page") : said;
    }
    known = choice.key === "ar" ? values : values.map(function (value) { return root[CLOSED[choice.key]][value]; });
    return known.length ? said + " " + say("known", { words: known.join(", ") }) : said;
  }

  /** ”Menade du …?” with the names in quotation marks. */
  function meantWords(names, say) {
    return say("meant", { words: names.map(function (name) { return "”" + name + "”"; }).join(" " + say("or") + " ") });
  }

  /** The ids of which one word, or the whole, is nearest to what was typed. */
  function nearest(wanted, ids) {
    var most = K.nearest(wanted);
    return ids.map(function (id, number) {
      var words = [id].concat(id.split("-"));
      var edits = words.map(function (word) { return K.distance(wanted, word, most); });
      return { id: id, number: number, edits: Math.min.apply(null, edits) };
    }).sort(function (a, b) { return a.edits - b.edits || a.number - b.number; }).slice(0, NAMED)
      .filter(function (one) { return one.edits <= most; }).map(function (one) { return one.id; });
  }

  /** The filters of the address ({key: [value …]}) and of the query as rules, one a key, with flags by the values' numbers; or
      {message, unreadable} for the first value that nothing in the archive is called. */
  function narrowing(filters, choices, root, say) {
    var rules = KEYS.map(function (key) {
      var values = valuesOf(key, root);
      return { key: key, values: values, asked: null, wanted: null, unwanted: null };
    });
    var asked = [], fault = null;
    rules.forEach(function (rule) {
      filters[rule.key].forEach(function (value) { asked.push({ key: rule.key, value: value, side: "asked" }); });
    });
    choices.forEach(function (choice) {
      asked.push({ key: choice.key, value: choice.value, side: choice.without ? "unwanted" : "wanted" });
    });
    asked.forEach(function (choice) {
      if (fault) return;
      var rule = rules[KEYS.indexOf(choice.key)], numbers = meant(choice, rule.values, root);
      if (!numbers.length) {
        fault = { message: unknown(choice, rule.values, root, say), unreadable: choice.key in CLOSED };
        return;
      }
      if (!rule[choice.side]) rule[choice.side] = new Uint8Array(rule.values.length);
      numbers.forEach(function (number) { rule[choice.side][number] = 1; });
    });
    return fault || { rules: rules, narrows: asked.length > 0, bits: bitsOf(rules[KEYS.indexOf("avsnitt")]) };
  }

  /** The sections whose passages are shown, as bits; null for all. */
  function bitsOf(rule) {
    if (!rule.asked && !rule.wanted) return null;
    return rule.values.reduce(function (bits, _, number) {
      var both = (!rule.asked || rule.asked[number]) && (!rule.wanted || rule.wanted[number]);
      return both ? bits | 1 << number : bits;
    }, 0);
  }

  /** The numbers of a document's values of a key, put into made; returns how many. */
  function numbersOf(key, document, columns, sections, names, made) {
    var held = 0, value;
    if (key === "instans") {
      for (var at = columns.from[document]; at < columns.from[document + 1]; at++) made[held++] = columns.bodies[at];
      if (!held && names.senders[columns.kind[document]]) made[held++] = names.unknown;
      return held;
    }
    if (key === "avsnitt") {
      for (var bits = sections[document], bit = 0; bits; bits >>= 1, bit++) if (bits & 1) made[held++] = bit;
      return held;
    }
    value = key === "motion" ? columns.motion[document] + 1 : key === "typ" ? columns.kind[document] + 1 :
      key === "ar" ? columns.year[document] : columns.stance[document];
    if (value) made[held++] = value - 1;
    return held;
  }

  /** What the rules leave of the documents alive. Gives kept (a flag a document) and facets: for each key how many documents
      each value would leave, the address's own filter of that key put aside, as [{value, count}]; nothing for none.
      sections: by document, as bits, those that count for the key avsnitt. */
  function narrow(alive, rules, columns, sections, root) {
    var size = alive.length, kept = new Uint8Array(size), made = [], held, at;
    var names = {
      unknown: Object.keys(root.bodies).length,
      senders: Object.keys(root.kinds).map(function (kind) { return SENDERS.includes(kind); }),
    };
    var counts = rules.map(function (rule) { return new Int32Array(rule.values.length); });
    function passes(flags) {
      for (at = 0; at < held; at++) if (flags[made[at]]) return true;
      return false;
    }
    for (var document = 0; document < size; document++) {
      if (!alive[document]) continue;
      var refused = 0, by = -1;
      for (var number = 0; number < rules.length; number++) {
        var rule = rules[number];
        if (!rule.asked && !rule.wanted && !rule.unwanted) continue;
        held = numbersOf(rule.key, document, columns, sections, names, made);
        if ((rule.wanted && !passes(rule.wanted)) || (rule.unwanted && passes(rule.unwanted))) { refused = 9; break; }
        if (rule.asked && !passes(rule.asked)) { refused += 1; by = number; }
      }
      if (refused > 1) continue;
      if (!refused) kept[document] = 1;
      for (number = refused ? by : 0; number < (refused ? by + 1 : rules.length); number++) {
        held = numbersOf(rules[number].key, document, columns, sections, names, made);
        for (at = 0; at < held; at++) counts[number][made[at]] += 1;
      }
    }
    var facets = {};
    rules.forEach(function (rule, number) {
      facets[rule.key] = rule.values.map(function (value, place) { return { value: value, count: counts[number][place] }; })
        .filter(function (one) { return one.count; });
    });
    return { kept: kept, facets: facets };
  }

  return { KEYS: KEYS, narrowing: narrowing, meantWords: meantWords, narrow: narrow };
});
