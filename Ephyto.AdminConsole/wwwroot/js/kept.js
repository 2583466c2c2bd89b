// What is typed into a form marked data-keep is kept in this tab until it is sent. Passwords and hidden fields never are.
const { person = '', cookiePrefix, cookiePath } = document.body.dataset;
const store = 'typed';
// Consoles may stand beside each other at paths of one host.
const whenLeft = `typed-left ${cookiePath}`;
let since = Date.now();
followWhoLeft();
const kept = read();
const fields = 'input:not([type=password]):not([type=hidden]):not([type=file]), textarea, select';

/** Who signed out or erased the account leaves no words, in no tab. */
function followWhoLeft() {
  addEventListener('storage', event => {
    if (event.key !== whenLeft || !event.newValue) return;
    for (const key of Object.keys(kept)) delete kept[key];
    sessionStorage.removeItem(store);
    if (!person) since = Number(event.newValue) + 1;
  });
  const told = `${cookiePrefix}ephyto-left`;
  if (!document.cookie.split('; ').some(cookie => cookie.startsWith(`${told}=`))) return;
  try {
    localStorage.setItem(whenLeft, since);
  } catch { /* Storage is switched off: then nothing was kept. */ }
  since++;
  document.cookie = `${told}=;path=${cookiePath};max-age=0;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
}

function read() {
  try {
    const saved = JSON.parse(sessionStorage.getItem(store));
    const left = Number(localStorage.getItem(whenLeft));
    if (left > 0 && (saved?.since ?? 0) <= left) {
      sessionStorage.removeItem(store);
      return {};
    }

    // A session that has ended keeps the words of its person; another person finds nothing of them.
    if (saved?.person && person && saved.person !== person) sessionStorage.removeItem(store);
    return saved?.person === person ? saved.forms : {};
  } catch {
    return {};
  }
}

function write() {
  try {
    sessionStorage.setItem(store, JSON.stringify({ person, since, forms: kept }));
  } catch { /* No room, or storage is switched off: then nothing is kept. */ }
}

const keyOf = form => `${location.pathname} ${form.dataset.keep}`;
const nameOf = field => field.type === 'radio' ? `${field.name}=${field.value}` : field.name || field.id;
const isSwitch = field => field.type === 'radio' || field.type === 'checkbox';

function remember(field) {
  const form = field.closest?.('[data-keep]');
  if (!form || !field.matches(fields)) return;
  const entry = kept[keyOf(form)] ??= { typed: {} };
  if (field.type === 'radio') {
    for (const other of Object.keys(entry.typed)) if (other.startsWith(`${field.name}=`)) delete entry.typed[other];
  }
  entry.typed[nameOf(field)] = isSwitch(field) ? field.checked : field.value;
  entry.title = titleAround(form);
  write();
}

/** What the reader knows the form by: the heading over it. */
function titleAround(form) {
  const around = form.closest('[role=dialog]') ?? form;
  const heading = around.querySelector('h2, h3') ?? around.closest('section, article, details')?.querySelector('h2, h3, summary');
  return heading?.textContent.trim() ?? '';
}

// Until a panel or dialog is opened again, a sheet says that its words are kept.
const waiting = new Set();
let sheet = null;
let told = '';
const isWords = value => typeof value === 'string' && value.trim() !== '';
const isHere = key => [...document.querySelectorAll('[data-keep]')].some(form => keyOf(form) === key);

function tell() {
  if (waiting.size === 0 && !sheet) return;
  for (const key of waiting) if (!kept[key] || isHere(key)) waiting.delete(key);
  const titles = [...waiting].filter(key => key.startsWith(`${location.pathname} `)).map(key => kept[key].title);
  if (titles.join('\n') === told) return;
  told = titles.join('\n');
  sheet?.remove();
  sheet = null;
  if (titles.length > 0) show(titles);
}

function show(titles) {
  const words = document.body.dataset;
  sheet = document.createElement('aside');
  sheet.className = 'rescued kept-words';
  sheet.setAttribute('aria-label', words.keptTitle);
  const add = (name, textContent, to = sheet) => to.appendChild(Object.assign(document.createElement(name), { textContent }));
  const said = add('div', '');
  said.setAttribute('role', 'status');
  const close = Object.assign(add('button', words.rescuedClose), { type: 'button', className: 'button' });
  close.addEventListener('click', () => {
    waiting.clear();
    tell();
  });
  document.body.append(sheet);
  // A live region is read out when something comes into it, not when it comes itself.
  add('strong', words.keptTitle, said);
  add('p', words.keptText, said);
  const list = add('ul', '', said);
  for (const title of titles) add('li', title, list).dir = 'auto';
}

function restore(form, among = form.querySelectorAll(fields)) {
  const typed = kept[keyOf(form)]?.typed;
  if (!typed) return;
  for (const field of among) {
    const value = typed[nameOf(field)];
    if (value === undefined || (isSwitch(field) ? field.checked : field.value) === value) continue;
    if (isSwitch(field)) field.checked = value;
    else field.value = value;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  const section = form.closest('details');
  if (section && Object.keys(typed).length > 0) section.open = true;
}

for (const kind of ['input', 'change']) document.addEventListener(kind, event => remember(event.target), true);

// Only a page that comes back with a refusal gives back what was sent. Who confirms has no use for words of declining.
document.addEventListener('submit', event => {
  const { drops } = event.target.dataset;
  if (drops) delete kept[`${location.pathname} ${drops}`];
  const form = event.target.closest('[data-keep]') ?? event.target.querySelector('[data-keep]');
  const entry = form && kept[keyOf(form)];
  if (!entry) return drops && write();
  entry.sent = entry.typed;
  entry.typed = {};
  write();
}, true);

const refused = new URLSearchParams(location.search).has('problem');
for (const [key, entry] of Object.entries(kept)) {
  if (refused && entry.sent && key.startsWith(`${location.pathname} `)) entry.typed = { ...entry.sent, ...entry.typed };
  delete entry.sent;
}

// An opened section stays open when the circuit takes over.
const opened = new Set();
const titleOf = section => section.querySelector('summary')?.textContent;
function noteOpened(section) {
  if (!(section instanceof HTMLDetailsElement) || section.matches('.menu') || !section.isConnected) return;
  if (section.open) opened.add(titleOf(section));
  else opened.delete(titleOf(section));
}

function appear(root) {
  if (!(root instanceof Element)) return;
  for (const section of root.matches('details') ? [root] : root.querySelectorAll('details:not(.menu)')) {
    if (opened.has(titleOf(section))) section.open = true;
  }
  for (const form of root.matches('[data-keep]') ? [root] : root.querySelectorAll('[data-keep]')) restore(form);
  // Another step of a form that stays: what the page knows already stays, and nothing is chosen for the reader.
  const around = root.parentElement?.closest('[data-keep]');
  if (!around) return;
  const fresh = [...(root.matches(fields) ? [root] : root.querySelectorAll(fields))];
  restore(around, fresh.filter(field => field.role !== 'combobox' && (isSwitch(field) || field.value === '')));
}

// A form that was closed on a living page was given up; one that went with its page was not.
function disappear(root) {
  if (!(root instanceof Element)) return;
  for (const form of root.matches('[data-keep]') ? [root] : root.querySelectorAll('[data-keep]')) {
    const key = keyOf(form);
    setTimeout(() => {
      const isThere = [...document.querySelectorAll('[data-keep]')].some(other => keyOf(other) === key);
      if (isThere || !key.startsWith(`${location.pathname} `) ) return;
      delete kept[key];
      write();
    }, 3000);
  }
}

for (const field of document.querySelectorAll('[data-keep] input[name], [data-keep] textarea')) {
  if (isSwitch(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue) remember(field);
}
appear(document.body);
for (const [key, { title, typed }] of Object.entries(kept)) if (title && Object.values(typed).some(isWords)) waiting.add(key);
tell();
// No answer closes a section on somebody who is in it: only its summary does.
function closed(section) {
  const isInside = section.contains(document.activeElement) && document.activeElement.parentElement !== section;
  if (section.matches('details:not(.menu, [open])') && isInside) section.open = true;
}

new MutationObserver(changes => {
  for (const change of changes) {
    if (change.type === 'attributes') {
      closed(change.target);
      noteOpened(change.target);
    }

    change.addedNodes.forEach(appear);
    change.removedNodes.forEach(disappear);
  }
  tell();
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
