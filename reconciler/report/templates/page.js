"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const policy = window.trustedTypes
    ? window.trustedTypes.createPolicy("daicho", { createHTML: (text) => text })
    : { createHTML: (text) => text };
  const more = document.getElementById("more").content.firstElementChild;
  const bar = document.querySelector(".filter");
  const PAGE = Number(bar.dataset.page);
  const query = document.getElementById("q");
  const choice = {
    k: document.getElementById("f-kind"),
    c: document.getElementById("f-class"),
    s: document.getElementById("f-severity"),
  };
  const fresh = document.getElementById("f-new");
  const shown = document.getElementById("shown");
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // An entry is in the page (element) or still in the data block (cells and more, numbers of parts).
  function entriesOf(box) {
    const there = [...box.querySelectorAll("tbody.entry")].map((element) => ({
      anchor: element.id,
      k: (element.dataset.k || "").split(" "),
      c: element.dataset.c || "",
      s: element.dataset.s || "",
      n: element.dataset.n === "1",
      element,
    }));
    const waiting = (data.lists[box.dataset.number] || []).map(([anchor, k, c, s, n, cells, rest]) => ({
      anchor, k: k.split(" "), c, s, n: n === 1, cells, rest, element: null,
    }));
    return there.concat(waiting);
  }

  const lists = [...document.querySelectorAll(".list")].map((box) => ({
    name: box.dataset.list,
    lead: Number(box.dataset.lead),
    table: box.querySelector("table"),
    entries: entriesOf(box),
    tail: box.querySelector(".tail"),
    limit: PAGE,
    matching: [],
    built: [],
  }));

  function build(list, entry) {
    const body = document.createElement("tbody");
    body.className = "entry";
    if (entry.anchor) body.id = entry.anchor;
    const row = body.insertRow();
    entry.cells.forEach((part, at) => {
      const cell = document.createElement(at === list.lead ? "th" : "td");
      if (at === list.lead) cell.scope = "row";
      cell.innerHTML = policy.createHTML([part].flat().map((one) => data.parts[one]).join(""));
      row.append(cell);
    });
    if (entry.rest.length) {
      const told = more.cloneNode(true);
      told.firstElementChild.colSpan = entry.cells.length;
      const details = told.querySelector("details");
      const fill = () => {
        if (details.childElementCount > 1) return;
        const box = document.createElement("div");
        box.innerHTML = policy.createHTML(entry.rest.map((part) => data.parts[part]).join(""));
        details.append(box);
      };
      details.addEventListener("toggle", fill);
      body.append(told);
    }
    entry.element = body;
  }

  // Text is searched part by part: a word is in an entry if it is in one of its parts. Parts are shared
  // by many entries, so each is looked at once for a word.
  const decoded = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };
  let partTexts = null;
  function partsWith(word) {
    partTexts ??= data.parts.map((part) =>
      plain(part.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|#x27|amp);/g, (code) => decoded[code])),
    );
    return partTexts.map((text) => text.includes(word));
  }
  function has(entry, word) {
    if (entry.cells) return entry.rest.some((part) => word.parts[part]) || entry.cells.flat().some((part) => word.parts[part]);
    entry.text ??= plain(entry.element.textContent);
    return entry.text.includes(word.text);
  }

  function fits(entry, words) {
    if (choice.k.value && !entry.k.includes(choice.k.value)) return false;
    if (choice.c.value && entry.c !== choice.c.value) return false;
    if (choice.s.value && entry.s !== choice.s.value) return false;
    if (fresh && fresh.checked && !entry.n) return false;
    return words.every((word) => has(entry, word));
  }

  // Shows the matching entries up to the list's limit, in their order. Entries of the page stand first
  // and only hide; built ones stand behind them, and only while they are shown.
  function show(list) {
    for (const entry of list.built) entry.element.remove();
    list.built = [];
    list.matching.forEach((entry, at) => {
      const now = at < list.limit;
      if (!entry.cells) {
        entry.element.hidden = false;
        entry.element.classList.toggle("later", !now);
      } else if (now) {
        if (!entry.element) build(list, entry);
        list.built.push(entry);
        list.table.append(entry.element);
      }
    });
    list.tail.hidden = list.matching.length <= list.limit;
  }

  function filter() {
    const words = plain(query.value).split(/\s+/).filter(Boolean).map((text) => ({ text, parts: partsWith(text) }));
    const active = words.length > 0 || Object.values(choice).some((c) => c.value) || Boolean(fresh && fresh.checked);
    const totals = {};
    for (const list of lists) {
      // The account is no list of differences: only the search box applies to it.
      const all = !active || (list.name === "account" && !words.length);
      list.matching = [];
      for (const entry of list.entries) {
        const yes = all || fits(entry, words);
        if (yes) list.matching.push(entry);
        else if (!entry.cells) entry.element.hidden = true;
      }
      list.limit = PAGE;
      show(list);
      const sum = (totals[list.name] ||= { matching: 0, all: 0 });
      sum.matching += list.matching.length;
      sum.all += list.entries.length;
    }
    bar.classList.toggle("active", active);
    const numbers = {};
    for (const name of ["items", "devices", "rows"]) {
      const sum = totals[name] || { matching: 0, all: 0 };
      numbers[name] = `${sum.matching} / ${sum.all}`;
    }
    shown.textContent = shown.dataset.template.replace(/\[(\w+)\]/g, (_, name) => numbers[name]);
  }

  function reset() {
    query.value = "";
    for (const one of Object.values(choice)) one.value = "";
    if (fresh) fresh.checked = false;
    filter();
  }

  function reveal() {
    const anchor = location.hash.slice(1);
    if (!anchor.startsWith("item-")) return;
    const list = lists.find((one) => one.entries.some((entry) => entry.anchor === anchor));
    if (!list) return;
    if (!list.matching.some((entry) => entry.anchor === anchor)) reset();
    const at = list.matching.findIndex((entry) => entry.anchor === anchor);
    if (at >= list.limit) {
      list.limit = at + PAGE;
      show(list);
    }
    const { element } = list.matching[at];
    element.scrollIntoView();
    element.classList.add("target");
    setTimeout(() => element.classList.remove("target"), 4000);
  }

  let waiting = 0;
  query.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  for (const one of Object.values(choice)) one.addEventListener("change", filter);
  if (fresh) fresh.addEventListener("change", filter);
  document.getElementById("reset").addEventListener("click", reset);
  for (const list of lists) {
    list.tail.firstElementChild.addEventListener("click", () => {
      const first = list.matching[list.limit];
      list.limit += PAGE;
      show(list);
      first.element.scrollIntoView({ block: "center" });
    });
  }
  window.addEventListener("hashchange", reveal);
  window.addEventListener("beforeprint", () => {
    for (const list of lists) {
      list.limit = Infinity;
      show(list);
    }
  });
  bar.hidden = false;
  filter();
  reveal();
})();
