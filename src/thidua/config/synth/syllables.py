"""What invented names are made of: shares are rough, so that a northern mountain province sounds right.

After each word stands its weight: "Văn:30". Generations: born before 1960, before 1985, later.
"""

from __future__ import annotations

from typing import Final

SURNAMES: Final = (
    "Nguyễn:160 Hoàng:120 Nông:85 Lương:60 Vi:55 Lý:50 Triệu:50 Dương:42 Trần:60 Lê:45 Phạm:38 Bế:32 "
    "Chu:34 Phùng:30 Hứa:32 Đặng:28 Vũ:28 Bùi:18 Đinh:16 Lâm:20 Lò:10 Ma:16 Mã:10 Mông:16 La:12 Lộc:14 "
    "Đàm:14 Hà:16 Đỗ:20 Phan:14 Võ:8 Trương:12 Ngô:14 Hồ:7 Tô:10 Lưu:8 Đào:10 Cao:6 Mai:6 Trịnh:8 Tạ:4 "
    "Thân:4 Liễu:8 Linh:9 Lăng:9 Lành:6 Âu:4 Bàn:10 Đoàn:6 Quách:3 Nình:3 Sằm:4 Tăng:4 Từ:3 Đường:3 Lã:4 "
    "Ngọc:2 Thạch:2 Khuất:1 Âu Dương:1 Tôn Thất:1"
)
HMONG_SURNAMES: Final = "Giàng:14 Vàng:12 Thào:11 Sùng:8 Lầu:6 Mùa:4 Hạng:3 Cứ:2 Ly:3"
HMONG_GIVEN: Final = (
    "Páo:6 Chu:6 Dế:4 Sình:5 Chứ:5 Mỷ:6 Dợ:4 Vừ:4 Tủa:4 Sáy:4 Pà:4 Lử:4 Nhè:3 Súa:4 Mai:4 Dua:3 Phừ:2 "
    "Cở:2 Chống:2 Lềnh:3 Sử:3 Xia:3 Máy:3 Ký:2 Say:2"
)
EDE_GIVEN: Final = (
    "Hen Linh Nga Thương Mai Lan Yến Hương Nuen Bluin Juen Wen Rin Ngoan Bion Moan Thu Khoa Ben Djuan Kô "
    "Tuyn Bông Phi Sơn Thắng Dhăm Krông"
)
EDE_CLANS: Final = "Niê Êban Byă Ayun Mlô Kbuôr Ktla Hmok Knul Kđoh Buôn Yă"
MALE_MIDDLE: Final = (
    "Văn:60 Đình:6 Đức:7 Xuân:5 Hữu:5 Ngọc:4 Minh:4 Quang:4 Công:3 Thế:4 Viết:2 Trọng:3 Duy:3 Thanh:4 "
    "Hồng:3 Quốc:4 Bá:2 Đăng:2 Khánh:1 Tiến:2 Mạnh:3 Việt:2 :6",
    "Văn:42 Đình:6 Đức:8 Xuân:5 Hữu:5 Ngọc:5 Minh:6 Quang:5 Công:3 Thế:4 Viết:2 Trọng:3 Duy:4 Thanh:5 "
    "Hồng:3 Quốc:5 Bá:2 Đăng:3 Khánh:2 Tiến:3 Mạnh:4 Việt:3 Tuấn:2 Hoàng:2 Anh:2 Trung:2 Hải:2 :4",
    "Văn:16 Đình:4 Đức:8 Xuân:3 Hữu:3 Ngọc:5 Minh:10 Quang:6 Công:3 Thế:3 Viết:1 Trọng:3 Duy:6 Thanh:4 "
    "Quốc:5 Đăng:4 Khánh:4 Tiến:4 Mạnh:4 Việt:4 Tuấn:4 Hoàng:5 Anh:3 Trung:3 Hải:3 Gia:4 Bảo:4 Nhật:3 "
    "Thiên:1 Tùng:2 Văn Minh:1 :2",
)
FEMALE_MIDDLE: Final = (
    "Thị:86 Thị Thu:2 Thị Hồng:2 Thị Ngọc:2 Thị Kim:2 Thị Bích:1 Thị Minh:1 Thanh:1 Kim:1 :3",
    "Thị:46 Thị Thu:7 Thị Hồng:6 Thị Ngọc:5 Thị Kim:4 Thị Bích:4 Thị Minh:4 Thị Thanh:6 Thị Mai:3 Thị "
    "Lan:2 Thị Phương:3 Thị Thúy:3 Thị Tuyết:2 Thị Hoài:1 Thu:3 Thanh:3 Minh:2 Kim:2 Ngọc:2 Bích:2 Hồng:2 "
    "Thúy:1 :2",
    "Thị:20 Thị Thu:6 Thị Hồng:4 Thị Ngọc:5 Thị Kim:2 Thị Bích:2 Thị Minh:3 Thị Thanh:4 Thị Mai:2 Thị "
    "Phương:4 Thị Thúy:2 Thị Hoài:2 Thị Khánh:2 Thị Quỳnh:2 Thu:5 Thanh:4 Minh:5 Kim:2 Ngọc:5 Bích:2 "
    "Hồng:3 Thúy:2 Phương:5 Khánh:4 Quỳnh:4 Hà:3 Bảo:3 Diệu:2 Mai:3 Hoài:2 Thùy:3 Lan:2 Như:1 Tú:1 An:1 "
    ":1",
)
MALE_GIVEN: Final = (
    "Bình:7 Hùng:6 Thắng:5 Lợi:4 Sơn:5 Hải:4 Tư:3 Ba:3 Năm:2 Sáu:2 Bảy:2 Thụ:2 Thu:2 Thư:1 Cường:4 Minh:5 "
    "Quang:4 Tiến:4 Tài:3 Lộc:3 Phúc:3 Thọ:3 Khánh:2 Hòa:5 Hoan:2 Hoàn:3 Hoạt:1 Chiến:3 Thanh:5 Vinh:4 "
    "Quý:4 Đông:3 Xuân:3 Thu:1 Nam:3 Bắc:2 Thiệu:2 Tính:2 Toản:2 Toàn:3 Toán:1 Sinh:3 Sính:1 Nghĩa:3 "
    "Nhân:2 Trí:2 Dũng:5 Đức:4 Trung:3 Thành:5 Công:3 Kim:1 Lâm:3 Long:3 Ngọc:3 Phong:3 Phương:3 Tuyên:2 "
    "Tuyến:2 Tuyền:1 Viên:1 Viện:1 Vĩnh:2 Vượng:2 Ích:1 Ất:1 Giáp:2 Đinh:1 Mậu:1 Kỷ:1 Quỳ:1 Quỳnh:1 "
    "Ưởng:1 Lưỡng:1 Ninh:2 Nình:1 Pảo:1 Sảo:1 Sỉnh:1 Thình:1 Coóng:1 Chắn:1 Cắm:1 Hợi:1 Tý:1 Sửu:1 Dần:1 "
    "Mão:1 Thìn:2 Tỵ:1 Ngọ:1 Mùi:1 Thân:2 Dậu:1 Tuất:1",
    "Bình:6 Hùng:9 Thắng:8 Lợi:3 Sơn:7 Hải:7 Thụ:1 Cường:8 Minh:6 Quang:6 Tiến:6 Tài:3 Lộc:2 Phúc:3 Thọ:2 "
    "Khánh:2 Hòa:4 Hoàn:3 Hoàng:3 Chiến:4 Thanh:5 Vinh:4 Quý:3 Đông:3 Xuân:2 Nam:6 Bắc:2 Thiệu:1 Toản:2 "
    "Toàn:4 Sinh:2 Nghĩa:3 Nhân:2 Trí:1 Dũng:10 Đức:6 Trung:7 Thành:7 Công:3 Lâm:3 Long:5 Ngọc:3 Phong:4 "
    "Phương:4 Tuyên:2 Tuyến:2 Tuấn:10 Tú:3 Tùng:4 Việt:3 Vũ:3 Hiếu:4 Hiển:1 Hiền:1 Hiệp:3 Hưng:4 Hà:3 "
    "Hào:1 Hạnh:1 Huy:3 Huấn:2 Huân:2 Khải:1 Khoa:2 Kiên:4 Linh:2 Lương:1 Mạnh:4 Ninh:2 Quân:4 Quyết:3 "
    "Quyền:2 Quỳnh:1 Thái:3 Thiện:2 Thịnh:2 Thuận:2 Thuấn:1 Tân:2 Tấn:1 Trường:4 Tưởng:1 Vương:1 Vượng:1 "
    "Điệp:1 Định:2 Đạt:2 Đại:1 Giang:3 Duy:1 Duẩn:1 Bằng:2 Bảo:1 Ánh:1 Ân:1 Ẩn:1 An:2",
    "Anh:9 Minh:7 Hùng:4 Thắng:5 Sơn:6 Hải:5 Cường:5 Quang:5 Tiến:4 Tài:2 Lộc:2 Phúc:3 Khánh:4 Hoàng:6 "
    "Chiến:2 Nam:7 Toàn:3 Nghĩa:3 Nhân:2 Dũng:6 Đức:7 Trung:6 Thành:6 Công:3 Lâm:4 Long:7 Phong:5 Tuấn:7 "
    "Tú:5 Tùng:6 Việt:5 Vũ:4 Hiếu:7 Hiệp:3 Hưng:4 Huy:7 Khải:2 Khoa:3 Kiên:5 Linh:3 Mạnh:5 Quân:5 Quyết:2 "
    "Quyền:1 Thái:3 Thiện:2 Thịnh:2 Thuận:1 Tân:2 Trường:4 Vương:1 Định:1 Đạt:5 Giang:3 Duy:4 Bảo:3 An:3 "
    "Ân:1 Bách:2 Dương:4 Đăng:2 Đan:1 Hậu:1 Hoan:1 Kỳ:1 Nguyên:2 Phát:1 Phước:1 Sáng:1 Tâm:1 Thông:1 "
    "Trọng:2 Tuân:1 Tuyên:1 Vinh:2 Xuân:1 Luân:1 Lực:1 Nhật:2 Khôi:2 Hào:1 Quốc:2",
)
FEMALE_GIVEN: Final = (
    "Lan:7 Hoa:7 Mai:5 Cúc:4 Đào:4 Hồng:6 Huệ:4 Liên:5 Loan:4 Nga:4 Nguyệt:4 Oanh:3 Phượng:4 Sen:3 Tâm:4 "
    "Thanh:4 Thảo:2 Thoa:2 Thơm:3 Thu:4 Thủy:3 Tuyết:4 Vân:4 Xuân:4 Yến:3 Bình:4 Hiền:4 Hòa:4 Hợp:2 Hậu:3 "
    "Lý:3 Lụa:2 Là:1 Minh:3 Nhung:2 Ngân:2 Ngọc:3 Phương:3 Quế:2 Quý:2 Sáu:2 Tư:2 Tám:2 Thìn:2 Tý:1 "
    "Thắm:2 Tươi:2 Vui:2 Ưởng:1 Ẩn:1 Én:1 Nhật:1 Niên:1 Ngoan:1 Nết:1 Múi:1 Slao:1 Pảo:1 Bé:1 Bích:2 "
    "Chín:1 Chung:1 Dung:3 Duyên:2 Gái:2 Giang:1 Hải:2 Hằng:3 Hường:2 Khuyên:1 Kim:2 Lành:1 Len:1",
    "Lan:6 Hoa:7 Mai:6 Cúc:2 Đào:2 Hồng:5 Huệ:4 Liên:4 Loan:4 Nga:7 Nguyệt:4 Oanh:4 Phượng:4 Tâm:4 "
    "Thanh:4 Thảo:5 Thoa:2 Thơm:2 Thu:5 Thủy:6 Thùy:2 Thúy:4 Tuyết:4 Vân:6 Xuân:3 Yến:5 Bình:3 Hiền:8 "
    "Hòa:4 Hợp:1 Hậu:2 Lý:2 Minh:3 Nhung:6 Ngân:4 Ngọc:4 Phương:6 Quế:1 Quý:1 Thắm:2 Tươi:2 Vui:1 Dung:5 "
    "Duyên:4 Giang:3 Hà:8 Hải:2 Hạnh:6 Hằng:7 Hường:4 Hương:9 Huyền:5 Khuyên:1 Lệ:2 Linh:3 Luyến:2 "
    "Lương:1 Ly:2 My:1 Nhàn:2 Oanh:2 Quyên:3 Quỳnh:3 Sâm:1 Thư:1 Thương:2 Trang:4 Trà:1 Tú:1 Uyên:1 "
    "Vinh:1 Điệp:1 Đông:1 Ánh:2 Anh:3",
    "Lan:4 Hoa:2 Mai:5 Hồng:3 Liên:2 Loan:2 Nga:5 Nguyệt:2 Oanh:3 Phượng:2 Tâm:3 Thanh:3 Thảo:9 Thơm:1 "
    "Thu:4 Thủy:3 Thùy:1 Thúy:2 Tuyết:2 Vân:5 Yến:6 Hiền:6 Hòa:1 Minh:2 Nhung:5 Ngân:5 Ngọc:6 Phương:8 "
    "Dung:3 Duyên:4 Giang:5 Hà:7 Hạnh:3 Hằng:5 Hường:1 Hương:7 Huyền:8 Lệ:1 Linh:12 Ly:4 My:4 Nhi:3 "
    "Quyên:3 Quỳnh:5 Thư:4 Thương:4 Trang:11 Trà:3 Uyên:3 Ánh:4 Anh:12 Chi:4 Diệp:2 Châu:2 Vy:2 Trâm:2 "
    "Tú:2 Khánh:1 An:2 Bích:1 Hân:1 Ngà:1 Như:2 Thơ:1 Lam:1 Đan:1",
)
