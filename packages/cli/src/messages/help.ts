/** What `--help` says of the commands and their options; the commands that make documents have theirs in `make.ts`. */
export const HELP = {
  program: [
    '明算：读懂、核对公开的部门预算和决算。',
    'mingsuan: reads and checks China’s published departmental budgets and final accounts.',
  ],
  read: [
    '读出公开文本里的报表、绩效、采购等数据',
    'read the statements, performance targets, procurement … of a published document',
  ],
  check: [
    '核对公开文本：勾稽关系、前后一致、分类科目、公开内容',
    'check published documents: sums, consistency, classification, required content',
  ],
  dismiss: [
    '核销看过的问题：记下编号和理由，以后不再列出',
    'lay findings aside: their ids and the reason are kept, and they are no longer listed',
  ],
  serve: [
    '打开门户：查找、对比、下载公开数据，在浏览器里核对',
    'open the portal: find, compare and download open data, check in the browser',
  ],
  worker: [
    '只做导入的进程：和门户用同一个 PostgreSQL，几个、几台机器都行',
    'a process that only works on imports: any number, on any machines, beside one portal on PostgreSQL',
  ],
  lake: [
    '数据湖：全部的数另存成 Parquet 文件，给别的工具用',
    'the lake: all figures as Parquet files, for any other tool',
  ],
  lakeAction: [
    'status 现状，verify 与库里核对，compact 合并文件，backfill 全部重新送，retain 清除过去，stop 不再使用',
    'status, verify against the store, compact files, backfill everything, retain only the present, stop',
  ],
  lakeFolder: [
    '数据湖的文件夹（也可以设 MINGSUAN_FACTS=lake:文件夹）',
    'folder of the lake (or set MINGSUAN_FACTS=lake:FOLDER)',
  ],
  files: ['文件、文件夹或通配符；- 表示标准输入', 'files, folders or patterns; - for standard input'],
  format: [
    '输出格式：pretty 给人看，json、csv、sarif 给程序用（终端上默认 pretty，否则 json；--output 按扩展名）',
    'pretty for people; json, csv, sarif for programs (pretty on a terminal, else json; with --output by its extension)',
  ],
  checkFormat: [
    '输出格式：pretty 给人看，xlsx 公开情况检查表，html 带截图的报告，pdf 在原文上标注，json、csv、sarif 给程序用（终端上默认 pretty，否则 json；--output 按扩展名）',
    'pretty for people; xlsx the reviewers’ checklist, html a report with pictures, pdf the source with notes; json, csv, sarif for programs (pretty on a terminal, else json; with --output by its extension)',
  ],
  output: ['写到文件，不写到屏幕', 'write to a file instead of the screen'],
  lang: ['界面语言：zh 中文，en 英文', 'language of the interface: zh or en'],
  jobs: ['同时处理几个文件（默认按处理器核数）', 'files worked on at once (default: processor cores)'],
  timeout: ['每个文件最多用几秒', 'seconds that one file may take'],
  password: [
    '打开加了密码的文件（也可以设环境变量 MINGSUAN_PASSWORD，别人就看不到）',
    'opens protected files (or set MINGSUAN_PASSWORD, which nobody else sees)',
  ],
  passwordFile: ['打开密码写在这个文件的第一行', 'a file whose first line is the password'],
  quiet: ['不显示进度和多余的说明', 'no progress and no notes'],
  rules: ['本级自己的规则（YAML，写法见 docs/own-rules.md）', 'rules of one’s own (YAML, see docs/own-rules.md)'],
  jurisdictions: [
    '本地的地区文件夹（可写多次；写法见 docs/adding-a-jurisdiction.md）',
    'a folder of a jurisdiction of one’s own (repeatable; see docs/adding-a-jurisdiction.md)',
  ],
  jurisdiction: ['地区：查对地区文件夹，列出认得的地区', 'jurisdictions: check folders, list those that are known'],
  jurisdictionCheck: [
    '查对地区文件夹，每处错误指出文件、行和列',
    'check folders of jurisdictions; each fault is told with its file, line and column',
  ],
  jurisdictionList: ['列出认得的地区和各自的模板', 'list the known jurisdictions and their templates'],
  jurisdictionFolders: ['地区文件夹，或放着几个地区的文件夹', 'a jurisdiction’s folder, or one that holds several'],
  jurisdictionExamples: [
    `
例子：
  mingsuan jurisdiction check 烟台                       写得对不对，里面有哪些模板、表、句式
  mingsuan jurisdiction list --jurisdictions 烟台
  mingsuan check 公开文本.pdf --jurisdictions 烟台`,
    `
Examples:
  mingsuan jurisdiction check yantai
  mingsuan jurisdiction list --jurisdictions yantai
  mingsuan check document.pdf --jurisdictions yantai`,
  ],
  dismissals: [
    '已核销的问题（YAML；当前文件夹里有 mingsuan.dismissed.yaml 时默认用它）',
    'dismissed findings (YAML; mingsuan.dismissed.yaml where the current folder has it)',
  ],
  noDismissals: ['已核销的问题也列出', 'list dismissed findings too'],
  ids: ['问题的编号，mingsuan check 会列出', 'ids of findings, as mingsuan check lists them'],
  reason: ['核销的理由', 'why they are dismissed'],
  dismissalsFile: [
    '记到哪个文件（默认 mingsuan.dismissed.yaml）',
    'file to keep them in (default: mingsuan.dismissed.yaml)',
  ],
  inFiles: [
    '问题所在的文件：一并记下文件名和问题，并核对编号',
    'documents they are in: source and message are kept too, and the ids are checked',
  ],
  port: ['端口（默认 8080；0 为任意空闲端口）', 'port (default 8080; 0 for any free one)'],
  data: ['数据文件夹（默认 ./data）', 'folder of the data (default ./data)'],
  database: [
    'PostgreSQL 的网址（默认用内嵌的数据库）；带密码的请改设环境变量 DATABASE_URL',
    'address of a PostgreSQL (default: the embedded one); with a password set DATABASE_URL instead',
  ],
  noColor: ['不用颜色（也可设环境变量 NO_COLOR）', 'no colours (or set NO_COLOR)'],
  version: ['显示版本号', 'print the version'],
  help: ['显示帮助', 'print help'],
  helpCommand: ['显示某个命令的帮助', 'print help for a command'],
  titles: [
    {
      'Usage:': '用法：',
      'Arguments:': '参数：',
      'Options:': '选项：',
      'Global Options:': '全局选项：',
      'Commands:': '命令：',
    } as Readonly<Record<string, string>>,
    {} as Readonly<Record<string, string>>,
  ],
  examples: [
    `
例子：
  mingsuan check 预算.pdf                     核对一份公开文本
  mingsuan check 公开文本/ --output 问题.csv  核对整个文件夹，问题清单用 Excel 打开
  mingsuan read 预算.pdf --format json        读出数据，金额是整数“分”
  mingsuan help check                         看 check 的全部选项`,
    `
Examples:
  mingsuan check budget.pdf                     check one published document
  mingsuan check folder/ --output findings.csv  check a folder; open the findings in Excel
  mingsuan read budget.pdf --format json        read the data; amounts are integer fen
  mingsuan help check                           all options of check`,
  ],
  readExamples: [
    `
例子：
  mingsuan read 预算.pdf                      看读出了哪些表、合计是多少
  mingsuan read 预算.pdf --output 数据.csv    每个数一行，用 Excel 打开
  mingsuan read "2026/**/*.pdf" --format json > 数据.json
  curl -s 网址 | mingsuan read -              从标准输入读

退出码：0 全部读成；2 有文件没有读成，或用法不对；3 有的文件只读出一部分。`,
    `
Examples:
  mingsuan read budget.pdf                      which tables were read, and their totals
  mingsuan read budget.pdf --output data.csv    one line per figure, for Excel
  mingsuan read "2026/**/*.pdf" --format json > data.json
  curl -s URL | mingsuan read -                 from standard input

Exit status: 0 all read; 2 a file could not be read, or wrong usage; 3 a part of a file was not read.`,
  ],
  checkExamples: [
    `
例子：
  mingsuan check 预算.pdf                     核对一份公开文本
  mingsuan check 公开文本/ --jobs 4           核对整个文件夹，4 个文件同时进行
  mingsuan check 公开文本/ --output 问题.csv  问题清单，用 Excel 打开
  mingsuan check 公开文本/ --output 检查表.xlsx  审核用的公开情况检查表，每份文本一页，附截图
  mingsuan check 预算.pdf --output 报告.html  带截图、可筛选的报告
  mingsuan check 预算.pdf --output 标注.pdf   在原文上标出问题；几个文件用 --format pdf --output 标注/
  mingsuan check 预算.pdf --format sarif      给代码审查平台用的 SARIF
  mingsuan check 公开文本/ --rules 规则.yaml  加上本级自己的规则
  mingsuan check 数据.json                    核对 mingsuan read --format json 的输出

退出码：0 全部读出，没有错误；1 有错误级的问题；2 有文件没有读成，或用法不对；3 没有错误，但有的文件只读出一部分。`,
    `
Examples:
  mingsuan check budget.pdf                     check one published document
  mingsuan check folder/ --jobs 4               check a folder, four files at once
  mingsuan check folder/ --output findings.csv  list of findings, for Excel
  mingsuan check folder/ --output checklist.xlsx  the reviewers’ checklist, a sheet per document, with pictures
  mingsuan check budget.pdf --output report.html  a report with pictures, to filter
  mingsuan check budget.pdf --output notes.pdf  findings as notes in the source; many: --format pdf --output notes/
  mingsuan check budget.pdf --format sarif      SARIF for code review platforms
  mingsuan check folder/ --rules rules.yaml     with rules of one’s own
  mingsuan check data.json                      check what mingsuan read --format json wrote

Exit status: 0 all read and no error; 1 at least one error; 2 a file could not be read, or wrong usage;
3 no error, but a part of a file was not read.`,
  ],
  dismissExamples: [
    `
例子：
  mingsuan dismiss 4mgj2i6z --reason "上年结转已在第三节说明"
  mingsuan dismiss 4mgj2i6z 8x0c1v2b --in 预算.pdf --reason "口径不同，已核实"

编号在 mingsuan check 的输出里。有关的数改动后，问题会换编号重新列出。

退出码：0 已记下；2 没有记成，或用法不对。`,
    `
Examples:
  mingsuan dismiss 4mgj2i6z --reason "carry-over is explained in section 3"
  mingsuan dismiss 4mgj2i6z 8x0c1v2b --in budget.pdf --reason "verified"

mingsuan check prints the ids. When the figures change, the finding returns under another id.

Exit status: 0 kept; 2 not kept, or wrong usage.`,
  ],
  lakeExamples: [
    `
例子：
  mingsuan lake status --lake /srv/数据湖 --data ./data
  mingsuan lake verify --lake /srv/数据湖 --database postgres://用户:密码@主机/库

先运行一次 npm run lake。列的含义、怎样用别的工具读，见 docs/lake.md。

退出码：0 做完了；2 与库里不同，没有做成，或用法不对。`,
    `
Examples:
  mingsuan lake status --lake /srv/lake --data ./data
  mingsuan lake verify --lake /srv/lake --database postgres://user:password@host/database

Run npm run lake once before. What the columns mean and how other tools read them is in docs/lake.md.

Exit status: 0 done; 2 other than the store, not done, or wrong usage.`,
  ],
  workerExamples: [
    `
例子：
  mingsuan worker --database postgres://用户:密码@主机/库
  mingsuan worker --database postgres://用户:密码@主机/库 --port 9101    在 9101 端口答 /health 和 /metrics

几台机器一起做时，原件要放在大家都够得着的地方（MINGSUAN_FILES），见 docs/operation.md。按 Ctrl+C 停止，手头的放回去。

退出码：0 已停止；2 没有启动成，或用法不对。`,
    `
Examples:
  mingsuan worker --database postgres://user:password@host/database
  mingsuan worker --database postgres://user:password@host/database --port 9101   answers /health and /metrics at port 9101

On several machines the originals have to be where all of them reach (MINGSUAN_FILES), see docs/operation.md. Ctrl+C stops it; what is at hand is put back.

Exit status: 0 stopped; 2 not started, or wrong usage.`,
  ],
  serveExamples: [
    `
例子：
  mingsuan serve                              打开 http://127.0.0.1:8080，数据在 ./data
  mingsuan serve --port 9000 --data /srv/明算

其他设置用环境变量，见 docs/operation.md。按 Ctrl+C 停止。

退出码：0 已停止；2 没有启动成，或用法不对。`,
    `
Examples:
  mingsuan serve                              opens http://127.0.0.1:8080, data in ./data
  mingsuan serve --port 9000 --data /srv/mingsuan

Other settings are environment variables, see docs/operation.md. Ctrl+C stops it.

Exit status: 0 stopped; 2 not started, or wrong usage.`,
  ],
} as const;
