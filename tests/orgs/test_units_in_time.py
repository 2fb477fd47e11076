"""Units are made, renamed, moved, merged, split and dissolved, and every day keeps its own state."""

from __future__ import annotations

from datetime import date

import pytest

from tests.orgs.conftest import IN_2019, IN_2020, TODAY
from thidua.orgs.actions import (
    create_unit,
    dissolve_unit,
    merge_units,
    move_unit,
    rename_unit,
    settle_succession,
    split_unit,
)
from thidua.orgs.drafts import UnitDraft
from thidua.orgs.enums import Certainty, UnitKind
from thidua.orgs.models import Unit, UnitPlacement, UnitSuccession
from thidua.orgs.queries import (
    address_as_of,
    address_today,
    ancestors,
    children,
    lineage,
    name_as_of,
    parent_on,
    predecessor_ids,
    subtree,
    successor_ids,
    units_as_of,
)
from thidua.support.audit.queries import history_of, verify_chain
from thidua.support.refusals import Refused

NEW_YEAR = date(2020, 1, 1)
NEW_YEARS_EVE = date(2019, 12, 31)


def names(units):
    return [unit.name_then for unit in units]


def one_last_placement_each():
    for unit in Unit.objects.all():
        placements = list(UnitPlacement.objects.filter(unit=unit))
        assert [row.is_last for row in placements] == [False] * (len(placements) - 1) + [True]


# Making


def test_a_new_unit_gets_its_key_short_name_and_place(tree):
    assert tree.one.key == "xa-mot-a"
    assert tree.one.short_name == "Một"
    assert names(children(tree.a, TODAY)) == ["Xã Hai", "Xã Một"]
    assert [unit.name for unit in ancestors(tree.village, TODAY)] == ["Xã Một", "Huyện A", "Tỉnh Thử"]


def test_a_second_unit_of_the_name_below_another_parent_gets_another_key(tree, superuser):
    twin = create_unit(draft=UnitDraft("Xã Một", UnitKind.COMMUNE, parent=tree.b), by=superuser)
    again = create_unit(
        draft=UnitDraft("Xã Một", UnitKind.COMMUNE, parent=tree.province, short_name="A"), by=superuser
    )
    assert (twin.key, again.key) == ("xa-mot-b", "xa-mot-thu")


def test_the_same_name_below_the_same_parent_is_refused_in_words(tree, superuser):
    with pytest.raises(Refused) as refusal:
        create_unit(draft=UnitDraft("XÃ  MỘT", UnitKind.COMMUNE, parent=tree.a), by=superuser)
    assert list(refusal.value.faults) == ["name"]
    assert Unit.objects.filter(name__iexact="Xã Một").count() == 1


def test_a_unit_without_a_name_or_with_a_used_key_or_an_ended_parent_is_refused(tree, superuser):
    for child in (tree.three,):
        dissolve_unit(unit=child, on=NEW_YEAR, by=superuser)
    dissolve_unit(unit=tree.b, on=NEW_YEAR, by=superuser)
    with pytest.raises(Refused) as refusal:
        create_unit(
            draft=UnitDraft("  ", UnitKind.COMMUNE, parent=tree.b, key=tree.one.key, exists_from=IN_2020),
            by=superuser,
        )
    assert sorted(refusal.value.faults) == ["key", "name", "parent"]


# Renaming


def test_a_renamed_unit_stays_itself_and_each_day_keeps_its_name(tree, superuser):
    rename_unit(unit=tree.one, name="Xã Mới", on=NEW_YEAR, official_code="00042", by=superuser, act="NQ 1")
    one = Unit.objects.get(pk=tree.one.pk)
    assert (one.name, one.short_name, one.official_code) == ("Xã Mới", "Mới", "00042")
    assert name_as_of(one, NEW_YEARS_EVE).name == "Xã Một"
    assert name_as_of(one, NEW_YEAR).name == "Xã Mới"
    assert name_as_of(one, NEW_YEAR).official_code == "00042"
    assert address_as_of(tree.village, IN_2019) == "thôn Đông, xã Một, huyện A, tỉnh Thử"
    assert address_as_of(tree.village, IN_2020) == "thôn Đông, xã Mới, huyện A, tỉnh Thử"
    assert names(children(tree.a, IN_2019)) == ["Xã Hai", "Xã Một"]
    assert names(children(tree.a, IN_2020)) == ["Xã Hai", "Xã Mới"]
    assert [entry.action for entry in history_of(one)] == ["orgs.unit_renamed", "orgs.unit_created"]


