/**
 * The console's one script: keys, a fresh look every five seconds, the countdown, copying, and the live check of words.
 * Every page works without it. It writes no markup: a page is fetched as a document and its nodes are moved over, which
 * the policy on trusted types allows.
 */
export const consoleJs = `
"use strict";
(function () {
  var POLL_MS = 5000, LINT_MS = 400;
  var all = function (what, from) { return Array.from((from || document).querySelectorAll(what)); };
  var isTyping = function (el) {
    return el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
  };

  /* Keys. A key presses what carries its letter; none works while somebody types. */
  var rows = function () { return all("[data-row]"); };
  var step = function (by) {
    var list = rows();
    if (list.length === 0) return;
    var at = list.indexOf(document.activeElement);
    var next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by));
    list[next].focus();
    list[next].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat && event.key === "a") return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j") { event.preventDefault(); step(1); return; }
    if (event.key === "k") { event.preventDefault(); step(-1); return; }
    if (event.key === "?") { location.assign("/help"); return; }
    if (event.key === "g" && !document.querySelector('[data-key="g"]')) { location.assign("/"); return; }
    if (!/^[aeung]$/.test(event.key)) return;
    var target = document.querySelector('[data-key="' + event.key + '"]');
    if (!target) return;
    event.preventDefault();
    if (target.tagName === "SUMMARY") {
      target.parentElement.open = true;
      var field = target.parentElement.querySelector("textarea");
      if (field) { field.focus(); field.scrollIntoView({ block: "center" }); }
      return;
    }
    target.click();
  });

  /* A button is pressed once. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    setTimeout(function () { delete form.dataset.sent; }, 8000);
  });

  /* Fetched as a document: scripts in it never run, and nothing of it is parsed by us. */
  var fetchPage = function (method, url, body, tag, then) {
    var ask = new XMLHttpRequest();
    ask.open(method, url);
    ask.responseType = "document";
    if (tag) ask.setRequestHeader("If-None-Match", tag);
    ask.onload = function () { then(ask); };
    ask.onerror = function () { then(undefined); };
    ask.send(body);
  };

  /* The fresh look. What somebody has focused or typed into stays as it is. */
  var tag;
  var isBusy = function (part) {
    if (part.contains(document.activeElement) && isTyping(document.activeElement)) return true;
    return all("input, textarea, select", part).some(function (field) {
      if (field.type === "hidden" || field.readOnly) return false;
      if (field.tagName === "SELECT") return Array.from(field.options).some(function (o) { return o.selected !== o.defaultSelected && !(o.index === 0 && !all("option[selected]", field).length); });
      return field.value !== field.defaultValue;
    });
  };
  var focusKey = function (el) {
    return el && (el.getAttribute("href") || el.dataset && el.dataset.key);
  };
  var takeOver = function (page) {
    all("[data-live-part]").forEach(function (part) {
      var fresh = page.querySelector('[data-live-part="' + part.dataset.livePart + '"]');
      if (!fresh || isBusy(part) || comparable(part) === comparable(fresh)) return;
      var inside = part.contains(document.activeElement) ? focusKey(document.activeElement) : undefined;
      var open = all("details", part).map(function (d) { return d.open; });
      part.replaceChildren.apply(part, Array.from(document.importNode(fresh, true).childNodes));
      all("details", part).forEach(function (d, at) { if (open[at] !== undefined) d.open = open[at]; });
      if (inside) {
        var again = all("a, button", part).find(function (el) { return focusKey(el) === inside; });
        if (again) again.focus({ preventScroll: true });
      }
      dress(part);
    });
  };
  /* The seconds that are left differ at every look and are counted here anyway. */
  var comparable = function (part) {
    var copy = part.cloneNode(true);
    all("[data-left-ms]", copy).forEach(function (el) { el.removeAttribute("data-left-ms"); el.textContent = ""; });
    all("[data-copy]", copy).forEach(function (el) { el.hidden = true; });
    return copy.textContent + all("a, form, [class]", copy).map(function (el) { return (el.getAttribute("href") || el.getAttribute("action") || "") + el.className; }).join(" ");
  };
  var poll = function () {
    if (document.hidden || !navigator.onLine) return;
    fetchPage("GET", location.href, null, tag, function (answer) {
      if (!answer || answer.status !== 200 || !answer.response) return;
      if (new URL(answer.responseURL).pathname !== location.pathname) return;
      tag = answer.getResponseHeader("ETag") || undefined;
      takeOver(answer.response);
    });
  };
  if (document.body.dataset.live) setInterval(poll, POLL_MS);

  /* What is left of the ten seconds, by the page's own clock, so that a wrong one does no harm. */
  var countDown = function (el) {
    var ends = performance.now() + Number(el.dataset.leftMs);
    var show = function () {
      var left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
      el.textContent = el.dataset.words.replace("0", String(left));
      if (left > 0 && el.isConnected) setTimeout(show, 250);
      else if (el.isConnected) setTimeout(poll, 800);
    };
    show();
  };

  var copy = function (button) {
    var field = document.getElementById(button.dataset.copy);
    if (!field || !navigator.clipboard) return;
    button.hidden = false;
    var words = button.textContent;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(field.value).then(function () {
        button.textContent = document.body.dataset.copied;
        setTimeout(function () { button.textContent = words; }, 2000);
      }, function () { field.focus(); field.select(); });
    });
  };

  /* What the checker says while somebody types. An answer that comes late does not overwrite a later one. */
  var lint = function (form) {
    var timer, round = 0;
    form.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        var mine = ++round;
        fetchPage("POST", form.dataset.lint, new URLSearchParams(new FormData(form)), undefined, function (answer) {
          if (mine !== round || !answer || answer.status !== 200 || !answer.response) return;
          var fresh = answer.response.querySelector("[data-lint-result]");
          var place = form.querySelector("[data-lint-result]");
          if (fresh && place) place.replaceChildren.apply(place, Array.from(document.importNode(fresh, true).childNodes));
        });
      }, LINT_MS);
    });
  };

  var dress = function (part) {
    all("[data-left-ms]", part).forEach(countDown);
    all("[data-copy]", part).forEach(copy);
    all("form[data-lint]", part).forEach(lint);
  };
  dress(document);
})();
`;
