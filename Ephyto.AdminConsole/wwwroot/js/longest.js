// Whoever writes much is told how much there is room for: some text areas are cut off by the browser without a word, others are
// refused by the server.
const number = new Intl.NumberFormat(document.documentElement.lang);
const counted = new Map();

function count(field) {
  const told = document.getElementById(`${field.id}-limit`);
  const longest = Number(field.dataset.longest) || field.maxLength;
  if (!told || longest <= 0) return;
  // The browser cuts at halves of characters, the server counts whole ones.
  const length = field.maxLength > 0 ? field.value.length : [...field.value].length;
  if (counted.get(field) === length) return;
  if (!counted.has(field)) told.dataset.before = told.textContent;
  counted.set(field, length);
  const isCut = field.maxLength === longest && length >= longest;
  const isOver = length > longest;
  // Counted for the eye; said only where it matters.
  if (isCut || isOver) told.setAttribute('role', 'status');
  else told.removeAttribute('role');
  told.classList.toggle('field-error', isCut || isOver);
  const words = length === 0 ? told.dataset.before : isOver ? told.dataset.over : isCut ? told.dataset.full : told.dataset.limit;
  // The text node stays the same one: Blazor holds on to it.
  told.firstChild.nodeValue = [length, longest, length - longest]
    .reduce((text, value, at) => text.replace(`{${at}}`, number.format(value)), words);
}

document.addEventListener('input', event => {
  if (event.target instanceof HTMLTextAreaElement) count(event.target);
}, true);

// What was sent is taken out of its field by the page, which tells nobody but shows something new.
new MutationObserver(() => {
  for (const field of counted.keys()) {
    if (field.isConnected) count(field);
    else counted.delete(field);
  }
}).observe(document.body, { childList: true, subtree: true });
