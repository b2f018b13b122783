"""What all tests share: a user's folders of their own, the sample content, and the kits beside the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6 import QtCore

from tests.qt_messages import QtMessages

ROOT = Path(__file__).resolve().parent.parent
KITS = ROOT.parent / "shared" / "kits"
TWO_PAGES = ("back-hip-knee-leg-pain", "headache-and-migraine")
"""Of the sample: with seven studies and with five."""
CANNOT_RUN_HERE = 77
"""The exit status with which a kit says that this machine lacks something; it prints what."""

kit_gave_reason = pytest.StashKey[bool]()

# The gate tries the same cases each time, however slow the machine; `--hypothesis-profile=default` draws new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


def tries(most: int) -> int:
    """How many random cases are tried of so many: a quarter, or all in a long run, with `CLINIC_EDITOR_CASES=all`."""
    return most if os.environ.get("CLINIC_EDITOR_CASES") == "all" else most // 4


def pytest_configure() -> None:
    """See `qt_messages.py`: before pytest-qt puts its first handler in place. And a screen for each that runs tests."""
    QtCore.qInstallMessageHandler = QtMessages().install
    worker, screens = os.environ.get("PYTEST_XDIST_WORKER", ""), os.environ.get("CLINIC_EDITOR_SCREENS", "").split()
    if worker and screens:
        os.environ["DISPLAY"] = screens[int(worker.removeprefix("gw"))]


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes empty folders; pytest's own way looks at all there are for each, which takes a minute of a whole run."""
    parent = tmp_path_factory.mktemp("folders")
    return lambda: Path(tempfile.mkdtemp(dir=parent))


@pytest.fixture(autouse=True)
def own_user_folders(new_folder: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of each test's own, so that no test reads or writes what belongs to the user."""
    home = new_folder()
    for name, value in at_home(home).items():
        monkeypatch.setenv(name, value)
    return home


def at_home(home: Path) -> dict[str, str]:
    """The environment variables of a program whose user has this home, which is empty."""
    (home / "runtime").mkdir(mode=0o700)
    places = {"DATA": "share", "CONFIG": "config", "STATE": "state", "CACHE": "cache"}
    settings = {f"XDG_{kind}_HOME": str(home / folder) for kind, folder in places.items()}
    settings |= {"XDG_RUNTIME_DIR": str(home / "runtime"), "XDG_DOCUMENTS_DIR": str(home / "Documents")}
    for folder in ("APPDATA", "LOCAL_APPDATA", "PERSONAL"):
        settings[f"WIN_PD_OVERRIDE_{folder}"] = str(home / folder.lower())
    if "XAUTHORITY" not in os.environ and (Path.home() / ".Xauthority").exists():
        settings["XAUTHORITY"] = str(Path.home() / ".Xauthority")
    return settings | {"HOME": str(home)}


@pytest.fixture(autouse=True)
def no_leaked_windows() -> Iterator[None]:
    """Fail a test that leaves a window open, and close it for the tests that follow."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    windows = sys.modules["PySide6.QtWidgets"].QApplication.topLevelWidgets()
    leaked = [window for window in windows if window.isVisible()]
    for window in leaked:
        window.hide()
        window.deleteLater()
    assert not leaked, f"left open: {leaked}"


@pytest.fixture
def whole_sample(tmp_path: Path) -> Path:
    """A copy of all of `sample_content` that a test may change."""
    return Path(shutil.copytree(ROOT / "sample_content", tmp_path / "sample_content"))


@pytest.fixture
def sample_folder(whole_sample: Path) -> Path:
    """The sample with two pages only, both published, so that a test can name all there is; it may be changed."""
    for page in (whole_sample / "conditions").iterdir():
        if page.stem not in TWO_PAGES:
            page.unlink()
    return whole_sample


@pytest.fixture
def kit() -> Callable[[str], Path]:
    """`kit("yaml")` is the folder of that kit; without the kits the test is skipped."""

    def folder(name: str) -> Path:
        if not KITS.is_dir():
            pytest.skip(f"needs the kits in {KITS}, which are not here")
        assert (KITS / name).is_dir(), f"there is no kit {name!r} in {KITS}"
        return KITS / name

    return folder


@pytest.fixture
def run_kit(request: pytest.FixtureRequest) -> Callable[..., subprocess.CompletedProcess[str]]:
    """`run_kit([script, ...])` runs a kit's command in the project's root; one that cannot run here skips the test."""

    def run(args: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
        return judged(run_in_checkout(args), request.node)

    return run


def run_in_checkout(args: Sequence[str | Path], **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a program, or a script, with these environment variables on top."""
    command = [sys.executable, *args] if str(args[0]).endswith(".py") else list(args)
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )


def judged(result: subprocess.CompletedProcess[str], test: pytest.Item) -> subprocess.CompletedProcess[str]:
    """What a kit's command came to; skips a test that the kit says it cannot run here."""
    if result.returncode == CANNOT_RUN_HERE:
        test.stash[kit_gave_reason] = True
        pytest.skip(f"the kit cannot run here: {(result.stdout + result.stderr).strip()}")
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test on a kit that skips although the kits are there, unless the kit itself gave the reason."""
    report = yield
    on_a_kit = {"kit", "run_kit"} & set(getattr(item, "fixturenames", ()))
    skipped = report.skipped and not hasattr(report, "wasxfail")
    if skipped and on_a_kit and KITS.is_dir() and not item.stash.get(kit_gave_reason, False):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} skipped although the kits are in {KITS}: {report.longrepr}"
    return report
