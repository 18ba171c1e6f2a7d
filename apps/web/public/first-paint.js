// Runs before the first paint, as a file of its own because the Content-Security-Policy forbids inline scripts:
// the colour scheme the person chose, and whether the form inside index.html is the page that was asked for.
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
})();
