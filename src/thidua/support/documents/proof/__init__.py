"""Proof of a certificate: a signed text in its QR that anybody can check without a network.

The text is `THIDUA1:` and then base32 (RFC 4648, without `=`) of

    line 1  id of the key that signed
    line 2  verification code
    line 3  name of the recipient
    line 4  award
    line 5  number of the decision
    line 6  date of the decision, YYYY-MM-DD
    64 bytes  Ed25519 signature (RFC 8032)

The six lines are UTF-8 in NFC, each ended by one line feed; signed are `THIDUA1`, a line feed and the six lines.
Base32, because its letters go into a QR at 5.5 bits each and survive being typed, cut into lines or lower-cased.
Where the installation knows its own address, the QR has a link before it: `https://host/xac-minh/CODE#THIDUA1:…`.
A phone opens the page of the code; what stands behind `#` never leaves the phone and proves the words without it.
The id of a key is the first ten letters of base32 of SHA-256 of its 32 bytes.
"""
