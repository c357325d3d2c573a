// SPDX-License-Identifier: EUPL-1.2
// Asks an authenticator when a form is sent, puts its answer into the form and sends it. The only script that staff
// pages need: there is no passkey without one.
//
//   <div data-passkey="get|create" data-passkey-options="…"   inside a form, around its button; the options of
//                                                            navigator.credentials as JSON, bytes in base64url
//        data-passkey-ticket="confirmation" data-passkey-renewal="…">   the field with the ticket of the question, and
//                                                            what gives a fresh one when the page was open for long
//     <input type="hidden" name="passkey">   gets the answer
//     <p hidden data-passkey-message="waiting|cancelled|taken|failed|unsupported">
(() => {
  "use strict";

  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));

  const text = (buffer) => {
    let binary = "";
    new Uint8Array(buffer).forEach((byte) => {
      binary += String.fromCharCode(byte);
    });
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  };

  const descriptors = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const sign = async (options) => {
    const credential = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: descriptors(options.allowCredentials),
      },
    });
    const answer = {
      id: text(credential.rawId),
      clientDataJSON: text(credential.response.clientDataJSON),
      authenticatorData: text(credential.response.authenticatorData),
      signature: text(credential.response.signature),
    };
    if (credential.response.userHandle) answer.userHandle = text(credential.response.userHandle);
    return answer;
  };

  const make = async (options, form) => {
    // The first administrators say their name on this very page.
    const typed = form.querySelector("input[name=email]") || form.querySelector("input[name=name]");
    const person = (typed && typed.value) || options.user.name;
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { id: bytes(options.user.id), name: person, displayName: person },
        excludeCredentials: descriptors(options.excludeCredentials),
      },
    });
    return {
      id: text(credential.rawId),
      clientDataJSON: text(credential.response.clientDataJSON),
      attestationObject: text(credential.response.attestationObject),
      transports: credential.response.getTransports ? credential.response.getTransports() : [],
    };
  };

  // Questions live for five minutes; people may read for longer before they decide.
  const OLD = 4 * 60 * 1000;

  const renew = async (root, form) => {
    const answer = await fetch("/staff/confirmation", {
      method: "POST",
      body: new URLSearchParams({
        renewal: root.dataset.passkeyRenewal,
        _csrf: form.querySelector("input[name=_csrf]").value,
      }),
      cache: "no-store",
    });
    if (!answer.ok) throw new Error("not renewed");
    const question = await answer.json();
    root.querySelector(`input[name=${root.dataset.passkeyTicket}]`).value = question.ticket;
    root.dataset.passkeyOptions = question.options;
    delete root.dataset.passkeyRenewal;
  };

  const failure = (error) =>
    error.name === "InvalidStateError" ? "taken"
    : error.name === "NotAllowedError" || error.name === "AbortError" ? "cancelled"
    : "failed";

  document.querySelectorAll("[data-passkey]:not([data-passkey-ready])").forEach((root) => {
    root.dataset.passkeyReady = "";
    const form = root.closest("form");
    const answer = root.querySelector("input[name=passkey]");
    const show = (name) => {
      root.querySelectorAll("[data-passkey-message]").forEach((message) => {
        message.hidden = message.dataset.passkeyMessage !== name;
      });
    };
    let asking = false;
    form.addEventListener("submit", async (event) => {
      if (answer.value || (event.submitter && !root.contains(event.submitter))) return;
      event.preventDefault();
      if (asking) return;
      if (!window.PublicKeyCredential || !navigator.credentials) {
        show("unsupported");
        return;
      }
      asking = true;
      show("waiting");
      try {
        if (root.dataset.passkeyRenewal && performance.now() > OLD) await renew(root, form);
        const options = JSON.parse(root.dataset.passkeyOptions);
        answer.value = JSON.stringify(root.dataset.passkey === "create" ? await make(options, form) : await sign(options));
      } catch (error) {
        show(failure(error));
        return;
      } finally {
        asking = false;
      }
      form.requestSubmit(event.submitter);
    });
    // Restored by the "back" key: that answer has been given.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) answer.value = "";
    });
  });
})();
