"""The house: imports go one way, entry scripts run from anywhere, and a bare import pays for nothing."""

import ast
import subprocess
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from scripts.plans import NOT_IN_PLANS

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "scripts"


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in SCRIPTS.rglob("*.py")}


PACKAGES = {name for name, path in MODULES.items() if path.name == "__init__.py"}


def imports_of(path: Path) -> set[str]:
    """Return the modules of this project that a file imports anywhere, also inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports here are absolute"
            assert node.module is not None
            inner = {alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            found.update(name if name in MODULES else node.module for name in inner.values())
    return found & MODULES.keys()


IMPORTS = {name: imports_of(path) for name, path in MODULES.items()}


def assert_one_way(imports: Mapping[str, Collection[str]]) -> None:
    done: set[str] = set()

    def visit(module: str, above: tuple[str, ...]) -> None:
        assert module not in above, " -> ".join((*above[above.index(module) :], module))
        if module not in done:
            for imported in sorted(imports[module]):
                visit(imported, (*above, module))
            done.add(module)

    for module in imports:
        visit(module, ())


def test_no_import_runs_in_a_circle() -> None:
    assert_one_way(IMPORTS)


def test_the_folders_of_grounding_import_one_another_one_way() -> None:
    folders: dict[str, set[str]] = {}
    for module, imported in IMPORTS.items():
        if folder := grounding_folder(module):
            others = {grounding_folder(name) for name in imported} - {folder, ""}
            folders.setdefault(folder, set()).update(others)
    assert "words" in folders
    assert_one_way(folders)


def grounding_folder(module: str) -> str:
    """The folder of grounding that a module is in, "" for all others."""
    parts = module.split(".")
    return parts[2] if parts[:2] == ["scripts", "grounding"] and len(parts) == 4 else ""


@pytest.mark.parametrize("folder", ["scripts.weather", "scripts.grounding"])
def test_a_folder_knows_nothing_of_the_pipeline_above_it(folder: str) -> None:
    ground = {"scripts.finding", "scripts.weather", "scripts.grounding", "scripts.scenario"}
    for module, imported in IMPORTS.items():
        if module.startswith(folder):
            strangers = {
                name
                for name in imported
                if name not in ground and not name.startswith(("scripts.weather", folder))
            }
            assert not strangers, f"{module} imports {strangers}"


def test_no_plan_depends_on_what_its_fingerprint_leaves_out() -> None:
    used, found = set[str](), {"scripts.plans"}
    while found:
        used |= found
        found = set().union(*(IMPORTS[module] for module in found)) - used
    assert not {module for module in used if module.split(".")[1] in NOT_IN_PLANS}
    assert all((SCRIPTS / folder).is_dir() for folder in NOT_IN_PLANS)


def test_nothing_imports_the_entry_scripts_command() -> None:
    assert not [name for name, used in IMPORTS.items() if "scripts.generate_synthetic_tool_data" in used]


def test_every_module_is_used_by_another_or_is_an_entry() -> None:
    entries = {"scripts.generate_synthetic_tool_data", "scripts.validator"}
    used = set().union(*IMPORTS.values())
    assert MODULES.keys() - PACKAGES - entries - used == set()


@pytest.mark.parametrize("script", ["generate_synthetic_tool_data.py", "validator.py"])
def test_an_entry_script_runs_from_any_folder(script: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, SCRIPTS / script, "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert script in done.stdout


@pytest.mark.parametrize("module", ["scripts.generate_synthetic_tool_data", "scripts.claude_api_client"])
def test_the_sdk_is_imported_only_when_a_request_is_made(module: str) -> None:
    code = f"import sys, {module}; print([name for name in sys.modules if name.startswith('anthropic')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
