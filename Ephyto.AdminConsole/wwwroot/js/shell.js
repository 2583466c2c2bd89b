// Comforts of every page; each of them works without this file too, only with a reload or in UTC.

// What is for pages without scripts goes.
document.documentElement.dataset.scripted = '';

// Light and dark without a reload. Runs before Blazor's own handling of links.
document.addEventListener('click', event => {
  const link = event.target.closest?.('[data-theme-choice]');
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  const theme = link.dataset.themeChoice;
  choose('theme', theme);
  document.getElementById('dark-colours').media = theme === 'dark' ? 'screen' : 'not all';
  document.querySelector(`[data-theme-choice="${theme === 'dark' ? 'light' : 'dark'}"]`)?.focus();
}, true);

// A day of which only a part is typed would reach the server as no day at all: the form waits until it is whole, or empty again.
for (const kind of ['submit', 'click']) {
  window.addEventListener(kind, event => {
    const place = kind === 'submit' ? event.target : event.target.closest?.('.button-primary')?.closest('[role="dialog"], form');
    const half = [...place?.querySelectorAll('input[type="date"]') ?? []].find(field => field.validity.badInput);
    if (!half) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    half.focus();
    half.reportValidity();
  }, true);
}

// An open menu closes when the reader turns elsewhere.
document.addEventListener('click', event => closeMenus(event.target));
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  closeMenus(null);
  closeDrawer();
});

// On a telephone the menu lies over the page (see ConsoleLayout), and closes as whatever lies over a page does.
function closeDrawer() {
  const menu = document.querySelector('.console-menu[aria-expanded="true"]');
  if (!menu || !matchMedia('(width < 960px)').matches) return;
  menu.click();
  menu.focus();
}

// A button that opens a form in the page goes away with the press, and the focus with it: it goes on at the form.
function leadToOpened(node) {
  const opened = node.matches?.('[data-opened]') ? node : node.querySelector?.('[data-opened]');
  if (opened && document.activeElement === document.body) opened.focus();
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!menu.contains(target)) {
      menu.open = false;
      if (target === null) menu.querySelector('summary').focus();
    }
  }
}

// The reader's time zone: told to the server for the pages to come, put into the times of this one where it did not know it.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`ephyto-zone=${encodeURIComponent(zone)}`)) choose('zone', encodeURIComponent(zone));

/** Remembers a choice for a year, under the name and the path that the server gives its cookies (see ConsoleCookies). */
function choose(name, value) {
  const { cookiePrefix, cookiePath } = document.body.dataset;
  const secure = location.protocol === 'https:' ? ';secure' : '';
  document.cookie = `${cookiePrefix}ephyto-${name}=${value};path=${cookiePath};max-age=31536000;samesite=lax${secure}`;
}

const language = document.documentElement.lang;
const locale = language === 'en' ? 'en-GB' : language;
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const offset = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'shortOffset' });

function exact(moment) {
  const distance = offset.formatToParts(moment).find(part => part.type === 'timeZoneName').value;
  // French alone counts the first of a month by its rank (see DaysInWords).
  const words = language === 'fr' ? day.format(moment).replace(/^1 /, '1er ') : day.format(moment);
  return `${words}, ${hour.format(moment)} ${distance.replace('GMT', 'UTC').replace(/[+-]0$/, '')}`;
}

function refine(root) {
  for (const time of root.querySelectorAll?.('time[data-utc]') ?? []) {
    const words = exact(new Date(time.dateTime));
    // The text node stays the same one: Blazor holds on to it.
    if (time.title) time.title = words;
    else if (time.firstChild) time.firstChild.nodeValue = words;
  }
}

refine(document);
// A circuit leads on by a link (see LeadOn.razor). A page that is loaded follows it once.
let followed = null;
function leadOn() {
  const link = document.querySelector('a[data-leads-on]');
  if (!link || link === followed) return;
  followed = link;
  location.assign(link.href);
}

new MutationObserver(changes => {
  leadOn();
  for (const change of changes) for (const node of change.addedNodes) refine(node.parentNode ?? node);
  for (const change of changes) for (const node of change.addedNodes) leadToOpened(node);
}).observe(document.body, { childList: true, subtree: true });
