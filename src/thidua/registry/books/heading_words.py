"""What the heads of columns are called in Vietnamese and English, without marks and punctuation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.registry.books.rows import Field

# The first words are the common ones; all are compared folded, with punctuation as blanks.
NAMES: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.ORDINAL: (
        *("stt", "tt", "so tt", "so thu tu", "thu tu", "s tt", "no", "number", "so vao so", "ma so", "st t"),
        *("so so", "vao so so", "#", "ordinal", "sott", "s t t", "ma", "ma nv", "ma nhan vien", "ma can bo"),
    ),
    Field.HONORIFIC: (
        *(
            "ong ba",
            "danh xung",
            "xung danh",
            "ong hoac ba",
            "hoc ham hoc vi",
            "hoc vi",
            "cap bac",
            "quan ham",
        ),
        *("cap ham", "cap bac quan ham", "honorific", "mr mrs", "rank", "ong", "ong ba dong chi"),
    ),
    Field.NAME: (
        *("ho va ten", "ho ten", "ho va ten ten tap the", "ho ten ten tap the", "ten ca nhan", "ten tap the"),
        *(
            "ten tap the ca nhan",
            "ten ca nhan tap the",
            "ten tap the ca nhan ho gia dinh",
            "ten don vi ca nhan",
        ),
        *("ten ca nhan don vi", "tap the ca nhan", "ca nhan tap the", "ho va ten ca nhan", "ten nguoi nhan"),
        *("ho ten ca nhan", "ten ca nhan tap the ho gia dinh", "ten ho gia dinh", "ho gia dinh", "ten goi"),
        *("ho va ten ten don vi", "ho va ten hoac ten tap the", "nguoi duoc khen", "nguoi duoc khen thuong"),
        *(
            "ca nhan tap the duoc khen thuong",
            "tap the ca nhan duoc khen thuong",
            "doi tuong duoc khen thuong",
        ),
        *("ho va ten chuc vu don vi", "ho ten chuc vu don vi", "ho va ten chuc vu", "ho ten chuc vu"),
        *("ho va ten chuc vu don vi cong tac", "ho ten chuc vu don vi cong tac", "ten", "name", "full name"),
        *(
            "recipient",
            "recipient name",
            "ten doi tuong",
            "ten tap the ca nhan duoc khen",
            "ca nhan",
            "tap the",
        ),
        *("ho dem", "ho va ten dem", "ho va dem", "ten dem", "ho", "ho lot", "surname", "first name"),
        *("last name", "given name", "ten tap the ho gia dinh", "chu ho", "ten chu ho", "ho ten chu ho"),
        *(
            "ho va ten chu ho",
            "ten nguoi duoc khen",
            "ten don vi duoc khen thuong",
            "don vi duoc khen thuong",
        ),
        *("ten don vi tap the", "ten tap the don vi", "ten don vi", "ten to chuc", "ten co quan don vi"),
        *("tac gia", "ten tac gia", "ho ten tac gia", "ho va ten nguoi duoc khen thuong", "ten nguoi"),
        *(
            "ong ba ho va ten",
            "awardee",
            "person",
            "person or collective",
            "ho va ten ong ba",
            "name of recipient",
        ),
        *("don vi ca nhan", "tap the ca nhan duoc tang", "ten cua tap the ca nhan", "ten doanh nghiep"),
    ),
    Field.KIND: (
        *("doi tuong", "loai doi tuong", "phan loai doi tuong", "tap the hay ca nhan", "loai", "kind"),
        *(
            "recipient kind",
            "ca nhan hay tap the",
            "doi tuong khen thuong",
            "phan loai",
            "loai hinh doi tuong",
        ),
        *(
            "ca nhan tap the ho gia dinh",
            "tap the ca nhan ho gia dinh",
            "type of recipient",
            "recipient type",
        ),
    ),
    Field.POST: (
        *("chuc vu", "chuc danh", "nghe nghiep", "chuc vu chuc danh", "chuc danh nghe nghiep", "post"),
        *("position", "vi tri cong tac", "nhiem vu", "chuc vu cong tac", "cong viec", "job", "job title"),
        *("chuc vu don vi", "chuc vu don vi cong tac", "chuc danh chuc vu", "chuc vu noi cong tac", "title"),
        *("chuc vu phong co quan", "chuc vu co quan", "chuc vu va don vi cong tac", "chuc vu nghe nghiep"),
        *("chuc vu dia chi", "chuc vu va don vi", "chuc vu dang chinh quyen", "trinh do chuc vu"),
    ),
    Field.UNIT: (
        *("don vi", "don vi cong tac", "noi cong tac", "co quan", "dia chi", "co quan don vi", "unit"),
        *("don vi hoac dia chi", "don vi dia chi", "noi o", "dia chi noi o", "ten don vi cong tac", "cho o"),
        *("co quan cong tac", "co quan don vi cong tac", "thuoc don vi", "don vi truc thuoc", "organisation"),
        *("organization", "phong ban", "to cong tac", "khoa phong", "truong", "department", "workplace"),
        *("noi lam viec", "don vi quan ly", "don vi chu quan", "dia chi don vi", "thon xom", "noi cu tru"),
        *("thuong tru", "dia phuong", "xa phuong", "huyen", "xa", "que quan noi cong tac", "don vi de nghi"),
        *("cap tren truc tiep", "phong", "bo phan", "address", "don vi cong tac dia chi", "to don vi", "lop"),
        *("to cm", "to chuyen mon", "khoa", "to", "don vi phong ban", "phong khoa", "chi bo", "cong doan"),
    ),
    Field.AWARD: (
        *("danh hieu", "danh hieu thi dua", "hinh thuc khen", "hinh thuc khen thuong", "hinh thuc", "award"),
        *("danh hieu thi dua hinh thuc khen thuong", "danh hieu hinh thuc khen thuong", "khen thuong"),
        *("hinh thuc danh hieu", "danh hieu khen thuong", "ma danh hieu", "ma hinh thuc khen thuong"),
        *(
            "ma danh hieu thi dua",
            "thi dua",
            "dhtd",
            "htkt",
            "danh hieu hinh thuc",
            "loai khen thuong duoc tang",
        ),
        *("danh hieu duoc tang", "danh hieu dat duoc", "hinh thuc duoc khen", "muc khen", "noi dung khen"),
        *("hinh thuc khen cao", "de nghi khen thuong", "hinh thuc de nghi", "danh hieu de nghi", "honour"),
        *("danh hieu thi dua va hinh thuc khen thuong", "form of commendation", "commendation", "khen"),
        *("danh hieu va hinh thuc khen thuong", "ten danh hieu", "hinh thuc khen tang", "award title"),
        *("hinh thuc thi dua khen thuong", "hinh thuc khen thuong danh hieu thi dua", "dh htkt", "dhtd htkt"),
    ),
    Field.TYPE: (
        *("loai hinh khen thuong", "phan loai khen thuong", "loai khen thuong", "loai thanh tich"),
        *("loai hinh", "type of commendation", "loai hinh khen", "commendation type"),
    ),
    Field.DECISION: (
        *("so quyet dinh", "so qd", "quyet dinh so", "quyet dinh", "qd so", "qd", "so qd ngay qd"),
        *("so ngay quyet dinh", "so quyet dinh ngay thang nam", "decision", "decision number", "decision no"),
        *("so va ngay quyet dinh", "so quyet dinh ngay ky", "so ngay thang nam quyet dinh", "so van ban"),
        *(
            "quyet dinh so ngay",
            "quyet dinh khen thuong",
            "so qdkt",
            "so qd khen thuong",
            "can cu quyet dinh",
        ),
        *("so quyet dinh khen thuong", "so ngay thang nam cua quyet dinh cong nhan co quan ban hanh"),
        *("so ky hieu", "so hieu", "so quyet dinh ngay", "theo quyet dinh", "qd khen thuong", "sqd"),
    ),
    Field.DECIDED_ON: (
        *("ngay", "ngay ky", "ngay ban hanh", "ngay quyet dinh", "ngay qd", "ngay thang", "ngay thang nam"),
        *("ngay thang nam qd", "ngay thang nam quyet dinh", "ngay khen", "ngay khen thuong", "decision date"),
        *("date", "date of decision", "ngay ky quyet dinh", "ngay ky qd", "ngay thang qd", "ngay cap"),
        *(
            "thoi gian",
            "thoi gian khen thuong",
            "ngay tang",
            "ngay duoc khen",
            "ngay ra quyet dinh",
            "decided on",
        ),
        *("ngay ban hanh quyet dinh", "ngay cong nhan", "ngay thang quyet dinh", "ngay ban hanh qd"),
    ),
    Field.AUTHORITY: (
        *("co quan ban hanh", "cap khen", "cap ban hanh", "nguoi ky", "co quan quyet dinh", "cap do"),
        *("cap khen thuong", "co quan khen", "authority", "cap quyet dinh", "noi ban hanh", "issued by"),
        *("co quan khen thuong", "cap co tham quyen", "nguoi quyet dinh", "cap ky", "don vi ban hanh", "cap"),
        *("issuer", "signed by", "co quan ra quyet dinh", "co quan ky", "don vi khen", "co quan cap"),
    ),
    Field.YEAR: (
        *("nam hoc", "nam khen", "nam khen thuong", "year", "nam duoc khen", "nam tinh", "nam cong tac"),
        *("nam dat", "nam duoc tang", "nam xet", "nam thanh tich", "school year", "nam quyet dinh", "nam qd"),
        *("nam cong nhan", "nien khoa", "nam nhan", "nam duoc cong nhan"),
    ),
    Field.AMOUNT: (
        *("tien thuong", "so tien", "muc thuong", "muc tien thuong", "kinh phi", "so tien thuong", "amount"),
        *("tien", "tien thuong dong", "so tien dong", "thanh tien", "bonus", "reward", "gia tri", "thuong"),
        *("muc tien", "tien thuong vnd", "prize money", "so tien thuong dong"),
    ),
    Field.BORN: (
        *("ngay sinh", "nam sinh", "sinh nam", "ngay thang nam sinh", "birth year", "date of birth", "ntns"),
        *("ns", "born", "ngay thang sinh", "birthday", "birth date", "year of birth", "tuoi nam sinh", "sn"),
        *("sinh ngay", "ngay nam sinh"),
    ),
    Field.WOMAN: ("gioi tinh", "nu", "sex", "gender", "phai", "nam nu", "gt", "woman", "female", "male"),
    Field.ETHNICITY: ("dan toc", "ethnicity", "thanh phan dan toc", "ethnic group", "dt"),
    Field.REASON: (
        *(
            "thanh tich",
            "tom tat thanh tich",
            "noi dung thanh tich",
            "noi dung",
            "ly do",
            "ly do khen thuong",
        ),
        *("thanh tich tom tat", "noi dung khen thuong", "reason", "trich ngang thanh tich", "trich yeu"),
        *("ly do khen", "da co thanh tich", "thanh tich dat duoc", "thanh tich noi bat", "achievement"),
        *("tom tat thanh tich dat duoc", "tom tat", "trich ngang", "citation", "thanh tich khen thuong"),
    ),
    Field.NOTE: (
        "ghi chu",
        "gc",
        "note",
        "notes",
        "remarks",
        "chu thich",
        "remark",
        "comment",
        "ghi chu khac",
    ),
}
# Heads that say nothing of an award, so that they are not taken for something that is alike.
OTHERS: Final = frozenset(
    (
        *("ky nhan", "ky ten", "chu ky", "link", "linh vuc", "linh vuc hoat dong", "so to trinh", "to trinh"),
        *("so tt to trinh", "dien thoai", "so dien thoai", "email", "cccd", "cmnd", "so cmnd", "so cccd"),
        *("diem", "tong diem", "xep loai", "xlcl", "xep loai chat luong", "trinh do", "ngay vao dang"),
        *("xep hang", "diem thuong", "diem tru", "tong so", "tong cong", "cong", "so luong", "ty le"),
        *(
            "ngay vao nganh",
            "que quan",
            "ma phan loai can bo",
            "tin nhan",
            "ket qua",
            "binh quan",
            "ma so thue",
        ),
        *("ten de tai", "ten sang kien", "sang kien", "de tai", "cap cong nhan", "pham vi", "so phieu"),
        *("ty le phieu", "so phieu dong y", "muc do hoan thanh nhiem vu", "muc do hoan thanh", "dang vien"),
        *("tham nien", "he so luong", "thoi gian cong tac", "nam vao nganh", "nhan su", "so to khai"),
        *(
            "tai khoan",
            "so tai khoan",
            "ngan hang",
            "cmtnd",
            "ngay nhan",
            "ngay trao",
            "nguoi nhan",
            "nguoi trao",
        ),
    )
)
FIGURES: Final = frozenset(
    (
        *("diem", "tong diem", "xep hang", "tong so", "so luong", "diem thuong", "diem tru", "tong cong"),
        *("binh quan", "ty le", "diem cham", "diem tu cham", "hang", "thu hang", "tong"),
    )
)
