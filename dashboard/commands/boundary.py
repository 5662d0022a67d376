"""The one place where errors of the command line end: a sentence and an exit status."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING

import click

from dashboard.model import BriefingError, NoticeLevel

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.model import Briefing

BAD_INPUT = 2
FAULT = 1
STOPPED = 130  # what shells expect of a program that Ctrl-C ended
DEBUG_VARIABLE = "BRIEFING_DEBUG"


def end_quietly(command: Callable[[], object]) -> int:
    """Run a command and return its exit status; what went wrong is said in one line."""
    try:
        status = command()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        return STOPPED
    except BrokenPipeError:
        return 0  # the reader of our output, such as `head`, has seen enough
    except BriefingError as error:
        say(str(error))
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 - the boundary: no traceback reaches a user
        say(describe_fault(error))
        return FAULT
    return status if isinstance(status, int) else 0


def say(message: str) -> None:
    """Write one line to standard error."""
    click.echo(" ".join(message.split()), err=True)


def say_warnings(briefing: Briefing) -> None:
    """Write what was not read, or not as it stands, to standard error; each with its document."""
    names = {article.article_id: article.doc_id for article in briefing.articles}
    for notice in briefing.notices:
        if notice.level is NoticeLevel.INFO:
            continue
        name = names.get(notice.article_id or "", "")
        is_named = not name or notice.text.startswith(name)
        say(notice.text if is_named else f"{name}: {notice.text}")


def describe_fault(error: Exception) -> str:
    """Return a fault of the program in one sentence; the traceback only for who asks for it."""
    if os.environ.get(DEBUG_VARIABLE):
        return "".join(traceback.format_exception(error))
    return (
        f"A fault in the program ({type(error).__name__}) stopped it; please report it with the "
        f"lines that appear when {DEBUG_VARIABLE}=1 is set."
    )
