"""The parts of the page. Each reads widgets, calls one function and shows the result."""
