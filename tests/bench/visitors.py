"""Readers without a browser: they speak Streamlit's protocol, as ten readers on ten machines do."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.client import ClientConnection

ANSWER_S = 120
ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


@dataclass(slots=True)
class Visitor:
    """One open page, of which only a filter is used."""

    socket: ClientConnection
    box_id: str
    """Of the filter, as the server calls it."""
    fragment_id: str
    is_ticked: bool = False

    def click(self, *, at: float) -> float:
        """Click the filter at a time of the clock; return the seconds to the end of the answer."""
        time.sleep(max(0.0, at - time.time()))
        self.is_ticked = not self.is_ticked
        asked = BackMsg()
        asked.rerun_script.fragment_id = self.fragment_id
        state = asked.rerun_script.widget_states.widgets.add()
        state.id, state.bool_value = self.box_id, self.is_ticked
        start = time.perf_counter()
        self.socket.send(asked.SerializeToString())
        for _ in _answer(self.socket):
            pass
        return time.perf_counter() - start


def open_visitor(address: str, *, filter_key: str) -> Visitor:
    """Return a page that has been sent whole."""
    socket = connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item] # a NewType of str
        max_size=None,
        open_timeout=ANSWER_S,
    )
    asked = BackMsg()
    asked.rerun_script.query_string = ""
    socket.send(asked.SerializeToString())
    boxes = [
        (told.delta.new_element.checkbox.id, told.delta.fragment_id)
        for told in _answer(socket)
        if told.delta.new_element.checkbox.id.endswith(f"-{filter_key}")
    ]
    return Visitor(socket, *boxes[-1])


def _answer(socket: ClientConnection) -> Iterator[ForwardMsg]:
    """Yield what the server sends until it has run to the end."""
    while True:
        told = ForwardMsg()
        raw = socket.recv(timeout=ANSWER_S)
        assert isinstance(raw, bytes), "Streamlit sends nothing else"
        told.ParseFromString(raw)
        if told.WhichOneof("type") == "script_finished" and told.script_finished in ENDS:
            return
        yield told
