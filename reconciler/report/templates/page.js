"use strict";
(async () => {
  // What long lists go on with is packed: zlib (RFC 1950) in Base64. A browser that cannot unpack it says so.
  async function unpacked(text) {
    const octets = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
    const stream = new Blob([octets]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }
  const packed = document.getElementById("data").textContent;
  let data = { parts: [], marks: [], lists: {} };
  try {
    if (packed) data = await unpacked(packed);
  } catch {
    document.getElementById("old").hidden = false;
  }
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
    g: document.getElementById("f-segment"),
  };
  const grouping = document.getElementById("group");
  const GROUPS = { class: "c", severity: "s", segment: "g" };
  const fresh = document.getElementById("f-new");
  const shown = document.getElementById("shown");
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const marks = data.marks.map(([k, c, s, n, g]) => ({ k: k.split(" "), c, s, n: n === 1, g }));

  // An entry is in the page (element) or still in the data block (cells and more, numbers of parts).
  function entriesOf(box) {
    const there = [...box.querySelectorAll("tbody.entry")].map((element) => ({
      anchor: element.id,
      k: (element.dataset.k || "").split(" "),
      c: element.dataset.c || "",
      s: element.dataset.s || "",
      n: element.dataset.n === "1",
      g: element.dataset.g || "",
      element,
    }));
    const waiting = (data.lists[box.dataset.number] || []).map(([anchor, mark, cells, rest]) => ({
      ...marks[mark], anchor, cells, rest, element: null,
    }));
    const entries = there.concat(waiting);
    entries.forEach((entry, at) => { entry.at = at; });
    return entries;
  }

  const lists = [...document.querySelectorAll(".list")].map((box) => ({
    name: box.dataset.list,
    lead: Number(box.dataset.lead),
    table: box.querySelector("table"),
    entries: entriesOf(box),
    tail: box.querySelector(".tail"),
    limit: PAGE,
    matching: [],
    heads: [],
    sorted: { column: -1, down: false },
    moved: false,
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
  const bare = (markup) =>
    markup.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|#x27|amp);/g, (code) => decoded[code]).trim();
  let partTexts = null;
  function partsWith(word) {
    partTexts ??= data.parts.map((part) => plain(bare(part)));
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
    if (choice.g.value && entry.g !== choice.g.value) return false;
    if (fresh && fresh.checked && !entry.n) return false;
    return words.every((word) => has(entry, word));
  }

  // What an entry is sorted by in a column: a time as it is written down, else the text of its first part.
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const TIME = /datetime="([^"]*)"/;
  function keyOf(entry, column) {
    entry.keys ??= [];
    if (entry.keys[column] === undefined) {
      const cell = entry.cells ? null : entry.element.rows[0].cells[column];
      const first = cell ? (cell.querySelector("div") || cell).innerHTML : data.parts[[entry.cells[column]].flat()[0]];
      const time = TIME.exec(first);
      entry.keys[column] = time ? time[1] : bare(first);
    }
    return entry.keys[column];
  }
  // Empty cells stand last whichever way the column is sorted; equals keep the order of the report.
  function arrange(list) {
    const { column, down } = list.sorted;
    const by = GROUPS[grouping.value];
    const rank = by && new Map([...choice[by].options].map((option, at) => [option.value, at]));
    const group = (entry) => (entry[by] ? (rank.get(entry[by]) ?? rank.size) : Infinity);
    list.matching.sort((one, other) => {
      if (by && one[by] !== other[by]) return group(one) - group(other) || order.compare(one[by], other[by]);
      if (column >= 0) {
        const a = keyOf(one, column), b = keyOf(other, column);
        if (a !== b) return !a ? 1 : !b ? -1 : (down ? -1 : 1) * order.compare(a, b) || one.at - other.at;
      }
      return one.at - other.at;
    });
  }
  function headOf(list, by, value, count) {
    const body = document.createElement("tbody");
    body.className = "group";
    const cell = document.createElement("th");
    cell.scope = "rowgroup";
    cell.colSpan = list.table.tHead.rows[0].cells.length;
    const option = value && [...choice[by].options].find((one) => one.value === value);
    cell.textContent = `${option ? option.textContent : value || grouping.dataset.rest} (${count})`;
    body.insertRow().append(cell);
    return body;
  }

  // Shows the matching entries up to the list's limit, in their order. Entries of the page are always in it
  // and only hide; built ones are in it only while they are shown.
  function show(list) {
    const by = GROUPS[grouping.value];
    const shown = list.matching.slice(0, list.limit);
    const now = new Set(shown);
    for (const head of list.heads) head.remove();
    for (const entry of list.entries) {
      if (entry.cells && entry.element && !now.has(entry)) entry.element.remove();
      else if (!entry.cells) entry.element.classList.toggle("later", !now.has(entry));
    }
    list.heads = [];
    list.tail.hidden = list.matching.length <= list.limit;
    const plainly = !by && list.sorted.column < 0;
    if (plainly && !list.moved && shown.every((entry) => !entry.cells)) return;
    list.moved = true;
    const counts = new Map();
    if (by) for (const entry of list.matching) counts.set(entry[by], (counts.get(entry[by]) || 0) + 1);
    const bodies = [];
    let last = null;
    for (const entry of shown) {
      if (!entry.element) build(list, entry);
      if (by && entry[by] !== last) {
        last = entry[by];
        list.heads.push(headOf(list, by, last, counts.get(last)));
        bodies.push(list.heads.at(-1));
      }
      bodies.push(entry.element);
    }
    list.table.append(...bodies);
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
        if (!entry.cells) entry.element.hidden = !yes;
      }
      list.limit = PAGE;
      arrange(list);
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
    grouping.value = "";
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
  grouping.addEventListener("change", filter);
  document.getElementById("reset").addEventListener("click", reset);
  for (const list of lists) {
    list.tail.firstElementChild.addEventListener("click", () => {
      const first = list.matching[list.limit];
      list.limit += PAGE;
      show(list);
      first.element.scrollIntoView({ block: "center" });
    });
  }
  // Each heading becomes a button: once up, once down, then the order of the report again.
  function sortable(list) {
    [...list.table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const { sorted } = list;
        const again = sorted.column === column;
        list.sorted = again && sorted.down ? { column: -1, down: false } : { column, down: again };
        for (const other of list.table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        if (list.sorted.column >= 0) head.setAttribute("aria-sort", list.sorted.down ? "descending" : "ascending");
        list.limit = PAGE;
        arrange(list);
        show(list);
      });
    });
  }
  lists.forEach(sortable);
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
  document.documentElement.dataset.ready = Math.round(performance.now());
})();
