"""`thidua appraise` as it is typed: files in, text or JSON out, and what it leaves behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CASES = """\
- name: ba danh hiệu cơ sở
  award: provincial_emulation_fighter
  on: 2025-12-20
  recipient: individual
  facts:
    grades: {2025: excellently_completed}
    awards:
      - {award: grassroots_emulation_fighter, year: 2023}
      - {award: grassroots_emulation_fighter, year: 2024}
      - {award: grassroots_emulation_fighter, year: 2025}
    initiatives: [{year: 2025, scope: province_or_ministry}]
    confirmations: [provincial_chair]
  expect: {verdict: met, by: pf-2022}
"""
UNEXPECTED = CASES.replace("{verdict: met, by: pf-2022}", "not_met")
FAULTY = CASES.replace("2025: excellently_completed", "2024: excelent")


def appraise(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, without any database to go to."""
    return subprocess.run(
        [sys.executable, "-c", "from thidua.config.cli import main; main()", "appraise", *arguments],
        capture_output=True,
        check=False,
        input=CASES.encode(),
        env={**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none", **environment},
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cases.yaml"


def test_cases_as_expected_leave_0(file: Path) -> None:
    file.write_text(CASES, encoding="utf-8")

    done = appraise(str(file))

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines()[:2] == [
        "1. ba danh hiệu cơ sở",
        "   ĐỦ ĐIỀU KIỆN: Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
    ]


def test_a_difference_leaves_1(file: Path) -> None:
    file.write_text(UNEXPECTED, encoding="utf-8")

    done = appraise(str(file), "--lang", "en")

    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.decode().splitlines()[-1] == (
        "1 case: 1 met, 0 not met, 0 need a person; 1 not as expected."
    )


def test_bad_input_leaves_2_names_each_fault_on_a_line_and_judges_the_rest(file: Path) -> None:
    file.write_text(FAULTY + UNEXPECTED + FAULTY, encoding="utf-8")

    done = appraise(str(file), "--json", "--lang", "en")

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "cases[0].facts.grades.2024: There is no grade “excelent”; did you mean “excellently_completed”?",
        "cases[2].facts.grades.2024: There is no grade “excelent”; did you mean “excellently_completed”?",
    ]
    assert [(one["verdict"], len(one["errors"])) for one in json.loads(done.stdout)] == [
        (None, 1),
        ("met", 0),
        (None, 1),
    ]


def test_cases_may_be_piped_in() -> None:
    done = appraise("-", "--json")

    assert [(one["name"], one["verdict"], one["by"]) for one in json.loads(done.stdout)] == [
        ("ba danh hiệu cơ sở", "met", "pf-2022")
    ]


def test_the_answer_is_utf_8_whatever_the_locale(file: Path) -> None:
    file.write_text(FAULTY, encoding="utf-8")

    done = appraise(str(file), LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert done.stdout.decode("utf-8").splitlines()[1] == "   KHÔNG XÉT: dữ liệu có lỗi"
    assert done.stderr.decode("utf-8").startswith(
        "cases[0].facts.grades.2024: Không có mức hoàn thành nhiệm vụ"
    )


def test_a_file_that_is_not_there_or_no_yaml_leaves_2_and_its_name(file: Path) -> None:
    absent = appraise(str(file), "--lang", "en")
    file.write_text("- name: [\n", encoding="utf-8")
    broken = appraise(str(file), "--lang", "en", "--json")

    assert (absent.returncode, absent.stderr.decode()) == (
        2,
        f"{file}: the file cannot be opened (No such file or directory)\n",
    )
    assert (broken.returncode, json.loads(broken.stdout)) == (2, [])
    assert broken.stderr.decode().startswith(f"{file}: This is no YAML at line 2, column 1: ")


def test_the_choices_of_the_board_come_from_a_file(file: Path, tmp_path: Path) -> None:
    later = CASES.replace("2025", "2026").replace("2024}", "2025}").replace("2023}", "2024}")
    file.write_text(later, encoding="utf-8")
    choices = tmp_path / "choices.yaml"
    choices.write_text("caps_lifted: [LAW2022A]\n", encoding="utf-8")
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("caps_lifted: [LAW1999]\n", encoding="utf-8")

    assert appraise(str(file)).returncode == 1
    assert appraise(str(file), "--choices", str(choices)).returncode == 0
    refused = appraise(str(file), "--choices", str(wrong), "--lang", "en")
    assert refused.returncode == 2
    assert refused.stderr.decode().startswith("caps_lifted[0]: There is no legal text “LAW1999”")


def test_a_reader_who_leaves_early_is_no_fault(tmp_path: Path) -> None:
    many = tmp_path / "many.yaml"
    many.write_text(CASES * 400, encoding="utf-8")
    command = [sys.executable, "-c", "from thidua.config.cli import main; main()", "appraise", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().decode().startswith("1. ba danh hiệu cơ sở")
        running.stdout.close()
        said = running.stderr.read()
        assert (running.wait(60), said) == (0, b"")
