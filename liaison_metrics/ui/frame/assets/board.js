export default (component) => draw(component, new TextDecoder().decode(component.data));
