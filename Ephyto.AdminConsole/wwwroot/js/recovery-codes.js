// Copies or prints the recovery codes, which are shown once.
const tools = document.querySelector('[data-recovery-tools]');
tools.hidden = false;

tools.querySelector('[data-recovery="print"]').addEventListener('click', () => print());
tools.querySelector('[data-recovery="copy"]').addEventListener('click', async () => {
  const codes = [...document.querySelectorAll('#recovery-codes code')].map(code => code.textContent);
  await navigator.clipboard.writeText(codes.join('\n'));
  tools.querySelector('[data-recovery-said]').hidden = false;
});
