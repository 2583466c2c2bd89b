// What a person does before the circuit makes the page anew is handed to the living page; the last press is done there. It holds the
// page up on purpose: where it does not run, the styles leave out what would do nothing.
(() => {
  const html = document.documentElement;
  const tell = () => { if (!('scripted' in html.dataset)) html.dataset.scripted = ''; };
  tell();
  // Blazor, where it loads a page by itself, puts the attributes back as the server gave them.
  new MutationObserver(tell).observe(html, { attributes: true, attributeFilter: ['data-scripted'] });
  const scope = '.until-live, .mud-layout';
  const fields = 'input:not([type=hidden], [type=file], [type=submit], [type=button]), textarea, select';
  const patience = 10_000;
  const place = location.href;
  const isSwitch = field => field.type === 'radio' || field.type === 'checkbox';
  const wordsOf = element => `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`.replace(/\s+/g, ' ').trim();
  const around = element => wordsOf(element.closest('tr, li, article, form, section, .card'));
  const marker = () => document.querySelector('[data-waiting]');
  /** The server gives the address of the page itself to a form that its circuit will send. */
  const leadsElsewhere = form => (form?.hasAttribute('action') ?? false)
    && new URL(form.getAttribute('action'), document.baseURI).pathname !== location.pathname;
  const isWaitingAt = element => element instanceof Element && element.closest(scope) !== null && marker() !== null;

  let filled = new Map();
  let opened = new Map();
  let focused = null;
  let pressed = null;
  let held = null;
  let isOver = false;

  function describe(element) {
    const isField = element.matches(fields);
    return {
      element, tag: element.tagName, id: element.id, name: element.name ?? '', type: element.type ?? '',
      choice: isSwitch(element) ? element.value : '',
      words: isField ? '' : wordsOf(element), around: around(element),
    };
  }

  const isAlike = (one, other) => ['tag', 'name', 'type', 'choice', 'words'].every(what => one[what] === other[what]);

  /** The same thing on the living page; null where that is not certain. */
  function find(was) {
    if (was.id !== '') return [document.getElementById(was.id)].find(next => next?.tagName === was.tag && next !== was.element) ?? null;
    const alike = [...document.querySelectorAll(was.tag)].filter(next => next !== was.element && isAlike(describe(next), was));
    const same = alike.length > 1 ? alike.filter(next => around(next) === was.around) : alike;
    return same.length === 1 ? same[0] : null;
  }

  function hand(field, next) {
    if (isSwitch(field) ? field.checked === next.checked : field.value === next.value) return;
    if (isSwitch(field)) next.checked = field.checked;
    else next.value = field.value;
    for (const kind of ['input', 'change']) next.dispatchEvent(new Event(kind, { bubbles: true }));
    // The list of countries takes a name typed out when its field is left; this one was left before.
    if (next.role === 'combobox' && focused?.element !== field) next.dispatchEvent(new FocusEvent('blur'));
  }

  function handOver() {
    if (filled.size === 0 && opened.size === 0 && !focused && !pressed) return;
    if (location.href !== place) return forget();
    for (const [summary, was] of opened) {
      const next = find(was);
      if (!next) continue;
      opened.delete(summary);
      next.parentElement.open = true;
    }
    for (const [field, was] of filled) {
      const next = find(was);
      if (!next) continue;
      filled.delete(field);
      hand(field, next);
    }
    // A field gets its focus and its caret back from typing.js. Where nobody is, Blazor goes to the heading.
    const isNobodys = document.activeElement === document.body || document.activeElement?.tagName === 'H1';
    if (focused && !focused.element.isConnected && !focused.element.matches(fields) && isNobodys) {
      const next = find(focused);
      next?.focus({ preventScroll: true });
      if (next) focused = null;
    }
    const button = pressed && filled.size === 0 ? find(pressed) : null;
    if (!button) return;
    pressed = null;
    button.click();
  }

  function forget() {
    [filled, opened, focused, pressed] = [new Map(), new Map(), null, null];
  }

  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, event => {
      if (isWaitingAt(event.target) && event.target.matches(fields)) filled.set(event.target, describe(event.target));
    }, true);
  }

  // Seen at once: its toggle event comes later, and by then the section may have been made anew.
  new MutationObserver(changes => {
    for (const { target } of changes) {
      const summary = target.querySelector(':scope > summary');
      if (!summary || !isWaitingAt(summary)) continue;
      if (target.open) opened.set(summary, describe(summary));
      else opened.delete(summary);
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['open'] });

  document.addEventListener('focusin', event => {
    if (isWaitingAt(event.target)) focused = describe(event.target);
  }, true);

  document.addEventListener('pointerdown', event => {
    // Whoever acts on the living page has gone on.
    if (!isWaitingAt(event.target)) pressed = null;
    const target = isWaitingAt(event.target) ? event.target.closest('button, summary, a[href]') : null;
    held = target && describe(target);
  }, true);

  // Pressed on what was made anew before the finger was lifted: the browser takes that for no click.
  document.addEventListener('pointerup', event => {
    const next = held && !held.element.isConnected ? find(held) : null;
    held = null;
    if (next?.contains(event.target)) next.click();
  }, true);

  document.addEventListener('click', event => {
    const button = event.target.closest?.('button');
    if (!button || !isWaitingAt(button) || (button.type === 'submit' && leadsElsewhere(button.form))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed?.element.removeAttribute('aria-busy');
    pressed = describe(button);
    button.setAttribute('aria-busy', 'true');
    const status = marker().querySelector(':scope > [role=status]');
    if (status) status.textContent = marker().dataset.waiting;
  }, true);

  document.addEventListener('submit', event => {
    if (isWaitingAt(event.target) && !leadsElsewhere(event.target)) event.preventDefault();
  }, true);

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !pressed) return;
    pressed.element.removeAttribute('aria-busy');
    pressed = null;
  }, true);

  const observer = new MutationObserver(() => {
    const waiting = marker();
    if (!waiting) {
      if (isOver || !document.querySelector('.until-live')) return;
      handOver();
      if (filled.size === 0 && opened.size === 0 && !pressed) return;
      setTimeout(() => { isOver = true; forget(); observer.disconnect(); }, patience);
      return;
    }
    // A file that is chosen cannot be handed on.
    for (const file of waiting.querySelectorAll('input[type=file]:not([aria-description])')) {
      file.disabled = true;
      file.setAttribute('aria-description', waiting.dataset.waiting);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
})();
