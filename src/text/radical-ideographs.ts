const firstRadical = 0x2e80;

/**
 * The ideographs of U+2E80 to U+2EF3 in order, because NFKC leaves most of that block as it is. Source: the Unicode
 * Character Database, property Equivalent_Unified_Ideograph; the two without a value stand for themselves.
 */
const ideographs = Array.from(
  "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛" +
    "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑" +
    "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
);

/** The ideograph that a character of CJK Radicals Supplement stands for, or undefined for any other character. */
export const radicalIdeograph = (codePoint: number): string | undefined => ideographs[codePoint - firstRadical];
