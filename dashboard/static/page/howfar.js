// Passes the measuring tool's question on to Python, and the answer back to the map.
export default function ({ data, parentElement, setTriggerValue }) {
  const desk = (parentElement.__howfar ||= makeDesk());
  desk.ask = (asked) => setTriggerValue("asked", asked);
  const { answer } = data;
  if (!answer || answer.n === desk.answered) return;
  desk.answered = answer.n;
  Link.send({ t: "howfar", ...answer }, "howfar");
}

function makeDesk() {
  const desk = { answered: null };
  Link.listen("howfar", (message) => message.t === "ask" && desk.ask({ n: message.n, ends: message.ends }));
  return desk;
}
