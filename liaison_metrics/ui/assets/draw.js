// Draws HTML into a component and turns plain clicks on its links into questions to the server.
function draw(component, html) {
  const { parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".lm");

  if (root.drawn !== html) {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.at : null;
    root.innerHTML = html;
    root.drawn = html;
    if (held) root.querySelector(`[data-at="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  root.onclick = (event) => {
    const link = event.target.closest("a[data-go]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    event.preventDefault();
    setTriggerValue("go", link.getAttribute("href"));
  };

  // A field stands in an address that leaves its own value out: it is added on choosing.
  root.onchange = (event) => {
    const { name, value, dataset, validity } = event.target;
    if (!dataset.base || !validity.valid) return;
    const question = new URLSearchParams(dataset.base.slice(1));
    if (value) question.set(name, value);
    setTriggerValue("go", "?" + question.toString());
  };
}
