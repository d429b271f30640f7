export default (component) => draw(component, component.data);
