/**
 * Kangxi radicals (U+2F00–2FD5) and the radicals supplement (U+2E80–2EFF) look like ordinary characters, and PDF producers
 * write them in their place (⼀⻔⼾ for 一门户). The supplement has no decomposition in Unicode for most of them, and plain
 * NFKC gives the traditional form of some, so the ones that differ are listed.
 */
const LISTED =
  '⼾户⺁厂⺃乙⺄乙⺅亻⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺏尢⺐尢⺒巳⺓幺⺔彐⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱网⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const MAP = new Map<string, string>();
const listed = [...LISTED];
for (let i = 0; i < listed.length; i += 2) MAP.set(listed[i]!, listed[i + 1]!);

/** The ordinary character for a radical; every other character as it is. */
export function plainCharacter(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x2e80 || code > 0x2fd5) return char;
  return MAP.get(char) ?? char.normalize('NFKC');
}
