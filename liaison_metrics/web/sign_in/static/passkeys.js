// Passkeys: asks the server what to ask, asks the browser, and sends its answer with the page's own form.
"use strict";

const form = document.querySelector("form[data-passkey]");
const known = window.PublicKeyCredential?.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

function say(words) {
  const note = form.querySelector("[role=alert]");
  note.textContent = words;
  note.hidden = false;
}

async function ask(options) {
  if (form.dataset.passkey === "new") {
    return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  }
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function answer(event) {
  event.preventDefault();
  const asked = await fetch(form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!asked.ok) {
    say(await asked.text());
    return;
  }
  try {
    form.elements.credential.value = JSON.stringify((await ask(await asked.json())).toJSON());
  } catch {
    say(form.dataset.failed);
    return;
  }
  form.elements.password?.removeAttribute("name");
  form.submit();
}

if (form && known) {
  form.hidden = false;
  document.querySelector("[data-without-passkeys]")?.remove();
  form.addEventListener("submit", answer);
}
