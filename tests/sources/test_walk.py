"""Which files a target stands for."""

import os
from pathlib import Path

import pytest

from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.files import opened, stem, walk


def lay(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def below(root: Path) -> list[str]:
    return [str(path.relative_to(root)) if isinstance(path, Path) else path.target for path in walk(str(root))]


def test_files_come_in_order_of_name(tmp_path: Path) -> None:
    lay(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "c/a.md", "B.txt")
    assert below(tmp_path) == ["B.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "c/a.md"]


def test_what_no_article_is_in_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "page.html", "page_files/a.css", "page_files/b.js", "page_files/c.PNG", ".git/config", ".x.txt", "d")
    lay(tmp_path, "d.svg.gz", "e.txt.gz")
    assert below(tmp_path) == ["d", "e.txt.gz", "page.html"]


def test_a_file_stands_for_itself_whatever_it_is_called(tmp_path: Path) -> None:
    lay(tmp_path, ".hidden.css")
    assert list(walk(str(tmp_path / ".hidden.css"))) == [tmp_path / ".hidden.css"]


def test_links_do_not_lead_out(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    lay(inside, "a.txt", "sub/b.txt")
    lay(outside, "secret.txt")
    (inside / "out.txt").symlink_to(outside / "secret.txt")
    (inside / "up.txt").symlink_to("../outside/secret.txt")
    (inside / "out").symlink_to(outside)
    (inside / "sub" / "loop").symlink_to(inside)
    (inside / "dangling.txt").symlink_to("nowhere")
    (inside / "in.txt").symlink_to("a.txt")
    assert below(inside) == ["a.txt", "in.txt", "sub/b.txt"]


def test_a_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    lay(tmp_path / "real", "a.txt")
    (tmp_path / "link").symlink_to("real")
    assert below(tmp_path / "link") == ["a.txt"]


def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    lay(tmp_path, "a.txt")
    assert below(tmp_path) == ["a.txt"]


def test_a_folder_as_deep_as_can_be(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(500):
        deep = deep / "d"
    lay(deep, "a.txt")
    assert len(below(tmp_path)) == 1


def test_no_name_is_a_failure() -> None:
    assert [type(found) for found in walk("")] == [Failure]


@pytest.mark.parametrize("name", ["missing.txt", "a.txt/b.txt", "nul\0.txt", "x" * 5000, "."])
def test_what_cannot_be_opened_is_a_plain_error(tmp_path: Path, name: str) -> None:
    lay(tmp_path, "a.txt")
    with pytest.raises(UnreadableError), opened(tmp_path / name):
        pass


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html.gz", "a"),
        ("news/a.txt", "a"),
        ("v1.2.txt", "v1.2"),
        ("a", "a"),
        ("a.gz", "a"),
        (".gz", "article"),
        ("", "article"),
        ("/news/quay-is-back/", "quay-is-back"),
    ],
)
def test_a_stem_names_the_article(name: str, expected: str) -> None:
    assert stem(name) == expected
