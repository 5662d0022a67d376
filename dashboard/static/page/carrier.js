// Takes the open briefing over once and keeps it for the pane and the timeline.
export default function ({ data }) {
  if (data && Link.document?.version !== data.version) Link.open(data);
}
