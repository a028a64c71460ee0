import { createRandom } from "./random.ts";

/** What the pages are written in: languages of different scripts, and one of Latin letters with accents. */
export const languages = ["english", "chinese", "russian", "accented"] as const;
export type Language = (typeof languages)[number];

/** How much of the pages each language makes up. */
export const shares: Readonly<Record<Language, number>> = { english: 0.4, chinese: 0.3, russian: 0.2, accented: 0.1 };

/** Words by language, the most frequent first. */
export type Vocabulary = Readonly<Record<Language, readonly string[]>>;

/** A language with as many words as a thousand results hold, and many that hardly any of them does. */
const wordsPerLanguage = 4000;

/** Characters that many documents hold, those with a look-alike among the radicals first. */
const ideographs =
  "一人入八刀力十又口土士大女子寸小山工己干心戈户手支文方日月木止毛气水火父牙牛玉瓜用田疒白皮目矛石示立竹米羊羽老而耳肉自至舌舟色虫血行衣西见角言谷豆走足身车里金长门雨青非面革音页风飞食首香马高鬼鱼鸟鹿麦麻黑鼓鼠鼻齿龙" +
  "的是在了有和不这中为上国来到时要以出会可也你对生能得着下过家学她里后自点所发本机理经现实定因同关新方法数据库系统分布式事务读写隔离级别快照提交协议复制选举领导节点副本集群网络时间延迟吞吐量性能测试报告设计架构模型接口服务调用消息队列缓存索引查询优化内存磁盘日志恢复备份安全权限用户登录配置版本更新部署容器镜像编译语言函数变量类型错误处理监控指标告警研究方案评估比较结果应用开发工程项目管理需求分析图表资料文档下载免费";

const syllables: Readonly<Record<Exclude<Language, "chinese">, readonly (readonly string[])[]>> = {
  english: [
    "b c d f g h l m n p r s t v w st tr pl ch sh fi con re pre in".split(" "),
    "a e i o u ea ou ai".split(" "),
    "n r t s l m d ck ng st nt rm ss x fi".split(" "),
  ],
  russian: [
    "б в г д ж з к л м н п р с т ф х ч ш ст пр".split(" "),
    "а е и о у я ё ы".split(" "),
    "н р т с л м д к й ть".split(" "),
  ],
  accented: [
    "b c d f g l m n p r s t v ç ñ š č".split(" "),
    "a e i o u é è ö ü â ê î ó á ế ộ".split(" "),
    "n r t s l m d x z ń ß".split(" "),
  ],
};

/** Real languages repeat their short words and hold ever longer rare ones. */
const syllablesAt = (rank: number): number => (rank < 60 ? 1 : rank < 1200 ? 2 : 3);

const syllabicWord = (
  parts: readonly (readonly string[])[],
  count: number,
  pick: (from: readonly string[]) => string,
) => {
  let word = "";
  for (let syllable = 0; syllable < count; syllable++) {
    word += pick(parts[0] ?? []) + pick(parts[1] ?? []);
    if (syllable === count - 1) word += pick(parts[2] ?? []);
  }
  return word;
};

/** The same words in every run. */
export const createVocabulary = (): Vocabulary => {
  const random = createRandom(1);
  const characters = [...new Set(ideographs)];
  // Different ones: what PDF damage makes of equal ones cannot be told from one.
  const chineseWord = (): string => {
    const word = new Set<string>();
    const length = random.chance(0.2) ? 3 : 2;
    while (word.size < length) word.add(random.pick(characters));
    return [...word].join("");
  };
  const wordsOf = (language: Language): readonly string[] => {
    const words = new Set<string>();
    while (words.size < wordsPerLanguage) {
      words.add(
        language === "chinese"
          ? chineseWord()
          : syllabicWord(syllables[language], syllablesAt(words.size), random.pick),
      );
    }
    return [...words];
  };
  return {
    english: wordsOf("english"),
    chinese: wordsOf("chinese"),
    russian: wordsOf("russian"),
    accented: wordsOf("accented"),
  };
};
