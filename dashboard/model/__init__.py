"""The values that travel between rooms, and the errors a room may raise.

Everything here is frozen. Character offsets count Unicode code points in `Article.text` and are
half open. Countries are ISO 3166-1 alpha-2 codes. Absent is `None`: "not stated" is never 0 and
never an empty string.
"""

from dashboard.model.briefing import (
    Briefing,
)
from dashboard.model.documents import (
    Article,
    Notice,
    NoticeLevel,
    Span,
    Zone,
    ZoneKind,
)
from dashboard.model.errors import (
    BriefingError,
    DataError,
    ExportError,
    GazetteerError,
    ReadingError,
)
from dashboard.model.events import (
    Actor,
    Claim,
    DatePrecision,
    Event,
    EventPlace,
    EventType,
    Flow,
    FlowKind,
    SameEvent,
    Status,
    Toll,
    When,
)
from dashboard.model.places import (
    POINTS,
    WIDE,
    Alternative,
    Amendment,
    Mention,
    MentionKind,
    NoMark,
    Place,
    Precision,
    Resolution,
)

__all__ = [
    "POINTS",
    "WIDE",
    "Actor",
    "Alternative",
    "Amendment",
    "Article",
    "Briefing",
    "BriefingError",
    "Claim",
    "DataError",
    "DatePrecision",
    "Event",
    "EventPlace",
    "EventType",
    "ExportError",
    "Flow",
    "FlowKind",
    "GazetteerError",
    "Mention",
    "MentionKind",
    "NoMark",
    "Notice",
    "NoticeLevel",
    "Place",
    "Precision",
    "ReadingError",
    "Resolution",
    "SameEvent",
    "Span",
    "Status",
    "Toll",
    "When",
    "Zone",
    "ZoneKind",
]
