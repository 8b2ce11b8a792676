"""A language server: the same problems as ``teikit check``, in any editor that speaks LSP."""

import asyncio
from importlib.metadata import version
from typing import Final

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from toolkit.editor.completion import Proposal, proposals
from toolkit.editor.cursor import cursor
from toolkit.editor.hover import meaning
from toolkit.editor.positions import Positions
from toolkit.editor.session import Session
from toolkit.guidelines import sections
from toolkit.problems import Level, Problem
from toolkit.wellformed.markup import Markup

_SEVERITY: Final = {
    Level.ERROR: lsp.DiagnosticSeverity.Error,
    Level.WARNING: lsp.DiagnosticSeverity.Warning,
    Level.INFO: lsp.DiagnosticSeverity.Information,
}
_KINDS: Final = {
    "element": lsp.CompletionItemKind.Class,
    "attribute": lsp.CompletionItemKind.Property,
    "value": lsp.CompletionItemKind.EnumMember,
    "pointer": lsp.CompletionItemKind.Reference,
}
# How long nobody must have typed before a text is checked.
_PAUSE: Final = 0.3


class Server(LanguageServer):
    """The server, and what it found last in each document."""

    def __init__(self) -> None:
        super().__init__("teikit", version("teikit"))
        self.session = Session()
        self.found: dict[str, list[Problem]] = {}

    def report(self, uri: str) -> None:
        """Check a document and send its problems."""
        document = self.workspace.get_text_document(uri)
        self.found[uri] = self.session.problems(uri, document.source)
        markup, positions = self.text(uri)
        shown = [_diagnostic(problem, markup, positions) for problem in self.found[uri]]
        params = lsp.PublishDiagnosticsParams(uri, shown, document.version)
        self.text_document_publish_diagnostics(params)

    def text(self, uri: str) -> tuple[Markup, Positions]:
        """Return the markup of a document as it is now, and how its places are counted."""
        markup = Markup(self.workspace.get_text_document(uri).source)
        encoding = str(self.workspace.position_encoding)
        return markup, Positions(markup.text, markup.lines, encoding)


def make_server() -> Server:
    """Return a server with all that it can do."""
    server = Server()
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    triggers = lsp.CompletionOptions(trigger_characters=["<", " ", '"', "#", "/"])
    server.feature(lsp.TEXT_DOCUMENT_COMPLETION, triggers)(_completion)
    kinds = lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix])
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)(_actions)
    return server


def _opened(server: Server, params: lsp.DidOpenTextDocumentParams) -> None:
    server.report(params.text_document.uri)


async def _changed(server: Server, params: lsp.DidChangeTextDocumentParams) -> None:
    uri, wanted = params.text_document.uri, params.text_document.version
    await asyncio.sleep(_PAUSE)
    if server.workspace.get_text_document(uri).version == wanted:
        server.report(uri)


def _closed(server: Server, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.found.pop(uri, None)
    server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    uri = params.text_document.uri
    markup, positions = server.text(uri)
    offset = positions.offset(params.position)
    found = meaning(markup, offset, server.session.models(uri))
    parts = [found.text] if found else []
    for problem in server.found.get(uri, []):
        span = _span(problem, markup)
        if span[0] <= offset < span[1]:
            section = sections().get(problem.rule)
            parts.append(f"**{problem.rule}** {section.summary if section else problem.message}")
    if not parts:
        return None
    text = lsp.MarkupContent(lsp.MarkupKind.Markdown, "\n\n---\n\n".join(parts))
    return lsp.Hover(text, positions.range(found.start, found.end) if found else None)


def _completion(server: Server, params: lsp.CompletionParams) -> lsp.CompletionList:
    uri = params.text_document.uri
    markup, positions = server.text(uri)
    offset = positions.offset(params.position)
    place = cursor(markup, offset)
    span = positions.range(offset - len(place.typed), offset)
    found = proposals(markup, place, server.session.models(uri))
    items = [_item(proposal, at, span) for at, proposal in enumerate(found)]
    return lsp.CompletionList(is_incomplete=False, items=items)


def _item(proposal: Proposal, at: int, span: lsp.Range) -> lsp.CompletionItem:
    form = lsp.InsertTextFormat.Snippet if proposal.insert else lsp.InsertTextFormat.PlainText
    return lsp.CompletionItem(
        proposal.label,
        kind=_KINDS[proposal.kind],
        documentation=proposal.detail or None,
        sort_text=f"{at:04}",
        filter_text=proposal.label,
        insert_text_format=form,
        text_edit=lsp.TextEdit(span, proposal.insert or proposal.label),
    )


def _actions(server: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    markup, positions = server.text(uri)
    start, end = positions.offset(params.range.start), positions.offset(params.range.end)
    found = []
    for problem in server.found.get(uri, []):
        span = _span(problem, markup)
        if problem.edits and span[0] <= end and start <= span[1]:
            edits = [
                lsp.TextEdit(positions.range(edit.start, edit.end), edit.text)
                for edit in problem.edits
            ]
            change = lsp.WorkspaceEdit({uri: edits})
            kind = lsp.CodeActionKind.QuickFix
            found.append(lsp.CodeAction(problem.advice, kind, is_preferred=True, edit=change))
    return found


def _diagnostic(problem: Problem, markup: Markup, positions: Positions) -> lsp.Diagnostic:
    said = f"{problem.message}; {problem.advice}" if problem.advice else problem.message
    return lsp.Diagnostic(
        positions.range(*_span(problem, markup)),
        said,
        severity=_SEVERITY[problem.level],
        code=problem.rule,
        source="teikit",
    )


def _span(problem: Problem, markup: Markup) -> tuple[int, int]:
    """Return the part of a text that a problem is about: the name of a tag, or a word."""
    start = markup.lines.offset(problem.line, problem.column)
    tag = markup.tags.get(start)
    if tag is not None:
        return start, start + 1 + len(tag.name)
    end = start + 1
    while end < len(markup.text) and (markup.text[end].isalnum() or markup.text[end] in "-_.:"):
        end += 1
    return start, end
