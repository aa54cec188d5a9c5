// Keys, and nothing that a link or a button does not do as well.
(() => {
  'use strict';
  const rows = () => [...document.querySelectorAll('[data-row]')];
  const drawer = () => document.getElementById('drawer');
  let opener = null;

  const typing = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;

  const at = () => rows().findIndex((row) => row.classList.contains('at'));

  function choose(index) {
    const all = rows();
    if (all.length === 0) return;
    const next = Math.max(0, Math.min(all.length - 1, index));
    all.forEach((row, i) => row.classList.toggle('at', i === next));
    const link = all[next].querySelector('[data-open]');
    link.focus({ preventScroll: true });
    all[next].scrollIntoView({ block: 'nearest' });
  }

  function open(index) {
    const all = rows();
    if (all.length === 0) return;
    choose(index < 0 ? 0 : index);
    all[index < 0 ? 0 : index].querySelector('[data-open]').click();
  }

  function close() {
    if (!drawer() || drawer().childElementCount === 0) return false;
    drawer().replaceChildren();
    if (opener) opener.focus();
    return true;
  }

  // 1, 2 and 3 choose a judgement; Enter in the reason then sends it.
  let chosen = null;

  function judge(key) {
    const button = document.querySelector(`[data-judge="${key}"]`);
    if (!button) return false;
    chosen = button;
    document.querySelectorAll('[data-judge]').forEach((b) => b.classList.toggle('at', b === button));
    button.form.elements.reason.focus();
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && chosen && event.target === chosen.form.elements.reason) {
      event.preventDefault();
      chosen.form.requestSubmit(chosen);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (close()) event.preventDefault();
      return;
    }
    if (typing(event.target)) return;
    switch (event.key) {
      case 'j': choose(at() + 1); break;
      case 'k': choose(at() < 0 ? 0 : at() - 1); break;
      case 'Enter':
        if (event.target !== document.body || at() < 0) return;
        open(at());
        break;
      case 'e':
        if (!document.querySelector('[data-evidence]')) return;
        open(at());
        break;
      case '/': {
        const find = document.getElementById('find');
        if (!find) return;
        find.focus();
        break;
      }
      case '1': case '2': case '3':
        if (!judge(event.key)) return;
        break;
      case 't': case 'g': case 'u': case 's': {
        const row = at() < 0 ? null : rows()[at()].querySelector('button.star');
        const target = document.querySelector(`[data-key="${event.key}"]`) || (event.key === 's' ? row : null);
        if (!target) return;
        target.click();
        break;
      }
      case '?': location.href = '/keys'; break;
      default: return;
    }
    event.preventDefault();
  });

  document.addEventListener('click', (event) => {
    const link = event.target.closest('[data-evidence]');
    if (link) opener = link;
    if (event.target.closest('[data-close]') && opener) {
      event.preventDefault();
      close();
    }
  });

  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id === 'drawer') drawer().focus({ preventScroll: window.innerWidth > 1100 });
  });

  document.addEventListener('input', (event) => {
    const shown = event.target.type === 'range' && event.target.form.querySelector('output');
    if (shown) shown.value = `${event.target.value > 0 ? '+' : ''}${event.target.value} h`;
  });

  document.addEventListener('change', (event) => {
    const form = event.target.closest('[data-filters]');
    if (form) form.requestSubmit();
  });
})();
