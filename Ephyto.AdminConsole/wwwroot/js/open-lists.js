// An open list or calendar, letters being composed, a day half typed: the browser keeps none of them when options come or go or their
// field is made anew. So what the server sends waits until it is done.
(() => {
  // A call of the server waits a minute for its answer.
  const longest = 45_000;
  const knowsOpen = CSS.supports('selector(select:open)');
  const days = 'input[type=date], input[type=month]';
  const waiting = [];
  let clock = 0;
  // A telephone's keyboard composes every word: whoever pauses in one for so long reads, or has gone away.
  const longestPause = 10_000;
  let composed = { field: null, at: 0 };
  let sent = null;

  for (const kind of ['compositionstart', 'compositionupdate']) {
    document.addEventListener(kind, event => { composed = { field: event.target, at: performance.now() }; }, true);
  }

  for (const kind of ['compositionend', 'submit']) document.addEventListener(kind, () => { composed.field = null; }, true);
  // Whoever sends a day half typed wants the answer.
  document.addEventListener('keydown', event => { sent = ['Enter', 'Escape'].includes(event.key) ? event.target : null; }, true);

  /** Some numbers, or a year of fewer than four. */
  const isBegun = field => field.matches(days) && (field.validity.badInput || field.value.startsWith('0'));

  function isInHand() {
    const field = document.activeElement;
    return (knowsOpen && document.querySelector(':is(select, input):open') !== null)
      || (composed.field !== null && composed.field === field && performance.now() - composed.at < longestPause)
      || (field !== null && field !== sent && isBegun(field));
  }

  /** What only says that the line is there: SignalR's message 6, which holds nothing else. */
  const isPing = ({ data }) => data instanceof ArrayBuffer && data.byteLength === 3 && new Uint8Array(data)[2] === 6;

  function deliver() {
    if (waiting.length > 0 && isInHand() && performance.now() - waiting[0].since < longest) return;
    clearInterval(clock);
    clock = 0;
    // What came over a line that was lost since is sent again over the next one.
    for (const { socket, listener, message } of waiting.splice(0)) if (socket.readyState === WebSocket.OPEN) listener.call(socket, message);
  }

  const property = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    ...property,
    set(listener) {
      const socket = this;
      let isGreeted = false;
      property.set.call(socket, listener && (message => {
        // The answer to the greeting shows nothing, and a ping may not come before it.
        if (!isGreeted || isPing(message) || (waiting.length === 0 && !isInHand())) {
          isGreeted = true;
          return listener.call(socket, message);
        }

        waiting.push({ socket, listener, message, since: performance.now() });
        clock ||= setInterval(deliver, 50);
      }));
    },
  });
})();
