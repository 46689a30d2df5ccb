"""The two set-up scripts, run as a new user runs them, in a copy of the project with no packages to fetch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare project folder that setup_local.sh has set up once."""
    folder = tmp_path_factory.mktemp("a project")
    (folder / "tests").mkdir()
    for name in ("setup_local.sh", "setup_m4.sh"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("requirements.txt", "tests/requirements.txt"):
        (folder / name).write_text("# nothing\n")
    done = run(folder, "./setup_local.sh")
    assert done.returncode == 0, done.stderr
    assert "Making .venv" in done.stderr
    return folder


def run(folder: Path, *command: str, path: str = os.environ["PATH"], **environment: str):
    """Run a command as a stranger's shell would, without this test's own environment."""
    plain = {"PATH": path, "HOME": str(folder), "PYTHON": sys.executable} | environment
    return subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=False)


def fake(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_the_command_runs_in_the_environment_and_its_output_is_not_mixed_with_ours(project) -> None:
    done = run(project, "./setup_local.sh", "python", "-c", "import sys; print(sys.prefix)")
    assert done.stdout.strip() == str(project / ".venv")


@pytest.mark.parametrize("status", [0, 1, 2, 130])
def test_the_exit_status_is_the_commands(project, status: int) -> None:
    assert run(project, "./setup_local.sh", "bash", "-c", f"exit {status}").returncode == status


def test_a_second_set_up_installs_nothing_and_says_how_to_go_on(project) -> None:
    done = run(project, "./setup_local.sh")
    assert done.returncode == 0
    assert "Installing" not in done.stderr
    assert "generate_synthetic_tool_data.py" in done.stderr


def test_a_changed_list_is_installed(project) -> None:
    (project / "requirements.txt").write_text("# nothing, still\n")
    assert "Installing" in run(project, "./setup_local.sh", "true").stderr
    assert "Installing" not in run(project, "./setup_local.sh", "true").stderr


def test_a_package_that_cannot_be_had_is_said_and_tried_again(project) -> None:
    before = (project / "requirements.txt").read_text()
    (project / "requirements.txt").write_text("./no-such-folder\n")
    for _ in range(2):
        done = run(project, "./setup_local.sh", "true")
        assert done.returncode == 1
        assert "pip could not install" in done.stderr
    (project / "requirements.txt").write_text(before)
    assert run(project, "./setup_local.sh", "true").returncode == 0


def test_an_environment_whose_python_is_gone_is_made_anew(project) -> None:
    (project / ".venv" / "bin" / "python").unlink()
    done = run(project, "./setup_local.sh", "python", "-c", "print('alive')")
    assert done.stdout.strip() == "alive"
    assert "Making .venv" in done.stderr


def test_without_a_fit_python_both_remedies_are_named(project, tmp_path) -> None:
    shutil.copy(project / "setup_local.sh", tmp_path)
    (tmp_path / "tests").mkdir()
    for name in ("requirements.txt", "tests/requirements.txt"):
        (tmp_path / name).touch()
    tools = tmp_path / "bin"
    for name in ("bash", "dirname", "cat", "cksum"):
        tools.mkdir(exist_ok=True)
        (tools / name).symlink_to(shutil.which(name) or name)
    fake(tools, "python3", "exit 1")
    done = run(tmp_path, str(tools / "bash"), "setup_local.sh", path=str(tools), PYTHON="")
    assert done.returncode == 1
    assert "3.11" in done.stderr
    assert "PYTHON=" in done.stderr


class TestOnAMac:
    """setup_m4.sh, with uname and sysctl that answer as a Mac's do."""

    @pytest.fixture
    def tools(self, tmp_path: Path) -> Path:
        folder = tmp_path / "mac"
        fake(folder, "uname", "echo Darwin")
        fake(folder, "sysctl", "echo 1")
        return folder

    def python(self, tools: Path, machine: str) -> str:
        """A Python that says it is built for `machine`, and otherwise is the one of this test."""
        fake(
            tools,
            "python-mac",
            f'case "$2" in *platform*) echo {machine};; *) exec {sys.executable} "$@";; esac',
        )
        return str(tools / "python-mac")

    def run(self, project: Path, tools: Path, *command: str, **environment: str):
        return run(project, "./setup_m4.sh", *command, path=f"{tools}:{os.environ['PATH']}", **environment)

    def test_a_native_python_goes_on_as_setup_local_does(self, project, tools) -> None:
        done = self.run(project, tools, "bash", "-c", "exit 7", PYTHON=self.python(tools, "arm64"))
        assert done.returncode == 7, done.stderr

    def test_a_rosetta_python_is_refused_by_name(self, project, tools) -> None:
        for version in ("3.11", "3.12", "3.13", "3.14"):
            fake(tools, f"python{version}", "exit 1")
        done = self.run(project, tools, "true", PYTHON=self.python(tools, "x86_64"))
        assert done.returncode == 1
        assert "Rosetta" in done.stderr
        assert "brew install" in done.stderr

    def test_with_no_python_it_says_how_to_get_one(self, project, tools) -> None:
        for version in ("3.11", "3.12", "3.13", "3.14"):
            fake(tools, f"python{version}", "exit 1")
        done = self.run(project, tools, "true", PYTHON="")
        assert done.returncode == 1
        assert "No Python 3.11 or newer was found" in done.stderr
        assert "python.org" in done.stderr

    def test_an_intel_mac_is_sent_to_setup_local(self, project, tools) -> None:
        fake(tools, "sysctl", "exit 1")
        done = self.run(project, tools, "true")
        assert done.returncode == 1
        assert "setup_local.sh" in done.stderr

    def test_another_system_is_sent_to_setup_local(self, project, tools) -> None:
        fake(tools, "uname", "echo Linux")
        done = self.run(project, tools, "true")
        assert done.returncode == 1
        assert "setup_local.sh" in done.stderr
