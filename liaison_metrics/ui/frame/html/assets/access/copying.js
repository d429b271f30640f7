// Soft hyphens show where a line may end; whoever copies a text gets it without them.
if (!page.copying) {
  page.copying = true;
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (event.defaultPrevented || !selection.toString().includes("\u00ad")) return;
    const copied = document.createElement("div");
    for (let n = 0; n < selection.rangeCount; n += 1) copied.append(selection.getRangeAt(n).cloneContents());
    event.clipboardData.setData("text/plain", selection.toString().replaceAll("\u00ad", ""));
    event.clipboardData.setData("text/html", copied.innerHTML.replaceAll(/\u00ad|&shy;/g, ""));
    event.preventDefault();
  });
}
