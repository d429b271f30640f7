// Shared by all blocks of the page.
const page = (window.liaison ??= { clicks: [], confirmed: 0, number: Date.now() });
