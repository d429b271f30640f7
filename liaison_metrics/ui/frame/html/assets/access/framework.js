// Streamlit speaks English alone: as its words appear outside our blocks, those of the page's language take their place.

const AMERICAN_DAY = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/;
const READ_OUT = ["aria-label", "placeholder", "title"];

// What stood in English in a text or attribute, and what we wrote there: the language may change again.
const written = (page.written ??= new WeakMap());

function speak(words) {
  const key = JSON.stringify(words);
  if (page.spoken === key || (page.spoken === undefined && key === "{}")) return;
  page.spoken = key;
  page.words = new Map();
  page.phrases = [];
  for (const [english, ours] of Object.entries(words)) {
    const [before, after] = english.split("{}");
    if (after === undefined) page.words.set(english, ours);
    else page.phrases.push({ before, after, ours });
  }
  page.observer ??= new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === "childList") addedNodes.forEach(speakIn);
      else if (!isOurs(target)) speakNode(type === "attributes" ? target.getAttributeNode(attributeName) : target);
    }
  });
  page.observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributeFilter: READ_OUT,
  });
  speakIn(document.body);
}

function isOurs(node) {
  return Boolean((node.closest ? node : node.parentElement)?.closest(".lm"));
}

function speakIn(root) {
  if (isOurs(root)) return;
  const skipOurs = (node) => (node.classList?.contains("lm") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, skipOurs);
  for (let node = root; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) speakNode(node);
    else for (const name of READ_OUT) speakNode(node.getAttributeNode?.(name));
  }
}

function speakNode(node) {
  if (!node) return;
  const [english, ours] = written.get(node) ?? [];
  const source = node.nodeValue === ours ? english : node.nodeValue;
  const said = inOurWords(source);
  if (said === node.nodeValue) return;
  written.set(node, [source, said]);
  node.nodeValue = said;
}

function inOurWords(text) {
  const said = page.words.get(text);
  if (said !== undefined) return said;
  for (const { before, after, ours } of page.phrases) {
    if (text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after)) {
      const part = text.slice(before.length, text.length - after.length);
      return ours.replace("{}", () => (AMERICAN_DAY.test(part) ? inFull(new Date(part)) : part));
    }
  }
  return text;
}

function inFull(day) {
  return day.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
}
