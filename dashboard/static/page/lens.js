// Passes on to Python what a crowd's map asks for: where it looks, and the list of one group.
export default function ({ setTriggerValue }) {
  Link.listen("lens", (message) => {
    if (message.t === "look") setTriggerValue("look", message.look);
    if (message.t === "list") setTriggerValue("group", { key: message.key, places: message.places, page: message.page });
  });
}
