"""``teikit lsp``: a language server for editors."""

import click

from toolkit.errors import ToolkitError


@click.command()
def lsp() -> None:
    """Serve an editor that speaks the Language Server Protocol, over standard input and output.

    It shows the problems of `teikit check` while you write, what elements, attributes and
    rules mean, and what may be written next. It needs: pip install "teikit[lsp]".

    \b
      teikit lsp
    """
    try:
        from toolkit.editor.server import make_server
    except ModuleNotFoundError as error:
        raise ToolkitError('the language server needs: pip install "teikit[lsp]"') from error
    make_server().start_io()
