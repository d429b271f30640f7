// Renders HTML into a component, and sends clicks on its links and choices in its fields to the server.
//
// A page takes time to rerun, and its old blocks can be used meanwhile. So each block knows the address that it was
// rendered for and sends it with each click; the server applies the difference to the current address (address.py).
// A click that the server has not confirmed is sent again with the next one.

const still = matchMedia("(prefers-reduced-motion: reduce)");
// Pixels that the pointer may move between press and release of a click.
const STEADY = 8;
// In use: an open list, a half-typed date, an open help text. Rendering it again would discard the input.
const IN_USE = ["select:open", "input:focus:invalid", ".help:popover-open"]
  .filter((selector) => CSS.supports(`selector(${selector})`))
  .join();

function render(component, address, html) {
  const root = component.parentElement.querySelector(".lm");
  const update = () => {
    if (root.querySelector(IN_USE)) return;
    root.pending = undefined;
    const known = root.address === address ? figuresIn(root) : undefined;
    root.address = address;
    if (root.html !== html) replace(root, html);
    if (known) markMoved(root, known);
    showProgress();
    scrollToResult(root);
  };
  root.pending = update;
  update();
  listen(root);
  keepVisit();
}

// On this machine nobody signs in, so the browser keeps when it was last here and when the visit before ended (visit.py).
const VISIT_ENDS_AFTER = 30 * 60_000;
const ON_THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);

function keepVisit() {
  if (!ON_THIS_MACHINE || document.hidden) return;
  const now = Date.now();
  const [, seen, before] = document.cookie.match(/(?:^|; )liaison_visit=(\d+)\.(\d*)/) ?? [];
  const ended = seen && now - seen > VISIT_ENDS_AFTER ? seen : (before ?? "");
  document.cookie = `liaison_visit=${now}.${ended}; path=/; max-age=31536000; samesite=strict`;
}

function replace(root, html) {
  const held = root.contains(document.activeElement) ? document.activeElement.dataset : {};
  root.innerHTML = html;
  root.html = html;
  root.changed = true;
  announceNotes(root);
  focusNext(root);
  // Streamlit gives its theme colours to components only. Copy ours to its own containers (the sidebar differs).
  if (!root.closest('[data-testid="stSidebar"]')) {
    const ours = getComputedStyle(root);
    for (const name of ["--card", "--muted", "--field", "--link"]) {
      document.documentElement.style.setProperty(name, ours.getPropertyValue(name));
    }
  }
  const [name, value] = held.at ? ["at", held.at] : ["focus", held.focus];
  if (value) root.querySelector(`[data-${name}="${CSS.escape(value)}"]`)?.focus({ preventScroll: true });
}

// A block is busy until the server has confirmed all clicks and the block is rendered for the current address.
function isBusy(root) {
  return root.address !== page.address || page.clicks.some(({ number }) => number > page.confirmed);
}

function showProgress() {
  for (const root of document.querySelectorAll(".lm")) {
    if (page.send && root.address !== undefined) root.ariaBusy = String(isBusy(root));
  }
  if (page.announced !== page.address) announceAddress();
}

// A link may name the element in which its result appears (data-to): that element is scrolled into view once it is
// rendered, unless the reader has moved on.
function scrollToResult(root) {
  if (!page.place || !root.changed || isBusy(root)) return;
  root.changed = false;
  const result = root.querySelector(`[data-place="${CSS.escape(page.place)}"]`);
  if (!result) return;
  page.place = undefined;
  result.scrollIntoView({ block: "nearest", behavior: still.matches ? "instant" : "smooth" });
}

if (!page.watched) {
  page.watched = true;
  for (const sign of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    addEventListener(sign, () => (page.place = undefined), { capture: true, passive: true });
  }
  addEventListener("popstate", () => (page.expected = browserAddress()));
  // If a link is rendered again or moves away between press and release, the browser fires no click on it.
  addEventListener("pointerup", (event) => {
    const { link, address, x, y } = page.pressed ?? {};
    page.pressed = undefined;
    if (!link || link.contains(event.target) || !isPlain(event) || !page.send) return;
    if (Math.hypot(event.clientX - x, event.clientY - y) < STEADY) followLink(link, address);
  });
}

function listen(root) {
  root.onpointerdown = (event) => {
    const link = event.target.closest("a[data-go]");
    page.pressed = link && { link, address: root.address, x: event.clientX, y: event.clientY };
  };

  root.onclick = (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(location.href).then(() => announce((copy.textContent = copy.dataset.copy)));
    if (event.target.closest("button.menu")) openMenu();
    const link = event.target.closest("a[data-go]");
    if (!link || !isPlain(event) || !page.send) return;
    event.preventDefault();
    followLink(link, root.address);
  };

  // A field's base address lacks the field's own value: add it on change.
  root.onchange = (event) => {
    const { name, value, dataset, validity } = event.target;
    if (!dataset.base || !validity.valid || !page.send) return;
    const query = new URLSearchParams(dataset.base.slice(1));
    if (value) query.set(name, value);
    follow(root.address, `?${query}`, [name]);
    setTimeout(() => root.pending?.());
  };

  // The cross in a search field empties it without a change event.
  root.addEventListener("search", root.onchange);

  // Render what had to wait for a field in use.
  root.onfocusout = root.onkeyup = () => setTimeout(() => root.pending?.());
}

function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }) {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

function followLink(link, address) {
  if (NARROW.matches && link.closest(".stSidebar")) {
    closeMenu();
    focusOpener();
  }
  page.place = link.dataset.to;
  follow(address, link.getAttribute("href"), link.dataset.go.split(" ").filter(Boolean));
}

// The address that the browser shows, in the server's words: "explore?city=graz".
function browserAddress() {
  const query = new URLSearchParams(location.search);
  for (const name of ["embed", "embed_options"]) query.delete(name);
  return `${location.pathname.split("/").pop()}?${query}`;
}

function follow(rendered, link, sets) {
  page.expected = undefined;
  page.number += 1;
  page.clicks = page.clicks.filter(({ number }) => number > page.confirmed);
  page.clicks.push({ number: page.number, rendered, link, sets });
  page.send(page.clicks);
  showProgress();
}
