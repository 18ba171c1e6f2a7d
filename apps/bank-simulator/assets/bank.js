// Without this file every form still works by itself. With it, the page is exchanged in place, a button answers one
// click only, and the focus goes to what changed.
'use strict';

function show(text, address) {
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main').replaceWith(next.querySelector('main'));
  if (address !== location.href) history.pushState(null, '', address);
  const target = document.querySelector('[data-focus]') ?? document.querySelector('main');
  target.focus({ preventScroll: true });
  (target.closest('.banner, .card') ?? target).scrollIntoView({ block: 'start' });
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  // A form that only asks (the settlement file) is the browser's own affair.
  if (form.method !== 'post') return;
  event.preventDefault();
  if (form.getAttribute('aria-busy') === 'true') return;
  form.setAttribute('aria-busy', 'true');
  const body = new URLSearchParams(new FormData(form));
  const buttons = document.querySelectorAll('main button');
  for (const button of buttons) button.disabled = true;
  try {
    const response = await fetch(form.action, { method: 'POST', body });
    if (!response.ok) throw new Error(await response.text());
    show(await response.text(), response.url);
  } catch (error) {
    const notice = document.createElement('p');
    notice.className = 'banner bad';
    notice.setAttribute('role', 'alert');
    notice.textContent =
      error instanceof TypeError ? 'Bank Sandbox tidak menjawab. Apakah masih berjalan?' : error.message;
    form.querySelector('.banner')?.remove();
    form.append(notice);
  } finally {
    form.removeAttribute('aria-busy');
    for (const button of buttons) button.disabled = false;
  }
});

window.addEventListener('popstate', () => location.reload());
