"""The page's own code: small, whole, and from nowhere else. No browser is needed to see that."""

import re
from pathlib import Path

from sandbox import page

MODULES = sorted(page.STATIC.rglob("*.js"))
IMPORT = re.compile(r'^import (?:(?P<names>\{[^}]*\}) from )?"(?P<source>[^"]+)";', re.MULTILINE)
EXPORT = re.compile(r"^export (?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)
EXPORTED = re.compile(r"^export \{([^}]*)\}", re.MULTILINE)
MOST = 150_000
"""Bytes of a person's Discord and the window around it, comments left out."""
MOST_OF_THE_LENS = 22_000
COMMENT = re.compile(r"^ *(//[^\n]*|/\*.*?\*/) *\n", re.MULTILINE | re.DOTALL)


def words(listed: str) -> list[str]:
    """The first of `a` and `a as b`."""
    return [each.split(" as ")[0].strip() for each in listed.strip("{} \n").split(",") if each.strip()]


def exports(module: Path) -> set[str]:
    code = module.read_text("utf-8")
    named = (each.split(" as ")[-1].strip() for found in EXPORTED.findall(code) for each in found.split(","))
    return {*EXPORT.findall(code), *named}


def test_every_name_that_a_module_imports_is_exported_where_it_is_said_to_be():
    missing = []
    for module in MODULES:
        for found in IMPORT.finditer(module.read_text("utf-8")):
            source = (module.parent / found["source"]).resolve()
            there = exports(source) if source.exists() else set()
            missing += [
                f"{module.name}: {name} of {found['source']}"
                for name in words(found["names"] or "")
                if name not in there
            ]
            missing += [] if source.exists() else [f"{module.name}: {found['source']}"]
    assert missing == []


def test_no_name_is_imported_or_exported_for_nothing():
    unused = []
    imported: set[str] = set()
    for module in MODULES:
        code = module.read_text("utf-8")
        for found in IMPORT.finditer(code):
            rest = code[: found.start()] + code[found.end() :]
            names = words(found["names"] or "")
            imported |= set(names)
            unused += [
                f"{module.name}: {name}" for name in names if not re.search(rf"\b{re.escape(name)}\b", rest)
            ]
    idle = [
        f"{module.name} exports {name}"
        for module in MODULES
        for name in exports(module) - imported
        if len(re.findall(rf"\b{name}\b", module.read_text("utf-8"))) < 2
    ]
    assert unused + idle == []


def test_nothing_is_fetched_from_elsewhere():
    for file in page.STATIC.rglob("*.*"):
        code = re.sub(r'xmlns="[^"]*"', "", file.read_text("utf-8"))
        assert not re.findall(r"""(?:src|href|import|url\()\s*[=(]?\s*["']?https?://""", code), file


def size(file: Path) -> int:
    return len(COMMENT.sub("", file.read_text("utf-8")).encode())


def test_the_code_stays_small():
    files = [file for file in page.STATIC.rglob("*.*") if file.suffix in {".js", ".css", ".html"}]
    lens = sum(size(file) for file in files if "lens" in str(file.relative_to(page.STATIC)))
    everything = sum(size(file) for file in files)
    assert lens < MOST_OF_THE_LENS
    assert everything - lens < MOST
