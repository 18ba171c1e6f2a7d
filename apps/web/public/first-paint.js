// Runs before the first paint, as a file of its own because the Content-Security-Policy forbids inline scripts:
// the colour scheme the person chose, what a page inside needs, whether the form inside index.html is the page that was asked for, and a word when
// the program does not start.
(function () {
  var root = document.documentElement;
  var chosen = null;
  try {
    chosen = localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // A browser that refuses storage follows the device.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  if (location.pathname !== '/') root.setAttribute('data-inner-page', '');

  var language = 'id';
  try {
    if (localStorage.getItem('tirtapay.language') === 'en') language = 'en';
  } catch {
    // As above.
  }
  // The files this page needs besides those of the entry: asked for now, not when the entry has come and asks.
  var early = document.querySelectorAll('meta[name="tp-early"]');
  for (var index = 0; index < early.length; index += 1) {
    if (location.pathname.indexOf(early[index].getAttribute('data-path')) !== 0) continue;
    early[index].content.split(' ').forEach(function (file) {
      if (file === '') return;
      var link = document.createElement('link');
      var style = /\.css$/.test(file);
      link.rel = style ? 'preload' : 'modulepreload';
      if (style) {
        link.as = 'style';
        link.crossOrigin = '';
      }
      link.href = file;
      document.head.appendChild(link);
    });
  }
  // And the figures of a bill; src/public/api/early-answer.ts takes the answer.
  var bill = /^\/t\/([\w.-]+)(\/bayar)?\/?$/.exec(location.pathname);
  if (bill && window.fetch && window.AbortController) {
    var stopper = new AbortController();
    var path = '/inquiries/' + bill[1];
    var answer = fetch('/api/v1/public' + path, {
      headers: { Accept: 'application/json', 'Accept-Language': language },
      credentials: 'omit',
      signal: stopper.signal,
    });
    // Told by the page, which asks again.
    answer.catch(function () {});
    window.tpEarly = {
      path: path,
      language: language,
      answer: answer,
      stop: function () {
        stopper.abort();
      },
    };
  }

  // The program replaces everything inside #root, this hint as well: once it runs there is nothing to show.
  function late() {
    var hint = document.getElementById('terlambat');
    if (!hint) return;
    hint.hidden = false;
    // A number sent before the program ran came back as part of the address.
    var sent = /[?&]nomor=([^&]*)/.exec(location.search);
    var field = document.getElementById('nomor');
    if (sent && field && field.value === '') {
      try {
        field.value = decodeURIComponent(sent[1].replace(/\+/g, ' '));
      } catch {
        // Not written by the form.
      }
    }
  }
  // A script that did not arrive, one this browser cannot read, one that failed: known at once.
  window.addEventListener(
    'error',
    function (event) {
      if (event.target === window || (event.target && event.target.tagName === 'SCRIPT')) late();
    },
    true,
  );
  window.addEventListener('unhandledrejection', late);
  // Neither arrived nor failed, or a browser that passes over modules in silence.
  setTimeout(late, 5000);
})();
