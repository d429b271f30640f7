export default (component) => {
  const [address, ...html] = new TextDecoder().decode(component.data).split("\n");
  render(component, address, html.join("\n"));
};
