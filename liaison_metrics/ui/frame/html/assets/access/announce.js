// Tells screen readers what changed. The live region is there from the start and outside of all blocks, because a region
// that appears together with its text is not read. Only screen readers find its text: it repeats what the page shows.
const SETTLING = 300;

page.region ??= (() => {
  const host = document.body.appendChild(document.createElement("div"));
  host.id = "announcement";
  const region = document.createElement("div");
  region.role = "status";
  return host.attachShadow({ mode: "closed" }).appendChild(region);
})();

// Texts that come close together are read as one.
function announce(text) {
  page.unsaid = [...(page.unsaid ?? []), text.trim()].filter(Boolean);
  clearTimeout(page.saying);
  page.saying = setTimeout(() => {
    page.region.textContent = [...new Set(page.unsaid)].join(". ");
    page.unsaid = [];
  }, SETTLING);
}

// A note is read when it appears, and not again while it stays; so is what a block says of itself (data-tell).
function announceNotes(root) {
  const said = [...root.querySelectorAll(".note:not([role=alert]), [data-tell]")];
  const notes = said.map((note) => note.dataset.tell ?? note.textContent);
  for (const note of notes) if (!root.notes?.includes(note)) announce(note);
  root.notes = notes;
}

// Once the page shows a new address: the title of another page, or what the filters leave of this one.
function announceAddress() {
  page.announced ??= page.address; // the browser itself reads the first page
  clearTimeout(page.settling);
  page.settling = setTimeout(() => (isSettled() ? sayAddress() : announceAddress()), SETTLING);
}

function isSettled() {
  const running = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "running";
  return !running && !document.querySelector('.lm[aria-busy="true"]') && document.querySelector(".lm h1");
}

function sayAddress() {
  const { title, lines = [] } = page;
  page.title = document.querySelector(".lm h1").textContent;
  page.lines = [...document.querySelectorAll(".lm header p, .lm [data-says]")].map((line) => line.textContent);
  if (page.announced === page.address) return;
  page.announced = page.address;
  focusTitle();
  if (title !== page.title) announce(page.title);
  else for (const line of page.lines) if (!lines.includes(line)) announce(line);
}

// A figure that moves while somebody looks is marked for some seconds. Figures that moved because of a click are not:
// the address is another one then.
const MARKED_FOR = 8_000;

function figuresIn(root) {
  const figures = [...root.querySelectorAll("[data-figure]")];
  return new Map(figures.map((one) => [one.dataset.figure, Number(one.textContent.replace("−", "-").replace(/[^\d-]/g, ""))]));
}

function markMoved(root, known) {
  page.moved ??= new Map();
  for (const [name, people] of figuresIn(root)) {
    const change = people - (known.get(name) ?? people);
    const place = root.querySelector(`[data-figure="${CSS.escape(name)}"]`);
    if (change) noteMove(name, place.dataset.moved.replace("{change}", `${change > 0 ? "+" : "−"}${Math.abs(change).toLocaleString(document.documentElement.lang)}`));
    const mark = page.moved.get(name);
    if (!mark || mark.until < Date.now() || place.parentElement.querySelector(".moved")) continue;
    const span = document.createElement("span");
    span.className = "moved";
    span.dataset.movedOf = name;
    span.textContent = mark.text;
    place.parentElement.append(span);
  }
}

function noteMove(name, text) {
  page.moved.set(name, { text, until: Date.now() + MARKED_FOR });
  setTimeout(() => {
    if (page.moved.get(name).until <= Date.now()) document.querySelector(`[data-moved-of="${CSS.escape(name)}"]`)?.remove();
  }, MARKED_FOR + 50);
  announce(`${name}: ${text}`);
}