def test_a_name_written_wrong_is_corrected_for_all_its_time(tree, superuser):
    rename_unit(unit=tree.one, name="Xã Mốt", by=superuser)
    assert name_as_of(tree.one, IN_2019).name == "Xã Mốt"
    assert list(tree.one.names.values_list("name", flat=True)) == ["Xã Mốt"]


def test_renaming_to_the_same_name_or_before_the_last_renaming_is_refused(tree, superuser):
    with pytest.raises(Refused, match="đang mang tên này"):
        rename_unit(unit=tree.one, name="Xã Một", on=NEW_YEAR, by=superuser)
    rename_unit(unit=tree.one, name="Xã Mới", on=NEW_YEAR, by=superuser)
    with pytest.raises(Refused) as refusal:
        rename_unit(unit=tree.one, name="Xã Mới Nữa", on=NEW_YEAR, by=superuser)
    assert list(refusal.value.faults) == ["on"]


# Moving


def test_a_moved_unit_takes_everything_below_it_along(tree, superuser):
    moved = move_unit(unit=tree.one, parent=tree.b, on=NEW_YEAR, by=superuser)
    assert moved == 2
    assert address_as_of(tree.village, NEW_YEARS_EVE) == "thôn Đông, xã Một, huyện A, tỉnh Thử"
    assert address_as_of(tree.village, NEW_YEAR) == "thôn Đông, xã Một, huyện B, tỉnh Thử"
    assert names(subtree(tree.a, IN_2019)) == ["Huyện A", "Thôn Đông", "Xã Hai", "Xã Một"]
    assert names(subtree(tree.a, IN_2020)) == ["Huyện A", "Xã Hai"]
    assert names(subtree(tree.b, IN_2020, include_self=False)) == ["Xã Ba", "Thôn Đông", "Xã Một"]
    assert parent_on(tree.village, IN_2020) == tree.one
    one_last_placement_each()


def test_a_district_moved_with_two_levels_below_keeps_their_order(tree, superuser):
    region = create_unit(draft=UnitDraft("Vùng Bắc", UnitKind.BODY, parent=tree.province), by=superuser)
    assert move_unit(unit=tree.a, parent=region, on=NEW_YEAR, by=superuser) == 4
    assert [unit.name for unit in ancestors(tree.village, IN_2020)] == [
        "Xã Một",
        "Huyện A",
        "Vùng Bắc",
        "Tỉnh Thử",
    ]
    one_last_placement_each()


def test_moving_below_itself_or_twice_on_one_day_is_refused(tree, superuser):
    with pytest.raises(Refused) as refusal:
        move_unit(unit=tree.a, parent=tree.village, on=NEW_YEAR, by=superuser)
    assert list(refusal.value.faults) == ["parent"]
    move_unit(unit=tree.one, parent=tree.b, on=NEW_YEAR, by=superuser)
    with pytest.raises(Refused) as refusal:
        move_unit(unit=tree.one, parent=tree.a, on=NEW_YEAR, by=superuser)
    assert list(refusal.value.faults) == ["on"]
    with pytest.raises(Refused, match="đang trực thuộc “Huyện B”"):
        move_unit(unit=tree.one, parent=tree.b, on=IN_2020, by=superuser)


# Merging, splitting, dissolving


