// Receives the current address and the number of the last click applied to it, first in each run.
export default (component) => {
  const [address, confirmed, language, chosen, words] = new TextDecoder().decode(component.data).split("\n");
  // Screen readers, hyphens and quotation marks follow it. A browser keeps the language that somebody chose in it.
  document.documentElement.lang = language;
  speak(JSON.parse(words));
  if (chosen) document.cookie = `liaison_language=${chosen}; path=/; max-age=31536000; samesite=lax`;
  page.address = address;
  page.confirmed = Number(confirmed);
  page.send = (clicks) => component.setStateValue("clicks", clicks);
  showProgress();
  // If Back and a click came at the same moment, the server may have missed Back.
  const { expected } = page;
  page.expected = undefined;
  if (expected !== undefined && expected !== address) follow("", expected, []);
};
