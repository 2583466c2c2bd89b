// Answers arrive while somebody types on, and speak of what was typed before: nothing a script does of itself takes a letter, the caret
// or the focus. What it does in answer to the person's own key or press, at once, is the person's act.
const fields = 'input:not([type=hidden], [type=file], [type=button], [type=submit], [type=reset], [type=image]), textarea, select';
const goingOn = 'button, a, summary, [role=button]';
const isSwitch = field => field.type === 'radio' || field.type === 'checkbox';
const isPersonsAct = () => window.event instanceof UIEvent && window.event.isTrusted;
const rawFocus = HTMLElement.prototype.focus;
const rawBlur = HTMLElement.prototype.blur;
const rawValues = new Map([HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]
  .map(type => [type, Object.getOwnPropertyDescriptor(type.prototype, 'value').set]));
const rawChecked = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked').set;

// Where the person is: the field, whether its content is theirs alone, whether the focus is.
let pen = null;
let cameAt = location.pathname;
let isMoving = false;

function takeUp(field, isTheirs, stays) {
  const before = pen?.field === field ? pen.before : undefined;
  pen = { field, isTheirs, stays, value: field.value, checked: field.checked, range: rangeOf(field), place: location.pathname, before };
}

function rangeOf(field) {
  return [field.selectionStart ?? null, field.selectionEnd ?? null, field.selectionDirection ?? 'none'];
}

function putRange(field, [start, end, direction]) {
  if (start === null || (field.selectionStart === start && field.selectionEnd === end)) return;
  try {
    field.setSelectionRange(start, end, direction);
  } catch { /* A kind of field without a caret to place. */ }
}

const isAt = field => pen !== null && document.activeElement === pen.field
  && (pen.field === field || (field.type === 'radio' && pen.field.type === 'radio' && field.name === pen.field.name));
// A day of which only some numbers are typed has no value yet, and tells nobody that it is written.
const isBegun = field => field.matches('input[type=date], input[type=month]') && field.validity.badInput && !pen.isSent;
const isHeld = field => isAt(field) && !isPersonsAct()
  && (pen.isTheirs || isBegun(field) || (field instanceof HTMLSelectElement && pen.stays));
const keepsFocus = () => pen !== null && pen.stays && document.activeElement === pen.field && !isPersonsAct();

// A page that is only filtered is not another page, whose heading would be read first. Nor is one that comes to life in two steps:
// the field that went with the first may come back with the second.
const isSamePage = target => target.tagName === 'H1' && cameAt === location.pathname
  && (document.activeElement !== document.body || (pen !== null && !pen.field.isConnected));

for (const [type, set] of rawValues) {
  const property = Object.getOwnPropertyDescriptor(type.prototype, 'value');
  Object.defineProperty(type.prototype, 'value', {
    ...property,
    set(value) {
      if (isHeld(this)) return;
      const range = document.activeElement === this ? rangeOf(this) : null;
      set.call(this, value);
      if (range) putRange(this, range);
    },
  });
}

Object.defineProperty(HTMLInputElement.prototype, 'checked', {
  ...Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'checked'),
  set(value) {
    if (!isHeld(this)) rawChecked.call(this, value);
  },
});

HTMLElement.prototype.focus = function (options) {
  if (this !== pen?.field && (keepsFocus() || isSamePage(this))) return;
  isMoving = !isPersonsAct();
  try {
    rawFocus.call(this, options);
  } finally {
    isMoving = false;
  }
};

HTMLElement.prototype.blur = function () {
  if (this !== pen?.field || !keepsFocus()) rawBlur.call(this);
};

document.addEventListener('focusin', event => {
  cameAt = location.pathname;
  if (event.target.matches?.(fields)) takeUp(event.target, false, !isMoving);
  else pen = null;
}, true);

// Whoever leaves a field has left it; a field that is taken away under somebody's hands was not left.
document.addEventListener('focusout', event => {
  const left = event.target;
  queueMicrotask(() => {
    if (pen?.field === left && left.isConnected && document.activeElement !== left) pen = null;
  });
}, true);

for (const kind of ['input', 'change']) {
  document.addEventListener(kind, event => {
    const field = event.target;
    if (!event.isTrusted || field !== document.activeElement || !field.matches(fields)) return;
    const isText = !isSwitch(field) && !(field instanceof HTMLSelectElement);
    // A text that is left or sent by Enter tells so too, and is no longer being written then.
    if (isText && kind === 'change') return;
    takeUp(field, true, isText);
  }, true);
}

