"""A scripted editor speaks to the language server over its standard input and output."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from material import HARBOUR

pytest.importorskip("pygls")

MISTAKES = Path(__file__).parent / "mistakes"


class Editor:
    """The other end of the protocol, as simple as can be."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "toolkit", "lsp"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # fmt: skip
        self._number = 0
        self.capabilities = self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})["capabilities"]  # fmt: skip
        self.tell("initialized", {})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._server.stdout
        length = 0
        while line := self._server.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        return json.loads(self._server.stdout.read(length))

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while (message := self._receive()).get("id") != self._number:
            pass
        assert "error" not in message, message
        return message["result"]

    def hear(self, method: str) -> Any:
        while (message := self._receive()).get("method") != method:
            pass
        return message["params"]

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        item = {"uri": uri, "languageId": "xml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        return self.hear("textDocument/publishDiagnostics")["diagnostics"]

    def change(self, uri: str, version: int, text: str) -> list[dict[str, Any]]:
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})  # fmt: skip
        return self.hear("textDocument/publishDiagnostics")["diagnostics"]

    def complete(self, uri: str, text: str, after: str) -> dict[str, str]:
        found = self.ask("textDocument/completion", at(uri, text, after))
        return {item["label"]: item.get("documentation", "") for item in found["items"]}

    def close(self) -> int:
        self.ask("shutdown", None)
        self.tell("exit", None)
        with self._server:
            return self._server.wait(10)


def at(uri: str, text: str, after: str) -> dict[str, Any]:
    """Return the place right after the last of some words, counted in UTF-16 as LSP asks."""
    offset = text.rindex(after) + len(after)
    line = text.count("\n", 0, offset)
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    position = {"line": line, "character": len(before.encode("utf-16-le")) // 2}
    return {"textDocument": {"uri": uri}, "position": position}


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    assert editor.close() == 0


def mistake(name: str) -> str:
    text = (MISTAKES / f"{name}.xml").read_text(encoding="utf-8").partition("<?mistake")[0]
    return text.replace("?>", '?><?xml-model href="edition.rng"?>', 1)


def test_a_clean_document_has_no_problems(editor: Editor) -> None:
    assert editor.open(HARBOUR.as_uri(), HARBOUR.read_text(encoding="utf-8")) == []


def test_the_editor_is_told_the_problems_that_the_command_tells(editor: Editor) -> None:
    text = mistake("attribute-misspelt")

    (found,) = editor.open("file:///tmp/misspelt.xml", text)

    assert found["code"] == "unknown-attribute"
    assert found["source"] == "teikit"
    assert "did you mean @ref?" in found["message"]
    assert found["range"]["start"] == {"line": 68, "character": 54}


def test_columns_are_counted_as_editors_count(editor: Editor) -> None:
    text = mistake("element-wrong-case").replace("In <date", "😀 In <date")

    (found,) = editor.open("file:///tmp/astral.xml", text)

    place = at("", text, "</date> <persname")["position"]
    assert found["range"]["end"] == place


def test_problems_go_when_the_text_is_mended(editor: Editor) -> None:
    uri, text = "file:///tmp/changing.xml", mistake("ampersand")
    (found,) = editor.open(uri, text)
    assert found["code"] == "not-well-formed"

    assert editor.change(uri, 2, text.replace("& dogs", "&amp; dogs")) == []


def test_a_quick_fix_mends_a_problem(editor: Editor) -> None:
    uri, text = "file:///tmp/fix.xml", mistake("attribute-misspelt")
    (found,) = editor.open(uri, text)

    params = {"textDocument": {"uri": uri}, "range": found["range"], "context": {"diagnostics": []}}
    (action,) = editor.ask("textDocument/codeAction", params)

    (edit,) = action["edit"]["changes"][uri]
    assert edit["newText"] == "ref"
    assert edit["range"]["start"]["line"] == 68


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("<persNa", "The name of a person"),
        (' ref="#pers_ho', "pers_holt"),
        ("<date fr", "When a span begins"),
        ('<div type="sec', "A section of the text"),
    ],
)
def test_hover_says_what_the_odd_says(editor: Editor, after: str, words: str) -> None:
    uri, text = "file:///tmp/hover.xml", mistake("quotation-without-source")
    editor.open(uri, text)

    found = editor.ask("textDocument/hover", at(uri, text, after))

    assert words in found["contents"]["value"]


def test_hover_over_a_problem_explains_its_rule(editor: Editor) -> None:
    uri, text = "file:///tmp/rule.xml", mistake("quotation-without-source")
    editor.open(uri, text)

    found = editor.ask("textDocument/hover", at(uri, text, "<quo"))

    assert "quotation-source" in found["contents"]["value"]


def test_elements_are_proposed_where_they_may_stand(editor: Editor) -> None:
    text = mistake("ampersand").partition("</choice>")[0].replace("Foot passengers & dogs", "<choice><sic>dags</sic><")  # fmt: skip
    editor.open("file:///tmp/choice.xml", text)

    assert set(editor.complete("file:///tmp/choice.xml", text, "</sic><")) == {"corr"}


def test_elements_in_a_list_are_items_and_described(editor: Editor) -> None:
    text = mistake("ampersand").replace("<item>Carts", "<\n<item>Carts")
    editor.open("file:///tmp/list.xml", text)

    assert editor.complete("file:///tmp/list.xml", text, "dogs, one crown</item>\n          <") == {"item": "An item of a list."}  # fmt: skip


def test_attributes_are_proposed_but_not_those_that_are_there(editor: Editor) -> None:
    text = mistake("ampersand").replace('<date when="1899-05">', '<date when="1899-05" ')
    editor.open("file:///tmp/attribute.xml", text)

    found = editor.complete("file:///tmp/attribute.xml", text, '<date when="1899-05" ')

    assert "notBefore" in found
    assert "when" not in found


def test_pointers_to_entries_of_the_right_kind_are_proposed(editor: Editor) -> None:
    text = mistake("ampersand").replace('<persName ref="#pers_holt">Holt', '<persName ref="#">Holt')
    editor.open("file:///tmp/pointer.xml", text)

    found = editor.complete("file:///tmp/pointer.xml", text, '<persName ref="#')

    assert found == {
        "#pers_marlow": "person: Edda Marlow",
        "#pers_holt": "person: Jonas Holt",
    }


def test_values_of_a_list_are_proposed(editor: Editor) -> None:
    text = mistake("ampersand").replace('<div type="section" xml:id="sec-return">', '<div type="" xml:id="sec-return">')  # fmt: skip
    editor.open("file:///tmp/value.xml", text)

    assert set(editor.complete("file:///tmp/value.xml", text, '<div type="')) == {"section", "appendix"}  # fmt: skip


def test_an_end_tag_is_proposed(editor: Editor) -> None:
    text = mistake("ampersand").replace("Nobody said why.</p>", "Nobody said why.</")
    editor.open("file:///tmp/end.xml", text)

    assert set(editor.complete("file:///tmp/end.xml", text, "Nobody said why.</")) == {"p>"}
