"""Pictures of an edition go along with its pages; others are told, and nothing else is copied."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html

from toolkit import load
from toolkit.cli import main
from toolkit.limits import Limits
from toolkit.reading.pictures import pictures

NS = 'xmlns="http://www.tei-c.org/ns/1.0"'
MOLE = b"\x89PNG\r\n\x1a\n the mole"
IN_FIGURE = '<figure><graphic url="../img/mole.png"/><figDesc>Ice on the mole</figDesc></figure>'


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition whose pictures lie beside the folder of its documents."""
    folder = tmp_path / "edition"
    for name in ("img/mole.png", "img/page 2.jpg", "img/mole.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(MOLE)
    (folder / "edition.toml").write_text('files = ["tei/*.xml"]\n')
    (folder / "tei").mkdir()
    (tmp_path / "outside.png").write_bytes(MOLE)
    return folder


def written(edition: Path, body: str, before: str = "") -> Path:
    path = edition / "tei" / "a.xml"
    path.write_text(f"<TEI {NS}><teiHeader/>{before}<text><body>\n{body}</body></text></TEI>")
    return path


def build(path: Path, out: Path) -> Result:
    return CliRunner().invoke(main, ["build", str(path), "-o", str(out), "--jobs", "2"])


def files(out: Path) -> dict[str, bytes]:
    """Return the pictures in an output folder."""
    found = (path for path in out.rglob("pictures/**/*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}


def test_a_picture_of_the_edition_is_copied_and_shown(edition: Path, tmp_path: Path) -> None:
    path, out = written(edition, IN_FIGURE), tmp_path / "out"

    result = build(path, out)

    page = html.fromstring((out / "a" / "index.html").read_text())
    assert result.stderr == ""
    assert files(out) == {"a/pictures/img/mole.png": MOLE}
    assert page.xpath("//figure//a/@href") == ["pictures/img/mole.png"]
    assert page.xpath("//figure//img/@src") == ["pictures/img/mole.png"]
    assert page.xpath("//figure//img/@alt") == ["Ice on the mole"]


def test_the_picture_of_a_page_is_named_by_its_address_or_in_the_facsimile(
    edition: Path, tmp_path: Path
) -> None:
    facsimile = (
        '<facsimile><surface xml:id="f1"><graphic url="../img/mole.png"/></surface></facsimile>'
    )
    breaks = (
        '<p><pb n="1" facs="#f1"/>Ice <pb n="2" facs="../img/page%202.jpg"/><pb facs="#f9"/></p>'
    )
    path, out = written(edition, breaks, facsimile), tmp_path / "out"

    build(path, out)

    page = html.fromstring((out / "a" / "index.html").read_text())
    assert set(files(out)) == {"a/pictures/img/mole.png", "a/pictures/img/page 2.jpg"}
    shown = page.xpath("//p/a[@class = 'added']")
    assert [(a.get("href"), a.get("aria-label")) for a in shown] == [
        ("pictures/img/mole.png", "Page 1"),
        ("pictures/img/page%202.jpg", "Page 2"),
    ]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("../img/mole.svg", "is none of avif, gif, jpeg, jpg, png, webp"),
        ("../img/none.png", "is not there, or cannot be read"),
        ("../img", "is none of"),
        ("../../outside.png", "lies outside"),
        ("../img/link.png", "lies outside"),
        ("../img/circle.png", "is not there, or cannot be read"),
        ("../img/%2e%2e/%2e%2e/outside.png", "lies outside"),
        ("x" * 300 + ".png", "is not there"),
    ],
)
def test_what_is_not_copied_is_told_at_its_place(
    edition: Path, tmp_path: Path, address: str, reason: str
) -> None:
    (edition / "img" / "link.png").symlink_to(tmp_path / "outside.png")
    (edition / "img" / "circle.png").symlink_to("circle.png")
    path, out = written(edition, f'<p><graphic url="{address}"/></p>'), tmp_path / "out"

    result = build(path, out)

    assert result.exit_code == 0
    assert files(out) == {}
    said = f"{path}:2:4: warning [picture-not-copied] {address} is not copied, for it {reason}"
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1


def test_addresses_of_the_web_and_pictures_of_the_header_are_left_alone(
    edition: Path, tmp_path: Path
) -> None:
    web = '<graphic url="https://example.org/a.png"/><graphic url="data:image/png;base64,AA=="/>'
    path, out = written(edition, f"<p>{web}<graphic/></p>"), tmp_path / "out"
    path.write_text(path.read_text().replace("<teiHeader/>", f"<teiHeader>{IN_FIGURE}</teiHeader>"))

    assert build(path, out).stderr == ""
    assert files(out) == {}


def test_a_picture_larger_than_the_limit_is_not_copied(edition: Path) -> None:
    (edition / "img" / "mole.png").write_bytes(b"x" * 1_000_001)
    document = load(written(edition, IN_FIGURE))

    found = pictures(document, edition, Limits(megabytes=1))

    assert found.copies == {}
    assert "larger than 1 MB, the limit" in str(found.problems[0])


def test_one_address_that_means_two_pictures_shows_neither(edition: Path) -> None:
    (edition / "tei" / "img").mkdir()
    (edition / "tei" / "img" / "mole.png").write_bytes(b"another")
    second = '<p xml:base="img/">' + IN_FIGURE.replace("../img/", "") + "</p>"
    first = '<p xml:base="../img/">' + IN_FIGURE.replace("../img/", "") + "</p>"

    found = pictures(load(written(edition, first + second)), edition)

    assert found.copies == {}
    assert "has the address of another picture" in str(found.problems[0])


def test_a_run_copies_again_what_changed_or_went_away_and_names_what_is_left(
    edition: Path, tmp_path: Path
) -> None:
    out, copy = tmp_path / "out", tmp_path / "out/tei/a/pictures/img/mole.png"
    written(edition, IN_FIGURE)
    build(edition, out)
    assert "1 unchanged" in build(edition, out).output

    copy.unlink()
    assert "1 built" in build(edition, out).output
    assert copy.read_bytes() == MOLE

    (edition / "img" / "mole.png").write_bytes(b"the mole in spring")
    build(edition, out)
    assert copy.read_bytes() == b"the mole in spring"

    (edition / "img" / "mole.png").unlink()
    for _ in range(2):
        assert f"there, but not among the outputs: {copy}" in build(edition, out).output


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_build_of_one_document_names_the_copies_that_it_shows_no_longer(
    jobs: str, edition: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    again = ["build", str(written(edition, IN_FIGURE)), "-o", str(out), "--jobs", jobs]
    CliRunner().invoke(main, again)
    (out / "a/pictures/img/notes.txt").touch()
    assert CliRunner().invoke(main, again).stderr == ""

    written(edition, IN_FIGURE.replace("mole.png", "page%202.jpg"))
    said = CliRunner().invoke(main, again).stderr

    assert said == f"there, but not among the outputs: {out}/a/pictures/img/mole.png\n"


def test_a_copy_that_was_cut_short_is_swept_away(edition: Path, tmp_path: Path) -> None:
    path, out = written(edition, IN_FIGURE), tmp_path / "out"
    part = out / "a/pictures/img/.mole.png.999999999-0.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(MOLE[:4])

    build(path, out)

    assert files(out) == {"a/pictures/img/mole.png": MOLE}
