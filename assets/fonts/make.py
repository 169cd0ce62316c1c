#!/usr/bin/env python3
"""Makes the project's fonts and the advance table from Noto Sans CJK SC.

    apt-get install fonts-noto-cjk
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 assets/fonts/make.py            # write everything
    python3 assets/fonts/make.py --check    # write nothing, fail when a character is missing

Written are, beside this file, `latin-400.woff2` and `latin-700.woff2` (what the page
loads), `native-400.otf` and `native-700.otf` (what PNG and PDF embed), `extra-400.otf` and
`extra-700.otf` (the rarer hanzi of GB 2312, for what somebody typed), and
`src/text/advances.rs` (how wide each character is).

Why not the fonts as they come: a text's width must be the plain sum of its characters'
advances, the same in Rust, in a browser and in resvg. So kerning, ligatures and all other
layout tables are left out, and characters that the Chinese face sets in a full-width box
(quotes, arrows, mathematical signs) get the proportional box that a Latin text needs.
"""

import hashlib
import sys
import unicodedata
from pathlib import Path

import fontTools
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOTO = Path("/usr/share/fonts/opentype/noto")
FAMILY = "Duibiao Sans"

# weight -> (file, name of the style, the file that the committed fonts were made from)
WEIGHTS = {
    400: ("NotoSansCJK-Regular.ttc", "Regular",
          "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a"),
    700: ("NotoSansCJK-Bold.ttc", "Bold",
          "faa5f3656a78b2e2d450d27fe8382c778bc2b6bb5ea29c986664a6a435056ceb"),
}

# What the page's own font draws. All other characters are the system's Chinese font's.
ASCII = "".join(map(chr, range(0x20, 0x7F)))
LATIN_1 = "".join(map(chr, range(0xC0, 0x100)))  # À…ÿ, with × and ÷ among them
SIGNS = "\u00a0£¥§©°±²³µ·¹½–—‘’“”•…′‰€№™\u2011−≈≠≤≥←↑→↓↗↘▲▼△▽●○✓"
LATIN = sorted(set(ASCII + LATIN_1 + SIGNS))

# Signs that the Chinese face draws for a full-width box, too big beside Latin digits:
# character -> (scale, height that its middle goes to, room on each side).
MATHS_AXIS, HALF_CAPITAL = 369, 366
BOXED = {
    **{c: (0.75, MATHS_AXIS, 40) for c in "±×÷≈≠≤≥"},
    **{c: (0.70, HALF_CAPITAL, 40) for c in "▲▼△▽●○"},
    **{c: (1.0, None, 60) for c in "←↑→↓↗↘§‰✓"},
    "·": (1.0, None, 90),
}
# Proportional forms that the collection's Japanese face maps; all faces share their glyphs.
PROPORTIONAL = "‘’“”•·≤≥"
ELLIPSIS_PERIODS = 3

# Full-width punctuation, forms and numerals for the native fonts, used or not.
CJK_SIGNS = (
    "".join(map(chr, range(0x3001, 0x3012))) + "\u3000〔〕〖〗〜"
    + "".join(map(chr, range(0xFF01, 0xFF5F))) + "¥"
    + "".join(map(chr, range(0x2460, 0x2474))) + "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ〇"
)
# Hanzi beyond GB 2312's first level in the names of China's prefectures and of Zhejiang's
# counties: the next data somebody adds should not need a new font.
NAMES = (
    "亳濮漯邯郸邢沧廊朔阜鹤绥佳淮滁芜莆漳赣萍菏淄潍驻鄂荆娄郴邵岳湛揭汕韶梧崇贺钦儋泸眉雅坝黔遵昭"
    "普洱怒迪曲喀昌芝榆渭峪陇酒甘洛忠嘴玛吐鲁哈什和塔勒犁博郭楞孜恩施湘盟锡林浩特呼伦贝尔乌兰察巴彦淖"
    "瓯鄞嵊婺衢暨缙磐岱泗浦庆洞瑞苍泰鳌柯諸姚慈奉椒黄岩玉岙嵩衙埭漕浔嘉桐濂甬绍兴睦莲畲闽粤澳"
)
# Where the characters come from that a figure can show.
READ = [("data", "*.json"), ("src", "**/*.rs"), ("www/src", "**/*.ts")]


def is_full_width(char):
    """Whether every font draws the character in a box of one em."""
    return unicodedata.east_asian_width(char) in "WF" or char in CJK_SIGNS


def gb2312_level_1():
    """The 3,755 hanzi of daily use, in rows 16 to 55 of the standard."""
    return gb2312_rows(0xB0, 0xD8)


def gb2312_level_2():
    """The 3,008 rarer hanzi, in rows 56 to 87 of the standard."""
    return gb2312_rows(0xD8, 0xF8)


def gb2312_rows(first, end):
    """The hanzi of rows, each row by its first byte."""
    cells = ((row, cell) for row in range(first, end) for cell in range(0xA1, 0xFF))
    hanzi = (bytes(cell).decode("gb2312", "ignore") for cell in cells)
    return {char for char in hanzi if char}


