// Renders HTML into a component and turns plain clicks on its links into requests to the server.
// A link may name the element in which its result appears (data-to): that element is scrolled into view once it is
// rendered, unless that takes so long that the reader has moved on.
const PATIENCE = 5_000;
let place, clicked;
const still = matchMedia("(prefers-reduced-motion: reduce)");

function render(component, html) {
  const { parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".lm");

  if (root.drawn !== html) {
    const held = root.contains(document.activeElement) ? document.activeElement.dataset.at : null;
    root.innerHTML = html;
    root.drawn = html;
    // Streamlit gives its theme colours to components only. Copy ours to its own containers (the sidebar differs).
    if (!root.closest('[data-testid="stSidebar"]')) {
      const ours = getComputedStyle(root);
      for (const name of ["--card", "--muted"]) {
        document.documentElement.style.setProperty(name, ours.getPropertyValue(name));
      }
    }
    root.asked = location.search;
    if (held) root.querySelector(`[data-at="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
    const awaited = place && Date.now() - clicked < PATIENCE;
    const answer = awaited && root.querySelector(`[data-place="${CSS.escape(place)}"]`);
    if (answer) {
      place = undefined;
      answer.scrollIntoView({ block: "nearest", behavior: still.matches ? "instant" : "smooth" });
    }
  }

  // A chart wider than the page scrolls inside Streamlit's frame: make that work by keyboard too.
  for (const frame of document.querySelectorAll('[class*="st-key-wide-"]')) frame.tabIndex = 0;

  root.onclick = (event) => {
    const link = event.target.closest("a[data-go]");
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain) return;
    event.preventDefault();
    [place, clicked] = [link.dataset.to, Date.now()];
    setTriggerValue("go", changed(link.getAttribute("href"), root.asked));
  };

  // A field's base address lacks the field's own value: add it on change.
  root.onchange = (event) => {
    const { name, value, dataset, validity } = event.target;
    if (!dataset.base || !validity.valid) return;
    const question = new URLSearchParams(dataset.base.slice(1));
    if (value) question.set(name, value);
    setTriggerValue("go", changed("?" + question.toString(), root.asked));
  };
}

// Applies a link's changes to the current address, not to the one it was rendered for: of two quick clicks, the second
// must not revert the first.
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
