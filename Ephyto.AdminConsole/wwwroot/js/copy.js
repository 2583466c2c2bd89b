// Puts a text of the page into the clipboard, at the press itself: a browser takes nothing that comes later from the server.
document.addEventListener('click', async event => {
  const button = event.target.closest?.('[data-copy]');
  if (!button) return;
  const text = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector('[role="status"]');
  // Emptied first: a screen reader says the same words a second time only where they come anew.
  said.textContent = '';
  const isCopied = await copy(text);
  requestAnimationFrame(() => {
    said.textContent = isCopied ? button.dataset.copied : button.dataset.notCopied;
  });
});

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    // Without https, or where the reader does not allow it: selected, it takes one more press.
    getSelection().selectAllChildren(text);
    return false;
  }
}
