"""A card quotes the document character by character and marks what it is about."""

from dataclasses import replace

from dashboard.mapping import quote_runs
from dashboard.model import Span
from dashboard.reading import read_text
from tests.samples import sample_article, sample_briefing


def test_runs_joined_are_the_sentence_itself() -> None:
    briefing = sample_briefing()
    article = briefing.articles[0]

    for event in briefing.events:
        quoted = "".join(run.text for run in quote_runs(article, event))
        assert quoted == event.evidence[0].of(article.text)


def test_trigger_and_place_are_marked() -> None:
    event = sample_briefing().events[0]

    runs = quote_runs(sample_article(), event)

    assert [run.text for run in runs if run.is_trigger] == ["fought an armed band"]
    assert [run.text for run in runs if run.is_place] == ["Rasht Valley"]


def test_place_inside_the_trigger_is_marked_as_both() -> None:
    event = sample_briefing().events[0]
    place = event.places[0].mention
    wide = replace(event, trigger=Span(event.trigger.start, place.end))

    runs = quote_runs(sample_article(), wide)

    assert [run.text for run in runs if run.is_trigger and run.is_place] == ["Rasht Valley"]


def test_sentences_apart_are_joined_by_a_gap_in_the_order_of_the_text() -> None:
    first, _, third, *_ = sample_briefing().events
    both = replace(first, evidence=(third.evidence[0], first.evidence[0]))

    runs = quote_runs(sample_article(), both)

    assert runs[0].text.startswith("Soldiers")
    assert [run.text[:11] for run in runs if run.follows_gap] == ["In Dushanbe"]


def test_sentences_with_only_a_space_between_are_one_quotation() -> None:
    event = sample_briefing().events[0]
    sentence = event.evidence[0]
    text = sample_article().text
    following = Span(sentence.end + 1, text.index("troops;"))

    runs = quote_runs(sample_article(), replace(event, evidence=(sentence, following)))

    assert not any(run.follows_gap for run in runs)
    assert "3 May. Officials" in "".join(run.text for run in runs)


def test_targets_of_links_and_reference_marks_are_no_words_of_a_quotation() -> None:
    text = "Soldiers [fought an armed band](http://a.example/b), [2] near Bara. All is quiet."
    article = read_text(text, doc_id="linked", title=None, published=None)
    event = replace(
        sample_briefing().events[0],
        trigger=Span(text.index("fought"), text.index("](")),
        places=(),
        evidence=(Span(0, text.index(" All")),),
    )

    runs = quote_runs(article, event)

    words = "Soldiers fought an armed band, near Bara."
    assert " ".join("".join(run.text for run in runs).split()) == words
    assert article.words(event.evidence[0]) == words
    assert [run.text for run in runs if run.is_trigger] == ["fought an armed band"]
