// *Mag dit?* without a connection: the same questions and answers as the server gives, by the same decision diagrams.
// The address holds everything that was said, as always; a form leads to the next address, so as soon as there is a
// connection the server takes over.
(async function () {
  "use strict";
  const root = document.getElementById("offline");
  if (!root) return;
  const load = (path) => fetch(path).then((reply) => reply.json());
  const [school, words] = await Promise.all([load(root.dataset.school), load(root.dataset.words)]);
  const { facts, texts } = words;
  const home = (document.documentElement.lang === "en" ? "/en/" : "/") + school.slug + "/mag-dit";
  const PERSONS = "personen";
  const byKey = new Map(facts.map((fact, at) => [fact.key, at]));

  // ---- what was said -------------------------------------------------------------------------------------------
  const said = new Map();
  let again = null, done = false;
  const own = new URLSearchParams(location.search);
  for (const [key, value] of own) {
    if (key === "vraag") again = value;
    else if (key === "klaar") done = true;
    else if (key === PERSONS || byKey.has(key)) said.set(key, value);
  }
  for (const [list, answer] of [["nee", "nee"], ["weetniet", "?"]]) {
    for (const value of own.getAll(list)) {
      for (const key of value.split(",")) if (byKey.has(key) && !said.has(key)) said.set(key, answer);
    }
  }
  const address = (entries, more) => home + "?" + entries.concat(more || []).map(([k, v]) => k + "=" + encodeURIComponent(v)).join("&");

  // ---- the diagrams --------------------------------------------------------------------------------------------
  const { domains, nodes: flat } = school.diagrams;
  const nodes = [null, null];
  for (let at = 0; at < flat.length;) {
    const variable = flat[at], number = nodes.length, end = at + 1 + domains[variable];
    nodes.push([variable, flat.slice(at + 1, end).map((back) => number - back)]);
    at = end;
  }
  const masks = domains.map((count) => (1 << count) - 1);
  const PEOPLE = { niemand: [0, 1, 1], ik: [1, 1, 1], schriftelijk: [2, 1, 1], mondeling: [2, 1, 0], deels: [2, 0, 0], anderen: [2] };
  for (const [key, value] of said) {
    if (key === PERSONS) {
      const told = PEOPLE[value] || [];
      words.persons.forEach((fact, at) => { if (told[at] !== undefined) masks[facts[fact].first] = 1 << told[at]; });
      continue;
    }
    const fact = facts[byKey.get(key)];
    if (value === "?") continue;
    if (fact.kind === "roles") {
      const roles = value.split(",");
      fact.values.forEach((role, at) => { masks[fact.first + at] = roles.includes(role) ? 2 : 1; });
    } else if (fact.kind === "yes") masks[fact.first] = value === "ja" ? 2 : 1;
    else if (fact.kind === "choice" && fact.values.includes(value)) masks[fact.first] = 1 << fact.values.indexOf(value);
  }
  const open = (variable, kids) => kids.filter((_, value) => masks[variable] >> value & 1);

  // 1: it can be false, 2: it can be true, 3: both.
  const seen = new Map();
  function possible(f) {
    if (f < 2) return f + 1;
    if (!seen.has(f)) seen.set(f, open(...nodes[f]).reduce((all, kid) => all | possible(kid), 0));
    return seen.get(f);
  }

  // The facts that a function still depends on: equal remainders get equal numbers.
  function matters(functions) {
    const found = new Set(), memo = new Map(), unique = new Map();
    const reduce = (f) => {
      if (f < 2) return f;
      if (memo.has(f)) return memo.get(f);
      const [variable, kids] = nodes[f];
      const left = open(variable, kids).map(reduce);
      let id = left[0];
      if (left.some((kid) => kid !== id)) {
        found.add(variable);
        const key = variable + ":" + left;
        if (!unique.has(key)) unique.set(key, unique.size + 2);
        id = unique.get(key);
      }
      memo.set(f, id);
      return id;
    };
    functions.forEach(reduce);
    return facts.map((_, at) => at).filter((at) => {
      const { first, count } = facts[at];
      for (let variable = first; variable < first + count; variable++) if (found.has(variable)) return true;
      return false;
    });
  }

  // ---- what to ask ---------------------------------------------------------------------------------------------
  const action = facts[0].values.indexOf(said.get("actie"));
  const isUnknown = (key) => !said.has(key) || said.get(key) === "?";
  const unknown = (isUnknown("rollen") ? 1 : 0) + (isUnknown("doelrollen") ? 2 : 0);
  const verdicts = action < 0 ? [] : school.diagrams.verdicts[action][unknown];
  const left = verdicts.map((f, at) => at).filter((at) => possible(verdicts[at]) & 2);
  const openFacts = left.length > 1 ? matters(verdicts) : [];
  const isPerson = (at) => words.persons.includes(at);
  const isTold = (at) => isPerson(at) ? said.has(PERSONS) && said.get(PERSONS) !== "anderen" : said.has(facts[at].key);
  const unitOf = (at) => isPerson(at) ? PERSONS : facts[at].group || facts[at].key;

  function next() {
    if (again) return again === PERSONS || byKey.has(again) ? [again, []] : [again, facts.map((_, at) => at).filter((at) => facts[at].group === again)];
    if (done) return null;
    const wanted = [0, byKey.get("rollen")].concat(openFacts).filter((at) => !isTold(at));
    if (!wanted.length) return null;
    const unit = unitOf(wanted[0]);
    let members = wanted.filter((at) => unitOf(at) === unit);
    const rare = wanted.filter((at) => facts[at].rare);
    if (rare.length > members.length && members.every((at) => facts[at].rare)) {
      return [words.odd, members.concat(rare.filter((at) => !members.includes(at))).slice(0, words.most)];
    }
    return members.length === 1 && unit !== PERSONS ? [facts[members[0]].key, members] : [unit, members];
  }

  // ---- showing -------------------------------------------------------------------------------------------------
  function h(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) if (value !== false) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
  const fold = (title, ...content) => h("details", {}, h("summary", {}, title), h("div", { class: "folded" }, ...content));
  const hidden = (entries) => entries.map(([name, value]) => h("input", { type: "hidden", name, value }));
  const form = (entries, ...content) => h("form", { method: "get", action: home }, ...hidden(entries), ...content);
  const tile = (name, value, label, look) => h("li", {}, h("button", { class: "choice" + (look || ""), type: "submit", name, value }, label));
  const tiles = (...items) => h("ul", { class: "choices" }, ...items);
  const label = (key, value) => {
    if (key === PERSONS) return texts["persons-" + value] || texts.unknown;
    const fact = facts[byKey.get(key)];
    const one = (part) => fact.values.includes(part) ? fact.labels[fact.values.indexOf(part)] : texts.unknown;
    if (fact.kind === "yes") return { ja: texts.yes, nee: texts.no }[value] || texts.unknown;
    return value.split(",").map(one).join(", ");
  };
  function answers() {
    const rows = [...said].map(([key, value]) => h("div", {},
      h("dt", {}, key === PERSONS ? texts["persons-short"] : facts[byKey.get(key)].short),
      h("dd", {}, label(key, value)),
      h("dd", { class: "change" }, h("a", { href: address([...said], [["vraag", key]]) }, texts.change))));
    return h("dl", { class: "answers" }, ...rows);
  }

  function start() {
    const parts = words.starts.map(([title, openings, other]) => h("details", { class: "pick", name: "wie" }, h("summary", {}, title),
      tiles(...openings.map(([sentence, query]) => h("li", {}, h("a", { class: "choice", href: home + query }, sentence))),
        h("li", {}, h("a", { class: "choice unknown", href: home + other }, texts["something-else"])))));
    root.append(h("h1", {}, texts["may-i"]), h("h2", {}, texts["or-pick"]), ...parts);
  }

  function question([unit, members]) {
    const fact = facts[byKey.get(unit)];
    const group = words.groups[unit];
    const [title, why] = unit === PERSONS ? [texts["persons-question"], texts["persons-why"]] : fact ? [fact.question, fact.why] : group;
    const gone = group ? members.map((at) => facts[at].key) : [unit];
    const rest = [...said].filter(([key]) => !gone.includes(key));
    root.append(h("a", { class: "back", href: rest.length ? address(rest.slice(0, -1), [["vraag", rest[rest.length - 1][0]]]) : home }, "‹ " + texts.back), h("h1", {}, title));
    if (group) {
      const keys = gone.join(",");
      const boxes = members.map((at) => h("fieldset", { class: "rare" }, h("legend", {}, facts[at].question),
        ...[["ja", texts.yes], ["?", texts.unknown]].map(([value, name]) => h("label", {}, h("input", { type: "checkbox", name: facts[at].key, value }), name))));
      root.append(
        form(rest, tiles(tile("nee", keys, group[2], " yes-all"))),
        form(rest.concat([["nee", keys]]), h("p", { class: "soft" }, texts["or-tick"]), ...boxes,
          h("div", { class: "actions" }, h("button", { class: "button quiet", type: "submit" }, texts["go-on-ticked"]))),
        form(rest, tiles(tile("weetniet", keys, texts["none-known"], " unknown"))));
    } else {
      const values = unit === PERSONS ? Object.keys(PEOPLE).slice(0, 5) : fact.kind === "yes" ? ["ja", "nee"] : fact.values;
      root.append(form(rest, tiles(...values.map((value) => tile(unit, value, label(unit, value), said.get(unit) === value ? " now" : "")),
        tile(unit, "?", texts.unknown, " unknown"))));
    }
    root.append(fold(texts["why-ask"], h("p", {}, why)));
    if (said.size) root.append(fold(texts["said-so-far"], answers(), h("p", {}, h("a", { href: address([...said], [["klaar", "1"]]) }, texts["answer-so-far"]))));
  }

  // The text of an article, from the kept page of the protocol.
  async function prose(numbers) {
    const page = await fetch(root.dataset.protocol).then((reply) => reply.text()).catch(() => "");
    const parsed = new DOMParser().parseFromString(page, "text/html");
    return numbers.map((number) => {
      const found = parsed.getElementById(number);
      const text = found && found.querySelector("div[lang]");
      return text ? document.importNode(text, true) : "";
    });
  }

  // Behind a verdict that no norm decides: where the reach is drawn, or where the text speaks of doubt.
  function silent(at, norms) {
    if (at !== 0) return school.articles.map((_, nth) => nth).filter((nth) => school.articles[nth][0] === school.rest);
    const reach = (list) => [...new Set(list.filter((norm) => norm.layer === "reach").map((norm) => norm.article))];
    const near = reach(norms.map(([norm]) => school.norms[norm]));
    return near.length ? near : reach(school.norms);
  }

  async function verdict() {
    const at = left.length === 1 ? left[0] : 2;
    const [look, word, sentence] = words.verdicts[at];
    const norms = action < 0 ? [] : school.diagrams.norms[action];
    const sure = norms.filter(([, f]) => possible(f) === 2), maybe = norms.filter(([, f]) => possible(f) === 3);
    const layer = { 1: "forbid", 2: "doubt", 3: "permit" }[at];
    const pick = (list) => list.map(([norm]) => school.norms[norm]).filter((norm) => norm.layer === layer);
    let deciding = left.length === 1 ? pick(sure) : [];
    if (left.length === 1 && !deciding.length && at !== 2) deciding = pick(maybe);
    let articles = [...new Set(deciding.map((norm) => norm.article))];
    if (!articles.length && left.length === 1) articles = silent(at, norms);
    const name = (article) => h("h3", {}, h("span", { class: "number" }, school.articles[article][0]), school.articles[article][1]);
    const silence = left.length > 1 ? "silence-open" : ["silence-outside", "silence-doubt", "silence-doubt", "silence-free"][at];
    const icon = document.getElementById("sign-" + look).content.firstElementChild;

    root.append(h("div", { class: "verdict " + look }, document.importNode(icon, true), h("h1", {}, word), h("p", {}, sentence)));
    if (openFacts.length) {
      const units = [...new Set(openFacts.map(unitOf))];
      const titleOf = (unit) => unit === PERSONS ? texts["persons-question"] : byKey.has(unit) ? facts[byKey.get(unit)].question : words.groups[unit][0];
      root.append(h("h2", {}, texts["still-open"]), h("p", {}, texts["still-possible"] + " " + left.map((one) => words.verdicts[one][1]).join(", ")),
        tiles(...units.map((unit) => h("li", {}, h("a", { class: "choice", href: address([...said], [["vraag", unit]]) }, titleOf(unit))))));
    }
    root.append(h("h2", {}, texts.why));
    if (!deciding.length) root.append(h("p", {}, texts[silence]));
    const proses = await prose(articles.map((article) => school.articles[article][0]));
    articles.forEach((article, nth) => root.append(h("div", { class: "article " + look }, name(article), proses[nth])));

    const duties = at === 0 ? [] : sure.map(([norm]) => school.norms[norm]).filter((norm) => norm.duty);
    if (duties.length) root.append(h("h2", {}, texts.duties), h("ul", {}, ...duties.map((norm) => h("li", { lang: "nl" }, norm.duty + " (art. " + school.articles[norm.article][0] + ")"))));
    if (at !== 0) {
      const roles = (said.get("rollen") || "").split(",");
      const row = school.ask.find((one) => one.roles.some((role) => roles.includes(role)));
      root.append(h("h2", {}, texts["whom-to-ask"]), h("p", {}, row
        ? row.functions.map((one) => words.functions[one] || one).join(" / ") + " (art. " + row.article + ")"
        : texts["nobody-named"]));
    }
    root.append(h("h2", {}, texts["you-said"]), answers(), h("div", { class: "actions" }, h("a", { class: "button", href: home }, texts["new-question"])));
  }

  const page = said.size || again ? next() : "start";
  if (page === "start") start();
  else if (page) question(page);
  else await verdict();
  const title = root.querySelector("h1");
  document.title = title.textContent + " – " + school.name + " – Pleinwacht";
})();
