// Search and filter. Without this script everything is shown and every link works.
(function () {
  "use strict";

  const form = document.getElementById("find-form");
  const found = document.getElementById("found");
  const entries = Array.from(document.querySelectorAll(".entry"));
  const sections = Array.from(document.querySelectorAll("main > section"));
  const texts = entries.map(function (entry) { return fold(entry.textContent); });

  // Without case and accents: "financiere" finds "financière".
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function asked() {
    const { words, status, basis, round } = form.elements;
    return {
      words: fold(words.value).split(/\s+/).filter(Boolean),
      data: { status: status.value, basis: basis.value, round: round.value },
    };
  }

  function meets(entry, text, { words, data }) {
    return words.every(function (word) { return text.includes(word); }) &&
      Object.keys(data).every(function (name) {
        return !data[name] || entry.dataset[name] === data[name];
      });
  }

  function inWords(counts) {
    const parts = Object.keys(counts).map(function (kind) {
      const many = kind === "activity" ? "activities" : kind + "s";
      return counts[kind] + " " + (counts[kind] === 1 ? kind : many);
    });
    return parts.length ? "Shown: " + parts.join(", ") + "." : "Nothing meets these conditions.";
  }

  // Hide the entries that do not meet the conditions, the rows of the matrix that lead to them,
  // and the sections that have no other entries.
  function apply() {
    const wanted = asked();
    const all = !wanted.words.length && !Object.values(wanted.data).some(Boolean);
    const counts = {};
    entries.forEach(function (entry, place) {
      entry.hidden = !meets(entry, texts[place], wanted);
      const row = document.querySelector('[data-for="' + entry.id + '"]');
      if (row) { row.hidden = entry.hidden; }
      if (!entry.hidden) {
        counts[entry.dataset.kind] = (counts[entry.dataset.kind] || 0) + 1;
      }
    });
    sections.forEach(function (section) {
      if (section.querySelector(".entry")) {
        section.hidden = !section.querySelector(".entry:not([hidden])");
      }
    });
    found.textContent = all ? "" : inWords(counts);
  }

  // A link to an entry that is filtered away shows everything again.
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }

  let waiting;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150); // once for a word, not for each of its letters
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    apply();
  });
  form.addEventListener("reset", function () {
    setTimeout(apply, 0); // the fields are only emptied after the event
  });
  window.addEventListener("hashchange", reveal);

  document.getElementById("find").hidden = false;
})();