document.addEventListener('selectionchange', () => {
  if (pen && document.activeElement === pen.field) [pen.value, pen.range] = [pen.field.value, rangeOf(pen.field)];
}, true);

// Sent, or gone on: now the answer may empty the form and lead elsewhere, until the next letter.
function sent() {
  if (pen) [pen.isTheirs, pen.stays, pen.isSent] = [false, false, true];
}

// Not by the event of sending: waiting.js sends later what was pressed before the page lived.
window.addEventListener('popstate', sent);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' || (event.key === 'Enter' && !event.isComposing && event.target instanceof HTMLInputElement)) sent();
  else if (pen) pen.isSent = false;
}, true);
document.addEventListener('click', event => {
  if (event.isTrusted && event.target.closest?.(goingOn)) sent();
}, true);

function successorOf(field) {
  if (field.id) {
    const next = document.getElementById(field.id);
    return next?.matches(fields) && next.tagName === field.tagName ? next : null;
  }

  if (!field.name) return null;
  return [...document.querySelectorAll(fields)].find(other => other.tagName === field.tagName && other.name === field.name
    && other.type === field.type && (!isSwitch(field) || other.value === field.value)) ?? null;
}

function hand(was, next) {
  if (was.isTheirs && (isSwitch(next) ? next.checked !== was.checked : next.value !== was.value)) {
    if (isSwitch(next)) rawChecked.call(next, was.checked);
    else [...rawValues].find(([type]) => next instanceof type)[1].call(next, was.value);
    for (const kind of ['input', 'change']) next.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  rawFocus.call(next, { preventScroll: true });
  putRange(next, was.range);
  takeUp(next, was.isTheirs, was.stays);
}

// Something changed, and the form went: whoever was typing types on in a sheet over the page, with every letter there.
function rescue(was) {
  const words = document.body.dataset;
  const sheet = document.createElement('aside');
  sheet.className = 'rescued';
  sheet.setAttribute('aria-label', words.rescuedTitle);
  const add = (name, text) => sheet.appendChild(Object.assign(document.createElement(name), { textContent: text }));
  add('strong', words.rescuedTitle);
  add('p', words.rescuedText).setAttribute('role', 'status');
  const field = add('textarea', '');
  field.rows = 3;
  field.dir = 'auto';
  field.setAttribute('aria-label', words.rescuedTitle);
  const close = Object.assign(add('button', words.rescuedClose), { type: 'button', className: 'button' });
  close.addEventListener('click', () => sheet.remove());
  document.body.append(sheet);
  hand(was, field);
  pen.before = was.field;
}

function succeed() {
  if (!pen) return;
  // The form is back: so are the words.
  if (pen.before) {
    const back = successorOf(pen.before);
    if (!back || document.activeElement !== pen.field) return;
    const was = pen;
    const sheet = was.field.closest('.rescued');
    hand(was, back);
    return sheet.remove();
  }

  if (pen.field.isConnected || (document.activeElement && document.activeElement !== document.body)) return;
  const next = successorOf(pen.field);
  if (next) hand(pen, next);
  else if (pen.place === location.pathname && pen.isTheirs && pen.stays && pen.value.trim() !== ''
    && pen.field.type !== 'password') rescue(pen);
}

new MutationObserver(succeed).observe(document.documentElement, { childList: true, subtree: true });

// Whoever began to type before this file was there.
const begun = document.activeElement;
if (begun?.matches?.(fields)) {
  const isTheirs = !(begun instanceof HTMLSelectElement)
    && (isSwitch(begun) ? begun.checked !== begun.defaultChecked : begun.value !== begun.defaultValue);
  takeUp(begun, isTheirs, isTheirs);
}

// A part of a page that comes to life is made anew once. Whoever is at a link or a button of it is at the same one afterwards.
for (const part of document.querySelectorAll('[data-comes-alive]')) {
  const alike = at => [...part.querySelectorAll(goingOn)]
    .filter(other => other.tagName === at.tagName && other.textContent === at.textContent);
  let stand = null;
  const note = at => { stand = at.matches?.(goingOn) ? { at, count: alike(at).length, place: alike(at).indexOf(at) } : null; };
  if (part.contains(document.activeElement)) note(document.activeElement);
  part.addEventListener('focusin', event => note(event.target));
  new MutationObserver((_, observer) => {
    if (part.childElementCount === 0) return;
    observer.disconnect();
    if (!stand || stand.at.isConnected || document.activeElement !== document.body) return;
    const now = alike(stand.at);
    if (now.length === stand.count) rawFocus.call(now[stand.place], { preventScroll: true });
  }).observe(part, { childList: true });
}
