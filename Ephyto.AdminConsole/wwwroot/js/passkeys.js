// Turns to the browser's passkeys before a form is sent. The form comes to light only where the browser knows them.
if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      event.preventDefault();
      send(form);
    });
  }
}

// The device made one that the account did not take: where the browser can, it is told to forget it.
for (const left of document.querySelectorAll('[data-passkey-unknown]')) {
  window.PublicKeyCredential?.signalUnknownCredential?.({
    rpId: left.dataset.passkeyDomain || location.hostname, credentialId: left.dataset.passkeyUnknown,
  });
}

async function send(form) {
  const failed = form.querySelector('[data-passkey-failed]');
  failed.hidden = true;
  try {
    form.querySelector('[data-passkey-answer]').value = JSON.stringify(await askAuthenticator(form));
    form.submit();
  } catch (refused) {
    failed.textContent = refused instanceof Refusal ? refused.message : failed.dataset.passkeyFailed;
    failed.hidden = false;
  }
}

/** What the console refused, in the reader's words. */
class Refusal extends Error {}

async function askAuthenticator(form) {
  const kind = form.dataset.passkey;
  const token = form.elements['__RequestVerificationToken'].value;
  const answer = await fetch(`account/passkeys/${kind}-options`, {
    method: 'POST', headers: { RequestVerificationToken: token }, body: new FormData(form),
  });
  // Before the device makes anything: no passkey stays behind on it that the account does not know.
  if (answer.status === 422) throw new Refusal((await answer.json()).sentence);
  if (!answer.ok) throw new Error(`The options were refused with ${answer.status}`);
  const told = await answer.json();
  if (kind === 'creation') {
    form.querySelector('[data-passkey-ticket]').value = told.ticket;
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(told.options) });
  }

  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(told) });
}
