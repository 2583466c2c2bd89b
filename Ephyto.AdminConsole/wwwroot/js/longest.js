// The browser cuts off what is beyond the longest text without a word: whoever writes much is told how much there is room for.
const number = new Intl.NumberFormat(document.documentElement.lang);

function count(field) {
  const told = document.getElementById(`${field.id}-limit`);
  if (!told || field.maxLength < 0) return;
  const [length, isFull] = [field.value.length, field.value.length >= field.maxLength];
  const words = isFull ? told.dataset.full : told.dataset.limit;
  // Counted for the eye; said only where it matters.
  if (isFull) told.setAttribute('role', 'status');
  else told.removeAttribute('role');
  // The text node stays the same one: Blazor holds on to it.
  told.firstChild.nodeValue = words.replace('{0}', number.format(length)).replace('{1}', number.format(field.maxLength));
}

document.addEventListener('input', event => {
  if (event.target instanceof HTMLTextAreaElement) count(event.target);
}, true);
