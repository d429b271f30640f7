export default (component) => render(component, new TextDecoder().decode(component.data));
