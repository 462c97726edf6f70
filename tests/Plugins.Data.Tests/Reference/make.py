"""Writes the reference files of the tests with Python's own zlib and lzma: an independent writer."""
import lzma
import struct
import zlib
from pathlib import Path

HERE = Path(__file__).parent
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def sample(x, y, c, depth):
    return (x * 37 + y * 59 + c * 101 + x * y * 3) * 257 % (1 << depth)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def paeth(a, b, c):
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


def filtered(kind, row, above, bpp):
    out = []
    for i, value in enumerate(row):
        a = row[i - bpp] if i >= bpp else 0
        c = above[i - bpp] if i >= bpp else 0
        b = above[i]
        out.append((value - (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]) & 255)
    return bytes([kind]) + bytes(out)


def png(name, width, height, color, depth, interlaced=False, extra=b""):
    stored = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    data = b""
    for x0, y0, dx, dy in ADAM7 if interlaced else [(0, 0, 1, 1)]:
        columns = range(x0, width, dx)
        above = None
        for number, y in enumerate(range(y0, height, dy) if columns else []):
            bits = "".join(format(sample(x, y, c, depth), f"0{depth}b") for x in columns for c in range(stored))
            bits += "0" * (-len(bits) % 8)
            row = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
            data += filtered(number % 5, row, above or bytes(len(row)), max(1, stored * depth // 8))
            above = row
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    packed = zlib.compress(data, 9)
    half = len(packed) // 2
    (HERE / name).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"tEXt", b"Comment\0reference")
        + chunk(b"IDAT", packed[:half]) + chunk(b"IDAT", packed[half:]) + chunk(b"IEND", b""))


def words(count):
    """Text-like bytes: words of a small vocabulary, chosen by a linear congruential generator, and some that do not repeat."""
    state, out = 12345, bytearray()
    while len(out) < count:
        state = (state * 1103515245 + 12345) % (1 << 31)
        number = state >> 16
        out += bytes((number * k >> 3) & 255 for k in range(1, 4)) if number % 7 == 0 else b"prune" * (number % 5) + bytes([97 + number % 26])
    return bytes(out[:count])


def xz(name, count, check, **options):
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 6, **options}]
    return (HERE / name).write_bytes(lzma.compress(words(count), lzma.FORMAT_XZ, check, filters=filters))


png("grey8.png", 13, 11, 0, 8)
png("grey1-interlaced.png", 13, 11, 0, 1, True)
png("grey16.png", 5, 7, 0, 16)
png("grey-alpha8.png", 6, 5, 4, 8)
png("rgb8.png", 9, 12, 2, 8)
png("rgb16-interlaced.png", 9, 12, 2, 16, True)
png("rgba8-interlaced.png", 3, 2, 6, 8, True)
png("palette4.png", 7, 6, 3, 4, extra=chunk(b"PLTE", bytes((i * 11 + c * 80) % 256 for i in range(16) for c in range(3))))
xz("crc64.xz", 20000, lzma.CHECK_CRC64)
xz("crc32.xz", 5000, lzma.CHECK_CRC32, lc=0, lp=2, pb=0)
xz("sha256.xz", 5000, lzma.CHECK_SHA256, lc=4, lp=0, pb=4)
xz("none.xz", 300, lzma.CHECK_NONE)
(HERE / "two.xz").write_bytes((HERE / "none.xz").read_bytes() + bytes(8) + (HERE / "crc32.xz").read_bytes())
(HERE / "delta.xz").write_bytes(lzma.compress(words(300), lzma.FORMAT_XZ, filters=[
    {"id": lzma.FILTER_DELTA, "dist": 1}, {"id": lzma.FILTER_LZMA2, "preset": 6}]))
noise = bytearray()
state = 1
while len(noise) < 3000:
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    noise += struct.pack("<I", state >> 32)
(HERE / "stored.xz").write_bytes(lzma.compress(bytes(noise), lzma.FORMAT_XZ))