def test_merged_units_end_and_their_villages_go_on_in_the_new_one(tree, superuser):
    draft = UnitDraft("Xã Một Hai", UnitKind.COMMUNE, parent=tree.a)
    change = merge_units(units=[tree.one, tree.two], into=draft, on=NEW_YEAR, by=superuser, act="NQ 818")
    new = Unit.objects.get(name="Xã Một Hai")
    assert new.exists_from == NEW_YEAR
    assert names(children(tree.a, NEW_YEARS_EVE)) == ["Xã Hai", "Xã Một"]
    assert names(children(tree.a, NEW_YEAR)) == ["Xã Một Hai"]
    assert Unit.objects.get(pk=tree.one.pk).exists_to == NEW_YEARS_EVE
    assert address_as_of(tree.village, NEW_YEAR) == "thôn Đông, xã Một Hai, huyện A, tỉnh Thử"
    assert address_today(tree.one, TODAY).sentence == "nay: xã Một Hai, huyện A, tỉnh Thử"
    assert address_today(tree.village, TODAY).sentence == ""
    assert (change.kind, change.act, change.successions.count()) == ("merge", "NQ 818", 2)
    assert predecessor_ids(new) == {tree.one.pk, tree.two.pk}
    assert successor_ids(tree.one) == {new.pk}
    one_last_placement_each()


def test_a_unit_merged_into_one_that_goes_on(tree, superuser):
    merge_units(units=[tree.two], into=tree.one, on=NEW_YEAR, by=superuser)
    assert names(children(tree.a, IN_2020)) == ["Xã Một"]
    assert Unit.objects.get(pk=tree.one.pk).exists_to is None
    assert address_today(tree.two, TODAY).sentence == "nay: xã Một, huyện A, tỉnh Thử"


def test_a_merger_of_nothing_with_itself_or_of_an_ended_unit_is_refused_and_nothing_is_written(
    tree, superuser
):
    with pytest.raises(Refused):
        merge_units(units=[], into=tree.one, on=NEW_YEAR, by=superuser)
    with pytest.raises(Refused):
        merge_units(units=[tree.one], into=tree.one, on=NEW_YEAR, by=superuser)
    with pytest.raises(Refused):
        merge_units(units=[tree.two, tree.two], into=tree.one, on=NEW_YEAR, by=superuser)
    merge_units(units=[tree.two], into=tree.one, on=NEW_YEAR, by=superuser)
    draft = UnitDraft("Xã Nữa", UnitKind.COMMUNE, parent=tree.a)
    with pytest.raises(Refused) as refusal:
        merge_units(units=[tree.one, tree.two], into=draft, on=IN_2020, by=superuser)
    assert list(refusal.value.faults) == ["units"]
    assert not Unit.objects.filter(name="Xã Nữa").exists()
    assert Unit.objects.get(pk=tree.one.pk).exists_to is None


def test_a_split_asks_where_each_unit_below_goes(tree, superuser):
    drafts = [UnitDraft(name, UnitKind.COMMUNE, parent=tree.a) for name in ("Xã Trên", "Xã Dưới")]
    with pytest.raises(Refused) as refusal:
        split_unit(unit=tree.one, into=drafts, on=NEW_YEAR, by=superuser)
    assert refusal.value.faults["below"] == ["Hãy cho biết mỗi đơn vị sau về đâu: Thôn Đông."]
    split_unit(unit=tree.one, into=drafts, on=NEW_YEAR, below={tree.village.pk: 1}, by=superuser)
    assert address_as_of(tree.village, IN_2020) == "thôn Đông, xã Dưới, huyện A, tỉnh Thử"
    assert (
        address_today(tree.one, TODAY).sentence
        == "nay: xã Trên, huyện A, tỉnh Thử hoặc xã Dưới, huyện A, tỉnh Thử"
    )
    assert {place.part for place in address_today(tree.one, TODAY).places} == {True}


