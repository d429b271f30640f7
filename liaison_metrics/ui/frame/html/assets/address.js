// Receives the current address and the number of the last click applied to it, first in each run.
export default (component) => {
  const [address, confirmed] = new TextDecoder().decode(component.data).split("\n");
  page.address = address;
  page.confirmed = Number(confirmed);
  page.send = (clicks) => component.setStateValue("clicks", clicks);
  showProgress();
  // If Back and a click came at the same moment, the server may have missed Back.
  const { expected } = page;
  page.expected = undefined;
  if (expected !== undefined && expected !== address) follow("", expected, []);
};
