"""An ODD that says little and means very much is refused at its place, or compiled soon."""

import time
from pathlib import Path

import pytest

from toolkit.errors import SchemaError
from toolkit.odd import compile_odd
from toolkit.odd.derive import derive

ODD = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
<schemaSpec ident="mini" start="TEI">
{}</schemaSpec></TEI>"""

MANY = "<{0}>" + '<{1} key="{2}{3}"/>' * 10 + "</{0}>"


def nested_macros() -> str:
    inner = [
        '<elementRef key="TEI"/>',
        *(MANY.format("sequence", "macroRef", "m", n) for n in range(9)),
    ]
    macros = (
        f'<macroSpec ident="m{n}"><content>{c}</content></macroSpec>' for n, c in enumerate(inner)
    )
    return (
        '<elementSpec ident="TEI"><content><macroRef key="m9"/></content></elementSpec>'
        + "".join(macros)
    )


def nested_classes() -> str:
    levels = ((n, m) for n in range(9) for m in range(10))
    above = {
        n: "".join(f'<memberOf key="model.c{n + 1}{k}"/>' for k in range(10)) for n in range(8)
    }
    classes = (
        f'<classSpec ident="model.c{n}{m}" type="model"><classes>{above.get(n, "")}</classes></classSpec>'
        for n, m in levels
    )
    member = '<classes><memberOf key="model.c00"/></classes>'
    content = '<content><classRef key="model.c80"{}/></content>'
    return f'<elementSpec ident="TEI">{member}{content}</elementSpec>' + "".join(classes)


COUNTS = (
    '<elementSpec ident="TEI"><content><sequence minOccurs="1000" maxOccurs="1000">'
    '<elementRef key="TEI" minOccurs="1000" maxOccurs="1000"/></sequence></content></elementSpec>'
)


@pytest.mark.parametrize("bomb", [nested_macros(), nested_classes().format(""), COUNTS])
def test_content_that_multiplies_is_refused_at_its_place(bomb: str, tmp_path: Path) -> None:
    before = time.process_time()

    with pytest.raises(SchemaError, match=r'line 3, column 1: .* of "TEI", .* more than 2,500'):
        compile_odd(write(tmp_path, bomb))

    assert time.process_time() - before < 5


def test_content_of_many_elements_that_multiplies_is_refused_too(tmp_path: Path) -> None:
    element = '<elementSpec ident="e{}"><content><macroRef key="m3"/></content></elementSpec>'
    many = "".join(map(element.format, range(300)))

    with pytest.raises(SchemaError, match=r"of all up to .* more than 250,000 parts"):
        compile_odd(write(tmp_path, nested_macros().replace('"m9"/', '"m3"/') + many))


VALUES = "".join(f'<valItem ident="v{number}"/>' for number in range(20_000))


@pytest.mark.parametrize(
    "large",
    [
        nested_classes().format(' expand="sequence"'),
        (
            '<elementSpec ident="TEI"><content><alternate minOccurs="0" maxOccurs="1000">'
            '<elementRef key="TEI"/><textNode/></alternate></content></elementSpec>'
        ),
        (
            f'<elementSpec ident="TEI"><attList><attDef ident="a"><valList type="closed">{VALUES}'
            "</valList></attDef></attList></elementSpec>"
        ),
    ],
)
def test_what_is_many_and_does_not_multiply_is_compiled_soon(large: str, tmp_path: Path) -> None:
    odd, before = write(tmp_path, large), time.process_time()

    made = derive(odd)

    assert "reference.html" in made
    assert time.process_time() - before < 10


def write(folder: Path, declarations: str) -> Path:
    path = folder / "mini.odd"
    path.write_text(ODD.format(declarations))
    return path
