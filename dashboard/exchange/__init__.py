"""What goes out to other programs and comes in from them."""

from dashboard.exchange.records import document_record

__all__ = ["document_record"]
