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

  // What another program on the phone shared waits here for an hour, until it is sent.
  var SHARED = "pleinwacht-gedeeld";
  var shared = function () {
    if (!window.caches) return Promise.resolve([]);
    return caches.has(SHARED).then(function (there) { return there && caches.open(SHARED); }).then(function (cache) {
      return !cache ? [] : cache.keys().then(function (keys) {
        return Promise.all(keys.map(function (key) { return cache.match(key); }));
      });
    }).then(function (kept) {
      if (kept.some(function (one) { return Date.now() - one.headers.get("x-kept") > 3600000; })) return caches.delete(SHARED).then(function () { return []; });
      return Promise.all(kept.map(function (one) {
        return one.blob().then(function (blob) { return new File([blob], decodeURIComponent(one.headers.get("x-name")), { type: blob.type }); });
      }));
    });
  };
  document.querySelectorAll("[data-shared]").forEach(function (place) {
    shared().then(function (files) {
      if (!files.length) return;
      var told = place.querySelector("[role=status]") || place, input = place.querySelector("input[type=file]");
      told.textContent = place.dataset.shared.replace("{n}", files.length);
      told.hidden = false;
      if (!input) return;
      var list = new DataTransfer();
      files.forEach(function (file) { list.items.add(file); });
      input.files = list.files;
      // Who said already that they made them sends them at once.
      if (location.search === "?eigen") place.requestSubmit();
    }).catch(function () {});
  });

  // Photos and films go in parts. What is there already is not sent; what broke off goes on where it was.
  var PART = 131072;
  var pause = function (wait) { return new Promise(function (go) { setTimeout(go, wait); }); };
  document.querySelectorAll("form[data-send]").forEach(function (form) {
    var input = form.querySelector("input[type=file]"), told = form.querySelector("[role=status]"), key = form.elements.csrf.value, wait = 1000;
    var hash = function (file) {
      return file.arrayBuffer().then(function (all) { return crypto.subtle.digest("SHA-256", all); }).then(function (sum) {
        return Array.from(new Uint8Array(sum), function (one) { return one.toString(16).padStart(2, "0"); }).join("");
      });
    };
    var ask = function (address, body) {
      return fetch(address, { method: "POST", body: body }).then(function (answer) {
        if (answer.ok) return answer.text();
        // What the program does not take now it does not take later: a page of ours says why.
        if (answer.status < 500 && answer.status !== 429) { form.submit(); return new Promise(function () {}); }
        throw new Error();
      }).then(function (said) { wait = 1000; return said; });
    };
    // The parts that are there; null once all of it is.
    var known = function (sum) {
      return ask(form.dataset.send, new URLSearchParams({ csrf: key, hash: sum })).then(function (said) {
        var words = said.trim().split(" ");
        return words[0] !== sum ? [] : words.length < 2 ? null : words.slice(1).map(Number);
      });
    };
    var rest = function (file, sum, there) {
      var way = Promise.resolve("meer");
      var one = function (part) {
        way = way.then(function () {
          var body = new FormData(form);
          body.delete(input.name);
          body.append("hash", sum);
          body.append("grootte", file.size);
          body.append("deel", part);
          body.append("stuk", file.slice(part * PART, (part + 1) * PART), "stuk");
          return ask(form.dataset.part, body);
        });
      };
      for (var part = 0; part * PART < file.size; part++) if (there.indexOf(part) < 0) one(part);
      return way.then(function (said) { if (said.indexOf("goed") < 0) throw new Error(); });
    };
    var bring = function (file, sum) {
      return known(sum).then(function (there) { return there && rest(file, sum, there); }).catch(function () {
        told.textContent = form.dataset.broke;
        var now = wait;
        wait = Math.min(wait * 2, 30000);
        return pause(now).then(function () { return bring(file, sum); });
      });
    };
    form.addEventListener("submit", function (event) {
      var all = Array.from(input.files), done = 0;
      if (!window.crypto || !crypto.subtle || !all.length || event.defaultPrevented) return;
      event.preventDefault();
      if (all.some(function (file) { return file.size > form.dataset.most; })) return void (told.textContent = form.dataset.heavy);
      form.querySelector("button").disabled = true;
      var say = function () { told.textContent = form.dataset.told.replace("{n}", done).replace("{of}", all.length); };
      say();
      all.reduce(function (before, file) {
        return before.then(function () { return file.size ? hash(file) : null; }).then(function (sum) { return sum && bring(file, sum); }).then(function () { done++; say(); });
      }, Promise.resolve()).then(function () { return window.caches && caches.delete(SHARED); }).then(function () {
        if (all.length > 1) return location.reload();
        location.href = form.dataset.next;
      });
    });
  });

  // What the program is still busy with is shown as soon as it is there.
  document.querySelectorAll("[data-waits]").forEach(function () {
    var tries = 0;
    var look = function () {
      fetch(location.href).then(function (answer) { return answer.text(); }).then(function (text) {
        if (text.indexOf("data-waits") < 0) return location.reload();
        if (++tries < 60) setTimeout(look, 1000);
      }).catch(function () {});
    };
    setTimeout(look, 1000);
  });

  // Two letters are enough to find a name among thirty. Enter takes the only one that is left, and sends nothing.
  document.querySelectorAll("[data-letters]").forEach(function (group) {
    var label = document.createElement("label"), field = document.createElement("input");
    var names = Array.from(group.querySelectorAll("label"));
    var plain = function (text) { return " " + text.trim().normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };
    var fits = function (name) { return plain(name.textContent).indexOf(plain(field.value)) >= 0; };
    field.type = "search";
    label.append(group.dataset.letters, field);
    field.addEventListener("input", function () {
      names.forEach(function (name) { name.style.display = fits(name) || name.querySelector(":checked") ? "" : "none"; });
    });
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      var left = names.filter(fits);
      if (left.length === 1) left[0].click();
    });
    group.before(label);
  });

  // A tap on a face leads to its list of names; a box drawn on the photo is sent as a face that was missed.
  document.querySelectorAll("[data-draw]").forEach(function (photo) {
    var form = document.getElementById(photo.dataset.draw), from = null;
    var at = function (event) {
      var box = photo.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map(function (part) {
        return Math.round(Math.max(0, Math.min(1, part)) * 10000);
      });
    };
    photo.addEventListener("pointerdown", function (event) { from = at(event); });
    photo.addEventListener("pointerup", function (event) {
      var to = at(event), face = event.target.closest("[data-goes]");
      if (!from) return;
      var wide = Math.abs(to[0] - from[0]), high = Math.abs(to[1] - from[1]);
      if (wide > 100 && high > 100) {
        [["x", Math.min(to[0], from[0])], ["y", Math.min(to[1], from[1])], ["w", wide], ["h", high]].forEach(function (one) {
          form.elements[one[0]].value = one[1];
        });
        form.submit();
      } else if (face) document.getElementById(face.dataset.goes).focus();
      from = null;
    });
  });

  // A draft keeps itself a moment after the last change, and shows again what was found.
  document.querySelectorAll("form[data-keeps]").forEach(function (form) {
    var waits = null, status = form.querySelector("[data-kept]");
    var keep = function () {
      var body = new URLSearchParams(new FormData(form));
      body.set("naar", "bewaar");
      fetch(form.getAttribute("action"), { method: "POST", body: body }).then(function (answer) {
        if (!answer.ok) throw new Error();
        return answer.text();
      }).then(function (text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        ["levend", "gevonden-in-tekst"].forEach(function (id) {
          var old = document.getElementById(id), now = page.getElementById(id);
          if (old && now && !old.contains(document.activeElement)) old.replaceWith(document.importNode(now, true));
        });
        status.textContent = status.dataset.kept;
      }).catch(function () { status.textContent = ""; });
    };
    form.addEventListener("input", function () {
      clearTimeout(waits);
      status.textContent = "";
      waits = setTimeout(keep, 1500);
    });
    form.addEventListener("submit", function () { clearTimeout(waits); });
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
