// Comforts of the lists of the console; a list works without them.
(() => {
  // Whoever goes into a row comes back to it, where it stood, by the browser's way back and the link back to the list. Its rows come
  // from the server, after the page.
  const { person } = document.body.dataset;
  const keyOf = list => `ephyto-list ${list}`;
  let before = location.pathname;
  let leaving = false;
  let sought = null;

  function keep(row, link) {
    const place = { person, search: location.search, row: row.querySelector('a').href, link: link.href,
      top: link.getBoundingClientRect().top };
    sessionStorage.setItem(keyOf(location.pathname), JSON.stringify(place));
  }

  /** Where this person left the list, in this tab. */
  function recall(list) {
    const place = JSON.parse(sessionStorage.getItem(keyOf(list)) ?? 'null');
    return place?.person === person ? { ...place, list } : null;
  }

  function lead() {
    if (location.pathname !== sought?.list || location.search !== sought.search) return;
    // Only whoever has not gone on yet: a page begins at its title.
    const focused = document.activeElement;
    if (focused !== document.body && focused.localName !== 'h1') return;
    const row = [...document.querySelectorAll('.list-grid tbody tr')].find(one => one.querySelector('a')?.href === sought.row);
    const link = row && [...row.querySelectorAll('a')].find(one => one.href === sought.link);
    if (!link) return;
    scrollBy({ top: link.getBoundingClientRect().top - sought.top, behavior: 'instant' });
    link.focus({ preventScroll: true });
  }

  // Before Blazor, which follows links itself and reads where they lead.
  window.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    const row = link?.closest('.list-grid tbody tr');
    if (row) keep(row, link);
    leaving = Boolean(row);
    const place = link?.closest('.page-back') ? recall(link.pathname) : null;
    if (!place) return;
    link.search = place.search;
    sought = place;
  }, true);

  // Whoever turns back at once, before the page of the row has come, comes back as well.
  window.addEventListener('popstate', () => {
    sought = leaving || location.pathname !== before ? recall(location.pathname) : null;
    leaving = false;
    lead();
  });
  if (performance.getEntriesByType('navigation')[0]?.type === 'back_forward') sought = recall(location.pathname);
  // A page that the browser had kept as it was.
  window.addEventListener('pageshow', event => {
    if (!event.persisted) return;
    sought = recall(location.pathname);
    lead();
  });
  // A reader who does something goes on from there.
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(kind, () => { sought = null; }, { capture: true, passive: true });
  }

  document.addEventListener('focusin', lead);
  new MutationObserver(() => {
    leaving &&= location.pathname === before;
    before = location.pathname;
    lead();
  }).observe(document.body, { childList: true, subtree: true });

  // The panels above a list: one at a time, and Escape closes the one in which somebody is, as it does with every menu.
  document.addEventListener('toggle', event => {
    if (!event.target.matches?.('.list-menu[open]')) return;
    for (const menu of document.querySelectorAll('.list-menu[open]')) if (menu !== event.target) menu.open = false;
  }, true);

  document.addEventListener('keydown', event => {
    const menu = event.target.closest?.('.list-menu[open]');
    if (event.key !== 'Escape' || event.isComposing || !menu) return;
    const cancel = event.target.closest('li')?.querySelector('[data-cancels]');
    if (cancel) {
      cancel.click();
      return;
    }

    menu.open = false;
    menu.querySelector('summary').focus();
  });

  // On paper stands what was asked for; the form that asks is left out.
  window.addEventListener('beforeprint', () => {
    const said = [...document.querySelectorAll('main form[role="search"] :is(input, select)')].map(field => {
      const label = field.labels?.[0]?.textContent.trim();
      if (field.type === 'checkbox') return field.checked ? label : '';
      const value = field.selectedOptions?.[0]?.textContent ?? field.value;
      return field.value && label ? `${label}: ${value.trim()}` : '';
    });
    const words = said.filter(Boolean).map(one => `${one} ·`).join(' ');
    for (const place of document.querySelectorAll('[data-paper-filter]')) place.textContent = words;
  });

  // Whoever opens a view wants to see its rows.
  document.addEventListener('click', event => {
    const menu = event.target.closest?.('.list-views a')?.closest('.list-menu');
    if (!menu || event.metaKey || event.ctrlKey) return;
    menu.open = false;
    menu.closest('.list').querySelector('.list-hits').focus();
  });
})();
