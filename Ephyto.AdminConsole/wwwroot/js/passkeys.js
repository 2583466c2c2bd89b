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

async function send(form) {
  const failed = form.querySelector('[data-passkey-failed]');
  failed.hidden = true;
  try {
    form.querySelector('[data-passkey-answer]').value = JSON.stringify(await askAuthenticator(form));
    form.submit();
  } catch {
    failed.hidden = false;
  }
}

async function askAuthenticator(form) {
  const kind = form.dataset.passkey;
  const token = form.elements['__RequestVerificationToken'].value;
  const answer = await fetch(`/account/passkeys/${kind}-options`, { method: 'POST', headers: { RequestVerificationToken: token } });
  if (!answer.ok) throw new Error(`The options were refused with ${answer.status}`);
  const options = await answer.json();
  return kind === 'creation'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
