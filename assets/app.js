// Pleinwacht works without this file. With it: errors get the focus, a link can be copied, a print has
// everything unfolded, and what was seen once still works offline.
(function () {
  "use strict";
  var faults = document.getElementById("faults");
  if (faults) faults.focus();

  // A list for a day without a connection: the service worker keeps it, with the files that it looks like.
  var take = function (button) {
    if (!("serviceWorker" in navigator)) return;
    var files = Array.from(document.querySelectorAll("link[rel=stylesheet], script[src]"), function (one) {
      return new URL(one.href || one.src).pathname;
    });
    navigator.serviceWorker.ready.then(function (worker) {
      var line = new MessageChannel();
      line.port1.onmessage = function () { button.textContent = button.dataset.done; };
      worker.active.postMessage({ take: location.href, files: files }, [line.port2]);
    });
  };

  // How old what is shown has become, in whole hours.
  document.querySelectorAll("time[data-old]").forEach(function (time) {
    var hours = Math.floor((Date.now() - Date.parse(time.dateTime)) / 3600000);
    if (hours > 0) time.textContent += " (" + hours + " " + time.dataset.old + ")";
  });

  // Buttons that need script are in the page as hidden and appear only here.
  document.querySelectorAll("[data-does]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      if (button.dataset.does === "print") return window.print();
      if (button.dataset.does === "take") return take(button);
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

  // Passkeys. The page has a form for it that appears only where the browser knows them: its begin is asked for what to
  // make or show, the device does so, and what comes of it is sent with the form.
  var bytes = function (text) {
    return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), function (c) { return c.charCodeAt(0); });
  };
  var text = function (buffer) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  };
  var ready = function (key) {
    key.challenge = bytes(key.challenge);
    if (key.user) key.user.id = bytes(key.user.id);
    (key.excludeCredentials || []).concat(key.allowCredentials || []).forEach(function (one) { one.id = bytes(one.id); });
    return key;
  };
  var told = function (made) {
    var answer = {};
    ["attestationObject", "clientDataJSON", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (made.response[part]) answer[part] = text(made.response[part]);
    });
    return JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response: answer, extensions: {} });
  };
  document.querySelectorAll("form[data-passkey]").forEach(function (form) {
    if (!window.PublicKeyCredential) return;
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var body = new URLSearchParams({ csrf: form.elements.csrf.value });
      fetch(form.dataset.begin, { method: "POST", body: body }).then(function (answer) {
        if (!answer.ok) throw new Error();
        return answer.json();
      }).then(function (asked) {
        return navigator.credentials[form.dataset.passkey]({ publicKey: ready(asked.publicKey) });
      }).then(function (made) {
        form.elements.sleutel.value = told(made);
        form.submit();
      }).catch(function (fault) {
        // Somebody thought better of it: nothing happened. Otherwise the program says what is wrong.
        if (fault.name !== "NotAllowedError") form.submit();
      });
    });
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
        // Whoever signed out takes nothing along.
        if (!document.querySelector(".account") && worker.active) worker.active.postMessage({ drop: true });
        if (keep && worker.active) worker.active.postMessage({ keep: keep.split(" ") });
      }).catch(function () {});
    });
  }
})();
