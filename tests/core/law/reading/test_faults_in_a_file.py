"""One fault, one sentence with file and line."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from thidua.core.law.reading.marked import FastLoader, PythonLoader, compose

TITLE, VOTES = "awards/title.yaml", "parameters/votes/title.yaml"
BROKEN = yaml.safe_load(Path(__file__).with_name("broken_on_purpose.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", BROKEN, ids=[case["says"][:60] for case in BROKEN])
def test_each_fault_is_one_sentence_with_file_and_line(broken, case: dict[str, str]) -> None:
    assert broken(case["in"], case["change"], case["to"]) == [f"{case['in']}:{case['says']}"]


def test_all_faults_are_told_at_once(law) -> None:
    law.change(TITLE, "rank: 10", "rank: ten")
    law.change(TITLE, "n: 2", "n: two")
    law.change(VOTES, "unit: pct", "unit: miles")
    assert [fault.partition(" ")[0] for fault in law.faults()] == [
        f"{TITLE}:5:",
        f"{TITLE}:22:",
        f"{VOTES}:3:",
    ]


def test_a_file_that_is_no_yaml_is_told_and_the_others_are_still_read(law) -> None:
    law.write(VOTES, "code: votes/title\nname: {vi: x\n")
    law.change("rules/suspension.yaml", "effect: block", "effect: shout")
    assert [fault.partition(" ")[0] for fault in law.faults()] == [f"{VOTES}:3:", "rules/suspension.yaml:2:"]


def test_an_empty_file_another_encoding_and_another_ending_are_faults(law) -> None:
    law.write("rules/empty.yaml", "# nothing\n")
    (law.root / "rules/latin.yaml").write_bytes(b"id: latin\nsays: caf\xe9\n")
    law.write("rules/other.yml", "id: other\n")
    assert law.faults() == [
        "rules/empty.yaml:1: This file is empty: fill it or delete it.",
        "rules/latin.yaml:2: This is not UTF-8: save the file as UTF-8.",
        "rules/other.yml:1: This file is not read: law files end in .yaml.",
    ]


def test_a_missing_vocabulary_is_one_fault_and_not_one_for_every_use(law) -> None:
    (law.root / "words/grades.yaml").unlink()
    assert law.faults() == ["words/grades.yaml:1: This vocabulary is missing: write the file."]


def test_the_command_prints_every_fault_and_fails(law) -> None:
    law.change(TITLE, "rank: 10", "rank: ten")
    done = subprocess.run(
        [sys.executable, "-m", "thidua.core.law.reading", str(law.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (
        1,
        f"{TITLE}:5: “ten” should be a whole number without quotes.\n",
    )


def test_the_loader_in_python_reads_the_same_nodes_at_the_same_lines(law) -> None:
    text = (law.root / TITLE).read_text(encoding="utf-8")
    quick, slow = compose(text, FastLoader), compose(text, PythonLoader)
    assert _shape(quick) == _shape(slow)


def _shape(node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.start_mark.line, node.value
    inner = [part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,))]
    return node.tag, node.start_mark.line, [_shape(part) for part in inner]
