"""Which mentions are one event, within a document and across several."""
