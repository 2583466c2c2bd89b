// What the reader sees while the connection to the server is away. Blazor reports its state on the dialog itself.
const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  switch (detail.state) {
    case 'show':
      if (!dialog.open) dialog.showModal();
      break;
    case 'hide':
      dialog.close();
      break;
    case 'failed':
      document.addEventListener('visibilitychange', retryWhenSeen);
      break;
    case 'rejected':
      location.reload();
      break;
  }
});

// Leaving by the Escape key would leave a page that looks alive and is not.
dialog.addEventListener('cancel', event => event.preventDefault());

const actions = { retry, resume, reload: () => location.reload() };
for (const button of dialog.querySelectorAll('[data-reconnect]')) {
  button.addEventListener('click', () => actions[button.dataset.reconnect]());
}

async function retry() {
  document.removeEventListener('visibilitychange', retryWhenSeen);
  try {
    // False: the server is there, but no longer knows this circuit; its kept state may still be resumed.
    if (!await Blazor.reconnect()) {
      if (await Blazor.resumeCircuit()) dialog.close();
      else location.reload();
    }
  } catch {
    document.addEventListener('visibilitychange', retryWhenSeen);
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    dialog.classList.replace('components-reconnect-paused', 'components-reconnect-resume-failed');
  }
}

function retryWhenSeen() {
  if (document.visibilityState === 'visible') retry();
}
