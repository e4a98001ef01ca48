// Pleinwacht works without this file. With it: errors get the focus, a link can be copied, a print has
// everything unfolded, and what was seen once still works offline.
(function () {
  "use strict";
  var faults = document.getElementById("faults");
  if (faults) faults.focus();

  // Buttons that need script are in the page as hidden and appear only here.
  document.querySelectorAll("[data-does]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      if (button.dataset.does === "print") return window.print();
      var done = function () { button.textContent = button.dataset.done; };
      if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(done, function () {});
    });
  });

  // A second tap within two seconds does nothing.
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.busy) return event.preventDefault();
    event.target.dataset.busy = "1";
    setTimeout(function () { delete event.target.dataset.busy; }, 2000);
  });

  // A page that comes back from the browser's memory may be used again.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form").forEach(function (form) { delete form.dataset.busy; });
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open]):not(.extra)").forEach(function (fold) {
      fold.open = true;
      fold.dataset.closed = "1";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-closed]").forEach(function (fold) {
      fold.open = false;
      delete fold.dataset.closed;
    });
  });

  // The service worker keeps public files with a hash in their name: the ones this page lists.
  if ("serviceWorker" in navigator) {
    window.addEventListener("load", function () {
      navigator.serviceWorker.register("/sw.js").then(function () {
        return navigator.serviceWorker.ready;
      }).then(function (worker) {
        var keep = document.body.dataset.keep;
        if (keep && worker.active) worker.active.postMessage({ keep: keep.split(" ") });
      }).catch(function () {});
    });
  }
})();
