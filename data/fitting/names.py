"""Fit how likely a word is a name from its vector: words inside sentences, capital or not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reading import ReadDocument
    from spacy.vocab import Vocab

MIN_TIMES = 2


def fit_name_sense(documents: Sequence[ReadDocument], vocab: Vocab) -> dict[str, object]:
    """Return the weights of a logistic regression over word vectors."""
    capital: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for document in documents:
        words, opens = document.tokens.words, document.tokens.opens
        for word, is_first in zip(words, opens, strict=True):
            if is_first or not word.isalpha() or (word.isupper() and len(word) > 1):
                continue
            times[word.lower()] += 1
            capital[word.lower()] += word[0].isupper()
    kept = sorted(w for w, n in times.items() if n >= MIN_TIMES and vocab.has_vector(w))
    vectors = np.stack([vocab.get_vector(word) for word in kept])
    shares = np.array([capital[word] / times[word] for word in kept])
    weights = np.log1p([times[word] for word in kept])
    rows = np.vstack([vectors, vectors])
    labels = np.repeat([1, 0], len(kept))
    model = LogisticRegression(C=0.05, max_iter=400)
    model.fit(
        rows, labels, sample_weight=np.concatenate([weights * shares, weights * (1 - shares)])
    )
    right = ((model.predict(vectors) == 1) == (shares > 0.5)).mean()
    print(f"name sense: {len(kept)} words, {right:.3f} right", flush=True)
    return {
        "weights": [round(float(value), 4) for value in model.coef_[0]],
        "bias": round(float(model.intercept_[0]), 4),
    }
