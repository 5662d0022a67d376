// Passes on to Python what the map asks for, and hands it the answer: where a crowd's map looks, the
// list of one group, how far it is from one place to another.
export default function ({ data, parentElement, setTriggerValue }) {
  Link.listen("lens", (message) => {
    if (message.t === "look") setTriggerValue("look", message.look);
    if (message.t === "list") setTriggerValue("group", { key: message.key, places: message.places, page: message.page });
    if (message.t === "ask") setTriggerValue("asked", { n: message.n, ends: message.ends });
  });
  const answer = data?.answer;
  if (!answer || answer.n === parentElement.__answered) return;
  parentElement.__answered = answer.n;
  Link.send({ t: "howfar", ...answer }, "lens");
}
