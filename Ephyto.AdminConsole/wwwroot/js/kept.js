// What somebody types into a form marked data-keep is kept in this tab until it is sent: past the moment when a circuit
// replaces the form, a reload, a lost connection, the end of a session. Passwords and hidden fields are never kept.
const person = document.body.dataset.person ?? '';
const store = 'typed';
const kept = read();
const fields = 'input:not([type=password]):not([type=hidden]):not([type=file]), textarea, select';
let focused = null;

function read() {
  try {
    const saved = JSON.parse(sessionStorage.getItem(store));
    return saved?.person === person ? saved.forms : {};
  } catch {
    return {};
  }
}

function write() {
  try {
    sessionStorage.setItem(store, JSON.stringify({ person, forms: kept }));
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
  write();
}

function restore(form) {
  const typed = kept[keyOf(form)]?.typed;
  if (!typed) return;
  for (const field of form.querySelectorAll(fields)) {
    const value = typed[nameOf(field)];
    if (value === undefined || (isSwitch(field) ? field.checked : field.value) === value) continue;
    if (isSwitch(field)) field.checked = value;
    else field.value = value;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  const section = form.closest('details');
  if (section && Object.keys(typed).length > 0) section.open = true;
}

/** The circuit has put a form in the place of the one somebody was writing in: the cursor goes where it was. */
function refocus(form) {
  if (!focused || focused.element.isConnected || focused.key !== keyOf(form)) return;
  const field = [...form.querySelectorAll(fields)].find(candidate => nameOf(candidate) === focused.name);
  const [start, end] = focused.range;
  field?.focus({ preventScroll: true });
  if (field && start !== null) field.setSelectionRange(start, end);
}

function rangeOf(field) {
  return [field.selectionStart ?? null, field.selectionEnd ?? null];
}

for (const kind of ['input', 'change']) document.addEventListener(kind, event => remember(event.target), true);
for (const kind of ['focusin', 'input', 'selectionchange']) {
  document.addEventListener(kind, () => {
    const field = document.activeElement;
    const form = field?.closest?.('[data-keep]');
    if (form && field.matches(fields)) focused = { element: field, key: keyOf(form), name: nameOf(field), range: rangeOf(field) };
  }, true);
}
document.addEventListener('focusout', event => {
  const left = event.target;
  queueMicrotask(() => {
    if (left.isConnected && focused?.element === left) focused = null;
  });
}, true);

// Sent is sent; only a page that comes back with a refusal gives the words back.
document.addEventListener('submit', event => {
  if (event.target.action.endsWith('/account/sign-out')) return sessionStorage.removeItem(store);
  const form = event.target.closest('[data-keep]') ?? event.target.querySelector('[data-keep]');
  const entry = form && kept[keyOf(form)];
  if (!entry) return;
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
document.addEventListener('toggle', event => {
  const section = event.target;
  if (!(section instanceof HTMLDetailsElement) || section.matches('.menu') || !section.isConnected) return;
  if (section.open) opened.add(titleOf(section));
  else opened.delete(titleOf(section));
}, true);

function appear(root) {
  if (!(root instanceof Element)) return;
  for (const section of root.matches('details') ? [root] : root.querySelectorAll('details:not(.menu)')) {
    if (opened.has(titleOf(section))) section.open = true;
  }
  for (const form of root.matches('[data-keep]') ? [root] : root.querySelectorAll('[data-keep]')) {
    restore(form);
    refocus(form);
  }
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
new MutationObserver(changes => {
  for (const change of changes) {
    change.addedNodes.forEach(appear);
    change.removedNodes.forEach(disappear);
  }
}).observe(document.body, { childList: true, subtree: true });
