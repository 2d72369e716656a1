/** Sends the answers and says that they came. */
export async function send(answers) {
  const response = await fetch('/submit', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answers),
  });
  if (!response.ok) throw new Error(`Not received: ${response.status}`);
  const told = document.createElement('h1');
  told.id = 'received';
  told.textContent = 'Thank you. Your answers have arrived.';
  document.body.replaceChildren(told);
}
