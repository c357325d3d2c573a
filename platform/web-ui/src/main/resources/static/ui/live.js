// SPDX-License-Identifier: EUPL-1.2
// Makes a waiting page follow its state without reloading. Every page works without it.
//
//   <div data-live-status="…" data-live-events="…">   addresses of the state: JSON, and server-sent events
//     [data-status]       gets the word of the state
//     [data-live-text]    its text becomes the message of the state (an aria-live region)
//     [data-live-image] / [data-live-link]   the QR code and its link, when the state brings new ones
//   <… data-live-seconds="600" data-live-one data-live-many data-live-over>   time left, as text
//   <… data-live-last="120" hidden>   shown in the last seconds of that time, so that there is time to ask for more
(() => {
  "use strict";

  // A form that was sent leads away, and nothing may overtake it: cancelling ends what the page waits for, too.
  let leaving = false;
  document.addEventListener("submit", () => {
    leaving = true;
  });

  const apply = (root, state) => {
    if (leaving) return true;
    const text = root.querySelector("[data-live-text]");
    if (text && state.message && text.textContent !== state.message) text.textContent = state.message;
    const image = root.querySelector("[data-live-image]");
    if (image && state.image && image.getAttribute("src") !== state.image) image.src = state.image;
    const link = root.querySelector("[data-live-link]");
    if (link && state.link && link.getAttribute("href") !== state.link) {
      link.href = state.link;
      link.textContent = state.link;
    }
    root.querySelectorAll("[data-live-while]").forEach((part) => {
      part.hidden = !part.dataset.liveWhile.split(" ").includes(state.status);
    });
    root.querySelectorAll("[data-status]").forEach((part) => {
      part.dataset.status = state.status;
    });
    if (state.next) window.location.replace(state.next);
    return Boolean(state.next);
  };

  const poll = (root) => {
    const ask = async () => {
      try {
        const answer = await fetch(root.dataset.liveStatus, { headers: { Accept: "application/json" }, cache: "no-store" });
        if (answer.ok && apply(root, await answer.json())) return;
      } catch {
        // The network may come back.
      }
      window.setTimeout(ask, 3000);
    };
    ask();
  };

  const listen = (root) => {
    if (!root.dataset.liveEvents || !window.EventSource) return poll(root);
    const events = new EventSource(root.dataset.liveEvents);
    let failures = 0;
    events.addEventListener("state", (event) => {
      failures = 0;
      if (apply(root, JSON.parse(event.data))) events.close();
    });
    events.onerror = () => {
      failures += 1;
      if (events.readyState === EventSource.CLOSED || failures > 3) {
        events.close();
        poll(root);
      }
    };
  };

  const countDown = (element) => {
    // Seconds from now and not a time of day: the clock of the device may be wrong.
    const end = performance.now() + Number(element.dataset.liveSeconds) * 1000;
    const warnings = document.querySelectorAll("[data-live-last]");
    const show = () => {
      const seconds = (end - performance.now()) / 1000;
      const minutes = Math.ceil(seconds / 60);
      warnings.forEach((warning) => {
        warning.hidden = seconds <= 0 || seconds > Number(warning.dataset.liveLast);
      });
      const text =
        minutes <= 0 ? element.dataset.liveOver
        : minutes === 1 ? element.dataset.liveOne
        : element.dataset.liveMany.replace("#", String(minutes));
      if (element.textContent !== text) element.textContent = text;
      if (minutes > 0) window.setTimeout(show, 1000);
    };
    show();
  };

  document.querySelectorAll("[data-live-status]").forEach(listen);
  document.querySelectorAll("[data-live-seconds]").forEach(countDown);
})();
