"""Words of a document in a label stay words."""

from __future__ import annotations

import pytest

from dashboard.views.plain import plain


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Dawn Front", "Dawn Front"),
        ("**Dawn** [Front](http://x)", r"\*\*Dawn\*\* \[Front\](http\://x)"),
        (":red[hot] $x$ `y`", r"\:red\[hot\] \$x\$ \`y\`"),
        ("two\nlines", "two lines"),
    ],
)
def test_signs_of_markdown_are_escaped(words: str, label: str) -> None:
    assert plain(words) == label


def test_a_long_name_is_cut() -> None:
    assert len(plain("a" * 300)) == 80
