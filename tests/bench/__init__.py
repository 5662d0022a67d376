"""How long things take: `python -m tests.bench` measures all of it."""
