// Draws HTML into a component and turns plain clicks on its links into questions to the server.
function draw(component, html) {
  const { parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".lm");

  if (root.drawn !== html) {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.at : null;
    root.innerHTML = html;
    root.drawn = html;
    root.asked = location.search;
    if (held) root.querySelector(`[data-at="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  root.onclick = (event) => {
    const link = event.target.closest("a[data-go]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    event.preventDefault();
    setTriggerValue("go", changed(link.getAttribute("href"), root.asked));
  };

  // A field stands in an address that leaves its own value out: it is added on choosing.
  root.onchange = (event) => {
    const { name, value, dataset, validity } = event.target;
    if (!dataset.base || !validity.valid) return;
    const question = new URLSearchParams(dataset.base.slice(1));
    if (value) question.set(name, value);
    setTriggerValue("go", changed("?" + question.toString(), root.asked));
  };
}

// What a link changes of the address that it was drawn for is changed of the address that stands there now: of two
// quick clicks the second does not take the first one back.
function changed(href, asked) {
  const [page, query = ""] = href.split("?");
  const [drawn, wanted, now] = [asked, query, location.search].map((part) => new URLSearchParams(part));
  for (const name of new Set([...drawn.keys(), ...wanted.keys()])) {
    if (wanted.get(name) === drawn.get(name)) continue;
    if (wanted.has(name)) now.set(name, wanted.get(name));
    else now.delete(name);
  }
  return page + "?" + now.toString();
}