def characters_used():
    """Every non-ASCII character of the data, the code and the page, with the first file that has it."""
    used = {}
    for folder, pattern in READ:
        paths = sorted((ROOT / folder).rglob(pattern.removeprefix("**/")))
        for path in paths:
            for char in sorted(set(path.read_text("utf-8"))):
                if ord(char) > 0x7E and unicodedata.category(char)[0] != "C":
                    used.setdefault(char, path.relative_to(ROOT))
    return used


def native_characters(used, cmap):
    """What the native fonts hold; ends the run when data need a glyph that there is none for."""
    wanted = set(LATIN) | gb2312_level_1() | set(CJK_SIGNS) | set(NAMES)
    missing = []
    for char, path in used.items():
        if is_full_width(char) and ord(char) in cmap:
            wanted.add(char)
        elif char not in LATIN and path.parts[0] == "data":
            missing.append(f"{path}: U+{ord(char):04X} {char} is neither in the Latin set nor "
                           "full-width; write it another way or add it to SIGNS in make.py")
    if missing:
        sys.exit("\n".join(missing))
    return {char for char in wanted if ord(char) in cmap}


def open_face(weight, language="SC"):
    """The Simplified Chinese face of a weight (or another language's, for its mapping)."""
    name, _, digest = WEIGHTS[weight]
    path = NOTO / name
    if not path.exists():
        sys.exit(f"{path}: not found; install it with: apt-get install fonts-noto-cjk")
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        print(f"note: {path} is another version than the committed fonts were made from")
    faces = TTCollection(str(path)).fonts
    named = (f for f in faces if f["name"].getDebugName(4).split()[:4] == ["Noto", "Sans", "CJK", language])
    face = next(named)
    face.recalcTimestamp = False  # the same input gives the same bytes
    return face


def drawing(face, glyph):
    """The outline of a glyph as recorded pen calls, and its bounds."""
    glyphs = face.getGlyphSet()
    pen, bounds = DecomposingRecordingPen(glyphs), BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    glyphs[glyph].draw(bounds)
    return pen, bounds.bounds


def redraw(face, glyph, advance, drawings):
    """Replaces a glyph by recorded drawings, each moved or scaled by its transform."""
    cff = face["CFF "].cff[0]
    pen = T2CharStringPen(advance, face.getGlyphSet())
    for recorded, transform in drawings:
        recorded.replay(TransformPen(pen, transform))
    old, selector = cff.CharStrings.getItemAndSelector(glyph)
    # In a font with several private dictionaries each glyph is written against its own.
    private = old.private
    width = advance - private.nominalWidthX
    pen._width = None if advance == private.defaultWidthX else width
    new = pen.getCharString(private, cff.GlobalSubrs)
    new.fdSelectIndex = selector
    cff.CharStrings[glyph] = new
    face["hmtx"][glyph] = (advance, 0)


def refit(face, cmap, char, scale, middle, room):
    """Gives a full-width sign a proportional box: scaled, centred, with room on each side."""
    glyph = cmap[ord(char)]
    recorded, (left, low, right, high) = drawing(face, glyph)
    rise = 0 if middle is None else middle - scale * (low + high) / 2
    move = Transform(scale, 0, 0, scale, room - scale * left, rise)
    redraw(face, glyph, round(scale * (right - left)) + 2 * room, [(recorded, move)])


def make_ellipsis(face, cmap):
    """An ellipsis of three periods on the baseline, as Latin text sets it."""
    recorded, _ = drawing(face, cmap[ord(".")])
    step = face["hmtx"][cmap[ord(".")]][0]
    moves = [Transform(1, 0, 0, 1, step * i, 0) for i in range(ELLIPSIS_PERIODS)]
    redraw(face, cmap[ord("…")], step * ELLIPSIS_PERIODS, [(recorded, move) for move in moves])


def remap_proportional(face, weight):
    """Points the Latin signs at the glyphs that the Japanese face has for them."""
    other = open_face(weight, "JP").getBestCmap()
    for table in face["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap") and table.format != 14:
            for char in PROPORTIONAL:
                if ord(char) in table.cmap:
                    table.cmap[ord(char)] = other[ord(char)]


