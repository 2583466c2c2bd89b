// The list of countries under a field, found on this side of the line as one types. Nothing is chosen that the person did not
// choose: an option pressed; Enter, or Tab on an option the arrows led to; or a name or code typed out that means one country.
const most = 8;
const states = new WeakMap();
let source = null;
let countries = [];
let popups = 0;

/** As the server folds names: letters and digits only, without accents and case, one space between the words. */
const fold = text => text.normalize('NFD').replace(/[\p{Mn}\p{Me}]+/gu, '').toLowerCase().replace(/[^\p{L}\p{Nd}\p{Mc}]+/gu, ' ').trim();

function read(picker) {
  if (picker.dataset.countries === source) return countries;
  source = picker.dataset.countries;
  countries = (source ?? '').split('\n').filter(line => line !== '').map(line => {
    const [code, name, keys] = line.split('\t');
    return { code, name, keys: keys.split('|') };
  });
  return countries;
}

function rankOf(keys, wanted) {
  if (wanted === '' || keys.includes(wanted)) return 0;
  if (keys.some(key => key.startsWith(wanted))) return 1;
  return keys.some(key => key.includes(wanted)) ? 2 : 3;
}

const isAsked = text => text === '' || /[\p{L}\p{Nd}]/u.test(text);

/** Exact names and codes first, then names that begin with the text, then those that contain it. */
function find(picker, text) {
  const wanted = fold(text);
  if (!isAsked(text)) return [];
  return read(picker).map(country => ({ country, rank: rankOf(country.keys, wanted) })).filter(hit => hit.rank < 3)
    .sort((one, other) => one.rank - other.rank).map(hit => hit.country);
}

/** The one country that a text names; null where it names none or several: Korea is two. */
function named(picker, text) {
  const wanted = fold(text);
  const hits = wanted === '' ? [] : read(picker).filter(country => country.keys.includes(wanted));
  return hits.length === 1 ? hits[0] : null;
}

const pickerOf = target => target instanceof Element && target.matches('[role=combobox]') ? target.closest('[data-countries]') : null;

function stateOf(picker) {
  const field = picker.querySelector('[role=combobox]');
  const known = states.get(field);
  if (known) return known;
  const popup = document.createElement('div');
  popup.className = 'picker-popup';
  popup.hidden = true;
  popup.setAttribute('aria-live', 'off');
  const list = popup.appendChild(document.createElement('ul'));
  list.id = `picker-list-${++popups}`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', picker.dataset.label);
  const note = popup.appendChild(document.createElement('p'));
  note.setAttribute('role', 'status');
  picker.append(popup);
  field.setAttribute('aria-controls', list.id);
  const state = {
    picker, field, popup, list, note, code: picker.dataset.chosen ?? '', name: field.value, shown: [], active: -1, isArrowed: false,
  };
  if (state.code === '') state.name = '';
  // The field keeps the focus while an option is pressed.
  popup.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) choose(state, state.shown[[...list.children].indexOf(option)]);
  });
  states.set(field, state);
  return state;
}

function tell(state, code) {
  if (state.code === code) return;
  state.code = code;
  const told = state.picker.querySelector('input[type=hidden]');
  told.value = code;
  told.dispatchEvent(new Event('change', { bubbles: true }));
}

function choose(state, country) {
  state.name = country.name;
  if (state.field.value !== country.name) state.field.value = country.name;
  tell(state, country.code);
  close(state);
}

function open(state) {
  const found = find(state.picker, state.field.value);
  state.shown = found.slice(0, most);
  state.list.replaceChildren(...state.shown.map((country, index) => {
    const option = document.createElement('li');
    option.id = `${state.list.id}-${index}`;
    option.setAttribute('role', 'option');
    option.append(Object.assign(document.createElement('span'), { textContent: country.name }), ' ',
      Object.assign(document.createElement('span'), { className: 'muted', textContent: country.code }));
    return option;
  }));
  state.list.hidden = found.length === 0;
  state.note.textContent = found.length === 0 ? state.picker.dataset.none : found.length > most ? state.picker.dataset.more : '';
  state.note.hidden = state.note.textContent === '';
  state.popup.hidden = false;
  state.field.setAttribute('aria-expanded', String(found.length > 0));
  // Where one country is meant, Enter takes it; and the reader sees which.
  const meant = found.length === 1 ? found[0] : named(state.picker, state.field.value);
  mark(state, state.shown.indexOf(meant), false);
}

function close(state) {
  state.popup.hidden = true;
  state.field.setAttribute('aria-expanded', 'false');
  mark(state, -1, false);
}

function mark(state, index, isArrowed) {
  [state.active, state.isArrowed] = [index, isArrowed];
  for (const [at, option] of [...state.list.children].entries()) option.setAttribute('aria-selected', String(at === index));
  if (index < 0) return state.field.removeAttribute('aria-activedescendant');
  state.field.setAttribute('aria-activedescendant', state.list.children[index].id);
  state.list.children[index].scrollIntoView({ block: 'nearest' });
}

/** Whoever goes on with a name typed out has chosen it; whoever goes on with another text has chosen nothing. */
function settle(state) {
  const meant = state.code === '' ? named(state.picker, state.field.value) : null;
  if (meant) choose(state, meant);
  else close(state);
}

document.addEventListener('input', event => {
  const picker = pickerOf(event.target);
  if (!picker) return;
  const state = stateOf(picker);
  if (state.code !== '' && state.field.value !== state.name) tell(state, '');
  open(state);
});

document.addEventListener('click', event => {
  const picker = pickerOf(event.target);
  if (picker && stateOf(picker).code === '') open(stateOf(picker));
});

document.addEventListener('keydown', event => {
  const picker = pickerOf(event.target);
  if (!picker || event.isComposing) return;
  const state = stateOf(picker);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (state.popup.hidden) return open(state);
    const count = state.shown.length;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    if (count > 0) mark(state, state.active < 0 && step < 0 ? count - 1 : (state.active + step + count) % count, true);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (!state.popup.hidden && state.active >= 0) choose(state, state.shown[state.active]);
    else settle(state);
  } else if (event.key === 'Escape') {
    close(state);
  } else if (event.key === 'Tab') {
    if (!state.popup.hidden && state.isArrowed && state.active >= 0) choose(state, state.shown[state.active]);
    else settle(state);
  }
});

// On the window: before the page hears that the field was left, and asks what was chosen.
window.addEventListener('blur', event => {
  const picker = pickerOf(event.target);
  if (picker) settle(stateOf(picker));
}, true);
