// Messages between this frame and its page, and with nobody else: the source, the origin and the
// tag are checked, so that two open tabs never drive each other.
const TAG = "brief";
const now = () => performance.timeOrigin + performance.now();

export function send(message) {
  window.parent.postMessage({ ...message, b: TAG, at: now() }, window.location.origin);
}

// `handlers` maps a message's `t` to a function of the message.
export function listen(handlers) {
  window.addEventListener("message", (event) => {
    const message = event.data;
    const isOurs =
      event.source === window.parent &&
      event.origin === window.location.origin &&
      message !== null &&
      typeof message === "object" &&
      message.b === TAG;
    // The map's own messages come back when the page passes them on to all its parts.
    if (!isOurs || message.src === "map") return;
    if (Object.hasOwn(handlers, message.t)) handlers[message.t](message);
  });
}
