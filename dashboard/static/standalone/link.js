// In a file of its own the map has no page around it: nobody to talk to.
export function send() {}
export function listen() {}
