// Tells the server that its reader is there, and the reader that the session is about to end.
const dialog = document.getElementById('session-warning');
const warnBefore = 120_000;
const tellEvery = 60_000;
const countEvery = 10_000;
let told = Date.now();
let timer = 0;
let counter = 0;
let endsAt = 0;

for (const kind of ['pointerdown', 'keydown']) {
  addEventListener(kind, () => {
    if (!dialog.open && Date.now() - told > tellEvery) ask('POST');
  }, { capture: true, passive: true });
}

dialog.querySelector('[data-session="stay"]').addEventListener('click', () => ask('POST'));
dialog.querySelector('[data-session="close"]').addEventListener('click', () => dialog.close());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') ask('GET');
});

async function ask(method) {
  if (method === 'POST') told = Date.now();
  try {
    const answer = await fetch('/account/session', { method, headers: { accept: 'application/json' } });
    if (answer.ok) follow(await answer.json(), method === 'POST');
    else later(tellEvery);
  } catch {
    later(tellEvery);
  }
}

function follow({ secondsLeft, extendable }, isAnswer) {
  const left = secondsLeft * 1000;
  endsAt = Date.now() + left;
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
  if (state === 'ending') {
    count();
    counter = setInterval(count, countEvery);
  }

  for (const part of dialog.querySelectorAll('[data-when]')) part.hidden = part.dataset.when !== state;
  dialog.setAttribute('aria-labelledby', 'session-warning-title');
  if (state === 'ended') {
    dialog.querySelector('[data-session="sign-in"]').href = `/account/sign-in?returnUrl=${encodeURIComponent(location.pathname + location.search)}`;
    dialog.querySelector('h2[data-when="ended"]').id = 'session-warning-ended';
    dialog.setAttribute('aria-labelledby', 'session-warning-ended');
  } else {
    dialog.querySelector('[data-session="close"]').hidden = !dialog.querySelector('[data-session="stay"]').hidden;
  }

  if (!dialog.open) dialog.showModal();
}

function later(after) {
  clearTimeout(timer);
  timer = setTimeout(() => ask('GET'), after);
}

ask('GET');
