"""How each layer under `data/` is made: one module a step, each with a `build(sources, out)`."""
