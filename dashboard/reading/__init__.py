"""Documents in, articles out: text, what each run of it is for, and what is known about it.

Offsets of a plain-text file are those of its characters after decoding: line ends stay as they
are in the file (a CRLF is two characters) and only a byte-order mark is not counted, because it
tells the encoding and is no part of the text. Of a web page, a PDF or a Word file the offsets are
those of the text taken out of it.
"""

from dashboard.reading.documents import load_documents, read_document, read_text

__all__ = ["load_documents", "read_document", "read_text"]
