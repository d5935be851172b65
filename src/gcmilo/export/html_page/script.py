"""What the page does: search and filter. Without it, everything is shown and every link works."""

SCRIPT = """
(function () {
  "use strict";
  var form = document.getElementById("find-form");
  var told = document.getElementById("found");
  var entries = Array.prototype.slice.call(document.querySelectorAll(".entry"));
  var sections = Array.prototype.slice.call(document.querySelectorAll("main > section"));
  var plural = { activity: "activities" };
  function fold(text) {
    return text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase();
  }
  var texts = entries.map(function (entry) { return fold(entry.textContent); });
  function meets(entry, text, wanted) {
    return wanted.words.every(function (word) { return text.indexOf(word) >= 0; }) &&
      ["status", "basis", "round"].every(function (name) {
        return !wanted[name] || entry.getAttribute("data-" + name) === wanted[name];
      });
  }
  function tell(counts) {
    var parts = Object.keys(counts).map(function (kind) {
      return counts[kind] + " " + (counts[kind] === 1 ? kind : plural[kind] || kind + "s");
    });
    return parts.length ? "Shown: " + parts.join(", ") + "." : "Nothing meets these conditions.";
  }
  function apply() {
    var wanted = {
      words: fold(form.elements.words.value).split(/\\s+/).filter(Boolean),
      status: form.elements.status.value,
      basis: form.elements.basis.value,
      round: form.elements.round.value
    };
    var all = !wanted.words.length && !wanted.status && !wanted.basis && !wanted.round;
    var counts = {};
    entries.forEach(function (entry, place) {
      var shown = all || meets(entry, texts[place], wanted);
      entry.hidden = !shown;
      var kind = entry.getAttribute("data-kind");
      if (shown) { counts[kind] = (counts[kind] || 0) + 1; }
      var row = document.querySelector('[data-for="' + entry.id + '"]');
      if (row) { row.hidden = !shown; }
    });
    sections.forEach(function (section) {
      if (section.querySelector(".entry")) {
        section.hidden = !section.querySelector(".entry:not([hidden])");
      }
    });
    told.textContent = all ? "" : tell(counts);
  }
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      form.reset();
      apply();
      target.scrollIntoView();
    }
  }
  var waiting;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 150);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  form.addEventListener("reset", function () { setTimeout(apply, 0); });
  window.addEventListener("hashchange", reveal);
  document.getElementById("find").hidden = false;
})();
"""
"""The script of the page."""
