// The menu on a phone, where Streamlit lays its sidebar over the page: our button opens it, a choice closes it.
const NARROW = matchMedia("(max-width: 768px)");

function openMenu() {
  document.querySelector('[data-testid="stExpandSidebarButton"]')?.click();
  // The sidebar is hidden until it starts to move in.
  setTimeout(() => document.querySelector('.stSidebar .pages [aria-current="page"]')?.focus(), 100);
}

function closeMenu() {
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

// The button that closed the sidebar goes with it: the focus moves to the button that opens it.
function focusOpener() {
  const opener = NARROW.matches ? ".lm .menu" : '[data-testid="stExpandSidebarButton"]';
  setTimeout(() => document.querySelector(opener)?.focus(), 100);
}

if (!page.hasMenu) {
  page.hasMenu = true;
  addEventListener("click", ({ target }) => {
    if (target.closest?.('[data-testid="stSidebarCollapseButton"]')) focusOpener();
  });
  addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && NARROW.matches && target.closest?.(".stSidebar")) closeMenu();
  });
  // A help text opens below its button, within the window.
  addEventListener("toggle", ({ target, newState }) => {
    if (!target.matches?.(".help")) return;
    if (newState !== "open") return void target.closest(".lm")?.pending?.();
    const button = document.querySelector(`[popovertarget="${CSS.escape(target.id)}"]`).getBoundingClientRect();
    const most = { left: innerWidth - target.offsetWidth - 8, top: innerHeight - target.offsetHeight - 8 };
    target.style.left = `${Math.max(8, Math.min(button.left, most.left))}px`;
    target.style.top = `${Math.max(8, Math.min(button.bottom + 4, most.top))}px`;
  }, { capture: true });
}
