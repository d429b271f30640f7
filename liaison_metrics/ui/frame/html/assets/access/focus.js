// Moves the focus to what comes next when the element that had it has gone: to the sheet that was read, or to what became
// of it. Whoever has gone on to another field stays there.
//
// Milliseconds to wait for it once the page stands still.
const WAIT_FOR_FOCUS = 5_000;
const LOOK = 100;

function focusNext(root) {
  const next = root.querySelector("[data-focus]");
  page.focused ??= new Set();
  if (!next || page.focused.has(next.dataset.focus)) return;
  page.focused.add(next.dataset.focus);
  page.wanted = { focus: next.dataset.focus, until: Date.now() + WAIT_FOR_FOCUS };
  lookForFocus();
}

// After a link that led to its own end, such as an event in a list: reading goes on at the title of what is shown now.
function focusTitle() {
  if (document.activeElement === document.body && !page.wanted) document.querySelector(".lm h1").focus({ preventScroll: true });
}

function lookForFocus() {
  clearTimeout(page.looking);
  if (!page.wanted || Date.now() > page.wanted.until) return;
  if (!isSettled()) page.wanted.until = Date.now() + WAIT_FOR_FOCUS;
  const { activeElement } = document;
  const isLost = !activeElement || activeElement === document.body || !activeElement.checkVisibility();
  const next = document.querySelector(`[data-focus="${CSS.escape(page.wanted.focus)}"]`);
  if (isLost && next && isSettled()) {
    page.wanted = undefined;
    next.focus();
  } else page.looking = setTimeout(lookForFocus, LOOK);
}
