"""An article in, a map out that a briefer can put their name to."""

import os
import sys

# Read by numpy when it is first imported: the language model's tables are too small to share out.
if "numpy" not in sys.modules:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
