// Sends what somebody types into a cell. Enter goes to the next field; while a text is half typed, the block is not
// rendered anew.
export default (component) => {
  const [address, ...html] = new TextDecoder().decode(component.data).split("\n");
  render(component, address, html.join("\n"));
  const root = component.parentElement.querySelector(".lm");
  const { onchange } = root;

  root.oninput = ({ target }) => {
    if (target.dataset.cells) target.setCustomValidity(target.value === target.defaultValue ? "" : "not sent yet");
  };

  root.onchange = (event) => {
    const { target } = event;
    if (!target.dataset.cells) return onchange?.(event);
    target.setCustomValidity("");
    component.setTriggerValue("typed", { cells: JSON.parse(target.dataset.cells), text: target.value });
    setTimeout(() => root.pending?.());
  };

  root.onkeydown = (event) => {
    if (event.key !== "Enter" || !event.target.dataset.cells) return;
    event.preventDefault();
    const fields = [...document.querySelectorAll('input.cell[aria-invalid="true"]')];
    const next = fields[fields.indexOf(event.target) + 1] ?? fields.find((field) => field !== event.target);
    if (next) next.focus();
    else event.target.blur();
  };
};
