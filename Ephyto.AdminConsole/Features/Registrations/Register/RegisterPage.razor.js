// Puts the keyboard where the reader has to go on: the next step's heading, or the first answer to correct.
export function focus(id) {
  const element = document.getElementById(id);
  if (!element) return;
  // Over a slow line a reader may be typing in the new step already.
  if (element.tagName === 'H2' && document.activeElement?.matches('input, textarea')) return;
  const control = element.matches('[role="radiogroup"]') ? element.querySelector('input') ?? element : element;
  control.focus({ preventScroll: true });
  (element.closest('.field') ?? element).scrollIntoView({ block: element.tagName === 'H2' ? 'start' : 'center' });
}

// What kept.js keeps of this form in the tab, where the server keeps none: submitted or thrown away, it is not given back.
export function forget() {
  try {
    const saved = JSON.parse(sessionStorage.getItem('typed'));
    delete saved?.forms[`${location.pathname} register`];
    if (saved) sessionStorage.setItem('typed', JSON.stringify(saved));
  } catch { /* Storage is switched off: then nothing was kept. */ }
}
