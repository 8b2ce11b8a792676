"""The command line: a group of commands that ends every failure in one line and an exit code.

Exit codes: 0 all is well; 1 problems were found in documents; 2 the work could not be done.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper

import click

from toolkit.errors import (
    FAILED,
    INTERRUPTED,
    PROBLEMS,
    ProblemsFound,
    ToolkitError,
    unforeseen,
)

COMMANDS = (
    "check",
    "explain",
    "build",
    "pdf",
    "epub",
    "weave",
    "withhold",
    "bibliography",
    "odd",
    "lsp",
    "completion",
)


class _Commands(click.Group):
    """The commands, each in a module of its own that is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"toolkit.commands.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ProblemsFound as found:
            click.echo(found, err=True)
            return ctx.exit(PROBLEMS)
        except ToolkitError as error:
            reason = str(error)
        except KeyboardInterrupt:
            return ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            sys.stderr.close()  # the reader of our output has gone: nothing is left to say
            return ctx.exit(FAILED)
        except click.exceptions.Exit:  # a RuntimeError of click's
            raise
        except (OSError, RuntimeError, MemoryError) as error:
            reason = str(unforeseen(error))
        click.echo(f"teikit: {reason}", err=True)
        return ctx.exit(FAILED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="teikit", prog_name="teikit")
def main() -> None:
    """Check, weave and publish TEI editions.

    \b
      teikit check tei/whitewood.xml          what is wrong, where, and what to do
      teikit build tei/whitewood.xml          pages, text, indexes and data in output/
      teikit weave tei/whitewood.xml COPY -o build/full.xml

    Exit codes: 0 all is well; 1 problems in documents; 2 the work could not be done.
    """


def run() -> None:
    """Run the command line, and leave at once: taking the interpreter apart takes its time."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if (
            getattr(sys, name) is None
        ):  # closed by who called us: no file of ours may take its place
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115, PTH123 -- for the run
            setattr(sys, name, nothing)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="surrogateescape")  # names of files are as they are
    try:
        main()
    except SystemExit as ended:
        if not isinstance(ended.code, int):
            raise
        status = ended.code
        try:
            if not sys.stdout.closed:
                sys.stdout.flush()
        except OSError:
            status = FAILED  # the reader of our output has gone
        with suppress(OSError, ValueError):
            sys.stderr.flush()
        os._exit(status)
