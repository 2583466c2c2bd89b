// Tells the server that its reader is there, and the reader that the session is about to end or that somebody else is signed in.
const dialog = document.getElementById('session-warning');
const warnBefore = 120_000;
const tellEvery = 60_000;
const countEvery = 10_000;
const breath = 3_000;
let told = Date.now();
let typed = 0;
let timer = 0;
let counter = 0;
let waiting = 0;
let endsAt = 0;
let why = '';

for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(kind, () => {
    if (!dialog.open && Date.now() - told > tellEvery) ask('POST');
  }, { capture: true, passive: true });
}

addEventListener('input', () => { typed = Date.now(); }, { capture: true, passive: true });
dialog.querySelector('[data-session="stay"]').addEventListener('click', () => ask('POST'));
dialog.querySelector('[data-session="close"]').addEventListener('click', () => dialog.close());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') ask('GET');
});
// Two windows side by side are both visible.
addEventListener('focus', () => ask('GET'));

async function ask(method) {
  if (method === 'POST') told = Date.now();
  try {
    const answer = await fetch('account/session', { method, headers: { accept: 'application/json' } });
    if (answer.ok) follow(await answer.json(), method === 'POST');
    else later(tellEvery);
  } catch {
    later(tellEvery);
  }
}

function follow({ secondsLeft, extendable, why: reason, person, name }, isAnswer) {
  if (person && person !== document.body.dataset.person) return tellOther(name);
  // Told once: with that answer the browser forgets the session.
  if (reason) why = `&done=${encodeURIComponent(reason)}`;
  const left = secondsLeft * 1000;
  endsAt = Date.now() + left;
  clearTimeout(waiting);
  if (left <= 0) return show('ended');
  if (left > warnBefore) {
    if (dialog.open) dialog.close();
    return later(left - warnBefore);
  }

  dialog.querySelector('[data-session="stay"]').hidden = !extendable;
  if (!isAnswer || extendable) show('ending');
  later(left + 1000);
}

/** In the reader's language: "2 minutes", towards the end "50 seconds". */
function remaining() {
  const seconds = Math.max(0, (endsAt - Date.now()) / 1000);
  const [count, unit] = seconds >= 90 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 10) * 10, 'second'];
  return new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function count() {
  const title = dialog.querySelector('[data-pattern]');
  title.textContent = title.dataset.pattern.replace('{0}', remaining());
}

function show(state) {
  clearInterval(counter);
  // A dialog takes the focus: it waits until somebody who types draws breath.
  if (!dialog.open && Date.now() - typed < breath) {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(state === 'other' || Date.now() < endsAt ? state : 'ended'), breath);
    return;
  }

  if (state === 'ending') {
    count();
    counter = setInterval(count, countEvery);
  }

  for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state;
  const heading = dialog.querySelector(`h2[data-when="${state}"]`);
  heading.id ||= `session-warning-${state}`;
  dialog.setAttribute('aria-labelledby', heading.id);
  if (state === 'ended') {
    dialog.querySelector('[data-session="sign-in"]').href = `account/sign-in?returnUrl=${encodeURIComponent(here())}${why}`;
  } else if (state === 'ending') {
    dialog.querySelector('[data-session="close"]').hidden = !dialog.querySelector('[data-session="stay"]').hidden;
  }

  if (!dialog.open) dialog.showModal();
}

/** Where the reader is, seen from the path under which the console lives. */
function here() {
  return '/' + (location.pathname + location.search).slice(new URL(document.baseURI).pathname.length);
}

/** The page was shown to one person, and another one has signed in in this browser since. */
function tellOther(name) {
  clearTimeout(timer);
  clearTimeout(waiting);
  const title = dialog.querySelector('[data-when="other"][data-name]');
  title.textContent = title.dataset.name.replace('{0}', name);
  dialog.querySelector('[data-session="reload"]').href = location.pathname + location.search;
  show('other');
}

function later(after) {
  clearTimeout(timer);
  timer = setTimeout(() => ask('GET'), after);
}

ask('GET');