def subset(face, characters):
    """Keeps the characters' outlines and no layout table, hint or variation sequence."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 4, 6, 14]  # the licence by its address; its text goes beside the file
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG"]
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(face)
    tables = face["cmap"].tables
    face["cmap"].tables = [t for t in tables if t.format in (4, 12)]


def rename(face, style):
    """The project's own name: the outlines are Noto's, the metrics are not."""
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: postscript}
    for record in list(face["name"].names):
        if record.nameID in names:
            face["name"].setName(names[record.nameID], record.nameID, record.platformID,
                                 record.platEncID, record.langID)
    cff = face["CFF "].cff
    cff.fontNames = [postscript]
    cff[0].FamilyName, cff[0].FullName = FAMILY, f"{FAMILY} {style}"


def make_font(weight, characters, path, flavor):
    """Makes one font file and gives the advances of its characters."""
    face = open_face(weight)
    remap_proportional(face, weight)
    subset(face, characters)
    cmap = face.getBestCmap()
    for char, shape in BOXED.items():
        if ord(char) in cmap:
            refit(face, cmap, char, *shape)
    if ord("…") in cmap:
        make_ellipsis(face, cmap)
    rename(face, WEIGHTS[weight][1])
    face.flavor = flavor
    face.save(path)
    print(f"{path.relative_to(ROOT)}: {len(cmap)} characters, {path.stat().st_size:,} bytes")
    return {chr(code): face["hmtx"][glyph][0] for code, glyph in cmap.items()}, face


def check_advances(weight, latin, native):
    """The promises that the measuring code rests on."""
    for char, advance in native.items():
        if char in latin:
            assert advance == latin[char], f"{weight}: {char} differs between page and native font"
        else:
            assert advance == 1000, f"{weight}: {char} is {advance} wide, not 1000"
    digits = {latin[d] for d in "0123456789+−="}
    assert len(digits) == 1, f"{weight}: digits and signs are not tabular: {digits}"


def rust_char(char):
    """A character as a Rust literal that shows in any editor."""
    return f"'\\u{{{ord(char):x}}}'" if unicodedata.category(char) in ("Zs", "Cf", "Pd") else f"'{char}'"


def rust_table(regular, bold, face):
    """The text of `src/text/advances.rs`."""
    os2 = face["OS/2"]
    lines = [f"    [\n{rust_row([t[c] for c in ASCII])}    ]," for t in (regular, bold)]
    others = [c for c in LATIN if c not in ASCII]
    rows = [f"    ({rust_char(c)}, [{regular[c]}, {bold[c]}])," for c in others]
    constants = [
        ("FULL_WIDTH", "u16", 1000, "What every hanzi and full-width sign takes: one em."),
        ("CAP_HEIGHT", "i16", os2.sCapHeight, "The height of a capital letter and of a digit."),
        ("HANZI_TOP", "i16", os2.sTypoAscender, "The top of the box of a hanzi."),
    ]
    head = [
        "//! How wide each character of the Latin subset is, in thousandths of an em.",
        "//!",
        "//! Generated by `assets/fonts/make.py` from the fonts beside it; do not edit.",
        "//! Each pair is (regular, bold). Characters that are not here are full-width or have no glyph.",
        "",
    ]
    for name, kind, value, why in constants:
        head += [f"/// {why}", f"pub(super) const {name}: {kind} = {value};"]
    ascii_table = ["/// Space to tilde: `ASCII[weight][character - 0x20]`.", "#[rustfmt::skip]",
                   "pub(super) static ASCII: [[u16; 95]; 2] = [", *lines, "];", ""]
    other_table = ["/// The rest, sorted by character.",
                   f"pub(super) static OTHER: [(char, [u16; 2]); {len(others)}] = [", *rows, "];", ""]
    return "\n".join(head + [""] + ascii_table + other_table)


def rust_row(numbers, width=16):
    """Numbers in lines that a person can scan."""
    chunks = (numbers[i:i + width] for i in range(0, len(numbers), width))
    return "".join("        " + ", ".join(map(str, chunk)) + ",\n" for chunk in chunks)


def check(used):
    """Says whether the committed fonts hold every character that the data use."""
    from fontTools.ttLib import TTFont
    cmap = TTFont(HERE / "native-400.otf").getBestCmap()
    native_characters(used, open_face(400).getBestCmap())
    missing = [f"{path}: U+{ord(c):04X} {c}" for c, path in used.items()
               if is_full_width(c) and ord(c) not in cmap]
    if missing:
        sys.exit("\n".join(missing) + "\nmissing from the fonts; run assets/fonts/make.py")
    print("the fonts hold every character used")


def main():
    used = characters_used()
    if "--check" in sys.argv:
        return check(used)
    print(f"fontTools {fontTools.version}")
    tables = {}
    for weight in WEIGHTS:
        wanted = native_characters(used, open_face(weight).getBestCmap())
        latin, face = make_font(weight, LATIN, HERE / f"latin-{weight}.woff2", "woff2")
        native, _ = make_font(weight, wanted, HERE / f"native-{weight}.otf", None)
        check_advances(weight, latin, native)
        rare = gb2312_level_2() - wanted
        extra, _ = make_font(weight, rare, HERE / f"extra-{weight}.otf", None)
        check_advances(weight, latin, extra)
        tables[weight] = latin
    target = ROOT / "src/text/advances.rs"
    target.write_text(rust_table(tables[400], tables[700], face), "utf-8")
    print(f"{target.relative_to(ROOT)}: {len(LATIN)} characters")


if __name__ == "__main__":
    main()