def test_a_unit_that_gives_away_a_part_goes_on(tree, superuser):
    draft = UnitDraft("Xã Tách", UnitKind.COMMUNE, parent=tree.a)
    split_unit(unit=tree.one, into=[draft], on=NEW_YEAR, goes_on=True, by=superuser)
    assert names(children(tree.a, IN_2020)) == ["Xã Hai", "Xã Một", "Xã Tách"]
    assert names(children(tree.one, IN_2020)) == ["Thôn Đông"]
    assert address_today(tree.one, TODAY).unchanged


def test_a_unit_is_dissolved_with_or_without_known_successors(tree, superuser):
    dissolve_unit(unit=tree.two, on=NEW_YEAR, successors_unknown=True, by=superuser)
    dissolve_unit(unit=tree.three, on=NEW_YEAR, by=superuser)
    assert address_today(tree.two, TODAY).sentence == "nay: chưa rõ thuộc đơn vị nào"
    assert address_today(tree.three, TODAY).sentence == "đã kết thúc, không có đơn vị kế tục"
    with pytest.raises(Refused, match="Thôn Đông"):
        dissolve_unit(unit=tree.one, on=NEW_YEAR, by=superuser)


def test_what_was_not_known_is_settled_when_the_act_is_read(tree, superuser):
    dissolve_unit(unit=tree.two, on=NEW_YEAR, successors_unknown=True, by=superuser)
    two = Unit.objects.get(pk=tree.two.pk)
    settle_succession(unit=two, successors=[(tree.one, True), (tree.three, True)], by=superuser, act="NQ 818")
    assert address_today(two, TODAY).sentence == (
        "nay: xã Một, huyện A, tỉnh Thử hoặc xã Ba, huyện B, tỉnh Thử"
    )
    assert UnitSuccession.objects.filter(predecessor=two, certainty=Certainty.UNKNOWN).count() == 0
    with pytest.raises(Refused, match="chưa kết thúc"):
        settle_succession(unit=tree.one, successors=[(tree.three, False)], by=superuser)


def test_chains_are_followed_to_the_end_and_an_inferred_link_is_told(tree, superuser):
    middle = UnitDraft("Xã Giữa", UnitKind.COMMUNE, parent=tree.a)
    merge_units(units=[tree.two], into=middle, on=NEW_YEAR, certainty=Certainty.INFERRED, by=superuser)
    last = UnitDraft("Xã Cuối", UnitKind.COMMUNE, parent=tree.province)
    merge_units(units=[Unit.objects.get(name="Xã Giữa")], into=last, on=date(2025, 7, 1), by=superuser)
    assert address_today(tree.two, date(2022, 1, 1)).sentence == (
        "nay: xã Giữa, huyện A, tỉnh Thử (suy ra, cần đối chiếu)"
    )
    assert address_today(tree.two, TODAY).sentence == "nay: xã Cuối, tỉnh Thử (suy ra, cần đối chiếu)"
    story = lineage(Unit.objects.get(name="Xã Giữa"))
    assert [(step.predecessor.name, step.certainty) for step in story.before] == [("Xã Hai", "inferred")]
    assert [step.successor and step.successor.name for step in story.after] == ["Xã Cuối"]


def test_every_change_leaves_a_row_in_an_intact_log(tree, superuser):
    rename_unit(unit=tree.three, name="Xã Bốn", on=NEW_YEAR, by=superuser)
    move_unit(unit=tree.three, parent=tree.a, on=IN_2020, by=superuser)
    merge_units(units=[tree.three], into=tree.two, on=date(2025, 7, 1), by=superuser)
    assert [entry.action for entry in history_of(tree.three)] == [
        "orgs.unit_moved",
        "orgs.unit_renamed",
        "orgs.unit_created",
    ]
    assert verify_chain().intact


def test_units_of_a_day_can_be_narrowed(tree):
    assert names(units_as_of(TODAY, kinds=[UnitKind.DISTRICT])) == ["Huyện A", "Huyện B"]
    assert names(units_as_of(TODAY, hierarchies=["party", "village"])) == ["Thôn Đông", "Tỉnh ủy Thử"]
