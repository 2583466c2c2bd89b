// Comforts of every page; each of them works without this file too, only with a reload or in UTC.

// Light and dark without a reload. Runs before Blazor's own handling of links.
document.addEventListener('click', event => {
  const link = event.target.closest?.('[data-theme-choice]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  const theme = link.dataset.themeChoice;
  const secure = location.protocol === 'https:' ? ';secure' : '';
  document.cookie = `ephyto-theme=${theme};path=/;max-age=31536000;samesite=lax${secure}`;
  document.getElementById('dark-colours').media = theme === 'dark' ? 'all' : 'not all';
  document.querySelector(`[data-theme-choice="${theme === 'dark' ? 'light' : 'dark'}"]`)?.focus();
}, true);

// An open menu closes when the reader turns elsewhere.
document.addEventListener('click', event => closeMenus(event.target));
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') closeMenus(null);
});

function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target)) {
      menu.open = false;
      if (target === null) menu.querySelector('summary').focus();
    }
  }
}
